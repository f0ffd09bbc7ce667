//! A draft of a plan is begun or changed, its goals with it: all of it, or nothing.

use super::{
    PlanRef,
    loaded::{Loaded, core},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, queries};
use cartella_domain::{
    ids::{CaseId, RecordId},
    people::tidy,
    plans::{Goal, Party, Plan, PlanState, plan_kinds},
    record::AddSet,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A goal as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct GoalInput {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// The goal; its plan and outcome are not said here.
    pub goal: Goal,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// A plan as it shall be. Where it stands is not said here.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SavePlan {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Of which case.
    pub case: CaseId,
    /// The plan.
    pub plan: Plan,
    /// Its goals.
    pub goals: Vec<GoalInput>,
    /// Goals that were taken off.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<RecordId>>")]
    pub removed: Vec<RecordId>,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Saves it.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; `plan_other_state` once it is shared; `unknown_code`;
/// `period_reversed`; the disk is full.
pub fn save(session: &mut Session, input: SavePlan) -> Result<PlanRef> {
    session.allow(Action::PlanWrite, &session.case_subject(input.case)?)?;
    let plan = accepted(input.plan)?;
    let (id, stored) = stored(session, input.id, input.case, plan)?;
    let seen = Seen(input.seen);
    let known = queries::plans::goals(session.archive().db(), id)?;
    let known: Vec<RecordId> = known
        .iter()
        .map(|row| row.typed_id())
        .collect::<std::result::Result<_, _>>()?;
    let mut goals = Vec::new();
    for input_goal in input.goals {
        if input_goal.id.is_some_and(|goal| !known.contains(&goal)) {
            return Err(Error::new(Code::NotFound));
        }
        let goal = goal(input_goal.goal, id, input.case);
        if goal.text.is_some() || input_goal.id.is_some() {
            goals.push((
                input_goal.id,
                session.id::<RecordId>(),
                goal,
                Seen(input_goal.seen),
            ));
        }
    }
    session.write(|act| {
        act.about(input.case);
        if input.id.is_some() {
            act.edit(id, &stored, Some(&seen))?;
        } else {
            act.create(core(input.case), id, &stored)?;
        }
        for (old, new, goal, seen) in &goals {
            match old {
                Some(old) => act.edit(*old, goal, Some(seen))?,
                None => act.create(core(input.case), *new, goal)?,
            }
        }
        for goal in input.removed.iter().filter(|goal| known.contains(goal)) {
            act.delete(*goal, "tolto dalla bozza")?;
        }
        Ok(PlanRef { id })
    })
}

/// The plan with what is not said by its form.
fn stored(session: &Session, id: Option<RecordId>, case: CaseId, plan: Plan) -> Result<(RecordId, Plan)> {
    let Some(id) = id else {
        let episode = queries::cases::episodes(session.archive().db(), case)?;
        let new = Plan {
            case: Some(case),
            episode: episode.first().map(|row| row.typed_id()).transpose()?,
            author: Some(session.operator()),
            state: PlanState::Bozza,
            renews: None,
            reviewed_on: AddSet::default(),
            ..plan
        };
        return Ok((session.id(), new));
    };
    let before = Loaded::of(session, id, Action::PlanWrite)?;
    if before.case != case {
        return Err(Error::new(Code::NotFound));
    }
    if before.plan.state != PlanState::Bozza {
        return Err(Code::PlanOtherState.into());
    }
    let changed = Plan {
        case: before.plan.case,
        episode: before.plan.episode,
        author: before.plan.author,
        state: before.plan.state,
        renews: before.plan.renews,
        reviewed_on: before.plan.reviewed_on,
        ..plan
    };
    Ok((id, changed))
}

fn accepted(plan: Plan) -> Result<Plan> {
    let mut parties: Vec<Party> = Vec::new();
    for party in plan.parties.0 {
        let party = Party {
            name: tidy::text(Some(party.name)).unwrap_or_default(),
            ..party
        };
        if !party.name.is_empty() && !parties.contains(&party) {
            parties.push(party);
        }
    }
    let plan = Plan {
        subject: tidy::text(plan.subject),
        motives: tidy::lines(plan.motives),
        measures: tidy::lines(plan.measures),
        parties: AddSet(parties),
        ..plan
    };
    if plan.kind.as_ref().is_some_and(|kind| !plan_kinds().has(kind)) {
        return Err(Error::field(Code::UnknownCode, "kind"));
    }
    match (plan.starts, plan.ends) {
        (Some(starts), Some(ends)) if ends < starts => Err(Error::field(Code::PeriodReversed, "ends")),
        _ => Ok(plan),
    }
}

fn goal(goal: Goal, plan: RecordId, case: CaseId) -> Goal {
    Goal {
        plan: Some(plan),
        case: Some(case),
        text: tidy::lines(goal.text),
        indicator: tidy::lines(goal.indicator),
        outcome: None,
        outcome_on: None,
        ..goal
    }
}
