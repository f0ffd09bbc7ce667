//! Whole verbs, with rights and audit, as the window calls them; and our side's memory after a day of them.

use super::{
    figures::{Show, own_cases},
    measure::{read, resident},
    notes,
    report::Figure,
    sides::Sides,
    writes,
};
use anyhow::Result;
use cartella_app::{
    Session, agenda, cases,
    commands::Nothing,
    diary,
    find::{Find, anything},
    people, today,
};
use cartella_domain::{agenda::AgendaView, ids::CaseId, people::Person};

type Verb = (&'static str, usize, fn(&mut Session, CaseId) -> Result<()>);

/// Every verb that answers to typing or to opening something.
const VERBS: [Verb; 20] = [
    (
        "open a case for the first time: page and 50 newest entries",
        90,
        open_case,
    ),
    ("open a case: page and 50 newest entries", 300, open_case),
    ("a page of the diary", 200, |session, case| {
        diary_page(session, case)
    }),
    ("find, 1 letter", 150, |session, _| find(session, "m")),
    ("find, 2 letters", 150, |session, _| find(session, "ma")),
    ("find, 3 letters", 150, |session, _| find(session, "mad")),
    ("find, a word", 150, |session, _| {
        find(session, "neuropsichiatria")
    }),
    ("find, a common word", 150, |session, _| find(session, "madre")),
    ("find, two words", 150, |session, _| {
        find(session, "colombo scuola")
    }),
    ("find, part of a code", 150, |session, _| find(session, "85m01")),
    ("people, all", 60, |session, _| list_people(session, "")),
    ("people, 2 letters", 100, |session, _| list_people(session, "co")),
    ("people, two words", 100, |session, _| {
        list_people(session, "colombo mar")
    }),
    ("people, duplicates of somebody typed", 100, |session, _| {
        duplicates(session)
    }),
    ("cases, all", 30, |session, _| list_cases(session, false, None)),
    ("cases, mine", 60, |session, _| list_cases(session, true, None)),
    ("cases, a name", 60, |session, _| {
        list_cases(session, false, Some("colombo"))
    }),
    ("Oggi", 100, |session, _| {
        today::today(session, Nothing {})?;
        Ok(())
    }),
    ("agenda, a week", 100, |session, _| {
        range(session, AgendaView::Week)
    }),
    ("agenda, a month", 100, |session, _| {
        range(session, AgendaView::Month)
    }),
];

/// Measures them.
pub fn all(sides: &mut Sides, show: Show<'_>) -> Result<()> {
    let cases = own_cases(sides)?;
    for (name, times, verb) in VERBS {
        let name = format!("verb: {name}");
        let figures: Vec<Figure> = read(sides, (&name, times), &mut |sides, keyed, number| {
            verb(sides.session(keyed)?, cases[number % cases.len()])
        })?;
        figures.iter().for_each(&mut *show);
    }
    Ok(())
}

fn open_case(session: &mut Session, case: CaseId) -> Result<()> {
    cases::get(session, cases::OneCase { case })?;
    diary_page(session, case)
}

fn diary_page(session: &mut Session, case: CaseId) -> Result<()> {
    let input = diary::ListEntries {
        case: Some(case),
        ..diary::ListEntries::default()
    };
    diary::list(session, input)?;
    Ok(())
}

fn find(session: &mut Session, typed: &str) -> Result<()> {
    let find = Find {
        text: typed.into(),
        settled: false,
        limit: None,
    };
    anything(session, find)?;
    Ok(())
}

fn list_people(session: &mut Session, filter: &str) -> Result<()> {
    let input = people::ListPeople {
        filter: filter.into(),
        after: None,
    };
    people::list(session, input)?;
    Ok(())
}

fn duplicates(session: &mut Session) -> Result<()> {
    let input = people::SuggestDuplicates {
        person: Person {
            surname: Some("Colombo".into()),
            name: Some("Maria".into()),
            birth: "1985-08-01".parse().ok(),
            ..Person::default()
        },
        ..people::SuggestDuplicates::default()
    };
    people::suggest_duplicates(session, input)?;
    Ok(())
}

fn list_cases(session: &mut Session, mine: bool, text: Option<&str>) -> Result<()> {
    let input = cases::CaseListAsk {
        mine,
        service: None,
        states: Vec::new(),
        text: text.map(str::to_owned),
        offset: 0,
    };
    cases::list(session, input)?;
    Ok(())
}

fn range(session: &mut Session, view: AgendaView) -> Result<()> {
    let day = session.today();
    agenda::range(session, agenda::AskRange { view, day })?;
    Ok(())
}

/// Resident memory, in MiB, after every verb was called some times and some entries were signed.
pub fn memory(sides: &mut Sides) -> Result<f64> {
    let cases = own_cases(sides)?;
    for number in 0..40 {
        let case = cases[number % cases.len()];
        let session = sides.session(true)?;
        for (_, _, verb) in VERBS {
            verb(session, case)?;
        }
        let draft = writes::kept(session, case, number)?;
        notes::signed(session, draft)?;
    }
    resident(true)
}
