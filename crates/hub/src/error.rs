//! What can go wrong at the hub, and which answer it is.

use cartella_sync::{codec::CodecError, messages::Problem};
use thiserror::Error;

/// An error with its source. Its text holds ids and numbers, never what a record says.
#[derive(Debug, Error)]
pub enum Error {
    /// The protocol has an answer for it.
    #[error("{0}")]
    Problem(#[from] Problem),
    /// PostgreSQL refuses or does not answer.
    #[error("the database does not answer: {}", said(.0))]
    Database(#[from] tokio_postgres::Error),
    /// No connection was free in time.
    #[error("no connection to the database")]
    Pool(#[from] deadpool_postgres::PoolError),
    /// Stored bytes cannot be read again.
    #[error("stored bytes cannot be read")]
    Codec(#[from] CodecError),
    /// Stored JSON cannot be read again.
    #[error("stored JSON cannot be read")]
    Json(#[from] serde_json::Error),
    /// The database is not what this program expects.
    #[error("{0}")]
    Inconsistent(&'static str),
    /// The desk asks for what does not exist or cannot be.
    #[error("{0}")]
    Refused(String),
}

/// The result of whatever asks the database.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What PostgreSQL says, without the detail line: that may quote values.
fn said(error: &tokio_postgres::Error) -> String {
    error.as_db_error().map_or_else(
        || error.to_string(),
        |db| format!("{} ({})", db.message(), db.code().code()),
    )
}

impl Error {
    /// Whether the same again may succeed: two transactions met, or the connection broke before anything was said.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        use tokio_postgres::error::SqlState;
        match self {
            Self::Database(error) => error.code().is_some_and(|code| {
                [
                    SqlState::T_R_SERIALIZATION_FAILURE,
                    SqlState::T_R_DEADLOCK_DETECTED,
                    // Another claimed the same change id at the same moment: now it is known.
                    SqlState::UNIQUE_VIOLATION,
                ]
                .contains(code)
            }),
            _ => false,
        }
    }

    /// What the device is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Problem(problem) => *problem,
            // The device comes again and finds whatever was committed.
            _ => Problem::Busy(AGAIN_MS),
        }
    }
}

/// After how many milliseconds a device should come again when the hub could not do its work.
pub const AGAIN_MS: u64 = 5_000;
