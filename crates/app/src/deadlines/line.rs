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
use std::collections::BTreeMap;

/// Days after an alert in which Oggi tells of it.
const ALERT_DAYS: i64 = 7;

/// Days before its end from which a deadline is the next one of its case.
const NEXT_DAYS: i32 = 90;

/// A deadline as a line, with the cases in whose files it stands.
fn line(deadline: &Deadline, cases: Vec<CaseId>, today: CivilDate) -> AgendaItem {
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
        cases,
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

/// The overdue terms in the files of some cases, the oldest first: how many there are, and the first of them, the same lines
/// as in Oggi.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn overdue_of_services(
    session: &Session,
    services: &[Service],
    chosen: impl Fn(CaseId) -> bool,
    most: usize,
) -> Result<(usize, Vec<AgendaItem>)> {
    let (db, today) = (session.archive().db(), session.today());
    let mut found = queries::deadlines::overdue_of_services(db, services, session.now())?;
    found.retain(|one| chosen(one.case));
    let each = once(&found, |one| {
        let whose = one.act.map_or(one.key.record.uuid(), ActId::uuid);
        (whose, one.key.code, one.key.nth, one.due)
    });
    let shown: Vec<_> = each.iter().take(most).collect();
    let keys: Vec<TermKey> = shown.iter().map(|of| of.first.key).collect();
    let said = queries::deadlines::by_key(db, &keys)?;
    let said: BTreeMap<TermKey, &Deadline> = said.iter().map(|deadline| (deadline.key, deadline)).collect();
    let lines = shown.into_iter().filter_map(|of| {
        let deadline = said.get(&of.first.key)?;
        Some(line(
            deadline,
            of.files.iter().map(|one| one.case).collect(),
            today,
        ))
    });
    Ok((each.len(), lines.collect()))
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

/// Deadlines as lines, each once.
fn lines(found: &[InCase], today: CivilDate) -> Vec<AgendaItem> {
    let each = once(found, |one| {
        let TermKey { record, code, nth } = one.deadline.key;
        let whose = one.deadline.act.map_or(record.uuid(), ActId::uuid);
        (whose, code, nth, one.deadline.due)
    });
    let lines = each.into_iter().map(|of| {
        let cases = of.files.iter().map(|one| one.case).collect();
        line(&of.first.deadline, cases, today)
    });
    lines.collect()
}

/// A term and the files in which it stands.
struct Once<'a, T> {
    first: &'a T,
    files: Vec<&'a T>,
}

/// Each term once: one act for several files, or one person in several, has the same term in all of them.
fn once<T, K: Ord>(found: &[T], which: impl Fn(&T) -> K) -> Vec<Once<'_, T>> {
    let mut each: Vec<Once<'_, T>> = Vec::new();
    let mut known: BTreeMap<K, usize> = BTreeMap::new();
    for one in found {
        let at = *known.entry(which(one)).or_insert(each.len());
        match each.get_mut(at) {
            Some(of) => of.files.push(one),
            None => each.push(Once {
                first: one,
                files: vec![one],
            }),
        }
    }
    each
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
