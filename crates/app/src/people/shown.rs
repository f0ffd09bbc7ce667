//! A record as a form needs it: its value, and what to give back so that saving replaces what was on the screen.

use crate::{Result, Session};
use cartella_archive::{Seen, rows::Row};
use cartella_domain::{ids::RecordId, record::Record};
use serde::Serialize;
use ts_rs::TS;

/// A record on a screen.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct Shown<T: TS> {
    /// Its id.
    pub id: RecordId,
    /// The record.
    pub value: T,
    /// The writes that made it: the form gives them back when it saves.
    pub seen: Vec<String>,
    /// Fields that this program cannot read: shown read-only.
    pub unread: Vec<String>,
    /// Fields of which two people wrote different values without seeing each other: by field, the values.
    #[ts(type = "Record<string, unknown> | null")]
    pub clashes: Option<serde_json::Value>,
}

impl<T: Record + TS> Shown<T> {
    /// A row as a form needs it.
    pub(crate) fn of(session: &Session, row: Row<T>) -> Result<Self> {
        let Seen(seen) = session.archive().seen(&row.id)?;
        Ok(Self {
            id: row.typed_id()?,
            value: row.value,
            seen,
            unread: row.unread.into_iter().map(str::to_owned).collect(),
            clashes: row.clashes,
        })
    }
}
