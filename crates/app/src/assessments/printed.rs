//! The assessment in use goes to paper: the audit says so first.

use crate::{PaperHead, Result, Session, cases::OneCase};
use cartella_archive::audit;
use cartella_domain::rights::Action;

/// Says it.
///
/// # Errors
/// `forbidden` for who does not read the health data of the case; `not_found`; the disk is full.
pub fn printed(session: &mut Session, input: OneCase) -> Result<PaperHead> {
    session.allow(Action::HealthRead, &session.case_subject(input.case)?)?;
    session.print(audit::Event::new(audit::Act::Print), input.case)
}
