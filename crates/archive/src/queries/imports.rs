//! Imports: their batches and parts, remembered mappings, and what has been worked on since.

use crate::{
    Result,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{ImportId, RecordId},
    imports::{ImportBatch, ImportMapping, ImportPart},
    registry,
    scope::ScopeId,
};
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashSet;
use uuid::Uuid;

/// The imports in a scope, the latest first.
///
/// # Errors
/// The database does not answer.
pub fn batches(db: &Connection, scope: ScopeId) -> Result<Vec<Row<ImportBatch>>> {
    rows::select(
        db,
        "scope = ?1 AND NOT deleted ORDER BY id DESC",
        &[&scope.to_string()],
    )
}

/// The imports of a file in a scope, the latest first.
///
/// # Errors
/// The database does not answer.
pub fn batches_of_file(db: &Connection, scope: ScopeId, digest: &str) -> Result<Vec<Row<ImportBatch>>> {
    rows::select(
        db,
        "digest = ?1 AND scope = ?2 AND NOT deleted ORDER BY id DESC",
        &[&digest, &scope.to_string()],
    )
}

/// The groups of lines of an import, in order.
///
/// # Errors
/// The database does not answer.
pub fn parts(db: &Connection, batch: ImportId) -> Result<Vec<Row<ImportPart>>> {
    let mut parts: Vec<Row<ImportPart>> =
        rows::select(db, "batch = ?1 AND NOT deleted", &[&batch.to_string()])?;
    parts.sort_by_key(|part| part.value.number);
    Ok(parts)
}

/// How the columns of a set of headings were mapped the last time.
///
/// # Errors
/// The database does not answer.
pub fn mapping(db: &Connection, scope: ScopeId, signature: &str) -> Result<Option<Row<ImportMapping>>> {
    let found: Vec<Row<ImportMapping>> = rows::select(
        db,
        "signature = ?1 AND scope = ?2 AND NOT deleted ORDER BY id DESC LIMIT 1",
        &[&signature, &scope.to_string()],
    )?;
    Ok(found.into_iter().next())
}

/// The place in the log of the latest write that counts in a record; `None` if the record is not here.
///
/// # Errors
/// The database does not answer.
pub fn last_write(db: &Connection, record: RecordId) -> Result<Option<i64>> {
    let number: Option<Option<i64>> = db
        .prepare_cached(
            "SELECT max(c.number) FROM register AS r JOIN change AS c ON c.change_id = r.change_id
             WHERE r.record = ?1",
        )?
        .query_row([record.to_string()], |row| row.get(0))
        .optional()?;
    Ok(number.flatten())
}

/// Of these records, those that other records or open drafts speak of, or in whose scopes others live.
///
/// # Errors
/// The database does not answer.
pub fn spoken_of(db: &Connection, records: &HashSet<Uuid>) -> Result<HashSet<Uuid>> {
    let mut found = HashSet::new();
    for kind in registry::KINDS {
        // An import's own list speaks of all that it made.
        if kind.name == "import_part" {
            continue;
        }
        let sql = format!("SELECT id, scope, body FROM {} WHERE NOT deleted", kind.name);
        let mut statement = db.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            if Uuid::parse_str(&id).is_ok_and(|id| records.contains(&id)) {
                continue;
            }
            let (scope, body): (String, String) = (row.get(1)?, row.get(2)?);
            mentions(&scope, records, &mut found);
            mentions(&body, records, &mut found);
        }
    }
    let mut statement = db.prepare(
        "SELECT ifnull(subject, ''), content FROM draft WHERE closed_at IS NULL AND kind <> 'view'",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (subject, content): (String, String) = (row.get(0)?, row.get(1)?);
        mentions(&subject, records, &mut found);
        mentions(&content, records, &mut found);
    }
    Ok(found)
}

/// Adds the ids that stand in a text: whole JSON strings, or behind the kind of a scope.
fn mentions(text: &str, records: &HashSet<Uuid>, found: &mut HashSet<Uuid>) {
    let ids = text
        .split(['"', ':', ' '])
        .filter(|word| word.len() == 36)
        .filter_map(|word| Uuid::parse_str(word).ok());
    found.extend(ids.filter(|id| records.contains(id)));
}

/// The records that live in a scope.
///
/// # Errors
/// The database does not answer.
pub fn records_in(db: &Connection, scope: ScopeId) -> Result<Vec<RecordId>> {
    let mut statement = db.prepare_cached("SELECT id FROM record WHERE scope = ?1 ORDER BY id")?;
    let ids = statement.query_map([scope.to_string()], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(Uuid::parse_str(&id?).map(RecordId));
    }
    Ok(found)
}
