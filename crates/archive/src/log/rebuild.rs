//! Rebuilding everything derived from the log, and showing that it comes out the same.

use super::{
    apply::apply,
    counted::{self, BATCH, COUNTED},
};
use crate::{Archive, Result};
use cartella_domain::registry;
use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A derived table whose content differs from what the log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: String,
}

const MACHINERY: &[&str] = &[
    "scope",
    "record",
    "register",
    "replaced",
    "clash",
    "search_doc",
    "deadline",
    "deadline_met",
];
const INDEXES: &[&str] = &["search_text", "search_person", "search_infix"];

impl Archive {
    /// Empties everything derived and makes it anew from the log, in one transaction. The drafts, the log and
    /// the audit are not touched.
    ///
    /// # Errors
    /// The database does not take it; then everything is as before.
    pub fn rebuild(&self) -> Result<()> {
        let tx = self.db.unchecked_transaction()?;
        rebuild(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// Rebuilds inside a transaction that is taken back, and names the derived tables that came out different,
    /// byte for byte. An empty list is the proof that rows and log agree.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn compare_with_log(&self) -> Result<Vec<Difference>> {
        let before = fingerprints(&self.db)?;
        let tx = self.db.unchecked_transaction()?;
        rebuild(&tx)?;
        let after = fingerprints(&tx)?;
        tx.rollback()?;
        let differing = before
            .iter()
            .filter(|(table, hash)| after.get(*table) != Some(*hash));
        Ok(differing
            .map(|(table, _)| Difference { table: table.clone() })
            .collect())
    }
}

fn rebuild(tx: &Connection) -> Result<()> {
    tx.execute("INSERT INTO pass (verb) VALUES ('rebuild')", [])?;
    for table in MACHINERY
        .iter()
        .copied()
        .chain(registry::KINDS.iter().map(|kind| kind.name))
    {
        tx.execute(&format!("DELETE FROM {table}"), [])?;
    }
    for index in INDEXES {
        tx.execute(
            &format!("INSERT INTO {index} ({index}) VALUES ('delete-all')"),
            [],
        )?;
    }
    let mut statement = tx.prepare(&format!("{COUNTED} ORDER BY number"))?;
    let mut rows = statement.query([])?;
    let mut batch = Vec::new();
    while let Some(row) = rows.next()? {
        batch.push(counted::read(row)?);
        if batch.len() >= BATCH {
            apply(tx, &batch)?;
            batch.clear();
        }
    }
    apply(tx, &batch)?;
    tx.execute("DELETE FROM pass", [])?;
    Ok(())
}

/// A value as its type, its length and its bytes: no two values look alike.
fn absorb(hash: &mut Sha256, value: ValueRef<'_>) {
    let (tag, bytes) = match value {
        ValueRef::Null => (0_u8, &[] as &[u8]),
        ValueRef::Integer(number) => (1, &number.to_le_bytes() as &[u8]),
        ValueRef::Real(number) => (2, &number.to_bits().to_le_bytes() as &[u8]),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([tag]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// A hash of every derived table's rows, in the order of their keys.
fn fingerprints(db: &Connection) -> Result<BTreeMap<String, [u8; 32]>> {
    let keyed = [
        ("scope", "scope"),
        ("record", "id"),
        ("register", "record, field, scope, change_id, op"),
        ("replaced", "record, field, scope, change_id, op"),
        ("clash", "record"),
        ("case_line", "case_id"),
        ("appointment_operator", "appointment, operator"),
        ("case_pulse", "case_id"),
        ("case_team", "assignment"),
        ("search_doc", "rowid"),
        ("deadline", "record, code, nth"),
        ("deadline_met", "met_by, record, body"),
    ];
    let kinds = registry::KINDS.iter().map(|kind| (kind.name, "id"));
    keyed
        .into_iter()
        .chain(kinds)
        .map(|(table, key)| {
            let mut hash = Sha256::new();
            let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY {key}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    absorb(&mut hash, row.get_ref(column)?);
                }
                hash.update(b"\x1e");
            }
            Ok((table.to_owned(), hash.finalize().into()))
        })
        .collect()
}
