//! An episode: one taking in charge of a case (1ª, 2ª presa in carico), from referral to closure.

use super::State;
use crate::{
    codes::Coded,
    ids::{CaseId, OperatorId},
    record::Record,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paper that is asked for: its date and protocol number, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub struct Paper {
    /// Its date.
    pub on: Option<CivilDate>,
    /// Its protocol number.
    pub protocol: Option<String>,
    /// Why it could not be had (impossibilità motivata).
    pub waived: Option<String>,
}

impl Paper {
    /// Whether it answers what was asked: it has a date, or a reason why there is none.
    #[must_use]
    pub fn answers(&self) -> bool {
        self.on.is_some() || self.waived.as_ref().is_some_and(|why| !why.trim().is_empty())
    }

    /// Whether an optional paper answers.
    #[must_use]
    pub fn is_there(paper: Option<&Self>) -> bool {
        paper.is_some_and(Self::answers)
    }
}

/// How the office learnt of the person (segnalazione).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub struct Referral {
    /// The day; half known in old cases.
    pub on: Option<PartialDate>,
    /// Who pointed the person out (fonte della segnalazione).
    pub source: Option<Coded>,
    /// Protocol number.
    pub protocol: Option<String>,
    /// It may not wait.
    pub urgent: bool,
}

/// One taking in charge. Lives in the case's core scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 21, name = "episode")]
pub struct Episode {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// First, second, … taking in charge.
    #[field(2)]
    pub number: Option<u32>,
    /// How it began.
    #[field(3)]
    pub referral: Option<Referral>,
    /// Where it stands.
    #[field(4)]
    pub state: State,
    /// Information on the treatment of personal data, given or why not (informativa).
    #[field(5)]
    pub privacy_notice: Option<Paper>,
    /// Consent to the plan; not asked where a court ordered.
    #[field(6)]
    pub consent: Option<Paper>,
    /// The order of the court under which the service works (mandato).
    #[field(7)]
    pub court_mandate: Option<Paper>,
    /// The act that ended that order: revoca, archiviazione.
    #[field(8)]
    pub mandate_ended: Option<Paper>,
    /// The signed plan (progetto).
    #[field(9)]
    pub plan: Option<Paper>,
    /// It was running before this program: what would have been asked stands as "da completare".
    #[field(10)]
    pub already_running: Option<bool>,
    /// Care goes on after the 18th birthday by order of a court (prosieguo amministrativo).
    #[field(11)]
    pub prosieguo: Option<Paper>,
    /// Who opened it.
    #[field(12)]
    pub opened_by: Option<OperatorId>,
    /// On which day it was recorded.
    #[field(13)]
    pub recorded_on: Option<CivilDate>,
    /// Where a pair should work: why the case goes without a psicologo.
    #[field(14)]
    pub without_psychologist: Option<Paper>,
}

impl Episode {
    /// The year of the episode, as its title says it: of the referral, else of the state, else of its recording.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        let referral = self.referral.as_ref().and_then(|referral| referral.on);
        referral
            .or(self.state.since())
            .map(|date| date.year)
            .or(self.recorded_on.map(CivilDate::year))
    }

    /// Its number; an episode without one counts as the first.
    #[must_use]
    pub fn ordinal(&self) -> u32 {
        self.number.unwrap_or(1)
    }
}
