//! A co-author is named at the signature, which never waits for her, and confirms beside the entry.

use crate::files::{assign, case, draft, paragraph, signed};
use cartella_app::{
    ErrorKind,
    commands::Nothing,
    diary::{Annul, Confirm, EntryRef, EntryView, annul, confirm, get},
    today::today,
};
use cartella_archive::rows;
use cartella_domain::{
    cases::{Assignment, AssignmentRole},
    diary::AnnulmentReason,
    ids::{EntryId, OperatorId, RecordId},
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

fn seen(office: &mut Office, id: EntryId) -> EntryView {
    get(&mut office.session, EntryRef { id })
        .unwrap()
        .entries
        .remove(0)
}

fn waiting(office: &mut Office) -> Vec<EntryId> {
    let page = today(&mut office.session, Nothing {}).unwrap();
    page.to_confirm.iter().map(|one| one.entry).collect()
}

/// A reserved entry (tutela minori) and an open one (AES), each naming a colleague who works on the case.
fn two_entries(office: &mut Office, psychologist: OperatorId) -> Vec<EntryId> {
    [Service::TutelaMinori, Service::Aes]
        .into_iter()
        .map(|service| {
            let file = case(office, service, "Rossi");
            assign(office, file, psychologist, AssignmentRole::Psicologo);
            let mut content = draft(office, &[file], vec![paragraph("Colloquio a due.")]);
            content.header.co_authors = vec![psychologist];
            signed(office, &content)[0]
        })
        .collect()
}

#[test]
fn a_co_author_confirms_beside_the_entry_once() {
    let mut office = Office::new(64).unwrap();
    let me = office.session.operator();
    let psychologist = office.colleague("Riva", Role::Psicologo).unwrap();
    let other = office.colleague("Sala", Role::Psicologo).unwrap();
    let entries = two_entries(&mut office, psychologist);
    assert_eq!(waiting(&mut office), [], "its author has nothing to confirm");
    for id in &entries {
        let own = seen(&mut office, *id);
        assert!(!own.may.confirm && own.confirmed.is_empty());
    }
    office.session.act_as(other);
    assert_eq!(waiting(&mut office), []);
    let refused = confirm(&mut office.session, Confirm { entry: entries[1] });
    assert_eq!(refused.err().unwrap().kind, ErrorKind::Forbidden);

    office.session.act_as(psychologist);
    assert_eq!(waiting(&mut office), entries);
    for id in &entries {
        assert!(seen(&mut office, *id).may.confirm);
        confirm(&mut office.session, Confirm { entry: *id }).unwrap();
        let again = confirm(&mut office.session, Confirm { entry: *id });
        assert_eq!(again.err().unwrap().kind, ErrorKind::Forbidden);
    }
    assert_eq!(waiting(&mut office), []);
    let sql = "DELETE FROM confirmation";
    assert!(
        office.session.archive().db().execute(sql, []).is_err(),
        "what is signed is kept"
    );
    office.session.act_as(me);
    for id in &entries {
        assert_eq!(seen(&mut office, *id).confirmed[0].author, psychologist);
    }
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn nothing_is_confirmed_that_was_annulled_or_may_no_longer_be_read() {
    let mut office = Office::new(65).unwrap();
    let me = office.session.operator();
    let psychologist = office.colleague("Riva", Role::Psicologo).unwrap();
    let entries = two_entries(&mut office, psychologist);
    let wrong = Annul {
        entry: entries[1],
        reason: AnnulmentReason::Doppione,
        note: None,
    };
    annul(&mut office.session, wrong).unwrap();
    office.session.act_as(psychologist);
    assert_eq!(waiting(&mut office), entries[..1]);
    let annulled = confirm(&mut office.session, Confirm { entry: entries[1] });
    assert_eq!(annulled.err().unwrap().kind, ErrorKind::Precondition);

    office.session.act_as(me);
    let case = seen(&mut office, entries[0]).case.unwrap();
    let hers = rows::select::<Assignment>(
        office.session.archive().db(),
        "case_id = ?1 AND operator = ?2",
        &[&case.to_string(), &psychologist.to_string()],
    );
    let hers = hers.unwrap().remove(0);
    let ended = Assignment {
        to: Some(office.session.today().plus_days(-1)),
        ..hers.value.clone()
    };
    let id: RecordId = hers.typed_id().unwrap();
    office.session.write(|act| act.edit(id, &ended, None)).unwrap();
    office.session.act_as(psychologist);
    assert_eq!(
        waiting(&mut office),
        [],
        "the right to read it is gone, and with it the request"
    );
    let refused = confirm(&mut office.session, Confirm { entry: entries[0] });
    assert_eq!(refused.err().unwrap().kind, ErrorKind::Forbidden);
}
