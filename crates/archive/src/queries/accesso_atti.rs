//! Requests for access to records: of a case, of one act, and all that wait.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    accesso_atti::RichiestaAccesso,
    ids::{ActId, CaseId},
};
use rusqlite::Connection;

/// Those of a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId) -> Result<Vec<Row<RichiestaAccesso>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY received DESC, id DESC",
        &[&case.to_string()],
    )
}

/// Those of one act, one a file.
///
/// # Errors
/// The database does not answer.
pub fn of_act(db: &Connection, act: ActId) -> Result<Vec<Row<RichiestaAccesso>>> {
    rows::select(db, "act = ?1 AND NOT deleted ORDER BY id", &[&act.to_string()])
}

/// Those that wait for an answer, the oldest first; or the last ones whatever became of them.
///
/// # Errors
/// The database does not answer.
pub fn list(db: &Connection, waiting: bool, most: u32) -> Result<Vec<Row<RichiestaAccesso>>> {
    let condition = if waiting {
        "NOT answered AND NOT deleted ORDER BY received, id LIMIT ?1"
    } else {
        "NOT deleted ORDER BY received DESC, id DESC LIMIT ?1"
    };
    rows::select(db, condition, &[&most])
}
