//! The agenda of an operator: her appointments and what she has to do, by day.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    agenda::Appointment,
    diary::NextAction,
    ids::{CaseId, OperatorId},
    time::CivilDate,
};
use rusqlite::Connection;

/// Her appointments between two days, both included.
///
/// # Errors
/// The database does not answer.
pub fn appointments(
    db: &Connection,
    operator: OperatorId,
    from: CivilDate,
    to: CivilDate,
) -> Result<Vec<Row<Appointment>>> {
    rows::select(
        db,
        "id IN (SELECT appointment FROM appointment_operator WHERE operator = ?1 AND on_day BETWEEN ?2 AND ?3)
         AND NOT deleted",
        &[&operator.to_string(), &from.to_string(), &to.to_string()],
    )
}

/// Her appointments of the past days of which nobody has said how they went.
///
/// # Errors
/// The database does not answer.
pub fn unsettled(db: &Connection, operator: OperatorId, before: CivilDate) -> Result<Vec<Row<Appointment>>> {
    rows::select(
        db,
        "id IN (SELECT appointment FROM appointment_operator WHERE operator = ?1 AND planned AND on_day < ?2
                ORDER BY on_day DESC LIMIT 100)
         AND NOT deleted ORDER BY on_day DESC",
        &[&operator.to_string(), &before.to_string()],
    )
}

/// What she has to do with a day between these two, both included, done or not.
///
/// # Errors
/// The database does not answer.
pub fn actions(
    db: &Connection,
    operator: OperatorId,
    from: CivilDate,
    to: CivilDate,
) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "due >= ?2 AND due <= ?3 AND who = ?1 AND NOT deleted",
        &[&operator.to_string(), &from.to_string(), &to.to_string()],
    )
}

/// What she still has to do by a day, the past included.
///
/// # Errors
/// The database does not answer.
pub fn open_actions(db: &Connection, operator: OperatorId, by: CivilDate) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "state = 'open' AND due <= ?2 AND who = ?1 AND NOT deleted ORDER BY due LIMIT 500",
        &[&operator.to_string(), &by.to_string()],
    )
}

/// What she still has to do and has no day.
///
/// # Errors
/// The database does not answer.
pub fn undated_actions(db: &Connection, operator: OperatorId) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "state = 'open' AND due IS NULL AND who = ?1 AND NOT deleted ORDER BY id DESC LIMIT 100",
        &[&operator.to_string()],
    )
}

/// The open actions of a case, the earliest first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "case_id = ?1 AND state = 'open' AND NOT deleted ORDER BY due IS NULL, due, id",
        &[&case.to_string()],
    )
}

/// The cases that an operator opened last, the newest first, from her last readings in the audit.
///
/// # Errors
/// The database does not answer.
pub fn latest_cases(db: &Connection, operator: OperatorId, limit: u32) -> Result<Vec<String>> {
    // The number of the act stands in the text, so that the index of these readings alone answers.
    let sql = format!(
        "SELECT subject FROM (SELECT seq, subject FROM audit WHERE action = {} AND operator = ?1
                              ORDER BY seq DESC LIMIT 400)
         WHERE subject IS NOT NULL GROUP BY subject ORDER BY max(seq) DESC LIMIT ?2",
        crate::audit::Act::ReadCase.number()
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(rusqlite::params![operator.to_string(), limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
