//! A note as somebody writes it: a draft that is kept, then signed; through the verbs.

use anyhow::Result;
use cartella_app::{
    Session,
    diary::{Sign, SignAnswer, sign},
    drafts::SaveDraft,
};
use cartella_domain::{
    diary::{DraftSegment, DraftText, EntryDraft, EntryKind, FORM_ENTRY},
    ids::{CaseId, DraftId},
    time::ClockTime,
};

/// A phone call of yesterday in one case.
pub fn draft(session: &Session, case: CaseId, text: String) -> Result<SaveDraft> {
    let mut draft = EntryDraft::of_kind(EntryKind::Telefonata);
    draft.occurred_on = Some(session.today().plus_days(-1));
    draft.starts = Some(ClockTime(600));
    let segment = DraftSegment {
        text,
        ..DraftSegment::default()
    };
    draft.texts = vec![DraftText {
        files: vec![case],
        segments: vec![segment],
        ..DraftText::default()
    }];
    Ok(SaveDraft {
        id: None,
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content: serde_json::to_value(&draft)?,
        started_from: None,
    })
}

/// Signs it.
pub fn signed(session: &mut Session, draft: DraftId) -> Result<()> {
    let answer = sign(session, Sign { draft, content: None })?;
    anyhow::ensure!(matches!(answer, SignAnswer::Signed { .. }), "not signed");
    Ok(())
}
