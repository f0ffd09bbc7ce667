//! What is hidden: addresses and phones under protection, people of services that one may not see.

use super::{add, details, found, person};
use cartella_app::{
    Code, Session,
    people::{self, PersonRef, SaveContact},
};
use cartella_domain::{
    ids::PersonId,
    people::{Contact, ContactKind},
    rights::{Office as Answering, PersonFields, Role},
};
use cartella_testkit::Office;

fn phone(
    session: &mut Session,
    person: PersonId,
    value: &str,
    protected: bool,
) -> cartella_app::people::Saved {
    let contact = Contact {
        person,
        kind: Some(ContactKind::Mobile),
        value: value.to_owned(),
        ..Contact::default()
    };
    let save = SaveContact {
        id: None,
        contact,
        protected,
        seen: Vec::new(),
    };
    people::save_contact(session, save).unwrap()
}

#[test]
fn a_hidden_phone_leads_only_to_whom_may_read_it() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let mother = add(session, person("Bianchi", "Rita"));
    phone(session, mother, "333 1234567", true);
    phone(session, mother, "0331 390012", false);
    // Given the assistente sociale, who may: she sees both and is found by both
    assert_eq!(details(session, mother).contacts.len(), 2);
    assert_eq!(found(session, "333123"), [mother]);
    // When the segreteria looks, the hidden one is not there, but that there is one is said
    let clerk = office.colleague("Verdi", Role::Amministrativo).unwrap();
    let session = &mut office.session;
    session.act_as(clerk);
    let shown = details(session, mother);
    assert_eq!(shown.contacts.len(), 1);
    assert!(shown.protected_hidden && !shown.protected_writable);
    assert_eq!(found(session, "0331390012"), [mother]);
    assert_eq!(found(session, "333123"), []);
    let error = people::save_contact(
        session,
        SaveContact {
            id: None,
            contact: Contact {
                person: mother,
                value: "1".to_owned(),
                ..Contact::default()
            },
            protected: true,
            seen: Vec::new(),
        },
    )
    .unwrap_err();
    assert_eq!(error.code, Code::Forbidden);
}

#[test]
fn a_phone_that_becomes_hidden_goes_to_the_hidden_scope() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let mother = add(session, person("Bianchi", "Rita"));
    phone(session, mother, "333 1234567", false);
    let open = details(session, mother).contacts.remove(0);
    let hide = SaveContact {
        id: Some(open.record.id),
        contact: open.record.value,
        protected: true,
        seen: open.record.seen,
    };
    people::save_contact(session, hide).unwrap();
    let contacts = details(session, mother).contacts;
    assert_eq!(contacts.len(), 1);
    assert!(contacts[0].protected);
    let clerk = office.colleague("Verdi", Role::Amministrativo).unwrap();
    office.session.act_as(clerk);
    assert_eq!(found(&mut office.session, "333123"), []);
}

#[test]
fn who_handles_no_personal_data_sees_nobody() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let id = add(session, person("Bianchi", "Rita"));
    assert_eq!(
        people::get(session, PersonRef { id }).unwrap().fields,
        PersonFields::Full
    );
    let manager = office.colleague("Alti", Role::Direzione).unwrap();
    let session = &mut office.session;
    session.act_as(manager);
    assert_eq!(found(session, "bianchi"), []);
    assert_eq!(found(session, ""), []);
    let error = people::get(session, PersonRef { id }).err().unwrap();
    assert_eq!(error.code, Code::NotFound);
    let error = super::try_add(session, person("X", "")).unwrap_err();
    assert_eq!(error.code, Code::Forbidden);
}

#[test]
fn once_an_office_answers_for_it_joining_people_is_the_coordinators() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let (one, other) = (
        add(session, person("Rossi", "Anna")),
        add(session, person("Rosi", "Anna")),
    );
    session.answer_to(Answering::Enrolled);
    let join = people::MergePeople {
        kept: one,
        absorbed: other,
        reason: None,
    };
    let error = people::merge(session, join.clone()).unwrap_err();
    assert_eq!(error.code, Code::Forbidden);
    assert!(!details(session, one).mergeable);
    let coordinator = office.colleague("Capi", Role::Coordinatore).unwrap();
    office.session.act_as(coordinator);
    people::merge(&mut office.session, join).unwrap();
}
