//! From state to state of a plan, and what each step asks for.

use super::{Goal, Party, Plan, PlanSignature, PlanState, lacks_basis, plan_closing_reasons, plan_kinds};
use crate::{codes::Coded, ids::RecordId, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a step is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanRefused {
    /// The state does not lead there.
    #[error("no such step from this state")]
    NoSuchStep,
    /// It does not say of what kind it is, or from when.
    #[error("kind or first day is missing")]
    Incomplete,
    /// A PEI says neither profilo di funzionamento nor diagnosi funzionale.
    #[error("on what the PEI stands is missing")]
    NoBasis,
    /// It has no goal.
    #[error("no goal")]
    NoGoal,
    /// Nobody is to sign it.
    #[error("nobody is to sign")]
    NoParty,
    /// So many have not signed, and nothing says why.
    #[error("somebody has not signed")]
    Unsigned(usize),
    /// The reason was not said, or is of another list.
    #[error("the reason is missing")]
    ReasonMissing,
    /// The day lies in the future, or before the plan was signed.
    #[error("the day does not fit")]
    Day,
}

/// What a review leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum ReviewResult {
    /// It is not over yet.
    Open,
    /// The plan goes on as it is.
    Continues,
    /// Another plan goes on from it.
    Renewed,
    /// The plan is closed.
    Closed {
        /// Why.
        reason: Option<Coded>,
    },
}

/// Shows a draft to all parties.
///
/// # Errors
/// [`PlanRefused`]: it is no draft, or lacks kind, first day, a goal, somebody to sign, or as a PEI its basis.
pub fn share<'a>(
    plan: &Plan,
    goals: impl IntoIterator<Item = &'a Goal>,
    on: CivilDate,
) -> Result<PlanState, PlanRefused> {
    if plan.state != PlanState::Bozza {
        return Err(PlanRefused::NoSuchStep);
    }
    let known = plan.kind.as_ref().is_some_and(|kind| plan_kinds().has(kind));
    if !known || plan.starts.is_none() {
        return Err(PlanRefused::Incomplete);
    }
    if lacks_basis(plan) {
        return Err(PlanRefused::NoBasis);
    }
    if !goals.into_iter().any(|goal| goal.text.is_some()) {
        return Err(PlanRefused::NoGoal);
    }
    if plan.parties.0.is_empty() {
        return Err(PlanRefused::NoParty);
    }
    Ok(PlanState::Condiviso { on })
}

/// Takes a shared plan back into the draft; what was signed until then no longer counts.
///
/// # Errors
/// [`PlanRefused::NoSuchStep`]: it is not shared.
pub const fn unshare(plan: &Plan) -> Result<PlanState, PlanRefused> {
    match plan.state {
        PlanState::Condiviso { .. } => Ok(PlanState::Bozza),
        _ => Err(PlanRefused::NoSuchStep),
    }
}

/// The parties of whom there is neither a signature nor why there is none.
pub fn unsigned<'a>(plan: &'a Plan, signatures: &'a [PlanSignature]) -> impl Iterator<Item = &'a Party> {
    plan.parties.iter().filter(|party| {
        !signatures.iter().any(|signature| {
            signature.party.as_ref() == Some(*party)
                && signature.how.as_ref().is_some_and(super::SignedHow::answers)
        })
    })
}

/// Signed by all: on the day of the last signature.
///
/// # Errors
/// [`PlanRefused`]: it is not shared, or somebody has not signed.
pub fn sign(plan: &Plan, signatures: &[PlanSignature], today: CivilDate) -> Result<PlanState, PlanRefused> {
    if !matches!(plan.state, PlanState::Condiviso { .. }) {
        return Err(PlanRefused::NoSuchStep);
    }
    let missing = unsigned(plan, signatures).count();
    if missing > 0 {
        return Err(PlanRefused::Unsigned(missing));
    }
    let on = signatures.iter().filter_map(|signature| signature.on).max();
    Ok(PlanState::Firmato {
        on: on.unwrap_or(today).min(today),
    })
}

/// What a review of a plan at work makes of it; `next` is the plan that would go on from it.
///
/// # Errors
/// [`PlanRefused`]: no signed plan is at work, the day does not fit, or the reason of closing is missing.
pub fn reviewed(
    plan: &Plan,
    result: &ReviewResult,
    on: CivilDate,
    today: CivilDate,
    next: RecordId,
) -> Result<PlanState, PlanRefused> {
    let signed_on = match plan.state {
        PlanState::Firmato { on } => on,
        PlanState::InVerifica { signed_on, .. } => signed_on,
        _ => return Err(PlanRefused::NoSuchStep),
    };
    if on > today || on < signed_on {
        return Err(PlanRefused::Day);
    }
    Ok(match result {
        ReviewResult::Open => PlanState::InVerifica { signed_on, on },
        ReviewResult::Continues => PlanState::Firmato { on: signed_on },
        ReviewResult::Renewed => PlanState::Rinnovato { on, next },
        ReviewResult::Closed { reason } => PlanState::Chiuso {
            on,
            reason: reason
                .clone()
                .filter(|reason| plan_closing_reasons().has(reason))
                .ok_or(PlanRefused::ReasonMissing)?,
        },
    })
}

#[cfg(test)]
mod tests;
