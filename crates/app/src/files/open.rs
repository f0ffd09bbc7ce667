//! A file is looked at: the audit says so, then its bytes go to the window, which keeps them in memory only.

use super::holder::attached;
use crate::{Code, Error, Result, Session};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::audit;
use cartella_domain::{
    files::{Allegato, Media},
    ids::RecordId,
    record::Record as _,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRef {
    /// The file.
    pub id: RecordId,
}

/// What is in a file.
#[derive(Clone, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FileContent {
    /// What it is.
    pub media: Option<Media>,
    /// Its media type.
    pub mime: String,
    /// What it is called, else its name.
    pub title: String,
    /// Its bytes in base64.
    pub content: String,
}

/// Opens a file.
///
/// # Errors
/// `not_found`, `forbidden`; `file_removed` for one that somebody else attached and that was taken off; `file_not_here`,
/// `file_damaged`; the disk is full.
pub fn open(session: &mut Session, input: FileRef) -> Result<FileContent> {
    let (file, holder) = attached(session, input.id)?;
    if file.removed.is_some() && file.by != Some(session.operator()) {
        return Err(Code::FileRemoved.into());
    }
    let sealed = file.sealed.as_ref().ok_or(Error::new(Code::FileNotHere))?;
    let mut event = audit::Event::new(audit::Act::ReadFile).on(input.id, Allegato::KIND.number);
    if let Some(case) = holder.case {
        event = event.about(case);
    }
    session.note(event)?;
    let content = session.archive().read_file(sealed)?;
    Ok(FileContent {
        media: file.media,
        mime: file.media.map(Media::mime).unwrap_or_default().to_owned(),
        title: file.title.or(file.name).unwrap_or_default(),
        content: STANDARD.encode(&*content),
    })
}
