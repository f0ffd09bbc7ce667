//! Entries that search must no longer find: signed in the wrong family's file, or put in their file since.
//!
//! Their words leave the index when the annulment arrives, and do not enter it when the annulment was first.

use crate::{Result, search};
use cartella_domain::{
    diary::{Annulment, AnnulmentReason, DiaryEntry, ReservedSegment},
    record::{Body, KindDef, Record as _},
};
use rusqlite::Connection;

/// Indexes a signed record, or takes out what it withdraws.
pub(super) fn index_signed(
    db: &Connection,
    id: &str,
    kind: &KindDef,
    scope: &str,
    body: &Body,
) -> Result<()> {
    if kind.number == Annulment::KIND.number {
        return withdraw(db, &Annulment::decode(body).value);
    }
    let entry = match kind.number {
        number if number == DiaryEntry::KIND.number => Some(id),
        number if number == ReservedSegment::KIND.number => {
            body.get("entry").and_then(|entry| entry.as_str())
        }
        _ => None,
    };
    if let Some(entry) = entry
        && is_withdrawn(db, entry)?
    {
        return Ok(());
    }
    super::index(db, id, kind.number, scope, body)
}

fn withdraw(db: &Connection, annulment: &Annulment) -> Result<()> {
    if !matches!(
        annulment.reason,
        AnnulmentReason::FascicoloSbagliato | AnnulmentReason::Collocata
    ) {
        return Ok(());
    }
    let entry = annulment.entry.to_string();
    search::remove(db, &entry)?;
    let mut parts = db.prepare_cached("SELECT id FROM reserved_segment WHERE entry_id = ?1")?;
    let parts: Vec<String> = parts
        .query_map([&entry], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for part in parts {
        search::remove(db, &part)?;
    }
    Ok(())
}

fn is_withdrawn(db: &Connection, entry: &str) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT 1 FROM annulment WHERE entry_id = ?1 AND reason IN ('FASCICOLO_SBAGLIATO', 'COLLOCATA')",
        )?
        .exists([entry])?)
}

/// The entry that a record withdraws from search, if it is an annulment.
pub(super) fn withdrawn_by(db: &Connection, record: &str, kind: u16) -> Result<Vec<String>> {
    if kind != Annulment::KIND.number {
        return Ok(Vec::new());
    }
    let mut statement =
        db.prepare_cached("SELECT entry_id FROM annulment WHERE id = ?1 AND entry_id IS NOT NULL")?;
    let entries = statement
        .query_map([record], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(entries)
}

/// Puts an entry and its reserved parts back into the index, as far as they are here and nothing else withdraws them.
pub(super) fn index_again(db: &Connection, entry: &str) -> Result<()> {
    for (kind, column) in [(DiaryEntry::KIND, "id"), (ReservedSegment::KIND, "entry_id")] {
        let mut statement = db.prepare_cached(&format!(
            "SELECT id, scope, body FROM {} WHERE {column} = ?1",
            kind.name
        ))?;
        let rows = statement.query_map([entry], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
            ))
        })?;
        for row in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            let (id, scope, body) = row;
            index_signed(db, &id, kind, &scope, &serde_json::from_str(&body)?)?;
        }
    }
    Ok(())
}
