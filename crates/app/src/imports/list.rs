//! The imports of this operator: what was brought in, what was interrupted, what was taken back.

use crate::commands::Nothing;
use crate::{Result, Session};
use cartella_archive::{queries, rows::Row};
use cartella_domain::ids::ImportId;
use cartella_domain::imports::{ImportBatch, ImportState};
use cartella_domain::rights::{Action, Subject};
use cartella_domain::time::Instant;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which import.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ImportRef {
    /// Its id.
    pub id: ImportId,
}

/// One import.
#[derive(Clone, Serialize, TS)]
pub struct ImportSummary {
    /// Its id.
    pub id: ImportId,
    /// The file as the user knows it.
    pub file_name: String,
    /// When it began.
    pub started_at: Instant,
    /// Where it stands.
    pub state: ImportState,
    /// Lines to take.
    pub lines: u32,
    /// Lines that are there.
    pub done: u32,
}

/// All imports of this operator, the latest first.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, _: Nothing) -> Result<Vec<ImportSummary>> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let batches = queries::imports::batches(session.archive.db(), session.own())?;
    batches.into_iter().map(|row| summary(session, row)).collect()
}

/// The latest import of the same file that was not taken back.
pub(super) fn of_digest(session: &Session, digest: &str) -> Result<Option<ImportSummary>> {
    let batches = queries::imports::batches_of_file(session.archive.db(), session.own(), digest)?;
    let standing = |row: &Row<ImportBatch>| !matches!(row.value.state, ImportState::Undone { .. });
    let latest = batches.into_iter().find(standing);
    latest.map(|row| summary(session, row)).transpose()
}

pub(super) fn summary(session: &Session, row: Row<ImportBatch>) -> Result<ImportSummary> {
    let id: ImportId = row.typed_id()?;
    let parts = queries::imports::parts(session.archive.db(), id)?;
    let done: usize = parts.iter().map(|part| part.value.lines.len()).sum();
    Ok(ImportSummary {
        id,
        file_name: row.value.file_name,
        started_at: row.value.started_at,
        state: row.value.state,
        lines: row.value.lines,
        done: u32::try_from(done).unwrap_or(u32::MAX),
    })
}
