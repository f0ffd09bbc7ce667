//! What the desk heard of the person of a case, for who reads its diary at the level of the service.

use crate::{Result, Session, cases::OneCase};
use cartella_archive::{audit, queries};
use cartella_domain::{desk::ReferralNote, rights::Action};

/// What came into the case from the desk, the first first. Of a reserved one the audit says that it was read.
///
/// # Errors
/// `forbidden` or `not_found` for who does not read the diary of the case at that level; the disk is full.
pub fn heard(session: &mut Session, input: OneCase) -> Result<Vec<ReferralNote>> {
    let subject = session
        .case_subject(input.case)?
        .at(session.level_of(input.case)?);
    session.allow(Action::EntryRead, &subject)?;
    let notes = queries::desk::notes(session.archive().db(), input.case)?;
    if !notes.is_empty() && Action::EntryRead.leaves_trace(&subject) {
        session.note(audit::Event::new(audit::Act::ReadReserved).about(input.case))?;
    }
    Ok(notes.into_iter().map(|row| row.value).collect())
}
