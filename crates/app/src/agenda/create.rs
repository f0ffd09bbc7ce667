//! A new appointment.

use crate::{Code, Error, Result, Session};
use cartella_domain::{
    agenda::{Appointment, Slot},
    diary::{EntryKind, EntryPlace, Participant, ReadBy},
    ids::{AppointmentId, CaseId, OperatorId},
    rights::{Action, Subject},
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an appointment says.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AppointmentInput {
    /// When.
    pub slot: Slot,
    /// What kind of entry it will become.
    pub kind: EntryKind,
    /// What it is about.
    pub what: Option<String>,
    /// Where.
    pub place: Option<EntryPlace>,
    /// With whom.
    pub participants: Vec<Participant>,
    /// About which files.
    pub cases: Vec<CaseId>,
    /// Which colleagues go; she herself always does.
    pub operators: Vec<OperatorId>,
    /// What to remember.
    pub note: Option<String>,
}

/// One appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppointmentRef {
    /// The appointment.
    pub id: AppointmentId,
}

impl AppointmentInput {
    /// Takes the values over into a record; the author stays.
    pub(super) fn onto(self, mut appointment: Appointment) -> Appointment {
        let author = appointment.author;
        let mut operators = self.operators;
        operators.push(author);
        operators.sort_unstable();
        operators.dedup();
        appointment.slot = self.slot;
        appointment.kind = self.kind;
        appointment.what = spoken(self.what);
        appointment.place = self.place;
        appointment.participants = self.participants;
        appointment.cases = self.cases.into_iter().collect();
        appointment.operators = operators.into_iter().collect();
        appointment.note = spoken(self.note);
        appointment
    }

    /// # Errors
    /// `ends_before_start`.
    pub(super) fn check(&self) -> Result<()> {
        match (self.slot.starts, self.slot.ends) {
            (Some(starts), Some(ends)) if ends <= starts => Err(Error::field(Code::EndsBeforeStart, "ends")),
            _ => Ok(()),
        }
    }
}

/// A text that says something.
pub(super) fn spoken(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Writes an appointment. About one case it lives with that case's diary, so that colleagues see it; about none or
/// several, with its author.
///
/// # Errors
/// `ends_before_start`, `forbidden` for a case in which she may not write.
pub fn create(session: &mut Session, input: AppointmentInput) -> Result<AppointmentRef> {
    input.check()?;
    let scope = scope(session, &input.cases)?;
    let appointment = input.onto(Appointment {
        author: session.operator(),
        ..Appointment::default()
    });
    let id: AppointmentId = session.id();
    session.write(|act| act.create(scope, id, &appointment))?;
    Ok(AppointmentRef { id })
}

/// Where a line of the agenda about these files lives; every file is one in which she may write.
pub(super) fn scope(session: &Session, cases: &[CaseId]) -> Result<ScopeId> {
    let own = Subject::nobody().written_by_actor(true);
    session.allow(Action::AgendaWrite, &own)?;
    for case in cases {
        let subject = session.case_subject(*case)?;
        session.allow(Action::CaseList, &subject)?;
    }
    if let [only] = cases {
        let subject = session.case_subject(*only)?;
        if session.allow(Action::AgendaWrite, &subject).is_ok() {
            let level = session.level_of(*only)?;
            return Ok(ReadBy::from(level).scope(*only, session.operator()));
        }
    }
    Ok(session.own())
}
