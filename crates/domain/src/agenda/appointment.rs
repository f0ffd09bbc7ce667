//! An appointment: time, place, with whom, about which files; later its entry, or "non avvenuto".

use crate::{
    diary::{EntryDraft, EntryHeader, EntryKind, EntryPlace, Outcome, Participant, TimeSpent},
    ids::{ActId, AppointmentId, CaseId, OperatorId},
    record::{AddSet, Record},
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When: moved as a whole, so that a day and an hour of two different people never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Slot {
    /// The day (Europe/Rome).
    pub on: CivilDate,
    /// Its beginning; none for the whole day.
    pub starts: Option<ClockTime>,
    /// Its end.
    pub ends: Option<ClockTime>,
}

/// What became of an appointment.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AppointmentState {
    /// Still to come, or past and nobody has said how it went.
    #[default]
    Planned,
    /// It took place; its entries share an act.
    Done {
        /// The act.
        act: ActId,
    },
    /// It did not take place (non avvenuto).
    NotHappened {
        /// Who did not come, who called it off.
        outcome: Outcome,
        /// Why, in words.
        note: Option<String>,
    },
}

/// An appointment that is no longer planned cannot be changed that way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the appointment is closed")]
pub struct NotPlanned;

/// An appointment.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 36, name = "appointment")]
pub struct Appointment {
    /// When.
    #[field(1)]
    pub slot: Slot,
    /// What kind of entry it will become.
    #[field(2)]
    pub kind: EntryKind,
    /// What it is about.
    #[field(3)]
    pub what: Option<String>,
    /// Where.
    #[field(4)]
    pub place: Option<EntryPlace>,
    /// With whom.
    #[field(5)]
    pub participants: Vec<Participant>,
    /// About which files.
    #[field(6, set)]
    pub cases: AddSet<CaseId>,
    /// Which operators go.
    #[field(7, set)]
    pub operators: AddSet<OperatorId>,
    /// What to remember.
    #[field(8)]
    pub note: Option<String>,
    /// What became of it.
    #[field(9)]
    pub state: AppointmentState,
    /// Who wrote it.
    #[field(10)]
    pub author: OperatorId,
}

impl Appointment {
    /// The draft of its entry, filled in with everything the appointment already knows; the minutes are those
    /// of the slot, else the kind's proposal, and marked as proposed either way.
    ///
    /// # Errors
    /// `NotPlanned` when it already has its entry or did not take place.
    pub fn draft(&self, id: AppointmentId, author: OperatorId) -> Result<EntryDraft, NotPlanned> {
        if !matches!(self.state, AppointmentState::Planned) {
            return Err(NotPlanned);
        }
        let minutes = self.slot.minutes().or_else(|| self.kind.proposed_minutes());
        let colleagues = || {
            self.operators
                .iter()
                .copied()
                .filter(|operator| *operator != author)
        };
        let mut participants = self.participants.clone();
        participants.extend(colleagues().map(|operator| Participant::Operator { operator }));
        let mut draft = EntryDraft::of_kind(self.kind);
        draft.occurred_on = Some(self.slot.on);
        draft.starts = self.slot.starts;
        draft.appointment = Some(id);
        draft.header = EntryHeader {
            ends: self.slot.ends,
            place: self.place.clone().or(draft.header.place),
            participants,
            operators: u8::try_from(colleagues().count() + 1).ok(),
            time: TimeSpent {
                minutes,
                proposed: minutes.is_some(),
                travel: None,
            },
            ..draft.header
        };
        for text in &mut draft.texts {
            text.files = self.cases.iter().copied().collect();
        }
        Ok(draft)
    }

    /// Closes it as not happened.
    ///
    /// # Errors
    /// `NotPlanned` when it is closed already.
    pub fn not_happened(&mut self, outcome: Outcome, note: Option<String>) -> Result<(), NotPlanned> {
        self.close(AppointmentState::NotHappened { outcome, note })
    }

    /// Closes it with the act that tells of it.
    ///
    /// # Errors
    /// `NotPlanned` when it is closed already.
    pub fn done(&mut self, act: ActId) -> Result<(), NotPlanned> {
        self.close(AppointmentState::Done { act })
    }

    fn close(&mut self, state: AppointmentState) -> Result<(), NotPlanned> {
        if !matches!(self.state, AppointmentState::Planned) {
            return Err(NotPlanned);
        }
        self.state = state;
        Ok(())
    }
}

impl Slot {
    /// Its length in minutes, where both ends are known and in order.
    #[must_use]
    pub fn minutes(&self) -> Option<u16> {
        let (starts, ends) = (self.starts?, self.ends?);
        ends.0.checked_sub(starts.0).filter(|minutes| *minutes > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn visit() -> Appointment {
        let (me, colleague) = (OperatorId(Uuid::from_u128(1)), OperatorId(Uuid::from_u128(2)));
        Appointment {
            slot: Slot {
                on: "2026-04-14".parse().unwrap(),
                starts: "09:30".parse().ok(),
                ends: "11:00".parse().ok(),
            },
            kind: EntryKind::VisitaDomiciliare,
            cases: [CaseId(Uuid::from_u128(7))].into_iter().collect(),
            operators: [me, colleague].into_iter().collect(),
            author: me,
            ..Appointment::default()
        }
    }

    #[test]
    fn an_appointment_fills_in_its_entry() {
        let author = OperatorId(Uuid::from_u128(1));
        let draft = visit().draft(AppointmentId::default(), author).unwrap();
        assert_eq!(draft.files(), [CaseId(Uuid::from_u128(7))]);
        assert_eq!(draft.occurred_on, "2026-04-14".parse().ok());
        assert_eq!(
            draft.header.time,
            TimeSpent {
                minutes: Some(90),
                proposed: true,
                travel: None
            }
        );
        assert_eq!(
            (draft.header.operators, draft.header.participants.len()),
            (Some(2), 1)
        );
        assert!(draft.is_empty(), "what the program filled in was not typed");
    }

    #[test]
    fn a_closed_appointment_stays_closed() {
        let mut visit = visit();
        visit.not_happened(Outcome::Absent, None).unwrap();
        assert_eq!(visit.done(ActId::default()), Err(NotPlanned));
        assert!(
            visit
                .draft(AppointmentId::default(), OperatorId::default())
                .is_err()
        );
    }
}
