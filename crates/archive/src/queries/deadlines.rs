//! Deadlines of a case and of an operator, as they were derived.

use crate::{Error, Result, log};
use cartella_domain::{
    deadlines::{Code, Deadline, DeadlineChange, Office},
    ids::{CaseId, OperatorId, PersonId, RecordId},
    services::Service,
    time::CivilDate,
};
use rusqlite::{Connection, Row, params};
use std::str::FromStr as _;
use uuid::Uuid;

use crate::rows::{self, Row as Stored};

/// A deadline in one of the cases in whose file it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct InCase {
    /// The deadline.
    pub deadline: Deadline,
    /// The case.
    pub case: CaseId,
    /// The case is not at its end: what is open is still to be done.
    pub running: bool,
}

/// What the office decides about terms.
///
/// # Errors
/// The database does not answer.
pub fn office(db: &Connection) -> Result<Office> {
    log::office_of_terms(db)
}

/// The cases' ended states, in which nothing is pending any more.
const ENDED: &str = "('trasferito', 'non_accolto', 'chiuso')";
/// What a line reads: the deadline, its case, the service, whether the case runs and whether a prosieguo was ordered.
const LINE: &str = "d.body, l.case_id, l.service, l.state NOT IN ('trasferito', 'non_accolto', 'chiuso'),
    EXISTS (SELECT 1 FROM episode AS e WHERE e.case_id = l.case_id AND e.number IS l.number AND NOT e.deleted
            AND e.body ->> '$.prosieguo' IS NOT NULL)";

/// Every deadline of a case, those of its person among them (under any of her records), the earliest first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId, persons: &[PersonId]) -> Result<Vec<InCase>> {
    let persons = serde_json::to_string(persons)?;
    let mut statement = db.prepare_cached(&format!(
        "SELECT {LINE} FROM case_line AS l JOIN deadline AS d ON d.case_id = l.case_id WHERE l.case_id = ?1
         UNION ALL
         SELECT {LINE} FROM case_line AS l JOIN deadline AS d ON d.person IN (SELECT value FROM json_each(?2))
         WHERE l.case_id = ?1"
    ))?;
    let found = statement.query_map(params![case.to_string(), persons], read)?;
    sorted(found.collect::<rusqlite::Result<_>>()?)
}

/// The open deadlines of one kind that these records say.
///
/// # Errors
/// The database does not answer.
pub fn open_of(db: &Connection, code: Code, records: &[RecordId]) -> Result<Vec<Deadline>> {
    let mut statement = db.prepare_cached(
        "SELECT d.body FROM json_each(?2) AS r JOIN deadline AS d ON d.record = r.value AND d.code = ?1 WHERE d.open",
    )?;
    let rows = statement.query_map(params![code.code(), serde_json::to_string(records)?], |row| {
        row.get::<_, String>(0)
    })?;
    rows.map(|body| Ok(serde_json::from_str(&body?)?)).collect()
}

/// The open deadlines between two days of the open cases to which an operator is assigned on a day, the earliest first.
///
/// # Errors
/// The database does not answer.
pub fn of_operator(
    db: &Connection,
    operator: OperatorId,
    day: CivilDate,
    from: Option<CivilDate>,
    to: CivilDate,
) -> Result<Vec<InCase>> {
    let mine = format!(
        "FROM (SELECT DISTINCT case_id FROM assignment WHERE operator = ?1 AND NOT deleted AND from_day <= ?2
               AND to_day >= ?2) AS a
         JOIN case_line AS l ON l.case_id = a.case_id AND l.state NOT IN {ENDED}"
    );
    let within = "d.open AND d.due <= ?3 AND (?4 IS NULL OR d.due >= ?4)";
    let mut statement = db.prepare_cached(&format!(
        "SELECT {LINE} {mine} JOIN deadline AS d ON d.case_id = l.case_id AND {within}
         UNION ALL SELECT {LINE} {mine} JOIN deadline AS d ON d.person = l.person AND {within}"
    ))?;
    let from = from.map(|from| from.to_string());
    let values = params![operator.to_string(), day.to_string(), to.to_string(), from];
    let found = statement.query_map(values, read)?;
    sorted(found.collect::<rusqlite::Result<_>>()?)
}

/// The open deadlines by a day of the open cases of some services, the earliest first, at most so many of each kind of owner.
///
/// # Errors
/// The database does not answer.
pub fn of_services(db: &Connection, services: &[String], to: CivilDate, most: u32) -> Result<Vec<InCase>> {
    let services = serde_json::to_string(services)?;
    let case = format!("l.state NOT IN {ENDED} AND l.service IN (SELECT value FROM json_each(?1))");
    let half = |owner: &str| {
        format!(
            "SELECT * FROM (SELECT {LINE} FROM deadline AS d INDEXED BY deadline_open
                            JOIN case_line AS l ON {owner} AND {case}
                            WHERE d.open AND d.due <= ?2 ORDER BY d.due LIMIT ?3)"
        )
    };
    let (of_case, of_person) = (half("l.case_id = d.case_id"), half("l.person = d.person"));
    let mut statement = db.prepare_cached(&format!("{of_case} UNION ALL {of_person}"))?;
    let found = statement.query_map(params![services, to.to_string(), most], read)?;
    sorted(found.collect::<rusqlite::Result<_>>()?)
}

/// What was decided about the terms of a record, in the order of the decisions' ids.
///
/// # Errors
/// The database does not answer.
pub fn decisions(db: &Connection, record: RecordId) -> Result<Vec<Stored<DeadlineChange>>> {
    rows::select(db, "record = ?1 ORDER BY id", &[&record.to_string()])
}

struct Line {
    body: String,
    case: String,
    service: Option<String>,
    running: bool,
    prosieguo: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        body: row.get(0)?,
        case: row.get(1)?,
        service: row.get(2)?,
        running: row.get(3)?,
        prosieguo: row.get(4)?,
    })
}

/// The deadlines of the lines that concern their case, the earliest first.
fn sorted(lines: Vec<Line>) -> Result<Vec<InCase>> {
    let mut found = Vec::new();
    for line in lines {
        let deadline: Deadline = serde_json::from_str(&line.body)?;
        let case = Uuid::from_str(&line.case).map_err(|_| Error::Inconsistent {
            what: "an id is no UUID",
        })?;
        let service = line.service.as_deref().and_then(Service::from_code);
        let code: Code = deadline.key.code;
        if service.is_none_or(|service| code.concerns(service, line.prosieguo)) {
            found.push(InCase {
                deadline,
                case: CaseId(case),
                running: line.running,
            });
        }
    }
    found.sort_by_key(|one| {
        (
            one.deadline.due.date(),
            one.deadline.due,
            one.deadline.key,
            one.case,
        )
    });
    Ok(found)
}
