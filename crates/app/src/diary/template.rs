//! What a kind proposes, when the kind of an entry is changed while it is being written.

use crate::{Result, Session};
use cartella_domain::diary::{EntryDraft, EntryKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kind.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct AskTemplate {
    /// The kind.
    pub kind: EntryKind,
}

/// A blank entry of a kind: its minutes, place and headings.
///
/// # Errors
/// None of its own.
pub fn template(_: &mut Session, input: AskTemplate) -> Result<EntryDraft> {
    Ok(EntryDraft::of_kind(input.kind))
}
