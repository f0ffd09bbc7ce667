//! The sheet of a visit goes to paper: the audit of every case on it says so first.

use super::PrepareVisit;
use crate::{PaperHead, Result, Session};
use cartella_archive::audit;
use cartella_domain::rights::Action;

/// Says it; the sheet of one case bears its code. All cases are asked before the first is written down.
///
/// # Errors
/// `not_found` or `forbidden` by the first case that she may not read; the disk is full.
pub fn printed(session: &mut Session, input: PrepareVisit) -> Result<PaperHead> {
    for case in &input.cases {
        session.allow(Action::CaseRead, &session.case_subject(*case)?)?;
    }
    if let [one] = input.cases.as_slice() {
        return session.print(audit::Event::new(audit::Act::Print), *one);
    }
    let head = session.paper()?;
    for case in &input.cases {
        session.note(audit::Event::new(audit::Act::Print).about(case))?;
    }
    Ok(head)
}
