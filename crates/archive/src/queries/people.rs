//! People: everything that hangs on one, those that are the same person, and the list of many.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::PersonId,
    people::{
        Address, Alert, Contact, Household, ParentalResponsibility, Person, PersonMerge, Relation, SocialTie,
    },
    record::Record,
    schools::SchoolEnrolment,
};
use rusqlite::Connection;
use std::collections::HashSet;

/// Kinds that name their person in a column `person_id`.
pub trait OfPerson: Record {}
impl OfPerson for Address {}
impl OfPerson for Contact {}
impl OfPerson for Alert {}
impl OfPerson for SchoolEnrolment {}
impl OfPerson for SocialTie {}

/// The merges that hold among the records linked with one, in no order.
///
/// # Errors
/// The database does not answer.
pub fn merges_around(db: &Connection, person: PersonId) -> Result<Vec<Row<PersonMerge>>> {
    rows::select(
        db,
        "NOT deleted AND body ->> '$.undone' IS NULL AND kept_id IN (
             WITH RECURSIVE same (id) AS (
                 SELECT ?1
                 UNION SELECT m.absorbed_id FROM same JOIN person_merge AS m ON m.kept_id = same.id
                       WHERE NOT m.deleted AND m.body ->> '$.undone' IS NULL
                 UNION SELECT m.kept_id FROM same JOIN person_merge AS m ON m.absorbed_id = same.id
                       WHERE NOT m.deleted AND m.body ->> '$.undone' IS NULL)
             SELECT id FROM same)",
        &[&person.to_string()],
    )
}

/// Which of these people were merged with somebody. For most lists it is nobody, and one question says so.
///
/// # Errors
/// The database does not answer.
pub fn merged_among(db: &Connection, people: &[String]) -> Result<HashSet<String>> {
    let mut statement = db.prepare_cached(
        "WITH asked (id) AS (SELECT value FROM json_each(?1))
         SELECT id FROM asked WHERE EXISTS (SELECT 1 FROM person_merge AS m
             WHERE m.kept_id = asked.id AND NOT m.deleted AND m.body ->> '$.undone' IS NULL)
         OR EXISTS (SELECT 1 FROM person_merge AS m
             WHERE m.absorbed_id = asked.id AND NOT m.deleted AND m.body ->> '$.undone' IS NULL)",
    )?;
    let ids = statement.query_map([serde_json::to_string(people)?], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Every merge that holds.
///
/// # Errors
/// The database does not answer.
pub fn merges(db: &Connection) -> Result<Vec<Row<PersonMerge>>> {
    rows::select(db, "NOT deleted AND body ->> '$.undone' IS NULL ORDER BY id", &[])
}

/// All records of a kind that hang on any of these people, in the order in which they were made.
///
/// # Errors
/// The database does not answer.
pub fn of_people<T: OfPerson>(db: &Connection, people: &[PersonId]) -> Result<Vec<Row<T>>> {
    rows::select(
        db,
        "NOT deleted AND person_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        &[&list_of(people)?],
    )
}

/// The ties of any of these people, from either end.
///
/// # Errors
/// The database does not answer.
pub fn relations(db: &Connection, people: &[PersonId]) -> Result<Vec<Row<Relation>>> {
    rows::select(
        db,
        "NOT deleted AND id IN (
             SELECT id FROM relation WHERE subject_id IN (SELECT value FROM json_each(?1))
             UNION SELECT id FROM relation WHERE other_id IN (SELECT value FROM json_each(?1))) ORDER BY id",
        &[&list_of(people)?],
    )
}

/// The parental responsibilities for or of any of these people.
///
/// # Errors
/// The database does not answer.
pub fn responsibilities(db: &Connection, people: &[PersonId]) -> Result<Vec<Row<ParentalResponsibility>>> {
    rows::select(
        db,
        "NOT deleted AND id IN (
             SELECT id FROM parental_responsibility WHERE minor_id IN (SELECT value FROM json_each(?1))
             UNION SELECT id FROM parental_responsibility WHERE adult_id IN (SELECT value FROM json_each(?1)))
         ORDER BY id",
        &[&list_of(people)?],
    )
}

/// The households that any of these people ever belonged to.
///
/// # Errors
/// The database does not answer.
pub fn households(db: &Connection, people: &[PersonId]) -> Result<Vec<Row<Household>>> {
    rows::select(
        db,
        "NOT deleted AND id IN (
             SELECT household_id FROM household_member WHERE person_id IN (SELECT value FROM json_each(?1)))
         ORDER BY id",
        &[&list_of(people)?],
    )
}

/// Where the next page of the list begins: the last line of the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// The name that the line is sorted by.
    pub sort_name: String,
    /// Its person.
    pub id: String,
}

/// The next people of the list by name, and the name that each is sorted by.
///
/// # Errors
/// The database does not answer.
pub fn page(db: &Connection, after: Option<&After>, limit: u32) -> Result<Vec<(String, Row<Person>)>> {
    let columns = rows::COLUMNS;
    let sql = match after {
        None => format!(
            "SELECT {columns}, sort_name FROM person WHERE NOT deleted ORDER BY sort_name, id LIMIT ?1"
        ),
        Some(_) => format!(
            "SELECT {columns}, sort_name FROM person WHERE NOT deleted AND (sort_name, id) > (?2, ?3)
             ORDER BY sort_name, id LIMIT ?1"
        ),
    };
    let mut statement = db.prepare_cached(&sql)?;
    let mut values: Vec<&dyn rusqlite::ToSql> = vec![&limit];
    if let Some(after) = after {
        values.push(&after.sort_name);
        values.push(&after.id);
    }
    let found = statement.query_map(&*values, |row| {
        let sort_name: Option<String> = row.get(5)?;
        Ok((sort_name.unwrap_or_default(), rows::read(row)?))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// People whose birth is stored as one of these texts.
///
/// # Errors
/// The database does not answer.
pub fn born(db: &Connection, births: &[String], limit: u32) -> Result<Vec<Row<Person>>> {
    rows::select(
        db,
        "birth IN (SELECT value FROM json_each(?1)) AND NOT deleted LIMIT ?2",
        &[&serde_json::to_string(births)?, &limit],
    )
}

fn list_of(people: &[PersonId]) -> Result<String> {
    Ok(serde_json::to_string(people)?)
}
