//! "Da completare": what a case lacks. Findings never block; they stand on the case's page until they are answered.

use super::{Ask, CaseFile, CaseSituation, Episode, Paper, Running, State, moves::missing};
use crate::services::Audience;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing to complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "finding", rename_all = "snake_case")]
#[ts(rename = "CaseFinding")]
pub enum Finding {
    /// What a state, passed or present, asked for.
    Asked {
        /// What.
        ask: Ask,
    },
    /// The day on which the present state began.
    StateDate,
    /// The day of the referral.
    ReferralDate,
    /// Comune of residence and comune in charge.
    Comuni,
    /// Over 18 at the opening in a service for minors, and no prosieguo recorded.
    OverAge,
    /// No adult relation of the minor, nor that the parents are unknown.
    NoAdultRelation,
}

/// What of the person the findings look at; `None` where it is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PersonSituation {
    /// Whole years at the opening.
    pub age_at_opening: Option<u32>,
    /// She has an adult relation, or her parents are recorded as unknown.
    pub adult_relation: Option<bool>,
}

/// Everything that the current episode of a case lacks.
#[must_use]
pub fn to_complete(
    file: &CaseFile,
    episode: &Episode,
    case: &CaseSituation,
    person: &PersonSituation,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for state in passed(&episode.state) {
        for ask in missing(episode, &state, case) {
            // Once closed, the team and the open items are history.
            let of_the_day = matches!(ask, Ask::Responsible | Ask::Psychologist | Ask::NothingOpen);
            if episode.state.name().is_open() || !of_the_day {
                findings.push(Finding::Asked { ask });
            }
        }
    }
    if episode.state.since().is_none() {
        findings.push(Finding::StateDate);
    }
    if episode
        .referral
        .as_ref()
        .is_none_or(|referral| referral.on.is_none())
    {
        findings.push(Finding::ReferralDate);
    }
    if file.comuni.is_none() {
        findings.push(Finding::Comuni);
    }
    if case.service.area().audience == Audience::Minors {
        if person.age_at_opening.is_some_and(|age| age >= 18) && !Paper::is_there(episode.prosieguo.as_ref())
        {
            findings.push(Finding::OverAge);
        }
        if person.adult_relation == Some(false) {
            findings.push(Finding::NoAdultRelation);
        }
    }
    findings.sort_unstable();
    findings.dedup();
    findings
}

/// The states that an episode went through to stand where it stands, the present one included.
fn passed(state: &State) -> Vec<State> {
    let on = None;
    let assigned = State::Assegnato { on };
    let taken = State::InCarico { on };
    let planned = State::ProgettoAttivo { on };
    match state {
        State::Segnalato { .. } | State::Riaperto { .. } => Vec::new(),
        State::NonAccolto { .. } => vec![state.clone()],
        State::Assegnato { .. } | State::InValutazione { .. } => vec![assigned],
        State::InCarico { .. } => vec![assigned, taken],
        State::ProgettoAttivo { .. } | State::InMonitoraggio { .. } => vec![assigned, taken, planned],
        State::Sospeso { from, .. } => match from {
            Running::InCarico => vec![assigned, taken, state.clone()],
            Running::ProgettoAttivo | Running::InMonitoraggio => {
                vec![assigned, taken, planned, state.clone()]
            }
        },
        // From where a case was closed or handed over, its own history says; only what this state asks is sure.
        State::Trasferito { .. } | State::Chiuso { .. } => vec![state.clone()],
    }
}

#[cfg(test)]
mod tests;
