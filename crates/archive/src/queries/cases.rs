//! Cases: what rights need to know of one, its episodes, its team, and the list of many.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    cases::{Assignment, CaseFile, CaseMessage, Episode, Transition},
    diary::NextAction,
    ids::{CaseId, OperatorId, PersonId},
    rights::CaseFacts,
    time::CivilDate,
};
use rusqlite::{Connection, OptionalExtension as _, params, types::Value};
use std::str::FromStr;
use uuid::Uuid;

/// A case as rights see it; `None` if it is not here or lacks its service or person.
///
/// # Errors
/// The database does not answer.
pub fn facts(db: &Connection, case: CaseId) -> Result<Option<CaseFacts>> {
    let Some(row) = rows::get::<CaseFile>(db, &case.to_string())? else {
        return Ok(None);
    };
    let file = row.value;
    let comuni = file.comuni_for_rights();
    let (Some(service), Some(person)) = (file.service, file.person) else {
        return Ok(None);
    };
    let assignments = assignments(db, case)?;
    Ok(Some(CaseFacts {
        case,
        service,
        person,
        comuni,
        involved: file.involved.0,
        protected: file.protected.0,
        assignments: assignments
            .iter()
            .filter(|row| !row.deleted)
            .filter_map(|row| row.value.for_rights())
            .collect(),
        private_authors: private_authors(db, case)?,
        secret_lists: Vec::new(),
    }))
}

/// Who left a message for the responsible of a case. Authors of private entries are told by the diary.
fn private_authors(db: &Connection, case: CaseId) -> Result<Vec<OperatorId>> {
    let mut statement =
        db.prepare_cached("SELECT DISTINCT body ->> '$.by' FROM case_message WHERE case_id = ?1")?;
    let authors = statement.query_map([case.to_string()], |row| row.get::<_, Option<String>>(0))?;
    let mut found = Vec::new();
    for author in authors {
        found.extend(author?.and_then(|text| id::<OperatorId>(&text)));
    }
    Ok(found)
}

/// The cases in which a person stands: her own and those that concern her.
///
/// # Errors
/// The database does not answer.
pub fn about(db: &Connection, person: PersonId) -> Result<Vec<CaseId>> {
    let mut statement = db.prepare_cached("SELECT DISTINCT case_id FROM case_person WHERE person = ?1")?;
    let cases = statement.query_map([person.to_string()], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for case in cases {
        found.extend(id::<CaseId>(&case?));
    }
    Ok(found)
}

/// The cases that are about a person.
///
/// # Errors
/// The database does not answer.
pub fn of_person(db: &Connection, person: PersonId) -> Result<Vec<Row<CaseFile>>> {
    rows::select(
        db,
        "person = ?1 AND NOT deleted ORDER BY id DESC",
        &[&person.to_string()],
    )
}

/// The episodes of a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn episodes(db: &Connection, case: CaseId) -> Result<Vec<Row<Episode>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY number DESC, id DESC",
        &[&case.to_string()],
    )
}

/// Everybody ever assigned to a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn assignments(db: &Connection, case: CaseId) -> Result<Vec<Row<Assignment>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY from_day DESC, id DESC",
        &[&case.to_string()],
    )
}

/// The history of a case's states, the last first.
///
/// # Errors
/// The database does not answer.
pub fn transitions(db: &Connection, case: CaseId) -> Result<Vec<Row<Transition>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY id DESC",
        &[&case.to_string()],
    )
}

/// The messages left for the responsible of a case, the last first.
///
/// # Errors
/// The database does not answer.
pub fn messages(db: &Connection, case: CaseId) -> Result<Vec<Row<CaseMessage>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY left_at DESC, id DESC",
        &[&case.to_string()],
    )
}

/// The messages, settled or open, of the cases for which an operator is responsible on a day, the last first.
///
/// # Errors
/// The database does not answer.
pub fn messages_for(
    db: &Connection,
    responsible: OperatorId,
    day: CivilDate,
    settled: bool,
    limit: Option<u32>,
) -> Result<Vec<Row<CaseMessage>>> {
    rows::select(
        db,
        "settled = ?3 AND NOT deleted AND case_id IN (
             SELECT case_id FROM assignment
             WHERE operator = ?1 AND role = 'responsabile' AND NOT deleted AND from_day <= ?2 AND to_day >= ?2)
         ORDER BY left_at DESC, id DESC LIMIT ?4",
        &[&responsible.to_string(), &day.to_string(), &settled, &limit.map_or(-1, i64::from)],
    )
}

/// The open messages of cases for which nobody is responsible on a day, the last first.
///
/// # Errors
/// The database does not answer.
pub fn messages_for_nobody(db: &Connection, day: CivilDate) -> Result<Vec<Row<CaseMessage>>> {
    rows::select(
        db,
        "NOT settled AND NOT deleted AND NOT EXISTS (
             SELECT 1 FROM assignment AS a
             WHERE a.case_id = case_message.case_id AND a.role = 'responsabile' AND NOT a.deleted
               AND a.from_day <= ?1 AND a.to_day >= ?1)
         ORDER BY left_at DESC, id DESC",
        &[&day.to_string()],
    )
}

/// The open next actions of a case, the earliest due first.
///
/// # Errors
/// The database does not answer.
pub fn open_actions(db: &Connection, case: CaseId) -> Result<Vec<Row<NextAction>>> {
    rows::select(
        db,
        "case_id = ?1 AND state = 'open' AND NOT deleted ORDER BY ifnull(due, '9999'), id",
        &[&case.to_string()],
    )
}

/// The earliest open due date of a case's next actions, and what is due.
///
/// # Errors
/// The database does not answer.
pub fn next_due(db: &Connection, case: CaseId) -> Result<Option<(CivilDate, String)>> {
    let found = db
        .prepare_cached(
            "SELECT due, ifnull(body ->> '$.what', '') FROM next_action
             WHERE case_id = ?1 AND state = 'open' AND NOT deleted AND due IS NOT NULL ORDER BY due LIMIT 1",
        )?
        .query_row([case.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    Ok(found.and_then(|(due, what)| Some((due.parse().ok()?, what))))
}

/// When a case's diary was last written of, as day and hour.
///
/// # Errors
/// The database does not answer.
pub fn last_contact(db: &Connection, case: CaseId) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT happened FROM diary_entry WHERE case_id = ?1 AND NOT deleted ORDER BY happened DESC LIMIT 1",
        )?
        .query_row([case.to_string()], |row| row.get(0))
        .optional()?)
}

/// What the list of cases is asked for.
#[derive(Debug, Clone, Default)]
pub struct CaseQuery {
    /// Cases of these services may be seen.
    pub services: Vec<String>,
    /// Cases of this comune may be seen.
    pub comune: Option<String>,
    /// Cases to which this operator is assigned may be seen.
    pub operator: String,
    /// On this day.
    pub day: String,
    /// Only those to which the operator is assigned.
    pub mine: bool,
    /// Only of this service.
    pub service: Option<String>,
    /// Only in one of these states; any when empty.
    pub states: Vec<String>,
    /// Only of these people; any when `None`.
    pub people: Option<Vec<String>>,
}

/// One line of the list of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub id: String,
    /// Whose.
    pub person: String,
    /// Code of the service.
    pub service: String,
    /// The person's surname.
    pub surname: Option<String>,
    /// The person's name.
    pub name: Option<String>,
    /// The person's birth, as text of a partial date.
    pub birth: Option<String>,
    /// Comune of residence and comune in charge.
    pub comuni: Vec<String>,
    /// The asking operator is assigned to it.
    pub mine: bool,
    /// Number of the last episode.
    pub episode: u32,
    /// The last episode's state.
    pub state: String,
    /// Since when.
    pub since: Option<String>,
    /// Surname and name of the responsible.
    pub responsible: Option<String>,
    /// Newest entry of the diary.
    pub last_contact: Option<String>,
    /// Earliest open due date.
    pub next_due: Option<String>,
    /// Its card or last episode has two versions.
    pub clashed: bool,
}

const SEEN: &str = "
          (l.service IN (SELECT value FROM json_each(:services))
           OR l.residence = :comune OR l.in_charge = :comune
           OR l.case_id IN (SELECT case_id FROM assignment WHERE operator = :operator AND NOT deleted
                       AND from_day <= :day AND to_day >= :day))
      AND (NOT :mine OR l.case_id IN (SELECT case_id FROM assignment WHERE operator = :operator AND NOT deleted
                       AND from_day <= :day AND to_day >= :day))
      AND (:service IS NULL OR l.service = :service)
      AND (:states = '[]' OR l.state IN (SELECT value FROM json_each(:states)))";
/// Of some people only: then their lines are looked up, and no others are read.
const OF_PEOPLE: &str = "l.person IN (SELECT value FROM json_each(:people))";

/// The first `limit` lines after `offset` of what is asked, by surname and name, and how many there are in all.
///
/// # Errors
/// The database does not answer.
pub fn list(db: &Connection, query: &CaseQuery, offset: u32, limit: u32) -> Result<(Vec<CaseLine>, u32)> {
    let json = |texts: &[String]| serde_json::to_string(texts);
    let people = query.people.as_deref().map(json).transpose()?;
    let (services, states) = (json(&query.services)?, json(&query.states)?);
    let mut values: Vec<(&str, Value)> = vec![
        (":services", services.into()),
        (":comune", query.comune.clone().into()),
        (":operator", query.operator.clone().into()),
        (":day", query.day.clone().into()),
        (":mine", query.mine.into()),
        (":service", query.service.clone().into()),
        (":states", states.into()),
    ];
    // Few lines are counted while they are sorted; of all of them only the count reads every one.
    let (lines, counted) = if let Some(people) = people {
        values.push((":people", people.into()));
        let lines =
            format!("FROM case_line AS l INDEXED BY case_line_by_person WHERE {OF_PEOPLE} AND {SEEN}");
        (lines, "count(*) OVER ()")
    } else {
        (format!("FROM case_line AS l WHERE {SEEN}"), "0")
    };
    let every = if counted == "0" {
        db.prepare_cached(&format!("SELECT count(*) {lines}"))?
            .query_row(&*named(&values), |row| row.get(0))?
    } else {
        0
    };
    values.push((":offset", offset.into()));
    values.push((":limit", limit.into()));
    let sql = format!(
        "SELECT l.case_id, ifnull(l.person, ''), ifnull(l.service, ''), l.surname, l.name, l.birth, l.number, l.state,
                l.state_on,
                (SELECT trim(ifnull(o.surname, '') || ' ' || ifnull(o.name, '')) FROM assignment AS a
                 JOIN operator AS o ON o.id = a.operator
                 WHERE a.case_id = l.case_id AND a.role = 'responsabile' AND NOT a.deleted
                   AND a.from_day <= :day AND a.to_day >= :day ORDER BY a.from_day DESC, a.operator DESC LIMIT 1),
                (SELECT happened FROM diary_entry WHERE case_id = l.case_id AND NOT deleted
                 ORDER BY happened DESC LIMIT 1),
                (SELECT min(due) FROM (
                     SELECT * FROM (SELECT due FROM next_action WHERE case_id = l.case_id AND state = 'open'
                                    AND due IS NOT NULL AND NOT deleted ORDER BY due LIMIT 1)
                     UNION ALL
                     SELECT * FROM (SELECT due FROM deadline WHERE case_id = l.case_id AND open ORDER BY due LIMIT 1))),
                EXISTS (SELECT 1 FROM assignment INDEXED BY assignment_by_case WHERE case_id = l.case_id
                        AND operator = :operator AND NOT deleted AND from_day <= :day AND to_day >= :day),
                l.residence, l.in_charge,
                EXISTS (SELECT 1 FROM case_file AS c WHERE c.id = l.case_id AND c.clashes IS NOT NULL)
                OR EXISTS (SELECT 1 FROM episode AS e WHERE e.case_id = l.case_id AND e.clashes IS NOT NULL),
                l.counted
         FROM (SELECT l.*, {counted} AS counted {lines} ORDER BY l.sort_name, l.case_id LIMIT :limit OFFSET :offset) AS l"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(&*named(&values), |row| Ok((line(row)?, row.get(16)?)))?;
    let rows: Vec<(CaseLine, u32)> = rows.collect::<rusqlite::Result<_>>()?;
    let total = rows.first().map_or(0, |(_, counted)| *counted).max(every);
    Ok((rows.into_iter().map(|(line, _)| line).collect(), total))
}

fn named<'a>(values: &'a [(&'a str, Value)]) -> Vec<(&'a str, &'a dyn rusqlite::ToSql)> {
    values
        .iter()
        .map(|(name, value)| (*name, value as &dyn rusqlite::ToSql))
        .collect()
}

fn line(row: &rusqlite::Row<'_>) -> rusqlite::Result<CaseLine> {
    Ok(CaseLine {
        id: row.get(0)?,
        person: row.get(1)?,
        service: row.get(2)?,
        surname: row.get(3)?,
        name: row.get(4)?,
        birth: row.get(5)?,
        episode: row.get(6)?,
        state: row.get(7)?,
        since: row.get(8)?,
        responsible: row.get(9)?,
        last_contact: row.get(10)?,
        next_due: row.get(11)?,
        mine: row.get(12)?,
        clashed: row.get(15)?,
        comuni: [row.get::<_, Option<String>>(13)?, row.get(14)?]
            .into_iter()
            .flatten()
            .collect(),
    })
}

/// The cases that were opened together with one (brothers and sisters), itself left out.
///
/// # Errors
/// The database does not answer.
pub fn opened_together(db: &Connection, case: CaseId) -> Result<Vec<CaseId>> {
    let mut statement = db.prepare_cached(
        "SELECT other.id FROM case_file AS other JOIN case_file AS own ON own.id = ?1
         WHERE other.opened_together = own.opened_together AND other.id <> own.id AND NOT other.deleted",
    )?;
    let cases = statement.query_map(params![case.to_string()], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for case in cases {
        found.extend(id::<CaseId>(&case?));
    }
    Ok(found)
}

fn id<I: From<Uuid>>(text: &str) -> Option<I> {
    Uuid::from_str(text).ok().map(I::from)
}
