//! Checklist and forms of an emergency measure go to the printer: the audit says so first.

use super::in_file::allow;
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{audit, rows};
use cartella_domain::{ids::RecordId, record::Record as _, rights::Action, tutela::Misura403};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which measure is printed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PrintMeasure {
    /// The measure, in its file.
    pub measure: RecordId,
}

/// Notes that it is printed, by whom.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn print_measure(session: &mut Session, input: PrintMeasure) -> Result<Nothing> {
    let row = rows::get::<Misura403>(session.archive().db(), &input.measure.to_string())?;
    let case = row
        .and_then(|row| row.value.case)
        .ok_or(Error::new(Code::NotFound))?;
    allow(session, case, Action::CourtRead)?;
    let event = audit::Event::new(audit::Act::Print).on(input.measure, Misura403::KIND.number);
    session.note(event.about(case))?;
    Ok(Nothing {})
}
