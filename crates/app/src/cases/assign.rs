//! Assigns an operator to a case; a new responsible takes the place of the one before.

use super::{
    OneCase,
    loaded::{Loaded, core, transition},
};
use crate::{Code, Error, Result, Session, substitutions::following, tutela::assigned_orders};
use cartella_archive::rows;
use cartella_domain::{
    cases::{Assignment, AssignmentRole, Episode, State, Transition, assigned, ended_by},
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    rights::Action,
    staff::Operator,
    time::CivilDate,
};

pub use cartella_domain::requests::AssignOperator;

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
        substitution: None,
    };
    let (ended, orders) = match input.role {
        AssignmentRole::Responsabile => (
            replaced(&loaded, input.operator, from)?,
            assigned_orders(session, input.case, input.operator, from)?,
        ),
        _ => (Vec::new(), Vec::new()),
    };
    let mut team: Vec<Assignment> = loaded.assignments.iter().map(|row| row.value.clone()).collect();
    team.push(new.clone());
    let days = (from, session.today());
    let reached = assigned(episode, loaded.facts.service, &team, session.operator(), days);
    let (id, history_id): (RecordId, RecordId) = (session.id(), session.id());
    let substitutes = substitutes(session, &new)?;
    let moved = reached.map(|to| moved(session, input.case, (episode_id, episode), to));
    session.write(|act| {
        for (before, assignment) in &ended {
            act.edit(*before, assignment, None)?;
        }
        act.create(core(input.case), id, &new)?;
        for (id, substitute) in &substitutes {
            act.create(core(input.case), *id, substitute)?;
        }
        for (id, order) in &orders {
            act.edit(*id, order, None)?;
        }
        if let Some((moved, history)) = &moved {
            act.edit(episode_id, moved, None)?;
            act.create(core(input.case), history_id, history)?;
        }
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}

/// Who stands in for her at once, because she is away.
fn substitutes(session: &Session, new: &Assignment) -> Result<Vec<(RecordId, Assignment)>> {
    let found = following(session, new)?.into_iter();
    Ok(found.map(|one| (session.id(), one)).collect())
}

/// The episode in its new state, and the line of its history.
fn moved(
    session: &Session,
    case: CaseId,
    (id, episode): (EpisodeId, &Episode),
    to: State,
) -> (Episode, Transition) {
    let from = Some(episode.state.clone());
    let history = transition(session, case, id, from, to.clone(), None);
    let moved = Episode {
        state: to,
        ..episode.clone()
    };
    (moved, history)
}

/// The assignments that end when somebody else becomes responsible.
fn replaced(loaded: &Loaded, operator: OperatorId, from: CivilDate) -> Result<Vec<(RecordId, Assignment)>> {
    let mut team = Vec::new();
    for row in &loaded.assignments {
        team.push((row.typed_id()?, &row.value));
    }
    Ok(ended_by(team, operator, from))
}

/// That somebody of the staff has this id and works here on the day.
pub(crate) fn works_here(session: &Session, operator: OperatorId, day: CivilDate) -> Result<()> {
    let row = rows::get::<Operator>(session.archive().db(), &operator.to_string())?;
    if row.is_some_and(|row| !row.deleted && row.value.works_on(day)) {
        Ok(())
    } else {
        Err(Error::field(Code::OperatorUnknown, "operator"))
    }
}
