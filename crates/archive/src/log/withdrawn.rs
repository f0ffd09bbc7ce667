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
