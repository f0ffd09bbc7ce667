//! The papers of a court: those of a case, those of one act in several files, what binds a case, what waits for somebody.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    diary::DiaryEntry,
    ids::{ActId, CaseId, PersonId, RecordId},
    people::ParentalResponsibility,
    record::Record,
    tutela::{Autorita, Mandato, Misura403, Passo403, Provvedimento, Relazione, RelazioneFirma},
};
use rusqlite::Connection;

/// The office's own authorities.
///
/// # Errors
/// The database does not answer.
pub fn authorities(db: &Connection) -> Result<Vec<Row<Autorita>>> {
    rows::select(db, "NOT deleted ORDER BY id", &[])
}

/// All records of one of the court's kinds in a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn of_case<T: Record>(db: &Connection, case: CaseId) -> Result<Vec<Row<T>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY id DESC",
        &[&case.to_string()],
    )
}

/// The records of one act, one a file.
///
/// # Errors
/// The database does not answer.
pub fn of_act<T: Record>(db: &Connection, act: ActId) -> Result<Vec<Row<T>>> {
    rows::select(db, "act = ?1 AND NOT deleted ORDER BY id", &[&act.to_string()])
}

/// The mandates of a case that wait for an answer.
///
/// # Errors
/// The database does not answer.
pub fn open_mandates(db: &Connection, case: CaseId) -> Result<Vec<Row<Mandato>>> {
    rows::select(
        db,
        "case_id = ?1 AND state = 'aperto' AND NOT deleted ORDER BY id",
        &[&case.to_string()],
    )
}

/// The steps of an emergency measure.
///
/// # Errors
/// The database does not answer.
pub fn steps(db: &Connection, measure: RecordId) -> Result<Vec<Row<Passo403>>> {
    rows::select(
        db,
        "misura_id = ?1 AND NOT deleted ORDER BY id",
        &[&measure.to_string()],
    )
}

/// The emergency measures that nobody has closed.
///
/// # Errors
/// The database does not answer.
pub fn open_measures(db: &Connection) -> Result<Vec<Row<Misura403>>> {
    rows::select(db, "NOT closed AND NOT deleted ORDER BY id", &[])
}

/// Who decides for a minor by an order.
///
/// # Errors
/// The database does not answer.
pub fn responsibilities_by(db: &Connection, order: &str) -> Result<Vec<Row<ParentalResponsibility>>> {
    rows::select(
        db,
        "body ->> '$.provvedimento' = ?1 AND NOT deleted ORDER BY id",
        &[&order],
    )
}

/// The orders in the files of these cases that nothing has ended, the urgent ones first, then the oldest.
///
/// # Errors
/// The database does not answer.
pub fn in_files(db: &Connection, cases: &[String]) -> Result<Vec<Row<Provvedimento>>> {
    let cases = serde_json::to_string(cases)?;
    rows::select(
        db,
        "case_id IN (SELECT value FROM json_each(?1)) AND NOT deleted AND body ->> '$.ended' IS NULL
         ORDER BY urgent DESC, coalesce(arrived, ''), id",
        &[&cases],
    )
}

/// A signed entry of the diary, for the line in which a mandate names it.
///
/// # Errors
/// The database does not answer.
pub fn entry(db: &Connection, id: &str) -> Result<Option<Row<DiaryEntry>>> {
    rows::get(db, id)
}

/// All responsibilities ever recorded for a minor, the last first.
///
/// # Errors
/// The database does not answer.
pub fn responsibilities_of(db: &Connection, minor: PersonId) -> Result<Vec<Row<ParentalResponsibility>>> {
    rows::select(
        db,
        "minor_id = ?1 AND NOT deleted ORDER BY id DESC",
        &[&minor.to_string()],
    )
}

/// The signatures under a report, by its card in the file where it is written, the first first.
///
/// # Errors
/// The database does not answer.
pub fn signatures_of(db: &Connection, report: RecordId) -> Result<Vec<Row<RelazioneFirma>>> {
    rows::select(
        db,
        "relazione_id = ?1 AND NOT deleted ORDER BY id",
        &[&report.to_string()],
    )
}

/// The reports that did not leave yet, each by its card in the file where it is written, the first first.
///
/// # Errors
/// The database does not answer.
pub fn reports_not_sent(db: &Connection) -> Result<Vec<Row<Relazione>>> {
    rows::select(
        db,
        "sent IS NULL AND home = case_id AND NOT deleted ORDER BY id",
        &[],
    )
}
