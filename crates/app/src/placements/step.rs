//! A placement goes to its next phase, or a step recorded by mistake is taken back.

use super::loaded::{Loaded, refused};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::Seen;
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    placements::{Collocamento, PlacementStep, Stay, step as next, together},
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a placement.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct StepPlacement {
    /// The placement.
    pub id: RecordId,
    /// The step.
    pub step: PlacementStep,
    /// What was on the screen.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// The field in which a placement's state stands.
const STATE: u16 = 11;

/// Makes it.
///
/// # Errors
/// `forbidden`, `not_found`; `placement_other_state`; `day_before_state`, `day_in_future`, `placement_outcome_missing`,
/// `reason_missing`; `placed_already` where the minor is in another facility on those days; the disk is full.
pub fn step(session: &mut Session, input: StepPlacement) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.id, Action::CourtWrite)?;
    let tidied = tidied(input.step);
    if day(&tidied).is_some_and(|on| on > session.today()) {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    let state = next(&loaded.row.value.state, tidied).map_err(refused)?;
    let placement = Collocamento {
        state,
        ..loaded.row.value.clone()
    };
    if let Some(stay) = Stay::of(&placement) {
        let others = loaded.other_stays(session)?;
        if let Some(other) = others.iter().find(|other| together(stay, **other)) {
            return Err(
                Error::field(Code::PlacedAlready, "on").with("since", other.from.to_string().as_str())
            );
        }
    }
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(loaded.case);
        // Of what was on the screen only the state is replaced: a step that somebody else made meanwhile stays beside it.
        if seen.0.is_empty() {
            return act.edit(input.id, &placement, None);
        }
        let state = serde_json::to_value(&placement.state).map_err(cartella_archive::Error::from)?;
        act.set(input.id, STATE, state, &seen)
    })?;
    Ok(OneCase { case: loaded.case })
}

/// The day that a step names.
const fn day(step: &PlacementStep) -> Option<CivilDate> {
    match step {
        PlacementStep::Transmit { on, .. }
        | PlacementStep::Enter { on }
        | PlacementStep::Discharge { on, .. }
        | PlacementStep::Conclude { on }
        | PlacementStep::GiveUp { on, .. } => Some(*on),
        PlacementStep::Undo => None,
    }
}

fn tidied(step: PlacementStep) -> PlacementStep {
    match step {
        PlacementStep::Transmit { on, to, protocol } => PlacementStep::Transmit {
            on,
            to: tidy::text(to),
            protocol: tidy::text(protocol),
        },
        PlacementStep::Discharge { on, outcome, note } => PlacementStep::Discharge {
            on,
            outcome,
            note: tidy::lines(note),
        },
        PlacementStep::GiveUp { on, reason } => PlacementStep::GiveUp {
            on,
            reason: tidy::lines(reason),
        },
        other => other,
    }
}
