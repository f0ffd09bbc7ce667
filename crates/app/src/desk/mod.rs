//! Segretariato sociale: a contact is noted in under a minute, seen, and becomes a case in one step, or is declined or
//! sent elsewhere. Who waits stands in the waiting list; everything counts in the statistics.

mod accept;
mod codes;
mod count;
mod get;
mod heard;
mod list;
mod printed;
mod save;
mod take_step;

pub use accept::{AcceptAccesso, Accepted, accept};
pub use codes::{DeskCodes, codes};
pub use count::{AskDeskCount, DeskCount, DeskCountLine, count};
pub use get::{AccessoPage, AccessoRef, CaseOfDesk, get};
pub use heard::heard;
pub(crate) use list::called;
pub use list::{AccessoLine, AskDesk, DeskPage, DeskView, list};
pub use printed::printed;
pub use save::{SaveAccesso, save};
pub use take_step::{StepAccesso, take_step};

use crate::{Code, Error, Result, Session};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
    desk::{Accesso, standing_at_desk},
    ids::RecordId,
    rights::{Action, Subject},
    scope::{ScopeId, ScopeKind},
};

/// Goes on only if the operator may do this at the desk.
fn allow(session: &Session, action: Action) -> Result<()> {
    session.allow(action, &Subject::of(standing_at_desk(&session.actor()?)))
}

/// Whether the operator may do this at the desk.
pub(crate) fn may(session: &Session, action: Action) -> Result<bool> {
    let subject = Subject::of(standing_at_desk(&session.actor()?));
    Ok(session.decide(action, &subject)?.is_allowed())
}

/// The scope of the cards.
fn scope(session: &Session) -> ScopeId {
    ScopeId::new(session.archive().identity().office, ScopeKind::Desk)
}

/// One card.
fn card(session: &Session, id: RecordId) -> Result<Row<Accesso>> {
    rows::get::<Accesso>(session.archive().db(), &id.to_string())?
        .filter(|row| !row.deleted)
        .ok_or_else(|| Error::new(Code::NotFound))
}
