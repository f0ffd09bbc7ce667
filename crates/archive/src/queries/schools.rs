//! Schools, their classes of a year, and who attends them.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{ClassId, SchoolId},
    schools::{School, SchoolClass, SchoolEnrolment},
};
use rusqlite::Connection;

/// Every school building, by name.
///
/// # Errors
/// The database does not answer.
pub fn all(db: &Connection) -> Result<Vec<Row<School>>> {
    rows::select(db, "NOT deleted ORDER BY name COLLATE NOCASE, id", &[])
}

/// The classes of a school in a school year.
///
/// # Errors
/// The database does not answer.
pub fn classes(db: &Connection, school: SchoolId, year: u16) -> Result<Vec<Row<SchoolClass>>> {
    rows::select(
        db,
        "school_id = ?1 AND year = ?2 AND NOT deleted
         ORDER BY body ->> '$.grade', body ->> '$.section', id",
        &[&school.to_string(), &year],
    )
}

/// Who attends a school, or one class of it, in a school year.
///
/// # Errors
/// The database does not answer.
pub fn enrolments(
    db: &Connection,
    school: SchoolId,
    class: Option<ClassId>,
    year: u16,
) -> Result<Vec<Row<SchoolEnrolment>>> {
    rows::select(
        db,
        "school_id = ?1 AND year = ?2 AND (?3 IS NULL OR class_id = ?3) AND NOT deleted ORDER BY id",
        &[&school.to_string(), &year, &class.map(|class| class.to_string())],
    )
}
