//! The diary: pages of entries, newest first, and what stands beside an entry.

use crate::{
    Result,
    rows::{self, COLUMNS, Row},
};
use cartella_domain::{
    diary::{Activity, Classification, DiaryEntry, ReservedSegment},
    ids::{ActId, CaseId, OperatorId},
    record::Record,
    scope::ScopeId,
    time::CivilDate,
};
use rusqlite::{Connection, params};

/// Where a page of the diary begins: after this entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// Day and hour of the last entry seen, as the table has them.
    pub happened: String,
    /// Its id.
    pub id: String,
}

/// Which entries of a diary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// By this author.
    pub author: Option<OperatorId>,
    /// From this day.
    pub from: Option<CivilDate>,
    /// To this day, included.
    pub to: Option<CivilDate>,
}

/// Whose diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// That of a case.
    Case(CaseId),
    /// The entries of no single case that live in a scope: activities of the office, an author's unplaced ones.
    Scope(ScopeId),
}

/// An entry and its place in the order.
#[derive(Clone, PartialEq)]
pub struct Listed {
    /// The entry.
    pub row: Row<DiaryEntry>,
    /// Day and hour, as the table has them.
    pub happened: String,
}

/// The next entries, newest first.
///
/// # Errors
/// The database does not answer.
pub fn page(
    db: &Connection,
    of: Of,
    wanted: &Wanted,
    after: Option<&After>,
    limit: u32,
) -> Result<Vec<Listed>> {
    let (condition, key) = match of {
        Of::Case(case) => ("case_id = ?1", case.to_string()),
        Of::Scope(scope) => ("case_id IS NULL AND scope = ?1", scope.to_string()),
    };
    let sql = format!(
        "SELECT {COLUMNS}, happened FROM diary_entry
         WHERE {condition} AND (happened, id) < (?2, ?3)
           AND happened >= ?4 AND happened <= ?5 AND (?6 IS NULL OR author = ?6)
         ORDER BY happened DESC, id DESC LIMIT ?7"
    );
    let from = wanted.from.map(|day| day.to_string()).unwrap_or_default();
    let to = wanted.to.map_or_else(|| "~".to_owned(), |day| format!("{day}T~"));
    let (happened, id) = after.map_or(("~", ""), |after| (after.happened.as_str(), after.id.as_str()));
    let author = wanted.author.map(|author| author.to_string());
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params![key, happened, id, from, to, author, limit], |row| {
        Ok(Listed {
            row: rows::read(row)?,
            happened: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Records of a kind that belong to any of these entries, the oldest first: reserved parts, corrections,
/// annulments, classifications, next actions.
///
/// # Errors
/// The database does not answer.
pub fn beside<T: Record>(db: &Connection, entries: &[String]) -> Result<Vec<Row<T>>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    rows::select(
        db,
        "entry_id IN (SELECT value FROM json_each(?1)) AND NOT deleted ORDER BY id",
        &[&serde_json::to_string(entries)?],
    )
}

/// How many entries of a case stand in each month ("2026-04"), without those that were annulled, the first month first.
///
/// # Errors
/// The database does not answer.
pub fn months(db: &Connection, case: CaseId) -> Result<Vec<(String, u32)>> {
    let mut statement = db.prepare_cached(
        "SELECT substr(happened, 1, 7) AS month, count(*) FROM diary_entry WHERE case_id = ?1 AND NOT deleted
         AND NOT EXISTS (SELECT 1 FROM annulment AS a WHERE a.entry_id = diary_entry.id) GROUP BY month ORDER BY month",
    )?;
    let rows = statement.query_map([case.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entries that name an operator as co-author, that are not annulled and that she has not confirmed, the oldest first.
///
/// # Errors
/// The database does not answer.
pub fn to_confirm(db: &Connection, operator: OperatorId) -> Result<Vec<Row<DiaryEntry>>> {
    rows::select(
        db,
        "id IN (
             SELECT e.id FROM diary_entry AS e, json_each(e.body, '$.header.co_authors') AS named
             WHERE e.body ->> '$.header.co_authors[0]' IS NOT NULL AND named.value = ?1
             UNION
             SELECT r.entry_id FROM reserved_segment AS r, json_each(r.body, '$.header.co_authors') AS named
             WHERE r.body ->> '$.header.co_authors[0]' IS NOT NULL AND named.value = ?1)
         AND NOT EXISTS (SELECT 1 FROM confirmation AS c WHERE c.entry_id = diary_entry.id AND c.author = ?1)
         AND NOT EXISTS (SELECT 1 FROM annulment AS a WHERE a.entry_id = diary_entry.id)
         ORDER BY happened, id",
        &[&operator.to_string()],
    )
}

/// Where a page of the activities begins: after this act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfterAct {
    /// Its day.
    pub day: String,
    /// The act.
    pub act: String,
}

/// The next acts that concern no single case, the newest first: those about a group, class or school, and those
/// with several texts.
///
/// # Errors
/// The database does not answer.
pub fn activities(
    db: &Connection,
    scope: ScopeId,
    after: Option<&AfterAct>,
    limit: u32,
) -> Result<Vec<AfterAct>> {
    let mut statement = db.prepare_cached(
        "SELECT day, act FROM (
             SELECT on_day AS day, act FROM activity WHERE on_day <= ?2 AND NOT deleted
             UNION
             SELECT substr(happened, 1, 10), act FROM diary_entry
             WHERE scope = ?1 AND case_id IS NULL AND happened <= ?2 || 'T~')
         WHERE (day, act) < (?2, ?3)
         ORDER BY day DESC, act DESC LIMIT ?4",
    )?;
    let (day, act) = after.map_or(("9999-12-31", "~"), |after| {
        (after.day.as_str(), after.act.as_str())
    });
    let rows = statement.query_map(params![scope.to_string(), day, act, limit], |row| {
        Ok(AfterAct {
            day: row.get(0)?,
            act: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The headers of these acts.
///
/// # Errors
/// The database does not answer.
pub fn headers(db: &Connection, acts: &[String]) -> Result<Vec<Row<Activity>>> {
    rows::select(
        db,
        "act IN (SELECT value FROM json_each(?1)) AND NOT deleted ORDER BY id",
        &[&serde_json::to_string(acts)?],
    )
}

/// The entries of these acts that are about a group, class or school.
///
/// # Errors
/// The database does not answer.
pub fn of_collectives(db: &Connection, scope: ScopeId, acts: &[String]) -> Result<Vec<Row<DiaryEntry>>> {
    rows::select(
        db,
        "act IN (SELECT value FROM json_each(?1)) AND scope = ?2 AND case_id IS NULL ORDER BY id",
        &[&serde_json::to_string(acts)?, &scope.to_string()],
    )
}

/// The classification of one paragraph, if it has one.
///
/// # Errors
/// The database does not answer.
pub fn classification(db: &Connection, entry: &str, segment: &str) -> Result<Option<Row<Classification>>> {
    let found = rows::select(
        db,
        "entry_id = ?1 AND body ->> '$.segment' = ?2 AND NOT deleted ORDER BY id DESC LIMIT 1",
        &[&entry, &segment],
    )?;
    Ok(found.into_iter().next())
}

/// The reserved parts of one entry.
///
/// # Errors
/// The database does not answer.
pub fn reserved(db: &Connection, entry: &str) -> Result<Vec<Row<ReservedSegment>>> {
    rows::select(db, "entry_id = ?1 ORDER BY id", &[&entry])
}

/// The entries of one act, in the order in which they were written.
///
/// # Errors
/// The database does not answer.
pub fn of_act(db: &Connection, act: ActId) -> Result<Vec<Row<DiaryEntry>>> {
    rows::select(db, "act = ?1 ORDER BY id", &[&act.to_string()])
}

/// The signed entries of an author's own scope that wait to be placed, the oldest first.
///
/// # Errors
/// The database does not answer.
pub fn to_place(db: &Connection, author: OperatorId, own: ScopeId) -> Result<Vec<Row<DiaryEntry>>> {
    rows::select(
        db,
        "author = ?1 AND scope = ?2 AND case_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM annulment AS a WHERE a.entry_id = diary_entry.id)
         ORDER BY happened, id",
        &[&author.to_string(), &own.to_string()],
    )
}

/// The authors of a case's diary, for its filter.
///
/// # Errors
/// The database does not answer.
pub fn authors(db: &Connection, case: CaseId) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached("SELECT DISTINCT author FROM diary_entry WHERE case_id = ?1")?;
    let rows = statement.query_map([case.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entries of a case whose circumstances stand apart, for fewer readers.
///
/// # Errors
/// The database does not answer.
pub fn circumstances_apart(db: &Connection, case: CaseId) -> Result<Vec<Row<DiaryEntry>>> {
    rows::select(
        db,
        "case_id = ?1 AND kind IS NULL AND NOT deleted",
        &[&case.to_string()],
    )
}

/// The open cases of brothers and sisters: of people whose parent is a parent of the case's person, of those said
/// to be brother or sister, and of those opened together with it.
///
/// # Errors
/// The database does not answer.
pub fn siblings(db: &Connection, case: CaseId) -> Result<Vec<CaseId>> {
    let mut statement = db.prepare_cached(
        "WITH own AS (SELECT id, person, opened_together FROM case_file WHERE id = ?1),
              parent AS (SELECT r.other_id AS person FROM relation AS r JOIN own ON r.subject_id = own.person
                         WHERE r.body ->> '$.kind' IN ('MADRE', 'PADRE', 'GENITORE') AND NOT r.deleted),
              sibling AS (
                  SELECT r.subject_id AS person FROM relation AS r JOIN parent ON r.other_id = parent.person
                  WHERE r.body ->> '$.kind' IN ('MADRE', 'PADRE', 'GENITORE') AND NOT r.deleted
                  UNION SELECT r.other_id FROM relation AS r JOIN own ON r.subject_id = own.person
                  WHERE r.body ->> '$.kind' = 'FRATELLO' AND NOT r.deleted
                  UNION SELECT r.subject_id FROM relation AS r JOIN own ON r.other_id = own.person
                  WHERE r.body ->> '$.kind' = 'FRATELLO' AND NOT r.deleted)
         SELECT c.id FROM case_file AS c JOIN sibling ON c.person = sibling.person, own
         WHERE c.id <> own.id AND c.person <> own.person AND NOT c.deleted
         UNION
         SELECT c.id FROM case_file AS c JOIN own ON c.opened_together = own.opened_together
         WHERE c.id <> own.id AND NOT c.deleted",
    )?;
    let rows = statement.query_map([case.to_string()], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for row in rows {
        if let Ok(id) = uuid::Uuid::parse_str(&row?) {
            found.push(CaseId(id));
        }
    }
    Ok(found)
}
