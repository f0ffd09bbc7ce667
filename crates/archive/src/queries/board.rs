//! The board of a service: one small row a case, who works on each, how many drafts wait. What follows from them is
//! worked out by the rules of `domain::board`, so that one reading answers every part of the page.

use super::{
    ENDED,
    columns::{id, parsed, text},
};
use crate::{Result, rows};
use cartella_domain::{
    cases::{AssignmentRole, StateName},
    drafts::DraftCopy,
    ids::{CaseId, OperatorId},
    services::Service,
    time::{CivilDate, Instant, PartialDate},
};
use rusqlite::{Connection, params};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// An open case, as far as the board asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// The case.
    pub id: CaseId,
    /// Its service.
    pub service: Service,
    /// The last episode's state.
    pub state: StateName,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Comune in charge, else that of residence.
    pub comune: Option<String>,
    /// The person's surname.
    pub surname: Option<String>,
    /// The person's name.
    pub name: Option<String>,
    /// The person's birth.
    pub birth: Option<PartialDate>,
    /// Day of the newest entry of the diary.
    pub last_contact: Option<CivilDate>,
    /// A signed plan is at work.
    pub planned: bool,
}

/// The open cases of some services, in no order; those with a service or state of a newer program are left out.
///
/// # Errors
/// The database does not answer.
pub fn open_cases(db: &Connection, services: &[Service]) -> Result<Vec<OpenCase>> {
    // Twenty thousand rows: parsed where they lie, without a copy of what is not kept, and sorted by who asks.
    let mut statement = db.prepare_cached(&format!(
        "SELECT l.case_id, l.service, l.state, l.state_on, ifnull(l.in_charge, l.residence), l.surname, l.name, l.birth,
                p.last_contact
         FROM case_line AS l LEFT JOIN case_pulse AS p ON p.case_id = l.case_id
         WHERE l.state NOT IN {ENDED}"
    ))?;
    let planned = planned(db)?;
    let mut rows = statement.query([])?;
    let states = texts(&StateName::ALL)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (Some(case), Some(service), Some(state)) = (
            id(row, 0)?,
            text(row, 1)?
                .and_then(Service::from_code)
                .filter(|service| services.contains(service)),
            text(row, 2)?.and_then(|text| meaning(&states, text)),
        ) else {
            continue;
        };
        found.push(OpenCase {
            id: case,
            service,
            state,
            since: parsed(row, 3)?,
            comune: row.get(4)?,
            surname: row.get(5)?,
            name: row.get(6)?,
            birth: parsed(row, 7)?,
            last_contact: text(row, 8)?.and_then(|text| text.get(..10)?.parse().ok()),
            planned: planned.contains(&case),
        });
    }
    Ok(found)
}

/// The cases in which a signed plan is at work.
fn planned(db: &Connection) -> Result<HashSet<CaseId>> {
    let mut statement = db.prepare_cached(
        "SELECT case_id FROM care_plan INDEXED BY care_plan_at_work
         WHERE state IN ('firmato', 'in_verifica') AND NOT deleted",
    )?;
    let mut rows = statement.query([])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        found.extend(id::<CaseId>(row, 0)?);
    }
    Ok(found)
}

/// Somebody who works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Working {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub operator: OperatorId,
    /// As what; `None`: a role of a newer program.
    pub role: Option<AssignmentRole>,
    /// Since when, if that is said: of several who are responsible for one case, who began last counts.
    pub from: Option<CivilDate>,
}

/// Everybody who works on a case on a day, in no order.
///
/// # Errors
/// The database does not answer.
pub fn working(db: &Connection, day: CivilDate) -> Result<Vec<Working>> {
    let mut statement = db.prepare_cached(
        "SELECT case_id, operator, role, from_day FROM case_team INDEXED BY case_team_now
         WHERE to_day >= ?1 AND from_day <= ?1",
    )?;
    let mut rows = statement.query([day.to_string()])?;
    let roles = texts(&AssignmentRole::ALL)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (Some(case), Some(operator)) = (id(row, 0)?, id(row, 1)?) else {
            continue;
        };
        found.push(Working {
            case,
            operator,
            role: text(row, 2)?.and_then(|text| meaning(&roles, text)),
            from: parsed(row, 3)?,
        });
    }
    Ok(found)
}

/// Each value with the text that stands for it.
fn texts<T: Serialize + Copy>(values: &[T]) -> Result<Vec<(String, T)>> {
    let mut found = Vec::new();
    for value in values {
        if let serde_json::Value::String(text) = serde_json::to_value(value)? {
            found.push((text, *value));
        }
    }
    Ok(found)
}

fn meaning<T: Copy>(texts: &[(String, T)], text: &str) -> Option<T> {
    texts
        .iter()
        .find(|(known, _)| known == text)
        .map(|(_, value)| *value)
}

/// The open cases of some services for which nobody is responsible on a day.
///
/// # Errors
/// The database does not answer.
pub fn without_responsible(db: &Connection, services: &[String], day: CivilDate) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT l.case_id FROM case_line AS l
         WHERE l.state NOT IN {ENDED}
           AND l.service IN (SELECT value FROM json_each(?1))
           AND NOT EXISTS (SELECT 1 FROM case_team AS t WHERE t.case_id = l.case_id AND t.role = 'responsabile'
                           AND t.from_day <= ?2 AND t.to_day >= ?2)"
    ))?;
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
