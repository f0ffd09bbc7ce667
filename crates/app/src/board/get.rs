//! The board: what is asked of it, and the page.

use super::{case::open, services, view::Board};
use crate::{Result, Session};
use cartella_domain::{cases::StateName, ids::OperatorId, services::Service};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Only cases of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BoardOnly {
    /// Of which nobody wrote for a long time.
    Silent,
    /// That lack their progetto.
    NoPlan,
    /// For which nobody is responsible.
    Nobody,
}

/// What the board is asked for; every part of it is of these cases.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AskBoard {
    /// Only of this service.
    pub service: Option<Service>,
    /// Only of this comune (Belfiore code).
    pub comune: Option<String>,
    /// Only in this state.
    pub state: Option<StateName>,
    /// Only those on which this operator works.
    pub operator: Option<OperatorId>,
    /// The list of cases: only those of one kind.
    pub only: Option<BoardOnly>,
}

/// The board.
///
/// # Errors
/// `forbidden` for who coordinates no service; the archive does not answer.
pub fn get(session: &mut Session, input: AskBoard) -> Result<Board> {
    let services = services(session)?;
    let cases = open(session, &services)?;
    Board::of(session, services, &cases, &input)
}
