//! Spazio neutro: all paths, and what hangs on one. Those of a case are found by [`super::tutela::of_case`].

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{ActId, RecordId},
    record::Record,
    spazio_neutro::{IncontroSn, PercorsoSn},
};
use rusqlite::Connection;

/// All paths, the first first.
///
/// # Errors
/// The database does not answer.
pub fn paths(db: &Connection) -> Result<Vec<Row<PercorsoSn>>> {
    rows::select(db, "NOT deleted ORDER BY id", &[])
}

/// What hangs on a path: its meetings or the steps that were recorded, the first first.
///
/// # Errors
/// The database does not answer.
pub fn beside<T: Record>(db: &Connection, path: RecordId) -> Result<Vec<Row<T>>> {
    rows::select(
        db,
        "percorso_id = ?1 AND NOT deleted ORDER BY id",
        &[&path.to_string()],
    )
}

/// A meeting that brothers and sisters have together, in each path that is here, the first first.
///
/// # Errors
/// The database does not answer.
pub fn together(db: &Connection, meeting: ActId) -> Result<Vec<Row<IncontroSn>>> {
    rows::select(
        db,
        "together = ?1 AND NOT deleted ORDER BY id",
        &[&meeting.to_string()],
    )
}
