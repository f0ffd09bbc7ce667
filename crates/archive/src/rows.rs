//! The derived tables: one a kind, all of one shape, made from the live writes and readable as records.

use crate::{Error, Result};
use cartella_domain::{
    deadlines,
    record::{self, Body, Decoded, KindDef, Record},
};
use cartella_sync::derive::CONTESTED;
use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow, params};
use serde_json::Value;
use std::{collections::BTreeMap, str::FromStr as _};

/// A record as it stands: its shown values and the clashes beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<T> {
    /// Its id.
    pub id: String,
    /// The scope it lives in.
    pub scope: String,
    /// The record.
    pub value: T,
    /// Fields whose stored value this program cannot read: shown read-only.
    pub unread: Vec<&'static str>,
    /// Clashes by field, as `sync::derive` writes them; `None` when there is none.
    pub clashes: Option<Value>,
    /// Somebody marked it as deleted.
    pub deleted: bool,
}

impl<T> Row<T> {
    /// Whether two people wrote it without seeing each other, and somebody still has to choose.
    #[must_use]
    pub const fn clashed(&self) -> bool {
        self.clashes.is_some()
    }

    /// The id as its newtype.
    ///
    /// # Errors
    /// `Inconsistent` if the id is no UUID, which no change can make.
    pub fn typed_id<I: From<uuid::Uuid>>(&self) -> Result<I> {
        uuid::Uuid::from_str(&self.id)
            .map(I::from)
            .map_err(|_| Error::Inconsistent {
                what: "an id is no UUID",
            })
    }
}

impl<T: Record> Row<T> {
    /// The record in each way in which its clashes can be decided, as it is shown first.
    ///
    /// # Errors
    /// The record is no body, which no change can make.
    pub fn readings(&self) -> Result<Vec<T>> {
        let Some(Value::Object(clashes)) = &self.clashes else {
            return Ok(vec![self.value.clone()]);
        };
        let bodies = deadlines::readings(&self.value.body()?, clashes);
        Ok(bodies.iter().map(|body| T::decode(body).value).collect())
    }
}

/// The columns that every table of a kind has, in the order that `read` expects them.
pub const COLUMNS: &str = "id, scope, body, clashes, deleted";

/// Reads a row selected with [`COLUMNS`].
///
/// # Errors
/// The row has another shape.
pub fn read<T: Record>(row: &SqlRow<'_>) -> rusqlite::Result<Row<T>> {
    let text = row.get_ref(2)?.as_str()?;
    let Decoded { value, unread } = record::read(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(2, rusqlite::types::Type::Text, error.into())
    })?;
    let clashes: Option<String> = row.get(3)?;
    Ok(Row {
        id: row.get(0)?,
        scope: row.get(1)?,
        value,
        unread,
        clashes: clashes.and_then(|text| serde_json::from_str(&text).ok()),
        deleted: row.get(4)?,
    })
}

/// One record by its id.
///
/// # Errors
/// The database does not answer.
pub fn get<T: Record>(db: &Connection, id: &str) -> Result<Option<Row<T>>> {
    let sql = format!("SELECT {COLUMNS} FROM {} WHERE id = ?1", T::KIND.name);
    Ok(db.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

/// Records of a kind under a condition in SQL over its columns (never made of what a user typed).
///
/// # Errors
/// The database does not answer.
pub fn select<T: Record>(
    db: &Connection,
    condition: &str,
    values: &[&dyn rusqlite::ToSql],
) -> Result<Vec<Row<T>>> {
    let sql = format!("SELECT {COLUMNS} FROM {} WHERE {condition}", T::KIND.name);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One of several values of a field.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct ClashValue {
    /// The value; `Null` where the field was emptied.
    pub value: Value,
    /// The change that gave it.
    pub change: String,
    /// The operation in it.
    pub op: u8,
}

/// The fields of a record that hold more than one value, the shown one first.
///
/// # Errors
/// The database does not answer.
pub fn clashes(db: &Connection, kind: &KindDef, id: &str) -> Result<BTreeMap<String, Vec<ClashValue>>> {
    let sql = format!("SELECT clashes FROM {} WHERE id = ?1", kind.name);
    let found: Option<Option<String>> = db
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(text) = found.flatten() else {
        return Ok(BTreeMap::new());
    };
    let mut fields: Body = serde_json::from_str(&text)?;
    // Whether the record stays is no question of a field.
    fields.remove(CONTESTED);
    Ok(serde_json::from_value(Value::Object(fields))?)
}

/// Writes the derived row of a record.
pub(crate) fn put(db: &Connection, table: &str, derived: &Derived<'_>) -> Result<()> {
    let sql = format!(
        "INSERT INTO {table} (id, scope, body, clashes, deleted) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET body = ?3, clashes = ?4, deleted = ?5"
    );
    db.prepare_cached(&sql)?.execute(params![
        derived.id,
        derived.scope,
        derived.body,
        derived.clashes,
        derived.deleted
    ])?;
    Ok(())
}

/// A derived row on its way to its table.
pub(crate) struct Derived<'a> {
    pub id: &'a str,
    pub scope: &'a str,
    pub body: String,
    pub clashes: Option<String>,
    pub deleted: bool,
}
