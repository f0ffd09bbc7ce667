//! A plan is reviewed: what came of its goals, and whether it goes on, is renewed or closed.

use super::{
    PlanRef,
    loaded::{Loaded, core, refused},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    codes::Coded,
    ids::RecordId,
    people::tidy,
    plans::{self, Goal, Plan, PlanReview, PlanState, ReviewResult, goal_outcomes},
    record::AddSet,
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a goal came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoalOutcome {
    /// The goal.
    pub goal: RecordId,
    /// 1 no, 2 partly, 3 yes.
    pub outcome: Coded,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ReviewPlan {
    /// The plan.
    pub id: RecordId,
    /// The day; today without.
    pub on: Option<CivilDate>,
    /// Who was there, in words.
    pub present: Option<String>,
    /// What came of it.
    pub text: Option<String>,
    /// How the goals came out, as far as said.
    #[serde(default)]
    pub outcomes: Vec<GoalOutcome>,
    /// What it leads to.
    pub result: ReviewResult,
}

/// Records it. A renewed plan begins as a draft with the goals that were not reached in full.
///
/// # Errors
/// `forbidden`, `not_found`; `plan_other_state` where no signed plan is at work; `day_before_state`, `reason_missing`,
/// `unknown_code`; the disk is full. The answer names the plan that goes on.
pub fn review(session: &mut Session, input: ReviewPlan) -> Result<PlanRef> {
    let loaded = Loaded::of(session, input.id, Action::PlanWrite)?;
    let (today, next): (CivilDate, RecordId) = (session.today(), session.id());
    let on = input.on.unwrap_or(today);
    let state =
        plans::reviewed(&loaded.plan, &input.result, on, today, next).map_err(|refusal| refused(&refusal))?;
    let goals = outcomes(session, &loaded, &input.outcomes, on)?;
    let ends = matches!(state, PlanState::Rinnovato { .. } | PlanState::Chiuso { .. });
    let record = PlanReview {
        plan: Some(input.id),
        case: Some(loaded.case),
        on: Some(on),
        present: tidy::text(input.present),
        text: tidy::lines(input.text),
        by: Some(session.operator()),
        last: ends.then_some(true),
    };
    let renewed =
        (input.result == ReviewResult::Renewed).then(|| renewed(session, &loaded, &goals, (next, on)));
    let after = Plan {
        state,
        reviewed_on: reviewed_on(session, &loaded, on)?,
        ..loaded.plan.clone()
    };
    let (id, scope): (RecordId, _) = (session.id(), core(loaded.case));
    session.write(|act| {
        act.about(loaded.case);
        act.create(scope, id, &record)?;
        for (goal, value, changed) in &goals {
            if *changed {
                act.edit(*goal, value, None)?;
            }
        }
        act.edit(input.id, &after, None)?;
        if let Some((plan, goals)) = &renewed {
            act.create(scope, next, plan)?;
            for (goal, value) in goals {
                act.create(scope, *goal, value)?;
            }
        }
        Ok(PlanRef {
            id: if renewed.is_some() { next } else { input.id },
        })
    })
}

/// The days of its reviews, this one among them: each starts the term of the next.
fn reviewed_on(session: &Session, loaded: &Loaded, on: CivilDate) -> Result<AddSet<CivilDate>> {
    let mut days = loaded.plan.reviewed_on.0.clone();
    let held = queries::plans::reviews(session.archive().db(), loaded.id)?;
    for day in held.iter().filter_map(|row| row.value.on).chain([on]) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    Ok(AddSet(days))
}

/// The goals, those with an outcome as they came out.
fn outcomes(
    session: &Session,
    loaded: &Loaded,
    said: &[GoalOutcome],
    on: CivilDate,
) -> Result<Vec<(RecordId, Goal, bool)>> {
    if said.iter().any(|one| !goal_outcomes().has(&one.outcome)) {
        return Err(Error::field(Code::UnknownCode, "outcome"));
    }
    let mut goals = Vec::new();
    for row in loaded.goals(session)? {
        let id: RecordId = row.typed_id()?;
        let found = said.iter().find(|one| one.goal == id);
        let value = match found {
            Some(one) => Goal {
                outcome: Some(one.outcome.clone()),
                outcome_on: Some(on),
                ..row.value
            },
            None => row.value,
        };
        goals.push((id, value, found.is_some()));
    }
    Ok(goals)
}

/// The draft that goes on from a plan.
fn renewed(
    session: &Session,
    loaded: &Loaded,
    goals: &[(RecordId, Goal, bool)],
    (next, on): (RecordId, CivilDate),
) -> (Plan, Vec<(RecordId, Goal)>) {
    let plan = Plan {
        starts: Some(on),
        ends: None,
        state: PlanState::Bozza,
        renews: Some(loaded.id),
        author: Some(session.operator()),
        reviewed_on: AddSet::default(),
        ..loaded.plan.clone()
    };
    let open = goals
        .iter()
        .filter(|(_, goal, _)| !goal.is_reached())
        .map(|(_, goal, _)| {
            let goal = Goal {
                plan: Some(next),
                outcome: None,
                outcome_on: None,
                ..goal.clone()
            };
            (session.id(), goal)
        });
    (plan, open.collect())
}
