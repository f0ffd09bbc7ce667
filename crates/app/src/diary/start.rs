//! Scrivi nel diario: a new entry, filled in with what the program already knows. Nothing is kept yet.

use crate::{Code, Result, Session, rome_time};
use cartella_archive::rows;
use cartella_domain::{
    agenda::Appointment,
    diary::{EntryDraft, EntryKind},
    ids::{AppointmentId, CaseId, DraftId},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the entry starts from.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Start {
    /// Its kind; a phone call without.
    pub kind: Option<EntryKind>,
    /// The file she is in.
    pub case: Option<CaseId>,
    /// The appointment that it tells of.
    pub appointment: Option<AppointmentId>,
}

/// A new entry.
#[derive(Clone, Serialize, TS)]
pub struct Started {
    /// The id that its draft will have.
    pub draft: DraftId,
    /// What is filled in.
    pub content: EntryDraft,
}

/// Starts an entry: only the file she is in, the hour now if the kind happens now, the kind's own proposals; from an
/// appointment, everything that it knows.
///
/// # Errors
/// `not_found` for an appointment that is not here, `appointment_closed` for one already settled.
pub fn start(session: &mut Session, input: Start) -> Result<Started> {
    let content = match input.appointment {
        Some(id) => {
            let row = rows::get::<Appointment>(session.archive().db(), &id.to_string())?;
            let appointment = row.ok_or(Code::NotFound)?.value;
            let draft = appointment.draft(id, session.operator());
            draft.map_err(|_| Code::AppointmentClosed)?
        }
        None => blank(session, input),
    };
    Ok(Started {
        draft: session.id(),
        content,
    })
}

fn blank(session: &Session, input: Start) -> EntryDraft {
    let kind = input.kind.unwrap_or(EntryKind::Telefonata);
    let mut draft = EntryDraft::of_kind(kind);
    if kind.happens_now() {
        let now = session.now();
        draft.occurred_on = Some(session.today());
        draft.starts = Some(rome_time(now));
    }
    for text in &mut draft.texts {
        text.files = input.case.into_iter().collect();
    }
    draft
}
