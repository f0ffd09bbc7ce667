//! What a session tells the operator.

use crate::messages::Problem;
use cartella_domain::time::Instant;

/// What happened, in numbers. "17:42 · 14 voci confermate dall'ufficio, stessa impronta."
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// The device's clock when the session began.
    pub began_at: Instant,
    /// The device's clock now.
    pub at: Instant,
    /// Own changes accepted in this session, late ones included.
    pub confirmed: u64,
    /// Of those, accepted as late.
    pub late: u64,
    /// Own changes quarantined in this session.
    pub refused: u64,
    /// Others' changes that came.
    pub came: u64,
    /// Own changes that still wait to go.
    pub waiting: u64,
    /// Scopes that came whole.
    pub entered: u64,
    /// Scopes given back.
    pub left: u64,
    /// Scopes whose sums are the same on both sides.
    pub same: u64,
    /// Scopes whose sums differ: fetched again.
    pub differ: u64,
    /// The hub's clock minus the device's, in milliseconds.
    pub offset_ms: i64,
}

/// Why a session did not come to its end. What it stored stays; the next one goes on from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No answer came in time.
    #[error("no answer in time")]
    Timeout,
    /// The hub cannot be reached, or the line broke.
    #[error("no connection")]
    Line,
    /// The answer is not one to what was asked.
    #[error("an answer that makes no sense")]
    Nonsense,
    /// The hub said why.
    #[error(transparent)]
    Problem(#[from] Problem),
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// At its end.
    Finished(Summary),
    /// Before.
    Stopped(Trouble, Summary),
}
