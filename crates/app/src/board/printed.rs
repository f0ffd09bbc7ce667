//! The board goes to paper: the audit says so first.

use super::{
    case::{Case, open},
    draw::{count, listed},
    get::AskBoard,
    services,
};
use crate::{PaperHead, Result, Session};
use cartella_archive::audit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which board goes to paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintBoard {
    /// What is on the screen.
    pub ask: AskBoard,
}

/// Says it, with how many cases it lists.
///
/// # Errors
/// `forbidden` for who coordinates no service; the disk is full: then nothing is printed.
pub fn printed(session: &mut Session, input: PrintBoard) -> Result<PaperHead> {
    let services = services(session)?;
    let cases = open(session, &services)?;
    let cases: Vec<&Case> = cases.iter().filter(|case| case.answers(&input.ask)).collect();
    let listed = u64::from(count(listed(&cases, &input.ask).len()));
    let head = session.paper()?;
    session.note(audit::Event::new(audit::Act::Print).counting(listed))?;
    Ok(head)
}
