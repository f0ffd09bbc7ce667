//! The schools, and the classes of one in a school year.

use crate::{Result, Session, commands::Nothing, people::Shown};
use cartella_archive::queries;
use cartella_domain::{
    ids::SchoolId,
    rights::{Action, Subject},
    schools::{School, SchoolClass, school_year_of},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All schools by name, closed ones included.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn list(session: &mut Session, _: Nothing) -> Result<Vec<Shown<School>>> {
    session.allow(Action::SchoolRead, &Subject::nobody())?;
    let rows = queries::schools::all(session.archive().db())?;
    rows.into_iter().map(|row| Shown::of(session, row)).collect()
}

/// Which classes.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ListClasses {
    /// Of which school.
    pub school: SchoolId,
    /// The calendar year in which the school year starts; the present one without.
    pub year: Option<u16>,
}

/// The classes of a school in a school year.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn classes(session: &mut Session, input: ListClasses) -> Result<Vec<Shown<SchoolClass>>> {
    session.allow(Action::SchoolRead, &Subject::nobody())?;
    let year = input.year.unwrap_or_else(|| school_year_of(session.today()));
    let rows = queries::schools::classes(session.archive().db(), input.school, year)?;
    rows.into_iter().map(|row| Shown::of(session, row)).collect()
}
