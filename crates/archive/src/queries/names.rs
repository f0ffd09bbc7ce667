//! What people, colleagues and cases are called on the screen.

use crate::Result;
use rusqlite::Connection;

/// A record and what it is called.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// The record.
    pub id: String,
    /// Surname and name; of a case, those of its person; of a school its name, of a class "3B".
    pub name: String,
    /// For a case, the code of its service.
    pub service: Option<String>,
}

/// The names of these records; an id that is not here, or is of another kind, has none.
///
/// # Errors
/// The database does not answer.
pub fn of(db: &Connection, ids: &[String]) -> Result<Vec<Named>> {
    let mut statement = db.prepare_cached(
        "WITH wanted AS (SELECT DISTINCT value AS id FROM json_each(?1))
         SELECT o.id, trim(ifnull(o.surname, '') || ' ' || ifnull(o.name, '')), NULL
         FROM wanted JOIN operator AS o ON o.id = wanted.id
         UNION ALL
         SELECT p.id, trim(ifnull(p.surname, '') || ' ' || ifnull(p.name, '')), NULL
         FROM wanted JOIN person AS p ON p.id = wanted.id
         UNION ALL
         SELECT s.id, ifnull(s.name, ''), NULL FROM wanted JOIN school AS s ON s.id = wanted.id
         UNION ALL
         SELECT k.id, ifnull(k.body ->> '$.grade', '') || ifnull(k.body ->> '$.section', ''), NULL
         FROM wanted JOIN school_class AS k ON k.id = wanted.id
         UNION ALL
         SELECT c.id, trim(ifnull(p.surname, '') || ' ' || ifnull(p.name, '')), c.service
         FROM wanted JOIN case_file AS c ON c.id = wanted.id LEFT JOIN person AS p ON p.id = c.person",
    )?;
    let rows = statement.query_map([serde_json::to_string(ids)?], |row| {
        Ok(Named {
            id: row.get(0)?,
            name: row.get(1)?,
            service: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
