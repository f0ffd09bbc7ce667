//! The plans of a case, with their goals, reviews, signatures and what was signed.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{CaseId, RecordId},
    plans::{Goal, Plan, PlanReview, PlanSignature, PlanVersion},
    record::Record,
};
use rusqlite::Connection;

/// The plans of a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId) -> Result<Vec<Row<Plan>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY starts DESC, id DESC",
        &[&case.to_string()],
    )
}

/// The goals of a plan, those of a short term first.
///
/// # Errors
/// The database does not answer.
pub fn goals(db: &Connection, plan: RecordId) -> Result<Vec<Row<Goal>>> {
    rows::select(
        db,
        "plan = ?1 AND NOT deleted
         ORDER BY CASE term WHEN 'short' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END, id",
        &[&plan.to_string()],
    )
}

/// The reviews of a plan, the last first.
///
/// # Errors
/// The database does not answer.
pub fn reviews(db: &Connection, plan: RecordId) -> Result<Vec<Row<PlanReview>>> {
    beside(db, plan)
}

/// The signatures of a plan, the last first.
///
/// # Errors
/// The database does not answer.
pub fn signatures(db: &Connection, plan: RecordId) -> Result<Vec<Row<PlanSignature>>> {
    beside(db, plan)
}

/// What was signed of a plan, the last first.
///
/// # Errors
/// The database does not answer.
pub fn versions(db: &Connection, plan: RecordId) -> Result<Vec<Row<PlanVersion>>> {
    beside(db, plan)
}

fn beside<T: Record>(db: &Connection, plan: RecordId) -> Result<Vec<Row<T>>> {
    rows::select(
        db,
        "plan = ?1 AND NOT deleted ORDER BY on_day DESC, id DESC",
        &[&plan.to_string()],
    )
}
