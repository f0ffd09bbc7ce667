//! Placements: those of a case and of a minor, with their rates, bills, absences and requests; the office's facilities.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{PersonId, RecordId},
    placements::{Collocamento, Struttura},
    record::Record,
};
use rusqlite::Connection;

/// The office's facilities by name.
///
/// # Errors
/// The database does not answer.
pub fn facilities(db: &Connection) -> Result<Vec<Row<Struttura>>> {
    rows::select(db, "NOT deleted ORDER BY name, id", &[])
}

/// The placements of a person in all her cases that are here, the last first. The case's own are those of
/// [`super::tutela::of_case`].
///
/// # Errors
/// The database does not answer.
pub fn of_person(db: &Connection, person: PersonId) -> Result<Vec<Row<Collocamento>>> {
    rows::select(
        db,
        "case_id IN (SELECT id FROM case_file WHERE person = ?1) AND NOT deleted ORDER BY id DESC",
        &[&person.to_string()],
    )
}

/// All placements in which somebody entered, the first first.
///
/// # Errors
/// The database does not answer.
pub fn entered(db: &Connection) -> Result<Vec<Row<Collocamento>>> {
    rows::select(
        db,
        "state IN ('inserito', 'dimesso', 'concluso') AND NOT deleted ORDER BY id",
        &[],
    )
}

/// What hangs on a placement: its rates, bills, sheets, absences or requests, the first first.
///
/// # Errors
/// The database does not answer.
pub fn beside<T: Record>(db: &Connection, placement: RecordId) -> Result<Vec<Row<T>>> {
    rows::select(
        db,
        "collocamento_id = ?1 AND NOT deleted ORDER BY id",
        &[&placement.to_string()],
    )
}
