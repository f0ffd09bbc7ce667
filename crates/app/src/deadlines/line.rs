//! Deadlines as lines of the agenda and of Oggi, and the next one of a case.

use crate::{Result, Session};
use cartella_archive::queries::{self, deadlines::InCase};
use cartella_domain::{
    agenda::{AgendaDeadline, AgendaItem, AgendaSource},
    deadlines::{Deadline, Moment, State, TermKey},
    ids::{ActId, CaseId, PersonId},
    time::CivilDate,
};

/// Days after an alert in which Oggi tells of it.
const ALERT_DAYS: i64 = 7;

/// Days before its end from which a deadline is the next one of its case.
const NEXT_DAYS: i32 = 90;

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
    let mut lines: Vec<(_, AgendaItem)> = Vec::new();
    for one in &found {
        let TermKey { record, code, nth } = one.deadline.key;
        // One act for several files, or one person in several: the same term of all of them.
        let whose = one.deadline.act.map_or(record.uuid(), ActId::uuid);
        let same = (whose, code, nth, one.deadline.due);
        match lines.iter_mut().find(|(known, _)| *known == same) {
            Some((_, line)) => line.cases.push(one.case),
            None => lines.push((same, line(one, today))),
        }
    }
    Ok(lines.into_iter().map(|(_, line)| line).collect())
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
