//! The desk: its cards that wait, all of them by day, and how many there were.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    desk::{Accesso, ReferralNote},
    ids::CaseId,
    time::CivilDate,
};
use rusqlite::{Connection, params};

/// The cards that are still open, the most pressing first: by priority, then by how long they wait.
///
/// # Errors
/// The database does not answer.
pub fn open(db: &Connection) -> Result<Vec<Row<Accesso>>> {
    rows::select(
        db,
        "state IN ('creata', 'vista') AND NOT deleted ORDER BY priority DESC, since, id",
        &[],
    )
}

/// Which cards.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// From this day.
    pub from: Option<CivilDate>,
    /// To this day.
    pub to: Option<CivilDate>,
    /// Code of the mode of contact.
    pub mode: Option<String>,
    /// Letters of the person, of who speaks or of the need.
    pub text: Option<String>,
}

/// Cards whatever became of them, the newest first.
///
/// # Errors
/// The database does not answer.
pub fn list(db: &Connection, wanted: &Wanted, offset: u32, limit: u32) -> Result<Vec<Row<Accesso>>> {
    rows::select(
        db,
        "NOT deleted AND (?1 IS NULL OR on_day >= ?1) AND (?2 IS NULL OR on_day <= ?2) AND (?3 IS NULL OR mode = ?3)
         AND (?4 IS NULL OR instr(lower(
             ifnull(body ->> '$.named.surname', '') || ' ' || ifnull(body ->> '$.named.name', '') || ' ' ||
             ifnull(body ->> '$.caller.name', '') || ' ' || ifnull(body ->> '$.need', '')), lower(?4)) > 0
             OR person IN (SELECT id FROM person WHERE instr(lower(ifnull(surname, '') || ' ' || ifnull(name, '')), lower(?4)) > 0))
         ORDER BY on_day DESC, at_time DESC, id DESC LIMIT ?5 OFFSET ?6",
        &[
            &wanted.from.map(|day| day.to_string()),
            &wanted.to.map(|day| day.to_string()),
            &wanted.mode,
            &wanted.text,
            &limit,
            &offset,
        ],
    )
}

/// How many cards of one month came in one way and ended in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The month, as `2026-03`.
    pub month: String,
    /// Code of the mode; empty where it was not said.
    pub mode: String,
    /// Code of the outcome; empty where it was not said.
    pub outcome: String,
    /// How many.
    pub count: u32,
    /// Of these, how many became a case.
    pub became_case: u32,
    /// Of these, how many were anonymous.
    pub anonymous: u32,
}

/// Counts the cards of some days, whatever became of them.
///
/// # Errors
/// The database does not answer.
pub fn count(db: &Connection, from: CivilDate, to: CivilDate) -> Result<Vec<Counted>> {
    let mut statement = db.prepare_cached(
        "SELECT substr(on_day, 1, 7) AS month, mode, outcome, count(*), sum(state = 'accolta'),
                sum(ifnull(body ->> '$.anonymous', 0))
         FROM accesso WHERE NOT deleted AND on_day BETWEEN ?1 AND ?2
         GROUP BY month, mode, outcome ORDER BY month, mode, outcome",
    )?;
    let rows = statement.query_map(params![from.to_string(), to.to_string()], |row| {
        Ok(Counted {
            month: row.get(0)?,
            mode: row.get(1)?,
            outcome: row.get(2)?,
            count: row.get(3)?,
            became_case: row.get(4)?,
            anonymous: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the desk heard, as it came into a case, the first first.
///
/// # Errors
/// The database does not answer.
pub fn notes(db: &Connection, case: CaseId) -> Result<Vec<Row<ReferralNote>>> {
    rows::select(
        db,
        "case_id = ?1 AND NOT deleted ORDER BY id",
        &[&case.to_string()],
    )
}
