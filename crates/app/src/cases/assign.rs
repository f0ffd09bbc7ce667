//! Assigns an operator to a case; a new responsible takes the place of the one before.

use super::{
    OneCase,
    loaded::{Loaded, core, situation, transition},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    cases::{Assignment, AssignmentRole, Episode, Move, State, StateName, advance, next_moves},
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    staff::Operator,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who works on which case, as what, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AssignOperator {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub operator: OperatorId,
    /// As what.
    pub role: AssignmentRole,
    /// From this day; today without.
    pub from: Option<CivilDate>,
    /// To this day, for a substitute.
    pub to: Option<CivilDate>,
    /// For whom a substitute stands in.
    pub stands_in_for: Option<OperatorId>,
}

/// Assigns. A case that only waited for its team becomes "Assegnato" in the same act.
///
/// # Errors
/// `forbidden`, `not_found`; `operator_unknown` if nobody of the staff has this id or she does not work then;
/// `last_day_before_first`; the disk is full.
pub fn assign(session: &mut Session, input: AssignOperator) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::CaseAssign)?;
    let from = input.from.unwrap_or_else(|| session.today());
    if input.to.is_some_and(|to| to < from) {
        return Err(Error::field(Code::LastDayBeforeFirst, "to"));
    }
    works_here(session, input.operator, from)?;
    let (episode_id, episode) = loaded.episode()?;
    let new = Assignment {
        case: Some(input.case),
        episode: Some(episode_id),
        operator: Some(input.operator),
        role: input.role,
        from: Some(from),
        to: input.to,
        stands_in_for: input.stands_in_for,
        assigned_by: Some(session.operator()),
    };
    let ended = if input.role == AssignmentRole::Responsabile {
        replaced(&loaded, input.operator, from)?
    } else {
        Vec::new()
    };
    let reached = reached(session, &loaded, episode, &new, from);
    let (id, history_id): (RecordId, RecordId) = (session.id(), session.id());
    let history = reached.clone().map(|to| {
        transition(
            session,
            input.case,
            episode_id,
            Some(episode.state.clone()),
            to,
            None,
        )
    });
    let moved = reached.map(|state| Episode {
        state,
        ..episode.clone()
    });
    session.write(|act| {
        for (before, assignment) in &ended {
            act.edit(*before, assignment, None)?;
        }
        act.create(core(input.case), id, &new)?;
        if let (Some(moved), Some(history)) = (&moved, &history) {
            act.edit(episode_id, moved, None)?;
            act.create(core(input.case), history_id, history)?;
        }
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}

/// That somebody of the staff has this id and works here on the day.
fn works_here(session: &Session, operator: OperatorId, day: CivilDate) -> Result<()> {
    let row = rows::get::<Operator>(session.archive().db(), &operator.to_string())?;
    if row.is_some_and(|row| !row.deleted && row.value.works_on(day)) {
        Ok(())
    } else {
        Err(Error::field(Code::OperatorUnknown, "operator"))
    }
}

/// Those who were responsible end the day before the new one begins, or on it if they began that day.
fn replaced(loaded: &Loaded, new: OperatorId, from: CivilDate) -> Result<Vec<(RecordId, Assignment)>> {
    let mut ended = Vec::new();
    for row in &loaded.assignments {
        let before = &row.value;
        let open = before.to.is_none_or(|to| to >= from);
        if before.role == AssignmentRole::Responsabile && open && before.operator != Some(new) {
            let last = from.plus_days(-1);
            let to = before.from.map_or(last, |began| last.max(began));
            let assignment = Assignment {
                to: Some(to),
                ..before.clone()
            };
            ended.push((row.typed_id()?, assignment));
        }
    }
    Ok(ended)
}

/// "Assegnato", if the case waits for its team and this completes it.
fn reached(
    session: &Session,
    loaded: &Loaded,
    episode: &Episode,
    new: &Assignment,
    on: CivilDate,
) -> Option<State> {
    if !next_moves(&episode.state).contains(&StateName::Assegnato) {
        return None;
    }
    let mut team: Vec<Assignment> = loaded.assignments.iter().map(|row| row.value.clone()).collect();
    team.push(new.clone());
    let today = session.today();
    let case = situation(&loaded.facts, &team, today.max(on), 0);
    advance(episode, &Move::Assign, session.operator(), on, today, &case).ok()
}
