//! Throwing a draft away, and taking it back: nothing typed is lost at once.

use super::{DraftSummary, get::stored, list::summary};
use crate::{Code, Result, Session, commands::Nothing};
use cartella_archive::drafts;
use cartella_domain::{
    diary::{EntryDraft, FORM_ENTRY},
    ids::DraftId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days for which a draft that was thrown away can be taken back.
const KEPT_DAYS: i64 = 30;

/// One draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftRef {
    /// The draft.
    pub id: DraftId,
}

/// A draft to be thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Discard {
    /// The draft.
    pub id: DraftId,
    /// She was asked and said yes; not needed for an empty one.
    pub confirmed: bool,
}

/// Throws a draft away. It can be taken back for thirty days.
///
/// # Errors
/// `draft_not_empty` if something was typed and she was not asked.
pub fn discard(session: &mut Session, input: Discard) -> Result<Nothing> {
    let draft = stored(session, input.id)?;
    let empty = draft.kind == FORM_ENTRY
        && serde_json::from_value::<EntryDraft>(draft.content).is_ok_and(|entry| entry.is_empty());
    if !empty && !input.confirmed {
        return Err(Code::DraftNotEmpty.into());
    }
    session.write(|act| act.end_draft(input.id, "discarded"))?;
    forget_old(session)?;
    Ok(Nothing {})
}

/// Forgets the drafts that ended more than thirty days ago: what they became stands in the log, and what was thrown
/// away could be taken back until then. Done whenever an archive is entered.
///
/// # Errors
/// The archive does not answer.
pub fn forget_old(session: &Session) -> Result<()> {
    let before = session.now().plus_millis(-KEPT_DAYS * 86_400_000);
    session.archive().forget_drafts(before)?;
    Ok(())
}

/// The drafts that she threw away and can take back, the last first.
///
/// # Errors
/// The archive does not answer.
pub fn discarded(session: &mut Session, _: Nothing) -> Result<Vec<DraftSummary>> {
    let operator = session.operator().to_string();
    let found = drafts::discarded(session.archive().db(), &operator)?;
    found.into_iter().map(|draft| summary(session, draft)).collect()
}

/// Takes a draft back.
///
/// # Errors
/// `not_found` if it was not thrown away, or too long ago.
pub fn restore(session: &mut Session, input: DraftRef) -> Result<Nothing> {
    let operator = session.operator().to_string();
    drafts::reopen(session.archive().db(), &operator, &input.id.to_string())?;
    session.touch("draft");
    Ok(Nothing {})
}
