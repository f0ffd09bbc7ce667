//! One entry.

use super::{
    list::DiaryPage,
    mentioned::mentioned,
    reading::{Reader, views},
};
use crate::{Code, Result, Session, names::names};
use cartella_archive::rows;
use cartella_domain::{diary::DiaryEntry, ids::EntryId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryRef {
    /// The entry.
    pub id: EntryId,
}

/// One entry as she may see it, on a page of its own.
///
/// # Errors
/// `not_found` if it is not here or must not show.
pub fn get(session: &mut Session, input: EntryRef) -> Result<DiaryPage> {
    let row = rows::get::<DiaryEntry>(session.archive().db(), &input.id.to_string())?;
    let row = row.ok_or(Code::NotFound)?;
    let reader = Reader::of_entry(session, &row.value)?;
    let entries = views(session, &reader, vec![row])?;
    if entries.is_empty() {
        return Err(Code::NotFound.into());
    }
    let names = names(session, mentioned(&entries))?;
    Ok(DiaryPage {
        entries,
        next: None,
        names,
    })
}
