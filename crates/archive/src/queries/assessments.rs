//! The signed assessments of a case.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{assessments::Assessment, ids::CaseId};
use rusqlite::Connection;

/// The assessments of a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId) -> Result<Vec<Row<Assessment>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY on_day DESC, id DESC",
        &[&case.to_string()],
    )
}
