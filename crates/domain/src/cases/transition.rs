//! The history of an episode's states: one record a move, never changed.

use super::State;
use crate::{
    ids::{CaseId, EpisodeId, OperatorId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One move of an episode. Lives in the case's core scope: whoever sees the states sees the reason, what is
/// clinical belongs in the diary.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 23, name = "transition")]
pub struct Transition {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Of which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// The state that it left; none at the opening.
    #[field(3)]
    pub from: Option<State>,
    /// The state that it reached, with all it carries.
    #[field(4)]
    pub to: State,
    /// Who moved it.
    #[field(5)]
    pub by: Option<OperatorId>,
    /// Why, in words.
    #[field(6)]
    pub reason: Option<String>,
    /// On which day it was recorded.
    #[field(7)]
    pub recorded_on: Option<CivilDate>,
}
