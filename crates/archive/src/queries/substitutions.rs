//! Substitutions: which there are, and in which cases.

use super::ENDED;
use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    cases::Assignment,
    diary::NextAction,
    ids::{CaseId, OperatorId, RecordId},
    staff::Substitution,
    time::CivilDate,
};
use rusqlite::Connection;
use std::str::FromStr as _;
use uuid::Uuid;

/// Those whose last day is not before a day, the first to begin first.
///
/// # Errors
/// The database does not answer.
pub fn since(db: &Connection, day: CivilDate) -> Result<Vec<Row<Substitution>>> {
    rows::select(
        db,
        "to_day >= ?1 AND NOT deleted ORDER BY from_day, id",
        &[&day.to_string()],
    )
}

/// The assignments that a substitution made.
///
/// # Errors
/// The database does not answer.
pub fn made_by(db: &Connection, substitution: RecordId) -> Result<Vec<Row<Assignment>>> {
    rows::select(
        db,
        "body ->> '$.substitution' IS NOT NULL AND body ->> '$.substitution' = ?1 AND NOT deleted ORDER BY id",
        &[&substitution.to_string()],
    )
}

/// An operator's work on open cases on any of some days, as whatever but as a substitute.
///
/// # Errors
/// The database does not answer.
pub fn work_of(
    db: &Connection,
    operator: OperatorId,
    from: CivilDate,
    to: CivilDate,
) -> Result<Vec<(CaseId, Assignment)>> {
    let found = rows::select::<Assignment>(
        db,
        &format!(
            "operator = ?1 AND to_day >= ?2 AND from_day <= ?3 AND role <> 'sostituto' AND NOT deleted
             AND case_id IN (SELECT case_id FROM case_line WHERE state NOT IN {ENDED}) ORDER BY case_id, id"
        ),
        &[&operator.to_string(), &from.to_string(), &to.to_string()],
    )?;
    let of_case = |row: Row<Assignment>| Some((row.value.case?, row.value));
    Ok(found.into_iter().filter_map(of_case).collect())
}

/// What is due by a day, in the cases in which an operator stands in on the day `on`, of those for whom she does.
///
/// # Errors
/// The database does not answer.
pub fn actions_stood_in_for(
    db: &Connection,
    operator: OperatorId,
    on: CivilDate,
    by: CivilDate,
) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "state = 'open' AND due <= ?3 AND NOT deleted AND id IN (
             SELECT n.id FROM assignment AS a
             JOIN next_action AS n ON n.case_id = a.case_id AND n.who = a.body ->> '$.stands_in_for' AND n.state = 'open'
             WHERE a.operator = ?1 AND a.role = 'sostituto' AND NOT a.deleted AND a.from_day <= ?2 AND a.to_day >= ?2)
         ORDER BY due LIMIT 500",
        &[&operator.to_string(), &on.to_string(), &by.to_string()],
    )
}

/// The cases in which a substitution put somebody.
///
/// # Errors
/// The database does not answer.
pub fn cases_of(db: &Connection, substitution: RecordId) -> Result<Vec<CaseId>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT case_id FROM assignment
         WHERE body ->> '$.substitution' IS NOT NULL AND body ->> '$.substitution' = ?1 AND NOT deleted
           AND case_id IS NOT NULL ORDER BY case_id",
    )?;
    let cases = statement.query_map([substitution.to_string()], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for case in cases {
        found.extend(Uuid::from_str(&case?).ok().map(CaseId));
    }
    Ok(found)
}
