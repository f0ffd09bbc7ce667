//! Deadlines as lines of the agenda and of Oggi, and the next one of a case.

use crate::{Result, Session};
use cartella_archive::queries::{self, deadlines::InCase};
use cartella_domain::{
    agenda::{AgendaDeadline, AgendaItem, AgendaSource},
    deadlines::{Code, Deadline, Moment, State, TermKey},
    ids::{ActId, CaseId, PersonId, RecordId},
    services::Service,
    time::CivilDate,
};
use std::collections::{BTreeMap, btree_map::Entry};

/// Days after an alert in which Oggi tells of it.
const ALERT_DAYS: i64 = 7;

/// Days before its end from which a deadline is the next one of its case.
const NEXT_DAYS: i32 = 90;

/// Overdue terms that the board reads at most, of cases and of people each: the oldest.
const MOST: u32 = 2_000;

/// A deadline as a line. A term that stands in several files by one act is one line.
fn line(one: &InCase, today: CivilDate) -> AgendaItem {
    let deadline = &one.deadline;
    let alerted = deadline
        .alert_days()
        .iter()
        .any(|day| (0..ALERT_DAYS).contains(&today.days_since(*day)));
    AgendaItem {
        id: deadline.key.record,
        source: AgendaSource::Deadline,
        on: deadline.due.date(),
        starts: match deadline.due {
            Moment::At(moment) => Some(moment.rome_time()),
            Moment::Day(_) => None,
        },
        ends: None,
        what: String::new(),
        kind: None,
        deadline: Some(AgendaDeadline {
            key: deadline.key,
            due: deadline.due,
            alerted,
        }),
        cases: vec![one.case],
        closed: !deadline.is_open(),
        clashed: deadline.contested,
    }
}

/// The open deadlines of the cases on which she works, from a day or from ever to a day.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn of_operator(
    session: &Session,
    from: Option<CivilDate>,
    to: CivilDate,
) -> Result<Vec<AgendaItem>> {
    let (db, today) = (session.archive().db(), session.today());
    let found = queries::deadlines::of_operator(db, session.operator(), today, from, to)?;
    Ok(lines(&found, today))
}

/// The overdue terms of the open cases of some services, the oldest first: the same lines as in Oggi.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn overdue_of_services(session: &Session, services: &[Service]) -> Result<Vec<AgendaItem>> {
    let (db, now) = (session.archive().db(), session.now());
    let codes: Vec<String> = services.iter().map(|service| service.code().to_owned()).collect();
    let mut found = queries::deadlines::of_services(db, &codes, session.today(), MOST)?;
    let office = queries::deadlines::office(db)?;
    found.retain(|one| one.running && one.deadline.standing(now, &office).state == State::Overdue);
    Ok(lines(&found, session.today()))
}

/// The terms by which orders are to be assigned, while nobody has been.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn to_assign(session: &Session, orders: &[RecordId]) -> Result<BTreeMap<RecordId, Deadline>> {
    let found = queries::deadlines::open_of(session.archive().db(), Code::TmAssegnazione, orders)?;
    Ok(found
        .into_iter()
        .map(|deadline| (deadline.key.record, deadline))
        .collect())
}

/// Deadlines as lines, each once: one act for several files, or one person in several, has the same term in all of them.
fn lines(found: &[InCase], today: CivilDate) -> Vec<AgendaItem> {
    let mut lines: Vec<AgendaItem> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for one in found {
        let TermKey { record, code, nth } = one.deadline.key;
        let whose = one.deadline.act.map_or(record.uuid(), ActId::uuid);
        match known.entry((whose, code, nth, one.deadline.due)) {
            Entry::Occupied(at) => {
                if let Some(line) = lines.get_mut(*at.get()) {
                    line.cases.push(one.case);
                }
            }
            Entry::Vacant(new) => {
                new.insert(lines.len());
                lines.push(line(one, today));
            }
        }
    }
    lines
}

/// The first open deadline of a case.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn next_of_case(session: &Session, case: CaseId, person: PersonId) -> Result<Option<Deadline>> {
    let persons = session.same_person(person)?;
    let found = queries::deadlines::of_case(session.archive().db(), case, &persons)?;
    let office = queries::deadlines::office(session.archive().db())?;
    let now = session.now();
    let open = found.into_iter().filter(|one| one.running);
    Ok(open.map(|one| one.deadline).find(|deadline| {
        let standing = deadline.standing(now, &office);
        let pressing = standing.state != State::InTime || standing.alert.is_some();
        deadline.is_open() && (pressing || standing.days <= NEXT_DAYS)
    }))
}
