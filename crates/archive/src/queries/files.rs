//! The files of a case, and those that hang on one record.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{files::Allegato, ids::CaseId};
use rusqlite::Connection;

/// The files in the file of a case, in the order in which they were attached.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId) -> Result<Vec<Row<Allegato>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY at, id",
        &[&case.to_string()],
    )
}

/// The files that hang on a record.
///
/// # Errors
/// The database does not answer.
pub fn of_record(db: &Connection, record: &str) -> Result<Vec<Row<Allegato>>> {
    rows::select(db, "of_id = ?1 AND NOT deleted ORDER BY at, id", &[&record])
}
