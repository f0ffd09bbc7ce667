//! A person's family and what is warned of about her, as the page of her case needs them.

use crate::{Result, rows};
use cartella_domain::{
    ids::PersonId,
    people::{Alert, Household, ParentalResponsibility, Relation},
};
use rusqlite::Connection;

/// What is recorded of a person's family.
#[derive(Clone, Default)]
pub struct Family {
    /// Households of which she is or was a member.
    pub households: Vec<Household>,
    /// Ties, from either end.
    pub relations: Vec<Relation>,
    /// Parental responsibility for her.
    pub responsibilities: Vec<ParentalResponsibility>,
}

/// The family of a person.
///
/// # Errors
/// The database does not answer.
pub fn of(db: &Connection, person: PersonId) -> Result<Family> {
    let person = person.to_string();
    let households = rows::select::<Household>(
        db,
        "id IN (SELECT household_id FROM household_member WHERE person_id = ?1) AND NOT deleted ORDER BY id",
        &[&person],
    )?;
    let relations = rows::select::<Relation>(
        db,
        "(subject_id = ?1 OR other_id = ?1) AND NOT deleted ORDER BY id",
        &[&person],
    )?;
    let responsibilities =
        rows::select::<ParentalResponsibility>(db, "minor_id = ?1 AND NOT deleted ORDER BY id", &[&person])?;
    Ok(Family {
        households: households.into_iter().map(|row| row.value).collect(),
        relations: relations.into_iter().map(|row| row.value).collect(),
        responsibilities: responsibilities.into_iter().map(|row| row.value).collect(),
    })
}

/// Everything ever warned of about a person, the last first.
///
/// # Errors
/// The database does not answer.
pub fn alerts(db: &Connection, person: PersonId) -> Result<Vec<Alert>> {
    let found = rows::select::<Alert>(
        db,
        "person_id = ?1 AND NOT deleted ORDER BY id DESC",
        &[&person.to_string()],
    )?;
    Ok(found.into_iter().map(|row| row.value).collect())
}
