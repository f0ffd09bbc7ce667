//! Appointments and next actions as lines of the agenda.

use crate::Result;
use cartella_archive::rows::Row;
use cartella_domain::{
    agenda::{AgendaItem, AgendaSource, Appointment, AppointmentState},
    diary::{ActionState, NextAction},
};

/// An appointment as a line.
pub(crate) fn of_appointment(row: Row<Appointment>) -> Result<AgendaItem> {
    Ok(AgendaItem {
        id: row.typed_id()?,
        clashed: row.clashed(),
        source: AgendaSource::Appointment,
        on: row.value.slot.on,
        starts: row.value.slot.starts,
        ends: row.value.slot.ends,
        what: row.value.what.unwrap_or_default(),
        kind: Some(row.value.kind),
        deadline: None,
        cases: row.value.cases.0,
        closed: row.value.state != AppointmentState::Planned,
    })
}

/// A next action as a line; none without a day.
pub(crate) fn of_action(row: Row<NextAction>) -> Result<Option<AgendaItem>> {
    let Some(on) = row.value.due else { return Ok(None) };
    Ok(Some(AgendaItem {
        id: row.typed_id()?,
        clashed: row.clashed(),
        source: AgendaSource::Action,
        on,
        starts: None,
        ends: None,
        what: row.value.what,
        kind: None,
        deadline: None,
        cases: row.value.case.into_iter().collect(),
        closed: row.value.state != ActionState::Open,
    }))
}
