//! A plan goes to paper: the audit says so first.

use super::{PlanRef, loaded::Loaded};
use crate::{PaperHead, Result, Session};
use cartella_archive::audit;
use cartella_domain::{plans::Plan, record::Record as _, rights::Action};

/// Says it.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; the disk is full.
pub fn printed(session: &mut Session, input: PlanRef) -> Result<PaperHead> {
    let loaded = Loaded::of(session, input.id, Action::PlanRead)?;
    let event = audit::Event::new(audit::Act::Print).on(input.id, Plan::KIND.number);
    session.print(event, loaded.case)
}
