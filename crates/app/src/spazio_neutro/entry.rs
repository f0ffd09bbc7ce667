//! The diary of a meeting: an entry with its sections, begun filled in, signed like every other; the meeting knows it.

use super::{MeetingRef, loaded::Loaded, meeting::with_first};
use crate::{
    Code, Error, Result, Session,
    commands::Nothing,
    drafts::{DraftRef, SaveDraft, list, save},
    tutela::allow,
};
use cartella_archive::{queries::spazio_neutro as stored, rows};
use cartella_domain::{
    diary::{EntryDraft, FORM_ENTRY, SigningPlan},
    ids::{CaseId, DraftId, RecordId},
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
    let others = had_with(session, input.id, &meeting)?;
    let same = |of: Option<RecordId>| of == Some(input.id) || others.iter().any(|(id, _)| of == Some(*id));
    for open in list(session, Nothing {})? {
        if open.form != FORM_ENTRY {
            continue;
        }
        let kept = crate::drafts::stored(session, open.id)?;
        let content = serde_json::from_value::<EntryDraft>(kept.content);
        if content.is_ok_and(|content| same(content.meeting)) {
            return Ok(DraftRef { id: open.id });
        }
    }
    let with = files(session, &others)?;
    let content = meeting.draft(input.id, session.operator(), &with);
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

/// The same meeting in the paths of brothers and sisters that are here, where it has no entry yet.
fn had_with(session: &Session, id: RecordId, meeting: &IncontroSn) -> Result<Vec<(RecordId, IncontroSn)>> {
    let Some(together) = meeting.together else {
        return Ok(Vec::new());
    };
    let mut others = Vec::new();
    for row in stored::together(session.archive().db(), together)? {
        let own: RecordId = row.typed_id()?;
        if own != id && row.value.act.is_none() {
            others.push((own, row.value));
        }
    }
    Ok(others)
}

/// The files of those meetings in which she may write the diary; a meeting that did not take place for one of them is not told
/// in that one's file.
fn files(session: &Session, others: &[(RecordId, IncontroSn)]) -> Result<Vec<CaseId>> {
    let mut files = Vec::new();
    for (_, meeting) in others {
        let held = meeting.outcome.is_none_or(EsitoSn::was_held);
        let Some(case) = meeting.case.filter(|_| held) else {
            continue;
        };
        let Ok(subject) = session.case_subject(case) else {
            continue;
        };
        let subject = subject.at(session.level_of(case)?);
        let writes = session.decide(Action::EntryWrite, &subject)?.is_allowed();
        if writes && allow(session, case, Action::CourtWrite).is_ok() {
            files.push(case);
        }
    }
    Ok(files)
}

/// What the signature of its entry writes of a meeting: the meeting with its act, held unless something else was said of
/// it, and its path with the first meeting.
pub(crate) struct Told {
    /// The meeting.
    pub meeting: (RecordId, IncontroSn),
    /// The path.
    pub path: (RecordId, PercorsoSn),
}

/// The same for the meeting that a draft tells of, and in the paths of brothers and sisters into whose files the entry goes;
/// nothing if it is not here, has its entry already, or may not be written by who signs: the entry does not wait for it.
pub(crate) fn told(session: &Session, id: RecordId, plan: &SigningPlan) -> Result<Vec<Told>> {
    let Some(meeting) = here(session, id)? else {
        return Ok(Vec::new());
    };
    let mut told = Vec::new();
    for (other, beside) in had_with(session, id, &meeting)? {
        if plan.entries().any(|(_, entry)| entry.case == beside.case) {
            told.extend(one(session, other, beside, plan)?);
        }
    }
    if meeting.act.is_none() {
        told.extend(one(session, id, meeting, plan)?);
    }
    Ok(told)
}

fn one(session: &Session, id: RecordId, meeting: IncontroSn, plan: &SigningPlan) -> Result<Option<Told>> {
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
