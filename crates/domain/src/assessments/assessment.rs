//! An assessment as it was signed.

use super::QuestionSet;
use crate::{
    codes::Coded,
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Answers by the key of their question.
pub type Answers = BTreeMap<String, Vec<Coded>>;

/// The order of a court, as far as a flow asks for it; the order itself is a record of the case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct CourtOrder {
    /// Its date.
    pub on: Option<CivilDate>,
    /// Which authority.
    pub authority: Option<String>,
    /// What kind, of INPS's list.
    pub kind: Option<Coded>,
}

/// A signed assessment. Lives in the health scope of its case.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 147, name = "assessment", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Assessment {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// In which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// The day (data valutazione).
    #[field(3)]
    pub on: Option<CivilDate>,
    /// Who signed it.
    #[field(4)]
    pub author: Option<OperatorId>,
    /// When.
    #[field(5)]
    pub signed_at: Option<Instant>,
    /// Which sets of questions it answers.
    #[field(6)]
    pub sets: Option<Vec<QuestionSet>>,
    /// The answers.
    #[field(7)]
    pub answers: Option<Answers>,
    /// The card in words, by area.
    #[field(8)]
    pub texts: Option<BTreeMap<String, String>>,
    /// What it comes to.
    #[field(9)]
    pub summary: Option<String>,
    /// The order of a court, where there is one.
    #[field(10)]
    pub order: Option<CourtOrder>,
    /// The assessment whose place it takes.
    #[field(11)]
    pub replaces: Option<RecordId>,
}

impl Assessment {
    /// The code that answers a question, where it has one answer.
    #[must_use]
    pub fn code(&self, key: &str) -> Option<&str> {
        let answers = self.answers.as_ref()?.get(key)?;
        answers.first().map(|answer| answer.code.as_str())
    }
}
