//! A card of the desk goes to paper: the audit says so first.

use super::{AccessoRef, allow, card};
use crate::{PaperHead, Result, Session};
use cartella_archive::audit;
use cartella_domain::{desk::Accesso, record::Record as _, rights::Action};

/// Says it.
///
/// # Errors
/// `forbidden` for who does not work at the desk; `not_found`; the disk is full.
pub fn printed(session: &mut Session, input: AccessoRef) -> Result<PaperHead> {
    allow(session, Action::DeskRead)?;
    card(session, input.id)?;
    let head = session.paper()?;
    let event = audit::Event::new(audit::Act::Print).on(input.id, Accesso::KIND.number);
    session.note(event.about(input.id))?;
    Ok(head)
}
