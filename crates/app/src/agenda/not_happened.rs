//! "Non avvenuto": who did not come, who called it off; on request with a line in the diary, because it is evidence.

use super::edit::touchable;
use crate::{
    Code, Result, Session,
    diary::{SignAnswer, signing},
};
use cartella_domain::{
    agenda::AppointmentState,
    diary::{DraftSegment, Outcome},
    ids::{AppointmentId, EntryId},
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An appointment that did not take place.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct NotHappened {
    /// The appointment.
    pub id: AppointmentId,
    /// Who did not come, who called it off.
    pub outcome: Outcome,
    /// Why, in words.
    pub note: Option<String>,
    /// Leave a signed line in the diary of its files.
    pub in_diary: bool,
}

/// Settles an appointment as not happened; the line in the diary, if asked for, in the same transaction.
///
/// # Errors
/// `appointment_closed`, `bad_input` for an outcome that says it did happen.
pub fn not_happened(session: &mut Session, input: NotHappened) -> Result<SignAnswer> {
    let mut appointment = touchable(session, input.id, Action::AgendaWrite)?;
    if !input.outcome.failed() {
        return Err(Code::BadInput.into());
    }
    if appointment.state != AppointmentState::Planned {
        return Err(Code::AppointmentClosed.into());
    }
    let mut rows = Vec::new();
    let mut act_id = session.id();
    let mut entries: Vec<EntryId> = Vec::new();
    if input.in_diary {
        let draft = appointment.draft(input.id, session.operator());
        let mut draft = draft.map_err(|_| Code::AppointmentClosed)?;
        draft.header.outcome = Some(input.outcome.clone());
        // Nothing took place, so no time was given to it; what was lost on the road she writes herself.
        draft.header.time = cartella_domain::diary::TimeSpent::default();
        for text in &mut draft.texts {
            text.segments = input
                .note
                .iter()
                .map(|note| DraftSegment {
                    text: note.clone(),
                    ..DraftSegment::default()
                })
                .collect();
        }
        let now = session.now();
        match signing::prepare(session, &draft, now, None)? {
            Ok(plan) => {
                act_id = plan.act;
                entries = plan.entries().map(|(id, _)| id).collect();
                rows = plan.rows;
            }
            Err(findings) => return Ok(SignAnswer::NotYet { findings }),
        }
    }
    let note = super::create::spoken(input.note);
    let closed = appointment.not_happened(input.outcome, note);
    closed.map_err(|_| Code::AppointmentClosed)?;
    session.write(|act| {
        signing::write(act, &rows)?;
        act.edit(input.id, &appointment, None)
    })?;
    Ok(SignAnswer::Signed {
        act: act_id,
        entries,
        notices: Vec::new(),
    })
}
