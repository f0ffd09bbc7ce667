//! A goal of a plan: a record of its own, so that two people may work on two goals.

use crate::{
    codes::Coded,
    ids::{CaseId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// In what time a goal is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GoalTerm {
    /// Breve termine.
    #[default]
    Short,
    /// Medio termine.
    Middle,
    /// Lungo termine.
    Long,
}

/// A goal (obiettivo). Lives beside its plan.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 143, name = "plan_goal")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Goal {
    /// Of which plan.
    #[field(1)]
    pub plan: Option<RecordId>,
    /// Of which case.
    #[field(2)]
    pub case: Option<CaseId>,
    /// In what time.
    #[field(3)]
    pub term: GoalTerm,
    /// What is to be reached.
    #[field(4)]
    pub text: Option<String>,
    /// By what it is seen (indicatore di esito).
    #[field(5)]
    pub indicator: Option<String>,
    /// How it came out: 1 no, 2 partly, 3 yes.
    #[field(6)]
    pub outcome: Option<Coded>,
    /// When that was said.
    #[field(7)]
    pub outcome_on: Option<CivilDate>,
}

impl Goal {
    /// Whether it was reached in full.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| outcome.code == "3")
    }
}
