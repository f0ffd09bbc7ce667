//! Deadlines of a case and of an operator, as they were derived.

use super::{
    ENDED,
    columns::{id, parsed, text},
};
use crate::{Error, Result, log};
use cartella_domain::{
    deadlines::{Code, Deadline, DeadlineChange, Moment, Office, TermKey},
    ids::{ActId, CaseId, OperatorId, PersonId, RecordId},
    services::Service,
    time::{CivilDate, Instant},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
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

/// Whether a prosieguo was ordered in the case.
const PROSIEGUO: &str =
    "EXISTS (SELECT 1 FROM episode AS e WHERE e.case_id = l.case_id AND e.number IS l.number
    AND NOT e.deleted AND e.body ->> '$.prosieguo' IS NOT NULL)";
/// What a line reads: the deadline, its case, the service, whether the case runs and whether a prosieguo was ordered.
fn line() -> String {
    format!("d.body, l.case_id, l.service, l.state NOT IN {ENDED}, {PROSIEGUO}")
}

/// Every deadline of a case, those of its person among them (under any of her records), the earliest first.
///
/// # Errors
/// The database does not answer.
pub fn of_case(db: &Connection, case: CaseId, persons: &[PersonId]) -> Result<Vec<InCase>> {
    let (persons, line) = (serde_json::to_string(persons)?, line());
    let mut statement = db.prepare_cached(&format!(
        "SELECT {line} FROM case_line AS l JOIN deadline AS d ON d.case_id = l.case_id WHERE l.case_id = ?1
         UNION ALL
         SELECT {line} FROM case_line AS l JOIN deadline AS d ON d.person IN (SELECT value FROM json_each(?2))
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
    let line = line();
    let within = "d.open AND d.due <= ?3 AND (?4 IS NULL OR d.due >= ?4)";
    let mut statement = db.prepare_cached(&format!(
        "SELECT {line} {mine} JOIN deadline AS d ON d.case_id = l.case_id AND {within}
         UNION ALL SELECT {line} {mine} JOIN deadline AS d ON d.person = l.person AND {within}"
    ))?;
    let from = from.map(|from| from.to_string());
    let values = params![operator.to_string(), day.to_string(), to.to_string(), from];
    let found = statement.query_map(values, read)?;
    sorted(found.collect::<rusqlite::Result<_>>()?)
}

/// An overdue term in one of the open cases in whose file it stands, without what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overdue {
    /// Its last day in Italy, by which the list is sorted.
    pub day: CivilDate,
    /// Its end.
    pub due: Moment,
    /// Which term.
    pub key: TermKey,
    /// The case.
    pub case: CaseId,
    /// By which act it stands in several files.
    pub act: Option<ActId>,
}

/// Every overdue term of the open cases of some services, the oldest first.
///
/// # Errors
/// The database does not answer.
pub fn overdue_of_services(db: &Connection, services: &[Service], now: Instant) -> Result<Vec<Overdue>> {
    let half = |owner: &str| {
        format!(
            "SELECT d.due, d.due_at, d.record, d.code, d.nth, l.case_id, d.act, l.service,
                    d.code IN (?3, ?4) AND {PROSIEGUO}
             FROM deadline AS d INDEXED BY deadline_open
             JOIN case_line AS l ON {owner} AND l.state NOT IN {ENDED}
                  AND l.service IN (SELECT value FROM json_each(?1))
             WHERE d.open AND d.due <= ?2"
        )
    };
    let (of_case, of_person) = (half("l.case_id = d.case_id"), half("l.person = d.person"));
    let mut statement = db.prepare_cached(&format!("{of_case} UNION ALL {of_person}"))?;
    let codes: Vec<&str> = services.iter().map(|service| service.code()).collect();
    let [maggiore_eta, prosieguo_fine] = [Code::MaggioreEta, Code::ProsieguoFine].map(Code::code);
    let mut rows = statement.query(params![
        serde_json::to_string(&codes)?,
        now.rome_date().to_string(),
        maggiore_eta,
        prosieguo_fine,
    ])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (Some(code), Some(service), Some(record), Some(case), Some(day)) = (
            text(row, 3)?.and_then(Code::from_code),
            text(row, 7)?.and_then(Service::from_code),
            id(row, 2)?,
            id(row, 5)?,
            parsed(row, 0)?,
        ) else {
            continue;
        };
        let due = match row.get(1)? {
            Some(moment) => Moment::At(Instant(moment)),
            None => Moment::Day(day),
        };
        if due.is_over(now) && code.concerns(service, row.get(8)?) {
            let nth = row.get(4)?;
            found.push(Overdue {
                day,
                due,
                key: TermKey { record, code, nth },
                case,
                act: id(row, 6)?,
            });
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// These deadlines, in no order; one that is no more is left out.
///
/// # Errors
/// The database does not answer.
pub fn by_key(db: &Connection, keys: &[TermKey]) -> Result<Vec<Deadline>> {
    let mut statement =
        db.prepare_cached("SELECT body FROM deadline WHERE record = ?1 AND code = ?2 AND nth = ?3")?;
    let mut found = Vec::new();
    for key in keys {
        let asked = params![key.record.to_string(), key.code.code(), key.nth];
        let body: Option<String> = statement.query_row(asked, |row| row.get(0)).optional()?;
        found.extend(
            body.map(|body| serde_json::from_str::<Deadline>(&body))
                .transpose()?,
        );
    }
    Ok(found)
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
