//! The board of a service: one small row a case, who works on each, how many drafts wait. What follows from them is
//! worked out by the rules of `domain::board`, so that one reading answers every part of the page.

use crate::{Result, rows};
use cartella_domain::{
    drafts::DraftCopy,
    ids::OperatorId,
    time::{CivilDate, Instant},
};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// An open case, as far as the board asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// The case.
    pub id: String,
    /// Code of the service.
    pub service: String,
    /// The last episode's state.
    pub state: String,
    /// Since when, as text of a partial date.
    pub since: Option<String>,
    /// Comune in charge, else that of residence.
    pub comune: Option<String>,
    /// The person's surname.
    pub surname: Option<String>,
    /// The person's name.
    pub name: Option<String>,
    /// The person's birth, as text of a partial date.
    pub birth: Option<String>,
    /// Day and hour of the newest entry of the diary.
    pub last_contact: Option<String>,
    /// A signed plan is at work; asked only in the states that wait for one, and true in all others.
    pub planned: bool,
}

/// The open cases of some services, those of which nobody wrote for the longest time first. `waiting` are the states that
/// wait for a plan.
///
/// # Errors
/// The database does not answer.
pub fn open_cases(db: &Connection, services: &[String], waiting: &[String]) -> Result<Vec<OpenCase>> {
    let mut statement = db.prepare_cached(
        "SELECT l.case_id, l.service, l.state, l.state_on, ifnull(l.in_charge, l.residence), l.surname, l.name, l.birth,
                p.last_contact,
                CASE WHEN l.state IN (SELECT value FROM json_each(?2)) THEN EXISTS (
                    SELECT 1 FROM care_plan AS c
                    WHERE c.case_id = l.case_id AND c.state IN ('firmato', 'in_verifica') AND NOT c.deleted)
                ELSE 1 END
         FROM case_line AS l LEFT JOIN case_pulse AS p ON p.case_id = l.case_id
         WHERE l.state NOT IN ('trasferito', 'non_accolto', 'chiuso')
           AND l.service IN (SELECT value FROM json_each(?1))
         ORDER BY coalesce(p.last_contact, l.state_on, ''), l.case_id",
    )?;
    let asked = params![serde_json::to_string(services)?, serde_json::to_string(waiting)?];
    let rows = statement.query_map(asked, |row| {
        Ok(OpenCase {
            id: row.get(0)?,
            service: row.get(1)?,
            state: row.get(2)?,
            since: row.get(3)?,
            comune: row.get(4)?,
            surname: row.get(5)?,
            name: row.get(6)?,
            birth: row.get(7)?,
            last_contact: row.get(8)?,
            planned: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Somebody who works on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// The case.
    pub case: String,
    /// Who.
    pub operator: String,
    /// As what.
    pub role: String,
}

/// Everybody who works on a case on a day; of several who are responsible for one, who began last comes last.
///
/// # Errors
/// The database does not answer.
pub fn working(db: &Connection, day: CivilDate) -> Result<Vec<Working>> {
    let mut statement = db.prepare_cached(
        "SELECT case_id, operator, ifnull(role, '') FROM case_team
         WHERE from_day <= ?1 AND to_day >= ?1 AND case_id IS NOT NULL AND operator IS NOT NULL
         ORDER BY from_day, operator",
    )?;
    let rows = statement.query_map([day.to_string()], |row| {
        Ok(Working {
            case: row.get(0)?,
            operator: row.get(1)?,
            role: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The open cases of some services for which nobody is responsible on a day.
///
/// # Errors
/// The database does not answer.
pub fn without_responsible(db: &Connection, services: &[String], day: CivilDate) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "SELECT l.case_id FROM case_line AS l
         WHERE l.state NOT IN ('trasferito', 'non_accolto', 'chiuso')
           AND l.service IN (SELECT value FROM json_each(?1))
           AND NOT EXISTS (SELECT 1 FROM case_team AS t WHERE t.case_id = l.case_id AND t.role = 'responsabile'
                           AND t.from_day <= ?2 AND t.to_day >= ?2)",
    )?;
    let asked = params![serde_json::to_string(services)?, day.to_string()];
    let cases = statement.query_map(asked, |row| row.get(0))?;
    Ok(cases.collect::<rusqlite::Result<_>>()?)
}

/// When each open draft of an entry that this archive knows was begun, by its author: its own, and the copies of those
/// whose scope it holds. Nothing of their text is read.
///
/// # Errors
/// The database does not answer.
pub fn drafts(db: &Connection, form: &str) -> Result<BTreeMap<OperatorId, Vec<Instant>>> {
    let mut found: BTreeMap<OperatorId, Vec<Instant>> = BTreeMap::new();
    let mut put = |operator: &str, begun: Instant| {
        if let Ok(operator) = Uuid::parse_str(operator) {
            found.entry(OperatorId(operator)).or_default().push(begun);
        }
    };
    let mut statement =
        db.prepare_cached("SELECT operator, created_at FROM draft WHERE closed_at IS NULL AND kind = ?1")?;
    let mut own = statement.query([form])?;
    while let Some(row) = own.next()? {
        put(&row.get::<_, String>(0)?, Instant(row.get(1)?));
    }
    let copies = rows::select::<DraftCopy>(
        db,
        "ended IS NULL AND NOT deleted AND body ->> '$.form' = ?1 AND id NOT IN (SELECT id FROM draft)",
        &[&form],
    )?;
    for copy in copies {
        let of = copy.scope.split_once(':').map_or("", |(_, owner)| owner);
        if let Some(begun) = copy.value.created_at {
            put(of, begun);
        }
    }
    Ok(found)
}
