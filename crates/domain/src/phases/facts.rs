//! What of a case the phases are derived from.

use super::{DatoFase, ElencoCodici, Fase, Home};
use crate::{
    assessments::Assessment,
    cases::{Assignment, AssignmentRole, CaseFile, Episode, State, StateName, holding_on},
    desk::ReferralNote,
    ids::{EpisodeId, OperatorId},
    people::{Address, Contact, Person},
    plans::{Goal, Plan, PlanReview},
    time::{CivilDate, PartialDate},
};
use std::collections::BTreeSet;

/// What the operator may read: the homes of the data that are shown to her.
pub type Sees = BTreeSet<Home>;

/// Everything that is looked at. What the operator may not read is empty, and `sees` says so.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// Today.
    pub today: CivilDate,
    /// What she may read.
    pub sees: &'a Sees,
    /// The card of the case.
    pub file: &'a CaseFile,
    /// Which episode.
    pub id: EpisodeId,
    /// The episode.
    pub episode: &'a Episode,
    /// The states that it reached, the first first.
    pub reached: &'a [State],
    /// Who works on the case.
    pub team: &'a [Assignment],
    /// The person.
    pub person: Option<&'a Person>,
    /// Where she lives, hidden addresses left out.
    pub addresses: &'a [Address],
    /// How to reach her, hidden ones left out.
    pub contacts: &'a [Contact],
    /// The names of those who live together, hers among them; none where nothing is recorded.
    pub household: &'a [String],
    /// What the desk heard.
    pub heard: &'a [ReferralNote],
    /// The assessment in use.
    pub assessment: Option<&'a Assessment>,
    /// The plan: the one at work, else the last.
    pub plan: Option<&'a Plan>,
    /// Its goals.
    pub goals: &'a [Goal],
    /// Its reviews, the last first.
    pub reviews: &'a [PlanReview],
    /// What was said of the phases.
    pub phases: &'a [Fase],
    /// What was written for the interchange alone.
    pub data: &'a [DatoFase],
    /// The lists that the office loaded.
    pub lists: &'a [ElencoCodici],
}

impl Facts<'_> {
    /// The day on which the episode first reached one of these states.
    pub(super) fn first(&self, names: &[StateName]) -> Option<PartialDate> {
        let reached = self.reached.iter().chain([&self.episode.state]);
        reached
            .filter(|state| names.contains(&state.name()))
            .filter_map(State::since)
            .min_by_key(|since| since.earliest())
    }

    /// The last suspension: from, until as far as it is over, and why.
    pub(super) fn suspension(&self) -> Option<(&State, Option<PartialDate>)> {
        let all: Vec<&State> = self.reached.iter().chain([&self.episode.state]).collect();
        let at = all.iter().rposition(|state| state.name() == StateName::Sospeso)?;
        let next = all.iter().skip(at + 1).find_map(|state| state.since());
        Some((all.get(at)?, next))
    }

    /// Who is responsible for the case.
    pub(super) fn responsible(&self) -> Option<OperatorId> {
        holding_on(self.team, self.today)
            .find(|one| one.role == AssignmentRole::Responsabile)
            .and_then(|one| one.operator)
    }
}
