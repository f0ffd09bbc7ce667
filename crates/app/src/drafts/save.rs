//! Keeping what was typed.

use crate::{Result, Session};
use cartella_archive::drafts::Draft;
use cartella_domain::{
    ids::{DraftId, RecordId},
    time::Instant,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// What a form holds.
#[derive(Clone, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveDraft {
    /// The draft; a new one without.
    pub id: Option<DraftId>,
    /// Which form: the name of its record's kind.
    pub kind: String,
    /// The case or person it was started from.
    pub subject: Option<RecordId>,
    /// The form's content, in its own shape.
    #[ts(type = "unknown")]
    pub content: Value,
    /// The writes that were on the screen when the form was opened.
    #[ts(type = "unknown")]
    pub started_from: Option<Value>,
}

/// A kept draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DraftSaved {
    /// The draft.
    pub id: DraftId,
    /// When.
    pub saved_at: Instant,
}

/// Keeps a draft: durable when this returns.
///
/// # Errors
/// `already_signed` when it was signed or thrown away meanwhile; the disk is full.
pub fn save(session: &mut Session, input: SaveDraft) -> Result<DraftSaved> {
    let id = input.id.unwrap_or_else(|| session.id());
    let now = session.now();
    let operator = session.operator().to_string();
    session.touch("draft");
    session.archive().save_draft(&Draft {
        id: id.to_string(),
        kind: input.kind,
        operator,
        subject: input.subject.map(|subject| subject.to_string()),
        content: input.content,
        started_from: input.started_from.unwrap_or_else(|| json!({})),
        created_at: now,
        saved_at: now,
    })?;
    Ok(DraftSaved { id, saved_at: now })
}
