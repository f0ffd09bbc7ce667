//! Two people at once: what both wrote stays, the page opens all the same, and a mark says that somebody must choose.

use crate::people::{add, details, person};
use cartella_app::{
    cases::{CaseListAsk, OneCase, get, list as case_list, open},
    people::{self, EditPerson, ListPeople, RemoveFromPerson, SaveContact, remove, save_contact},
};
use cartella_domain::{
    cases::CaseFile,
    people::{Contact, ContactKind},
    services::Service,
};
use cartella_testkit::Office;

#[test]
fn a_name_written_twice_shows_on_the_line_and_the_card() {
    let mut office = Office::new(70).unwrap();
    let session = &mut office.session;
    let anna = add(session, person("Rossi", "Anna"));
    let opened = details(session, anna).person;
    for name in ["Anna Maria", "Annamaria"] {
        let edit = EditPerson {
            id: anna,
            person: person("Rossi", name),
            seen: opened.seen.clone(),
            draft: None,
        };
        people::edit(session, edit).unwrap();
    }
    let line = people::list(session, ListPeople::default())
        .unwrap()
        .lines
        .remove(0);
    assert!(line.clashed);
    let clashes = details(session, anna).person.clashes.unwrap();
    assert_eq!(clashes["name"].as_array().unwrap().len(), 2);
}

#[test]
fn a_phone_removed_by_one_and_corrected_by_another_stays_with_a_mark() {
    let mut office = Office::new(71).unwrap();
    let session = &mut office.session;
    let anna = add(session, person("Rossi", "Anna"));
    let contact = |value: &str| Contact {
        person: anna,
        kind: Some(ContactKind::Mobile),
        value: value.to_owned(),
        ..Contact::default()
    };
    let save = |id, value: &str, seen: &[String]| SaveContact {
        id,
        contact: contact(value),
        protected: false,
        seen: seen.to_vec(),
    };
    save_contact(session, save(None, "333 1234567", &[])).unwrap();
    let shown = details(session, anna).contacts.remove(0).record;
    let gone = RemoveFromPerson {
        person: anna,
        id: shown.id,
        reason: Some("numero di un’altra persona".to_owned()),
    };
    remove(session, gone).unwrap();
    assert!(details(session, anna).contacts.is_empty());
    save_contact(session, save(Some(shown.id), "333 7654321", &shown.seen)).unwrap();
    let contested = details(session, anna).contacts.remove(0).record;
    assert_eq!(contested.value.value, "333 7654321");
    assert!(contested.clashes.unwrap().get("-deleted").is_some());
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_case_written_twice_opens_and_bears_a_mark() {
    let mut office = Office::new(72).unwrap();
    let child = crate::cases::person(&mut office, "Bianchi", "Luca", "2014");
    let session = &mut office.session;
    let case = open(session, crate::cases::opening(child, Service::Aes))
        .unwrap()
        .cases[0];
    let seen = session.archive().seen(&case.to_string()).unwrap();
    let file = cartella_archive::rows::get::<CaseFile>(session.archive().db(), &case.to_string())
        .unwrap()
        .unwrap()
        .value;
    for number in ["12/2025", "21/2025"] {
        let file = CaseFile {
            paper_number: Some(number.to_owned()),
            ..file.clone()
        };
        session.write(|act| act.edit(case, &file, Some(&seen))).unwrap();
    }
    let lines = case_list(session, CaseListAsk::default()).unwrap().lines;
    assert!(lines[0].clashed);
    assert!(get(session, OneCase { case }).unwrap().clashed);
}
