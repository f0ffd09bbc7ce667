//! Moves a case to its next state, suspends and resumes it, hands it over, declines it.

use super::{
    OneCase,
    loaded::{Loaded, core, refused, transition},
};
use crate::{Code, Result, Session};
use cartella_domain::{
    cases::{Episode, Move, advance},
    ids::{CaseId, RecordId},
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which case makes which move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct MoveCase {
    /// The case.
    pub case: CaseId,
    /// The move; closing is a verb of its own.
    pub step: Move,
    /// On which day; today without.
    pub on: Option<CivilDate>,
    /// Why, in words.
    pub reason: Option<String>,
}

/// Makes the move.
///
/// # Errors
/// `forbidden`, `not_found`; `no_such_move`; `move_missing` with what is asked for first (`asks`);
/// `day_in_future`, `day_before_state`, `unknown_code`; the disk is full.
pub fn move_case(session: &mut Session, input: MoveCase) -> Result<OneCase> {
    if matches!(input.step, Move::Close { .. }) {
        return Err(Code::NoSuchMove.into());
    }
    make(session, input, Action::CaseTransition)
}

/// Makes a move that asks for this right.
pub(super) fn make(session: &mut Session, input: MoveCase, action: Action) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, action)?;
    let (episode_id, episode) = loaded.episode()?;
    let today = session.today();
    let on = input.on.unwrap_or(today);
    let leaves = match &input.step {
        Move::Close { situation, .. } => situation.as_ref(),
        _ => None,
    };
    let case = loaded.situation(session, leaves)?;
    let reached = advance(episode, &input.step, session.operator(), on, today, &case)
        .map_err(|refusal| refused(&refusal))?;
    let from = Some(episode.state.clone());
    let history = transition(
        session,
        input.case,
        episode_id,
        from,
        reached.clone(),
        input.reason,
    );
    let moved = Episode {
        state: reached,
        ..episode.clone()
    };
    let history_id: RecordId = session.id();
    session.write(|act| {
        act.edit(episode_id, &moved, None)?;
        act.create(core(input.case), history_id, &history)?;
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}
