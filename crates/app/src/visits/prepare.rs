//! The sheet of a visit: who lives there, what to beware of, what was promised, where it is and whom to call.
//!
//! It shows what the pages of case and people show, by the same rights and with the same readings in the audit: a hidden
//! address that she may not read is not on it.

use crate::{
    Code, Error, Result, Session,
    agenda::{self, ActionLine, AskActions},
    cases::{self, CaseHeader, Named, OneCase, PersonInCase},
    deadlines::{self, DeadlineView},
    error::readable,
    people::{self, PersonRef},
};
use cartella_domain::{
    cases::StateName,
    ids::{CaseId, PersonId},
    people::{Alert, ContactKind, Location},
    places,
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// More families than this nobody visits in a day.
const MOST: usize = 12;

/// More terms than this do not stand on one page; the case has them all.
const NEXT: usize = 5;

/// The cases that she goes to see.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrepareVisit {
    /// In the order of the way.
    pub cases: Vec<CaseId>,
}

/// What to take along.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct VisitSheet {
    /// Today.
    pub on: CivilDate,
    /// One a case, in the order of the way.
    pub cases: Vec<VisitCase>,
}

/// A case on the sheet.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct VisitCase {
    /// The case.
    pub case: CaseId,
    /// Whose.
    pub person: PersonInCase,
    /// The service.
    pub service: Service,
    /// Where it stands.
    pub state: Option<StateName>,
    /// Who lives there, who has responsibility, the last contact.
    pub header: CaseHeader,
    /// What to beware of: of the person and of who lives there.
    pub alerts: Vec<Alert>,
    /// Where she lives; empty where it may not be read.
    pub homes: Vec<VisitHome>,
    /// An address is hidden from this operator.
    pub hidden: bool,
    /// Whom to call.
    pub phones: Vec<VisitPhone>,
    /// Language to speak, if an interpreter is needed or one was named.
    pub language: Option<String>,
    /// An interpreter is needed.
    pub interpreter: bool,
    /// What was promised and is open, the earliest first.
    pub promises: Vec<VisitPromise>,
    /// The next deadlines, those that are over first.
    pub deadlines: Vec<DeadlineView>,
}

/// Where somebody lives.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct VisitHome {
    /// As recorded.
    pub location: Location,
    /// The comune's name.
    pub place: Option<String>,
    /// Hidden from others: for her eyes.
    pub protected: bool,
}

/// Somebody's phone.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitPhone {
    /// Whose.
    pub name: String,
    /// The number as written.
    pub number: String,
    /// When or whom to ask for.
    pub note: Option<String>,
    /// Hidden from others: for her eyes.
    pub protected: bool,
}

/// Something promised.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitPromise {
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<CivilDate>,
}

/// Puts the sheet together.
///
/// # Errors
/// `visit_empty` without a case, `visit_too_many` for more than a day holds; `not_found` or `forbidden` by the first
/// case that she may not read; the disk is full.
pub fn prepare(session: &mut Session, input: PrepareVisit) -> Result<VisitSheet> {
    let mut seen = BTreeSet::new();
    let cases: Vec<CaseId> = input
        .cases
        .into_iter()
        .filter(|case| seen.insert(*case))
        .collect();
    if cases.is_empty() {
        return Err(Error::field(Code::VisitEmpty, "cases"));
    }
    if cases.len() > MOST {
        return Err(Error::field(Code::VisitTooMany, "cases"));
    }
    let sheets = cases
        .into_iter()
        .map(|case| sheet(session, case))
        .collect::<Result<_>>()?;
    Ok(VisitSheet {
        on: session.today(),
        cases: sheets,
    })
}

fn sheet(session: &mut Session, case: CaseId) -> Result<VisitCase> {
    let page = cases::get(session, OneCase { case })?;
    let mut sheet = VisitCase {
        case,
        service: page.service,
        state: page.episodes.first().map(|episode| episode.state_name),
        alerts: page.alerts,
        homes: Vec::new(),
        hidden: false,
        phones: Vec::new(),
        language: None,
        interpreter: false,
        promises: promises(session, case)?,
        deadlines: next_deadlines(session, case)?,
        person: page.person,
        header: page.header,
    };
    let first = Named {
        id: sheet.person.id,
        name: sheet.person.label.clone(),
    };
    let parents = [&sheet.header.mother, &sheet.header.father].into_iter().flatten();
    let mut there = vec![first];
    for named in sheet
        .header
        .lives_with
        .iter()
        .chain(parents)
        .cloned()
        .collect::<Vec<_>>()
    {
        if !there.iter().any(|known| known.id == named.id) {
            there.push(named);
        }
    }
    let lives_there: BTreeSet<PersonId> = sheet.header.lives_with.iter().map(|named| named.id).collect();
    for named in there {
        add_person(session, &mut sheet, &named, &lives_there)?;
    }
    Ok(sheet)
}

/// Who may open the case and not see its terms, or what was agreed in it, has a sheet without them.
fn next_deadlines(session: &mut Session, case: CaseId) -> Result<Vec<DeadlineView>> {
    let all = readable(deadlines::of_case(session, OneCase { case }))?;
    let mut open = all.map(|all| all.open).unwrap_or_default();
    open.truncate(NEXT);
    Ok(open)
}

fn promises(session: &mut Session, case: CaseId) -> Result<Vec<VisitPromise>> {
    let lines = readable(agenda::actions(session, AskActions { case }))?.unwrap_or_default();
    let promise = |line: ActionLine| VisitPromise {
        what: line.action.what,
        due: line.action.due,
    };
    Ok(lines.into_iter().map(promise).collect())
}

/// What a person's page says that the visit needs. Of who may be known by name only there is nothing.
fn add_person(
    session: &mut Session,
    sheet: &mut VisitCase,
    named: &Named,
    lives_there: &BTreeSet<PersonId>,
) -> Result<()> {
    let Some(details) = people::get(session, PersonRef { id: named.id })?.details else {
        return Ok(());
    };
    let own = named.id == sheet.person.id;
    let today = session.today();
    if own {
        let value = &details.person.value;
        sheet.interpreter = value.interpreter_needed.unwrap_or_default();
        sheet.language = value.language.clone();
        sheet.hidden = details.protected_hidden;
        sheet.homes = details
            .addresses
            .iter()
            .filter(|view| view.current)
            .map(|view| VisitHome {
                place: view
                    .record
                    .value
                    .location
                    .place
                    .as_ref()
                    .and_then(|code| places::at(code, None))
                    .map(|place| place.name.to_string()),
                location: view.record.value.location.clone(),
                protected: view.protected,
            })
            .collect();
    }
    if !own && lives_there.contains(&named.id) {
        let theirs = details.alerts.iter().map(|alert| &alert.value);
        let held = theirs.filter(|alert| alert.holds_on(today)).cloned();
        for alert in held.collect::<Vec<_>>() {
            if !sheet.alerts.contains(&alert) {
                sheet.alerts.push(alert);
            }
        }
    }
    let phone = |kind: Option<ContactKind>| matches!(kind, Some(ContactKind::Mobile | ContactKind::Phone));
    sheet.phones.extend(
        details
            .contacts
            .iter()
            .filter(|view| view.current && phone(view.record.value.kind))
            .map(|view| VisitPhone {
                name: view
                    .whose
                    .as_ref()
                    .and_then(|card| card.name.clone())
                    .or_else(|| view.record.value.whose.words.clone())
                    .unwrap_or_else(|| named.name.clone()),
                number: view.record.value.value.clone(),
                note: view.record.value.note.clone(),
                protected: view.protected,
            }),
    );
    Ok(())
}
