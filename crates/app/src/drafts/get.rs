//! Opening a draft again.

use super::DraftRef;
use crate::{Code, Result, Session};
use cartella_archive::drafts::{self, Draft};
use cartella_domain::{
    ids::{DraftId, RecordId},
    time::Instant,
};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

/// A draft as it was kept.
#[derive(Clone, Serialize, TS)]
pub struct DraftView {
    /// The draft.
    pub id: DraftId,
    /// Which form.
    pub kind: String,
    /// The case or person it was started from.
    pub subject: Option<RecordId>,
    /// The form's content, in its own shape.
    #[ts(type = "unknown")]
    pub content: Value,
    /// The writes that were on the screen when the form was opened.
    #[ts(type = "unknown")]
    pub started_from: Value,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was last kept.
    pub saved_at: Instant,
}

/// One open draft of the operator.
///
/// # Errors
/// `not_found` if it is not hers or no longer open.
pub fn get(session: &mut Session, input: DraftRef) -> Result<DraftView> {
    let draft = stored(session, input.id)?;
    Ok(DraftView {
        id: input.id,
        kind: draft.kind,
        subject: draft
            .subject
            .and_then(|subject| uuid::Uuid::parse_str(&subject).ok())
            .map(RecordId),
        content: draft.content,
        started_from: draft.started_from,
        created_at: draft.created_at,
        saved_at: draft.saved_at,
    })
}

/// The draft as the archive keeps it.
pub(crate) fn stored(session: &Session, id: DraftId) -> Result<Draft> {
    drafts::get(
        session.archive().db(),
        &session.operator().to_string(),
        &id.to_string(),
    )?
    .ok_or_else(|| Code::NotFound.into())
}
