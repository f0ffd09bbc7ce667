//! The check that the audit chain is whole, and that what is shown follows from the log.

use crate::{Result, Session, commands::Nothing};
use cartella_archive::audit::{self, Verdict};
use cartella_domain::rights::{Action, Subject};
use serde::Serialize;
use ts_rs::TS;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChainCheck {
    /// Every event fits the one before it.
    pub whole: bool,
    /// How many events there are, or the first that does not fit.
    pub events: i64,
    /// Derived tables that do not follow from the log; none when all is well.
    pub differing: Vec<String>,
}

/// Checks the chain and the derived tables.
///
/// # Errors
/// `forbidden` by the table of rights; the archive does not answer.
pub fn verify(session: &mut Session, _: Nothing) -> Result<ChainCheck> {
    session.allow(Action::AuditVerify, &Subject::nobody())?;
    let verdict = audit::verify(session.archive.db())?;
    let differing = session
        .archive
        .compare_with_log()?
        .into_iter()
        .map(|difference| difference.table)
        .collect();
    session.note(audit::Event::new(audit::Act::Check))?;
    let (whole, events) = match verdict {
        Verdict::Whole(events) => (true, events),
        Verdict::BrokenAt(event) => (false, event),
    };
    Ok(ChainCheck {
        whole,
        events,
        differing,
    })
}
