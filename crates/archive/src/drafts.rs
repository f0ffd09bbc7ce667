//! Drafts: what a form holds before it is signed or saved, safe two seconds after the last key.
//!
//! A draft is its author's alone. It is one of the archive's three primary stores: saving it is one durable
//! transaction, and it goes only when it becomes a signed entry (in that transaction) or by its author's
//! word, and then stays recoverable for a while. What was signed stands in the log: of its draft no word stays
//! beside it, only that it ended, so that a late autosave is refused.

use crate::{Error, Result, unit::Unit};
use cartella_domain::time::Instant;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::Value;

/// One draft as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Which form it belongs to.
    pub kind: String,
    /// Whose it is.
    pub operator: String,
    /// The case or person that it was started from.
    pub subject: Option<String>,
    /// What the form holds.
    pub content: Value,
    /// The writes that were on screen when it was started.
    pub started_from: Value,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was last saved.
    pub saved_at: Instant,
}

/// Saves a draft, new or known; one durable transaction. A closed draft is not reopened by a late autosave.
///
/// # Errors
/// `Signed` if the draft was closed meanwhile; the disk is full; the database does not answer.
pub(crate) fn save(db: &Connection, draft: &Draft) -> Result<()> {
    let unit = Unit::begin(db)?;
    let changed = unit
        .prepare_cached(
            "INSERT INTO draft (id, kind, operator, subject, content, started_from, created_at, saved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET content = ?5, subject = ?4, saved_at = ?8
             WHERE closed_at IS NULL AND operator = ?3",
        )?
        .execute(params![
            draft.id,
            draft.kind,
            draft.operator,
            draft.subject,
            draft.content.to_string(),
            draft.started_from.to_string(),
            draft.created_at.0,
            draft.saved_at.0,
        ])?;
    if changed == 0 {
        return Err(Error::Signed);
    }
    unit.commit()
}

impl crate::Archive {
    /// Saves a draft, new or known; one durable transaction. A closed draft is not reopened by a late autosave.
    ///
    /// # Errors
    /// `Signed` if the draft was closed meanwhile; the disk is full; the database does not answer.
    pub fn save_draft(&self, draft: &Draft) -> Result<()> {
        save(&self.db, draft)
    }
}

/// One open draft of an operator.
///
/// # Errors
/// The database does not answer.
pub fn get(db: &Connection, operator: &str, id: &str) -> Result<Option<Draft>> {
    Ok(db
        .prepare_cached(&format!(
            "{SELECT} WHERE id = ?1 AND operator = ?2 AND closed_at IS NULL"
        ))?
        .query_row(params![id, operator], read)
        .optional()?)
}

/// An operator's open drafts, the oldest first, so that what waits longest is on top.
///
/// # Errors
/// The database does not answer.
pub fn list(db: &Connection, operator: &str) -> Result<Vec<Draft>> {
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} WHERE operator = ?1 AND closed_at IS NULL ORDER BY created_at"
    ))?;
    let rows = statement.query_map([operator], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A draft as its copies ask about it, open or ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What the form holds.
    pub content: Value,
    /// When it was last saved here.
    pub saved_at: Instant,
    /// It was signed or thrown away.
    pub closed: bool,
    /// Nothing was typed here since its last copy.
    pub copied: bool,
}

/// What this archive knows of a draft, whatever became of it.
///
/// # Errors
/// The database does not answer.
pub fn known(db: &Connection, operator: &str, id: &str) -> Result<Option<Known>> {
    Ok(db
        .prepare_cached(&format!(
            "{SELECT_KNOWN} FROM draft WHERE id = ?1 AND operator = ?2"
        ))?
        .query_row([id, operator], |row| {
            Ok(Known {
                content: read(row)?.content,
                saved_at: Instant(row.get(7)?),
                closed: row.get(8)?,
                copied: row.get(9)?,
            })
        })
        .optional()?)
}

impl crate::Archive {
    /// Notes that the last copy of a draft holds what was saved at a moment.
    ///
    /// # Errors
    /// The disk is full.
    pub fn draft_was_copied(&self, id: &str, saved_at: Instant) -> Result<()> {
        self.db
            .prepare_cached("UPDATE draft SET copied_at = ?2 WHERE id = ?1 AND saved_at = ?2")?
            .execute(params![id, saved_at.0])?;
        Ok(())
    }
}

/// What `closed_by` says of a draft that was thrown away.
const DISCARDED: &str = "discarded";

/// Closes a draft inside the caller's transaction; `closed_by` is the id of the record that it became, or
/// `discarded`. One that became a record is emptied; one thrown away keeps what was typed, to be taken back.
pub(crate) fn close(db: &Connection, operator: &str, id: &str, closed_by: &str, at: Instant) -> Result<()> {
    let changed = db
        .prepare_cached(
            "UPDATE draft SET closed_at = ?4, closed_by = ?3,
                 content = iif(?3 = ?5, content, '{}'), started_from = iif(?3 = ?5, started_from, '{}')
             WHERE id = ?1 AND operator = ?2 AND closed_at IS NULL",
        )?
        .execute(params![id, operator, closed_by, at.0, DISCARDED])?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// Opens a discarded draft again; a signed one stays closed.
///
/// # Errors
/// `NotFound` if there is no such discarded draft.
pub fn reopen(db: &Connection, operator: &str, id: &str) -> Result<()> {
    let changed = db.execute(
        "UPDATE draft SET closed_at = NULL, closed_by = NULL, copied_at = NULL
         WHERE id = ?1 AND operator = ?2 AND closed_by = 'discarded'",
        params![id, operator],
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

const SELECT: &str =
    "SELECT id, kind, operator, subject, content, started_from, created_at, saved_at FROM draft";
const SELECT_KNOWN: &str = "SELECT id, kind, operator, subject, content, started_from, created_at, saved_at,
     closed_at IS NOT NULL, copied_at IS saved_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let json = |index: usize| -> rusqlite::Result<Value> {
        let text: String = row.get(index)?;
        serde_json::from_str(&text).map_err(|e| {
            rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, e.into())
        })
    };
    Ok(Draft {
        id: row.get(0)?,
        kind: row.get(1)?,
        operator: row.get(2)?,
        subject: row.get(3)?,
        content: json(4)?,
        started_from: json(5)?,
        created_at: Instant(row.get(6)?),
        saved_at: Instant(row.get(7)?),
    })
}

impl crate::Archive {
    /// Forgets the drafts that ended before a moment: what was signed stands in the log, what was thrown away
    /// could be taken back until then. Says how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn forget_drafts(&self, before: Instant) -> Result<usize> {
        Ok(self
            .db
            .execute("DELETE FROM draft WHERE closed_at < ?1", [before.0])?)
    }
}

/// An operator's discarded drafts that can still be taken back, the last first.
///
/// # Errors
/// The database does not answer.
pub fn discarded(db: &Connection, operator: &str) -> Result<Vec<Draft>> {
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} WHERE operator = ?1 AND closed_by = 'discarded' ORDER BY closed_at DESC"
    ))?;
    let rows = statement.query_map([operator], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
