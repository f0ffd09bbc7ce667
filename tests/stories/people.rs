//! People: added in a hurry, found again, never twice, joined and parted.

mod duplicates;
mod family;
mod hidden;
mod merging;
mod pictures;

use cartella_app::{
    Code, Result, Session,
    people::{self, CreatePerson, EditPerson, ListPeople, PersonDetails, PersonRef},
};
use cartella_domain::{
    codice_fiscale::Sex,
    ids::PersonId,
    people::{FindingCode, Identifier, IdentifierKind, Person},
    time::CivilDate,
};
use cartella_testkit::Office;

pub(crate) fn person(surname: &str, name: &str) -> Person {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Person {
        surname: given(surname),
        name: given(name),
        ..Person::default()
    }
}

pub(crate) fn with_code(mut person: Person, kind: IdentifierKind, code: &str) -> Person {
    person.identifiers.0.push(Identifier::new(kind, code));
    person
}

pub(crate) fn add(session: &mut Session, person: Person) -> PersonId {
    try_add(session, person).unwrap()
}

pub(crate) fn try_add(session: &mut Session, person: Person) -> Result<PersonId> {
    let input = CreatePerson {
        person,
        ..CreatePerson::default()
    };
    Ok(PersonId(people::create(session, input)?.id.0))
}

pub(crate) fn details(session: &mut Session, id: PersonId) -> PersonDetails {
    people::get(session, PersonRef { id }).unwrap().details.unwrap()
}

pub(crate) fn found(session: &mut Session, filter: &str) -> Vec<PersonId> {
    let input = ListPeople {
        filter: filter.to_owned(),
        after: None,
    };
    let page = people::list(session, input).unwrap();
    page.lines.into_iter().map(|line| line.card.id).collect()
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn a_surname_or_an_alias_is_enough_and_nothing_at_all_is_not() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    // Given a home visit where only a surname, or a nickname, is known
    let surname = add(session, person(" Ali ", ""));
    let mut nickname = person("", "");
    nickname.aliases.0.push("il Biondo".to_owned());
    let nickname = add(session, nickname);
    // Then both are there and found
    assert_eq!(found(session, "ali"), [surname]);
    assert_eq!(found(session, "biondo"), [nickname]);
    assert_eq!(
        details(session, surname).person.value.surname.as_deref(),
        Some("Ali")
    );
    // And who has no name at all is not taken
    let error = try_add(session, person(" ", "")).unwrap_err();
    assert_eq!(error.code, Code::PersonNameless);
}

#[test]
fn scenario_1_a_person_with_an_stp_only_is_saved_and_found_by_it() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    // Given a person with an STP only
    let mut stp = person("Diop", "");
    let mut code = Identifier::new(IdentifierKind::Stp, "stp 030 123 0000001");
    code.period.from = Some(day("2025-10-10"));
    stp.identifiers.0.push(code);
    // When she is saved
    let id = add(session, stp);
    // Then she is found by it, and it expires after six months
    assert_eq!(found(session, "STP0301230000001"), [id]);
    assert_eq!(found(session, "stp030123"), [id]);
    let shown = details(session, id);
    assert_eq!(
        shown.person.value.identifiers.0[0].period.until,
        Some(day("2026-04-10"))
    );
    assert_eq!(shown.findings, []);
    // And when the final code comes the old one still finds her
    let mut changed = shown.person.value.clone();
    changed.identifiers.0[0].period.until = Some(day("2026-03-01"));
    changed
        .identifiers
        .0
        .push(Identifier::new(IdentifierKind::CodiceFiscale, "RSSMRA85M01H501Q"));
    let edit = EditPerson {
        id,
        person: changed,
        seen: shown.person.seen,
        draft: None,
    };
    people::edit(session, edit).unwrap();
    assert_eq!(found(session, "STP0301230000001"), [id]);
    assert_eq!(found(session, "rssmra85m01"), [id]);
    let lines = people::list(session, ListPeople::default()).unwrap().lines;
    assert_eq!(lines[0].code.as_deref(), Some("RSSMRA85M01H501Q"));
}

#[test]
fn scenario_2_omocodia_in_the_year_is_taken_read_and_noted_for_inps() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let mut rossi = person("Rossi", "Mario");
    rossi.birth = "1985-08-01".parse().ok();
    rossi.sex = Some(Sex::M);
    rossi.birthplace = Some("H501".to_owned());
    let code = "RSSMRAURMLMHRLMA";
    // When the code is typed
    let typed = people::TypedCode {
        text: code.to_owned(),
    };
    let read = people::read_code(session, typed).unwrap();
    // Then it is known, its birth is right and its place has its name
    assert_eq!(read.kind, Some(IdentifierKind::CodiceFiscale));
    assert!(read.omocodia);
    assert_eq!(
        read.birth.as_ref().map(|birth| birth.date),
        Some(day("1985-08-01"))
    );
    assert_eq!(read.birthplace.map(|place| place.name), Some("Roma"));
    // And it is saved with the note for the export, not "corrected"
    let id = add(session, with_code(rossi, IdentifierKind::CodiceFiscale, code));
    let shown = details(session, id);
    assert_eq!(shown.person.value.identifiers.0[0].value, code);
    let codes: Vec<_> = shown.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [FindingCode::CfOmocodiaInps]);
}

#[test]
fn two_edits_of_different_fields_from_one_screen_both_stay() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let id = add(session, person("Rossi", "Anna"));
    let shown = details(session, id).person;
    let edit = |person: Person| EditPerson {
        id,
        person,
        seen: shown.seen.clone(),
        draft: None,
    };
    // Given two windows that opened the same page; when each saves another field
    let language = Person {
        language: Some("wolof".to_owned()),
        ..shown.value.clone()
    };
    people::edit(session, edit(language)).unwrap();
    let note = Person {
        note: Some("citofonare due volte".to_owned()),
        ..shown.value.clone()
    };
    people::edit(session, edit(note)).unwrap();
    // Then both are there, without a clash
    let now = details(session, id).person;
    assert_eq!(now.value.language.as_deref(), Some("wolof"));
    assert_eq!(now.value.note.as_deref(), Some("citofonare due volte"));
    assert_eq!(now.clashes, None);
    // And when both change one field from that same old screen, both values are kept and shown
    for surname in ["Russo", "De Rossi"] {
        let changed = Person {
            surname: Some(surname.to_owned()),
            ..shown.value.clone()
        };
        people::edit(session, edit(changed)).unwrap();
    }
    assert!(details(session, id).person.clashes.is_some());
}

#[test]
fn the_list_goes_on_page_by_page_by_name() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    for number in 0..230 {
        add(session, person(&format!("Rossi{number:03}"), "Anna"));
    }
    let mut names: Vec<String> = Vec::new();
    let mut input = ListPeople::default();
    loop {
        let page = people::list(session, input).unwrap();
        names.extend(page.lines.into_iter().filter_map(|line| line.card.name));
        match page.after {
            Some(after) => {
                input = ListPeople {
                    after: Some(after),
                    ..ListPeople::default()
                };
            }
            None => break,
        }
    }
    let expected: Vec<String> = (0..230).map(|number| format!("Rossi{number:03} Anna")).collect();
    assert_eq!(names, expected);
}

#[test]
fn what_was_written_follows_from_the_log() {
    let mut office = Office::new(1).unwrap();
    let id = add(&mut office.session, person("Rossi", "Anna"));
    let office = office.restarted().unwrap();
    let mut session = office.session;
    assert_eq!(found(&mut session, "anna rossi"), [id]);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}
