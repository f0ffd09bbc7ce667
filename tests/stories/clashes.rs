//! Two people at once: what both wrote stays, the page opens all the same, and a mark says that somebody must choose.

use crate::{
    people::{add, details, person},
    tutela::{coming_in, day, mandate, order, page, registered},
};
use cartella_app::{
    cases::{CaseListAsk, OneCase, get, list as case_list, open},
    deadlines::of_case,
    office::{AskClashes, ClashChoice, SettleClash, clashes, settle_clash},
    people::{self, EditPerson, ListPeople, RemoveFromPerson, SaveContact, remove, save_contact},
};
use cartella_domain::{
    cases::CaseFile,
    ids::{CaseId, RecordId},
    people::{Contact, ContactKind},
    services::Service,
    tutela::{Mandato, Termine},
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

/// The ends of the terms of reports of a case, and whether each bears the mark.
fn ends(office: &mut Office, file: CaseId) -> Vec<(String, bool)> {
    let listed = of_case(&mut office.session, OneCase { case: file }).unwrap().open;
    let reports = listed
        .iter()
        .filter(|one| one.deadline.key.code.code() == "TM_REL_TM");
    reports
        .map(|one| (one.deadline.due.date().to_string(), one.deadline.contested))
        .collect()
}

#[test]
fn of_two_terms_written_at_once_the_earlier_counts_until_somebody_decides() {
    for newest in ["2026-06-30", "2026-09-30"] {
        let mut office = Office::new(74).unwrap();
        let file = crate::files::case(&mut office, Service::TutelaMinori, "Rossi");
        let (session, term) = (&mut office.session, |on| Termine::Entro { on: day(on) });
        let asked = mandate(term("2026-10-30"));
        registered(session, coming_in(&[file], order("IND_PSICOSOC"), vec![asked]));
        let shown = page(session, file).orders.remove(0).mandates.remove(0).mandate;
        let (id, seen) = (shown.id, session.archive().seen(&shown.id.to_string()).unwrap());
        let others = ["2026-06-30", "2026-09-30"]
            .into_iter()
            .filter(|on| *on != newest);
        for on in others.chain([newest]) {
            let written = Mandato {
                term: term(on),
                ..shown.value.clone()
            };
            session.write(|act| act.edit(id, &written, Some(&seen))).unwrap();
        }
        let earlier = [("2026-06-30".to_owned(), true)];
        assert_eq!(ends(&mut office, file), earlier, "shown: {newest}");
        let session = &mut office.session;
        let subject = RecordId(file.uuid());
        let clash = clashes(session, AskClashes { subject }).unwrap().remove(0);
        assert_eq!(clash.field.as_deref(), Some("term"));
        let later = clash
            .values
            .iter()
            .find(|one| one.value["on"] == "2026-09-30")
            .unwrap();
        let decided = SettleClash {
            subject,
            record: clash.record,
            field: clash.field.clone(),
            choice: ClashChoice::Keep {
                write: later.write.clone(),
            },
            seen: clash.seen.clone(),
        };
        settle_clash(session, decided).unwrap();
        assert_eq!(ends(&mut office, file), [("2026-09-30".to_owned(), false)]);
        assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
    }
}
