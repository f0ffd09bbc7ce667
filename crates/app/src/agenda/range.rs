//! A day, a week or a month of the agenda.

use super::item::{of_action, of_appointment};
use crate::{
    Result, Session, deadlines,
    names::{Names, names},
};
use cartella_archive::queries;
use cartella_domain::{
    agenda::{AgendaDay, AgendaView, by_day, span},
    rights::{Action, Subject},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which part of the agenda.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct AskRange {
    /// Day, week or month.
    pub view: AgendaView,
    /// A day in it.
    pub day: CivilDate,
}

/// A part of the agenda.
#[derive(Clone, Serialize, TS)]
pub struct AgendaRange {
    /// Its first day.
    pub from: CivilDate,
    /// Its last day.
    pub to: CivilDate,
    /// Every day with its lines, the empty ones too.
    pub days: Vec<AgendaDay>,
    /// What the files in it are called.
    pub names: Names,
}

/// The operator's agenda.
///
/// # Errors
/// The archive does not answer.
pub fn range(session: &mut Session, input: AskRange) -> Result<AgendaRange> {
    session.allow(Action::AgendaRead, &Subject::nobody().written_by_actor(true))?;
    let (from, to) = span(input.view, input.day);
    let (db, me) = (session.archive().db(), session.operator());
    let mut items = Vec::new();
    for row in queries::agenda::appointments(db, me, from, to)? {
        items.push(of_appointment(row)?);
    }
    for row in queries::agenda::actions(db, me, from, to)? {
        items.extend(of_action(row)?);
    }
    items.extend(deadlines::of_operator(session, Some(from), to)?);
    let cases: Vec<_> = items.iter().flat_map(|item| item.cases.clone()).collect();
    Ok(AgendaRange {
        from,
        to,
        days: by_day(items, from, to),
        names: names(session, cases.iter().map(|case| case.uuid()))?,
    })
}
