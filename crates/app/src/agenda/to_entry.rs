//! One key turns an appointment into its entry, filled in.

use super::create::AppointmentRef;
use crate::{
    Code, Result, Session,
    commands::Nothing,
    diary::{Start, start},
    drafts::{DraftRef, SaveDraft, list, save},
};
use cartella_domain::{
    diary::{EntryDraft, FORM_ENTRY},
    ids::RecordId,
    rights::Action,
};

/// The draft of an appointment's entry: the one already begun, or a new one.
///
/// # Errors
/// `appointment_closed`, `not_found`.
pub fn to_entry(session: &mut Session, input: AppointmentRef) -> Result<DraftRef> {
    super::edit::touchable(session, input.id, Action::AgendaWrite)?;
    for open in list(session, Nothing {})? {
        if open.form != FORM_ENTRY {
            continue;
        }
        let kept = crate::drafts::stored(session, open.id)?;
        let content = serde_json::from_value::<EntryDraft>(kept.content);
        if content.is_ok_and(|content| content.appointment == Some(input.id)) {
            return Ok(DraftRef { id: open.id });
        }
    }
    let started = start(
        session,
        Start {
            appointment: Some(input.id),
            ..Start::default()
        },
    )?;
    let subject = started.content.files().first().map(|case| RecordId(case.uuid()));
    let content = serde_json::to_value(&started.content).map_err(|_| Code::BadInput)?;
    let saved = save(
        session,
        SaveDraft {
            id: Some(started.draft),
            kind: FORM_ENTRY.to_owned(),
            subject,
            content,
            started_from: None,
        },
    )?;
    Ok(DraftRef { id: saved.id })
}
