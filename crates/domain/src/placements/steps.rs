//! How a placement goes from one phase to the next.

use super::{StatoCollocamento, lists::ESITI_DIMISSIONE};
use crate::{codes::Coded, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a placement. One that was made already is said anew to correct its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum PlacementStep {
    /// The papers went to the comune.
    Transmit {
        /// On this day.
        on: CivilDate,
        /// To which office of the comune.
        to: Option<String>,
        /// With which protocol.
        protocol: Option<String>,
    },
    /// The minor entered.
    Enter {
        /// On this day.
        on: CivilDate,
    },
    /// The minor left.
    Discharge {
        /// On this day, exactly.
        on: CivilDate,
        /// Where to.
        outcome: Option<Coded>,
        /// In words.
        note: Option<String>,
    },
    /// All bills are in and checked.
    Conclude {
        /// On this day.
        on: CivilDate,
    },
    /// Nothing comes of it.
    GiveUp {
        /// Since this day.
        on: CivilDate,
        /// Why.
        reason: Option<String>,
    },
    /// The last step was recorded by mistake.
    Undo,
}

/// Why a step is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlacementRefused {
    /// It does not follow from where the placement stands.
    #[error("no such step from here")]
    NoSuchStep,
    /// The day lies before the day of entry.
    #[error("a day before the entry")]
    BeforeEntry,
    /// Where the minor goes was not said.
    #[error("the outcome is missing")]
    OutcomeMissing,
    /// Why nothing came of it was not said.
    #[error("the reason is missing")]
    ReasonMissing,
}

/// Where a placement stands after a step. An entry needs no papers before it: an emergency does not wait for them.
///
/// # Errors
/// [`PlacementRefused`].
pub fn step(state: &StatoCollocamento, step: PlacementStep) -> Result<StatoCollocamento, PlacementRefused> {
    use StatoCollocamento::{Concluso, Dimesso, Individuazione, Inserito, NonAvviato, Trasmissione};
    match (state, step) {
        (Individuazione | Trasmissione { .. }, PlacementStep::Transmit { on, to, protocol }) => {
            Ok(Trasmissione { on, to, protocol })
        }
        (Individuazione | Trasmissione { .. } | Inserito { .. }, PlacementStep::Enter { on }) => {
            Ok(Inserito { on })
        }
        (
            Inserito { on: entered } | Dimesso { entered, .. },
            PlacementStep::Discharge { on, outcome, note },
        ) => {
            let outcome = outcome.filter(|code| ESITI_DIMISSIONE.has(code));
            let outcome = outcome.ok_or(PlacementRefused::OutcomeMissing)?;
            if on < *entered {
                return Err(PlacementRefused::BeforeEntry);
            }
            Ok(Dimesso {
                entered: *entered,
                left: on,
                outcome,
                note,
            })
        }
        (
            Dimesso {
                entered,
                left,
                outcome,
                note,
            },
            PlacementStep::Conclude { on },
        ) => Ok(Concluso {
            entered: *entered,
            left: *left,
            outcome: outcome.clone(),
            note: note.clone(),
            on,
        }),
        (Individuazione | Trasmissione { .. }, PlacementStep::GiveUp { on, reason }) => match reason {
            Some(reason) => Ok(NonAvviato {
                on,
                reason: Some(reason),
            }),
            None => Err(PlacementRefused::ReasonMissing),
        },
        (state, PlacementStep::Undo) => undone(state),
        _ => Err(PlacementRefused::NoSuchStep),
    }
}

fn undone(state: &StatoCollocamento) -> Result<StatoCollocamento, PlacementRefused> {
    use StatoCollocamento::{Concluso, Dimesso, Individuazione, Inserito, NonAvviato, Trasmissione};
    match state {
        Individuazione => Err(PlacementRefused::NoSuchStep),
        Trasmissione { .. } | Inserito { .. } | NonAvviato { .. } => Ok(Individuazione),
        Dimesso { entered, .. } => Ok(Inserito { on: *entered }),
        Concluso {
            entered,
            left,
            outcome,
            note,
            ..
        } => Ok(Dimesso {
            entered: *entered,
            left: *left,
            outcome: outcome.clone(),
            note: note.clone(),
        }),
    }
}
