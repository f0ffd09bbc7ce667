//! Checklist and forms of an emergency measure, and reports, go to the printer: the audit says so first.

use super::{
    in_file::allow,
    report::{ReportRef, allow_reading},
};
use crate::{Code, Error, PaperHead, Result, Session};
use cartella_archive::{audit, rows};
use cartella_domain::{
    ids::RecordId,
    record::Record as _,
    rights::{Action, Confidentiality},
    tutela::{Misura403, Relazione},
};
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
pub fn print_measure(session: &mut Session, input: PrintMeasure) -> Result<PaperHead> {
    let row = rows::get::<Misura403>(session.archive().db(), &input.measure.to_string())?;
    let case = row
        .and_then(|row| row.value.case)
        .ok_or(Error::new(Code::NotFound))?;
    allow(session, case, Action::CourtRead)?;
    let event = audit::Event::new(audit::Act::Print).on(input.measure, Misura403::KIND.number);
    session.print(event, case)
}

/// Notes that a report is printed, by whom. Who may not read its text prints nothing.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn print_report(session: &mut Session, input: ReportRef) -> Result<PaperHead> {
    let row = rows::get::<Relazione>(session.archive().db(), &input.report.to_string())?;
    let card = row.map(|row| row.value).ok_or(Error::new(Code::NotFound))?;
    let case = card.case.ok_or(Error::new(Code::NotFound))?;
    allow_reading(session, case, &card)?;
    let subject = session.case_subject(case)?.at(Confidentiality::Reserved);
    session.allow(Action::EntryRead, &subject)?;
    let event = audit::Event::new(audit::Act::Print).on(input.report, Relazione::KIND.number);
    session.print(event, case)
}
