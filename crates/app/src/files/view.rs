//! A file as a list shows it. The key stays in the archive.

use crate::{Result, Session};
use cartella_archive::rows::Row;
use cartella_domain::{
    files::{Allegato, AttachedTo, Media, Purpose, Removed},
    ids::{OperatorId, RecordId},
    time::{CivilDate, Instant},
};
use serde::Serialize;
use ts_rs::TS;

/// Where the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileHere {
    /// On this computer.
    Here,
    /// They were attached on another one and are not here yet.
    Elsewhere,
    /// They were attached here and cannot be found.
    Missing,
}

/// A file of a record.
#[derive(Clone, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FileView {
    /// The file.
    pub id: RecordId,
    /// What it hangs on.
    pub on: Option<AttachedTo>,
    /// Its name, as it was given; none of one that was taken off by somebody else.
    pub name: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// What is in it.
    pub media: Option<Media>,
    /// Its size in bytes.
    pub size: Option<u32>,
    /// What it is for.
    pub purpose: Purpose,
    /// The day that the paper bears.
    pub dated: Option<CivilDate>,
    /// Why it was taken.
    pub reason: Option<String>,
    /// Who attached it.
    pub by: Option<OperatorId>,
    /// When.
    pub at: Option<Instant>,
    /// It was taken off.
    pub removed: Option<Removed>,
    /// Where its bytes are.
    pub here: FileHere,
    /// She may take it off.
    pub may_remove: bool,
}

impl FileView {
    /// A file as it is shown to who may read what it hangs on.
    pub(super) fn of(session: &Session, row: Row<Allegato>, may_remove: bool) -> Result<Self> {
        let id = row.typed_id()?;
        let file = row.value;
        let shown = file.removed.is_none() || file.by == Some(session.operator());
        let open = |text: Option<String>| text.filter(|_| shown);
        Ok(Self {
            id,
            on: file.of,
            here: here(session, &file)?,
            name: open(file.name),
            title: open(file.title),
            reason: open(file.reason),
            media: file.media,
            size: file.size,
            purpose: file.purpose.unwrap_or_default(),
            dated: file.dated,
            by: file.by,
            at: file.at,
            may_remove: may_remove && file.removed.is_none(),
            removed: file.removed,
        })
    }
}

fn here(session: &Session, file: &Allegato) -> Result<FileHere> {
    let Some(sealed) = &file.sealed else {
        return Ok(FileHere::Elsewhere);
    };
    let archive = session.archive();
    Ok(if archive.files()?.is_here(sealed.file)? {
        FileHere::Here
    } else if sealed.store == archive.identity().store {
        FileHere::Missing
    } else {
        FileHere::Elsewhere
    })
}
