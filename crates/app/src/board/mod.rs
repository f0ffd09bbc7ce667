//! The board of a service (quadro del servizio), for who coordinates it: what waits, what is silent, who carries how much.
//! One reading of the archive answers the page, its print and its workbook, so that they never differ.

mod case;
mod draw;
mod export;
mod get;
mod parts;
mod printed;
mod view;
mod waiting;

pub use export::{BoardWords, ExportBoard, export};
pub use get::{AskBoard, BoardOnly, get};
pub use printed::{PrintBoard, printed};
pub use view::{
    Board, BoardCount, BoardDrafts, BoardLine, BoardLoad, BoardOperator, BoardOrder, BoardTotals,
};
pub use waiting::OrdersToAssign;
pub(crate) use waiting::orders_to_assign;

use crate::{Code, Result, Session};
use cartella_domain::{
    rights::{Action, Subject, decide, standing_in_service},
    services::Service,
};

/// The services whose board the operator may see.
///
/// # Errors
/// `forbidden` for who coordinates none.
pub(crate) fn services(session: &Session) -> Result<Vec<Service>> {
    let actor = session.actor()?;
    let may = |service: &&Service| {
        let subject = Subject::of(standing_in_service(&actor, **service, &[]));
        decide(&actor, Action::BoardRead, &subject).is_allowed()
    };
    let found: Vec<Service> = Service::ALL.iter().filter(may).copied().collect();
    if found.is_empty() {
        return Err(Code::Forbidden.into());
    }
    Ok(found)
}

/// Whether there is a board for the operator.
pub(crate) fn may(session: &Session) -> Result<bool> {
    match services(session) {
        Ok(_) => Ok(true),
        Err(error) if error.code == Code::Forbidden => Ok(false),
        Err(error) => Err(error),
    }
}
