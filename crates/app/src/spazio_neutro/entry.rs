//! The diary of a meeting: an entry with its sections, begun filled in, signed like every other; the meeting knows it.

use super::{MeetingRef, loaded::Loaded, meeting::with_first};
use crate::{
    Code, Error, Result, Session,
    commands::Nothing,
    drafts::{DraftRef, SaveDraft, list, save},
};
use cartella_archive::rows;
use cartella_domain::{
    diary::{EntryDraft, FORM_ENTRY, SigningPlan},
    ids::{DraftId, RecordId},
    rights::Action,
    spazio_neutro::{EsitoSn, IncontroSn, PercorsoSn},
};

/// The draft of a meeting's entry: the one already begun, or a new one.
///
/// # Errors
/// `forbidden` for who writes no diary there; `not_found`; `already_signed` once it has its entry; the disk is full.
pub fn to_entry(session: &mut Session, input: MeetingRef) -> Result<DraftRef> {
    let meeting = here(session, input.id)?.ok_or_else(|| Error::new(Code::NotFound))?;
    let path = meeting.percorso.ok_or_else(|| Error::new(Code::NotFound))?;
    let loaded = Loaded::writable(session, path)?;
    let level = session.level_of(loaded.case)?;
    session.allow(Action::EntryWrite, &session.case_subject(loaded.case)?.at(level))?;
    if meeting.act.is_some() {
        return Err(Code::AlreadySigned.into());
    }
    for open in list(session, Nothing {})? {
        if open.form != FORM_ENTRY {
            continue;
        }
        let kept = crate::drafts::stored(session, open.id)?;
        let content = serde_json::from_value::<EntryDraft>(kept.content);
        if content.is_ok_and(|content| content.meeting == Some(input.id)) {
            return Ok(DraftRef { id: open.id });
        }
    }
    let content = meeting.draft(input.id, session.operator());
    let content = serde_json::to_value(&content).map_err(|_| Code::BadInput)?;
    let id: DraftId = session.id();
    let saved = save(
        session,
        SaveDraft {
            id: Some(id),
            kind: FORM_ENTRY.to_owned(),
            subject: Some(RecordId(loaded.case.uuid())),
            content,
            started_from: None,
        },
    )?;
    Ok(DraftRef { id: saved.id })
}

fn here(session: &Session, id: RecordId) -> Result<Option<IncontroSn>> {
    let row = rows::get::<IncontroSn>(session.archive().db(), &id.to_string())?;
    Ok(row.filter(|row| !row.deleted).map(|row| row.value))
}

/// What the signature of its entry writes of a meeting: the meeting with its act, held unless something else was said of
/// it, and its path with the first meeting.
pub(crate) struct Told {
    /// The meeting.
    pub meeting: (RecordId, IncontroSn),
    /// The path.
    pub path: (RecordId, PercorsoSn),
}

/// The same for the meeting that a draft tells of; nothing if it is not here, has its entry already, or may not be written
/// by who signs: the entry does not wait for it.
pub(crate) fn told(session: &Session, id: RecordId, plan: &SigningPlan) -> Result<Option<Told>> {
    let Some(meeting) = here(session, id)?.filter(|meeting| meeting.act.is_none()) else {
        return Ok(None);
    };
    let Some(path) = meeting.percorso else {
        return Ok(None);
    };
    let Ok(loaded) = Loaded::writable(session, path) else {
        return Ok(None);
    };
    let meeting = IncontroSn {
        act: Some(plan.act),
        outcome: meeting.outcome.or(Some(EsitoSn::Svolto)),
        ..meeting
    };
    let changed = with_first(session, &loaded, id, &meeting)?;
    Ok(Some(Told {
        meeting: (id, meeting),
        path: (path, changed),
    }))
}
