//! A draft is shown to all parties, or taken back before all have signed.

use super::{
    PlanRef,
    loaded::{Loaded, refused},
};
use crate::{Result, Session};
use cartella_domain::{
    ids::RecordId,
    plans::{self, Plan},
    rights::Action,
};

/// Shows it: nothing of it changes while they sign.
///
/// # Errors
/// `forbidden`, `not_found`; `plan_other_state`; `plan_incomplete`, `plan_no_goal`, `plan_no_party`; the disk is full.
pub fn share(session: &mut Session, input: PlanRef) -> Result<PlanRef> {
    let loaded = Loaded::of(session, input.id, Action::PlanWrite)?;
    let goals = loaded.goals(session)?;
    let goals = goals.iter().map(|row| &row.value);
    let state = plans::share(&loaded.plan, goals, session.today()).map_err(|refusal| refused(&refusal))?;
    let shared = Plan {
        state,
        ..loaded.plan.clone()
    };
    session.write(|act| {
        act.about(loaded.case);
        act.edit(input.id, &shared, None)?;
        Ok(input)
    })
}

/// Takes it back into the draft; the signatures until then stay in the history and count no more.
///
/// # Errors
/// `forbidden`, `not_found`; `plan_other_state`; the disk is full.
pub fn unshare(session: &mut Session, input: PlanRef) -> Result<PlanRef> {
    let loaded = Loaded::of(session, input.id, Action::PlanWrite)?;
    let state = plans::unshare(&loaded.plan).map_err(|refusal| refused(&refusal))?;
    let signed = loaded.signatures(session)?;
    let signed: Vec<RecordId> = signed
        .iter()
        .map(|row| row.typed_id())
        .collect::<std::result::Result<_, _>>()?;
    let draft = Plan {
        state,
        ..loaded.plan.clone()
    };
    session.write(|act| {
        act.about(loaded.case);
        act.edit(input.id, &draft, None)?;
        for signature in &signed {
            act.delete(*signature, "il progetto torna in bozza")?;
        }
        Ok(input)
    })
}
