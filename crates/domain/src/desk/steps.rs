//! From state to state of a card: CREATA -> VISTA -> ACCOLTA, RESPINTA or INVIATA AD ALTRO; what was declined or sent
//! away by mistake is taken up again.

use super::{AccessoState, AccessoStateName};
use crate::{cases::decline_reasons, codes::Coded, ids::OperatorId, people::tidy, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody decides about a card; to make a case of it is a verb of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum DeskStep {
    /// It was seen.
    See,
    /// It is declined.
    Refuse {
        /// Why, of the list of reasons for not taking a case.
        reason: Option<Coded>,
        /// A word on it.
        note: Option<String>,
    },
    /// It is sent elsewhere.
    Send {
        /// Where to.
        to: Option<String>,
    },
    /// What was declined or sent away is taken up again.
    Resume,
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// The state does not lead there.
    #[error("no such step from this state")]
    NoSuchStep,
    /// The reason was not said.
    #[error("the reason is missing")]
    ReasonMissing,
    /// A code of another list.
    #[error("a code of another list")]
    UnknownCode,
    /// Where to was not said.
    #[error("where to is missing")]
    DestinationMissing,
}

/// Whether a card may become a case.
#[must_use]
pub const fn accepts(state: &AccessoState) -> bool {
    state.name().is_open()
}

/// The state that a card reaches.
///
/// # Errors
/// [`StepRefused`]: no such step from here, or what it asks for is missing.
pub fn step(
    state: &AccessoState,
    taken: &DeskStep,
    by: OperatorId,
    on: CivilDate,
) -> Result<AccessoState, StepRefused> {
    use AccessoStateName as N;
    let leads = matches!(
        (state.name(), taken),
        (N::Creata, DeskStep::See)
            | (
                N::Creata | N::Vista,
                DeskStep::Refuse { .. } | DeskStep::Send { .. }
            )
            | (N::Respinta | N::InviataAdAltro, DeskStep::Resume)
    );
    if !leads {
        return Err(StepRefused::NoSuchStep);
    }
    Ok(match taken {
        DeskStep::See | DeskStep::Resume => AccessoState::Vista { by, on },
        DeskStep::Refuse { reason, note } => {
            let reason = reason.clone().ok_or(StepRefused::ReasonMissing)?;
            if !decline_reasons().has(&reason) {
                return Err(StepRefused::UnknownCode);
            }
            AccessoState::Respinta {
                by,
                on,
                reason,
                note: tidy::lines(note.clone()),
            }
        }
        DeskStep::Send { to } => AccessoState::InviataAdAltro {
            by,
            on,
            to: tidy::text(to.clone()).ok_or(StepRefused::DestinationMissing)?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::CaseId;
    use uuid::Uuid;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn refuse(code: &str) -> DeskStep {
        DeskStep::Refuse {
            reason: decline_reasons().answer(code),
            note: Some("  ".into()),
        }
    }

    #[test]
    fn a_card_is_seen_then_declined_and_taken_up_again() {
        let (me, on) = (OperatorId(Uuid::from_u128(1)), day("2026-03-02"));
        let seen = step(&AccessoState::Creata, &DeskStep::See, me, on).unwrap();
        assert_eq!(seen.name(), AccessoStateName::Vista);
        assert_eq!(step(&seen, &DeskStep::See, me, on), Err(StepRefused::NoSuchStep));
        let declined = step(&seen, &refuse("REQUISITI"), me, on).unwrap();
        let AccessoState::Respinta { note, .. } = &declined else {
            unreachable!("declined")
        };
        assert_eq!(*note, None, "blanks are no word");
        assert!(!accepts(&declined));
        assert!(accepts(&step(&declined, &DeskStep::Resume, me, on).unwrap()));
    }

    #[test]
    fn a_refusal_needs_its_reason_and_a_sending_where_to() {
        let (me, on) = (OperatorId::default(), day("2026-03-02"));
        let tried = |taken: &DeskStep| step(&AccessoState::Creata, taken, me, on);
        assert_eq!(tried(&refuse("NESSUNO")), Err(StepRefused::ReasonMissing));
        let other = DeskStep::Refuse {
            reason: super::super::outcomes().answer("INVIO"),
            note: None,
        };
        assert_eq!(tried(&other), Err(StepRefused::UnknownCode));
        let nowhere = DeskStep::Send { to: Some(" ".into()) };
        assert_eq!(tried(&nowhere), Err(StepRefused::DestinationMissing));
        assert_eq!(tried(&DeskStep::Resume), Err(StepRefused::NoSuchStep));
    }

    #[test]
    fn what_became_a_case_stays_so() {
        let (me, on) = (OperatorId::default(), day("2026-03-02"));
        let state = AccessoState::Accolta {
            by: me,
            on,
            cases: vec![CaseId::default()],
        };
        for taken in [DeskStep::See, DeskStep::Resume, refuse("ALTRO")] {
            assert_eq!(step(&state, &taken, me, on), Err(StepRefused::NoSuchStep));
        }
    }
}
