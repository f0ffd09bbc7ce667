//! Firma nel diario: one transaction writes every signed row, ends the draft and settles the appointment.

use super::signing::{entry_draft, prepare, write};
use crate::{Code, Error, Result, Session, drafts::stored, files::Carried, spazio_neutro::told};
use cartella_archive::rows;
use cartella_domain::{
    agenda::Appointment,
    diary::{EntryDraft, FORM_ENTRY, SigningFinding, SigningPlan},
    drafts::DraftCopy,
    files::AttachedTo,
    ids::{ActId, AppointmentId, DraftId, EntryId, RecordId},
    record::Record as _,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A draft to sign.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Sign {
    /// The draft.
    pub draft: DraftId,
    /// What is on the screen, when that is newer than what was kept.
    pub content: Option<EntryDraft>,
}

/// What came of a signature.
#[derive(Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SignAnswer {
    /// Signed, for good.
    Signed {
        /// The act.
        act: ActId,
        /// Its entries, one a file and text.
        entries: Vec<EntryId>,
        /// What was found and did not stand in the way.
        notices: Vec<SigningFinding>,
    },
    /// Not yet: the draft is as it was.
    NotYet {
        /// What stands in the way, and what else was found.
        findings: Vec<SigningFinding>,
    },
}

/// Drafts to sign together.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SignMany {
    /// The drafts.
    pub drafts: Vec<DraftId>,
}

/// What came of one of them.
#[derive(Clone, Serialize, TS)]
pub struct SignedDraft {
    /// The draft.
    pub draft: DraftId,
    /// What came of it; none if it could not be signed for another reason, which `error` says.
    pub answer: Option<SignAnswer>,
    /// Why it could not be tried.
    pub error: Option<Error>,
}

/// Signs one draft.
///
/// # Errors
/// `already_signed`, `forbidden`, the disk is full; nothing of it is signed then.
pub fn sign(session: &mut Session, input: Sign) -> Result<SignAnswer> {
    let kept = stored(session, input.draft)?;
    if kept.kind != FORM_ENTRY {
        return Err(Code::BadInput.into());
    }
    let draft = match input.content {
        Some(content) => content,
        None => entry_draft(kept.content)?,
    };
    let plan = match prepare(session, &draft, kept.created_at, None)? {
        Ok(plan) => plan,
        Err(findings) => return Ok(SignAnswer::NotYet { findings }),
    };
    let entries: Vec<EntryId> = plan.entries().map(|(id, _)| id).collect();
    let appointment = draft
        .appointment
        .map(|id| settled(session, id, &plan))
        .transpose()?
        .flatten();
    let from = AttachedTo {
        kind: DraftCopy::KIND.number,
        id: RecordId(input.draft.uuid()),
    };
    let first = draft.texts.first().map_or(1, |text| text.files.len());
    let files = Carried::to_entries(session, from, &plan, first)?;
    let meetings = match draft.meeting {
        Some(id) => told(session, id, &plan)?,
        None => Vec::new(),
    };
    session.write(|act| {
        write(act, &plan.rows)?;
        files.write(act)?;
        for told in &meetings {
            act.edit(told.meeting.0, &told.meeting.1, None)?;
            act.edit(told.path.0, &told.path.1, None)?;
        }
        if let Some((id, appointment)) = &appointment {
            act.edit(*id, appointment, None)?;
        }
        act.end_draft(input.draft, entries.first().copied().unwrap_or_default())?;
        Ok(())
    })?;
    Ok(SignAnswer::Signed {
        act: plan.act,
        entries,
        notices: plan.notices,
    })
}

/// The appointment that the entry tells of, now done; nothing if somebody settled it meanwhile or it is not here.
fn settled(
    session: &Session,
    id: AppointmentId,
    plan: &SigningPlan,
) -> Result<Option<(AppointmentId, Appointment)>> {
    let row = rows::get::<Appointment>(session.archive().db(), &id.to_string())?;
    Ok(row.and_then(|row| {
        let mut appointment = row.value;
        appointment.done(plan.act).ok()?;
        Some((id, appointment))
    }))
}

/// Signs several drafts, each in a transaction of its own: one that cannot be signed keeps none of the others.
///
/// # Errors
/// Only when the session itself fails; each draft's own error stands in its answer.
pub fn sign_many(session: &mut Session, input: SignMany) -> Result<Vec<SignedDraft>> {
    let mut answers = Vec::new();
    for id in input.drafts {
        let answer = sign(
            session,
            Sign {
                draft: id,
                content: None,
            },
        );
        let (answer, error) = match answer {
            Ok(answer) => (Some(answer), None),
            Err(error) => (None, Some(error)),
        };
        answers.push(SignedDraft {
            draft: id,
            answer,
            error,
        });
    }
    Ok(answers)
}
