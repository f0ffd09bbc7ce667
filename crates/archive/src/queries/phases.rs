//! The phases of an episode, and the lists that the office loaded.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    deadlines::TermsChange,
    ids::EpisodeId,
    phases::{DatoFase, ElencoCodici, Fase},
};
use rusqlite::Connection;

/// What was said of the phases of an episode.
///
/// # Errors
/// The database does not answer.
pub fn said(db: &Connection, episode: EpisodeId) -> Result<Vec<Row<Fase>>> {
    rows::select(
        db,
        "episode = ?1 AND NOT deleted ORDER BY id",
        &[&episode.to_string()],
    )
}

/// What was written of an episode for the interchange alone.
///
/// # Errors
/// The database does not answer.
pub fn written(db: &Connection, episode: EpisodeId) -> Result<Vec<Row<DatoFase>>> {
    rows::select(
        db,
        "episode = ?1 AND NOT deleted ORDER BY id",
        &[&episode.to_string()],
    )
}

/// Every list that the office loaded, the first first.
///
/// # Errors
/// The database does not answer.
pub fn lists(db: &Connection) -> Result<Vec<Row<ElencoCodici>>> {
    rows::select(db, "NOT deleted ORDER BY id", &[])
}

/// What the office decided about its terms, the last first.
///
/// # Errors
/// The database does not answer.
pub fn terms_changes(db: &Connection) -> Result<Vec<Row<TermsChange>>> {
    rows::select(db, "NOT deleted ORDER BY id DESC", &[])
}
