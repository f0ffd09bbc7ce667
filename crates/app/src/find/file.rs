//! A file found by what it is called.

use super::snippet::{Piece, pieces};
use crate::{Result, Session, files::Holder, names::names};
use cartella_archive::{rows, search::Found};
use cartella_domain::{
    files::{Allegato, Media},
    ids::{CaseId, RecordId},
    rights::{Confidentiality, level_of},
    scope::ScopeId,
    time::{CivilDate, Instant},
};
use serde::Serialize;
use ts_rs::TS;

/// A file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileHit {
    /// The file.
    pub id: RecordId,
    /// The case in whose file it stands.
    pub case: Option<CaseId>,
    /// Whose case it is.
    pub name: Option<String>,
    /// What is in it.
    pub media: Option<Media>,
    /// The day that the paper bears.
    pub dated: Option<CivilDate>,
    /// When it was attached.
    pub at: Option<Instant>,
    /// What it is called, with what was looked for marked; empty for a reserved one, which says it when it is opened.
    pub pieces: Vec<Piece>,
    /// It hangs on what fewer people may read.
    pub reserved: bool,
}

/// A found file as the operator may see it; none if she may not read what it hangs on.
pub(super) fn file(session: &Session, found: &Found, words: &[String]) -> Result<Option<FileHit>> {
    let db = session.archive().db();
    let Some(row) = rows::get::<Allegato>(db, &found.id)?.filter(|row| !row.deleted) else {
        return Ok(None);
    };
    let id = row.typed_id()?;
    let file = row.value;
    let Some(holder) = file
        .of
        .map(|of| Holder::readable(session, of))
        .transpose()?
        .flatten()
    else {
        return Ok(None);
    };
    let scope: Option<ScopeId> = row.scope.parse().ok();
    let reserved = scope.is_none_or(|scope| level_of(scope.kind) != Confidentiality::Service);
    let called = names(session, holder.case.map(CaseId::uuid))?;
    let title = file.title.or(file.name).or(file.reason).unwrap_or_default();
    Ok(Some(FileHit {
        id,
        case: holder.case,
        name: called.into_values().next().map(|name| name.name),
        media: file.media,
        dated: file.dated,
        at: file.at,
        pieces: if reserved {
            Vec::new()
        } else {
            pieces(&title, words)
        },
        reserved,
    }))
}
