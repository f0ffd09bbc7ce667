//! Days on which a placed minor was away from the facility.

use super::lists::MotivoAssenza;
use crate::{
    ids::{CaseId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An absence. Its days stay days of the placement; what they cost says the rate.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 155, name = "assenza_com")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AssenzaCom {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The placement.
    #[field(2)]
    pub collocamento: Option<RecordId>,
    /// First whole day away.
    #[field(3)]
    pub from: Option<CivilDate>,
    /// Last whole day away; still away without.
    #[field(4)]
    pub until: Option<CivilDate>,
    /// Why.
    #[field(5)]
    pub reason: Option<MotivoAssenza>,
    /// The reduced rate holds, as the contract says.
    #[field(6)]
    pub reduced: Option<bool>,
    /// In words.
    #[field(7)]
    pub note: Option<String>,
}

impl AssenzaCom {
    /// Whether a day is one of its days.
    #[must_use]
    pub fn covers(&self, day: CivilDate) -> bool {
        self.from.is_some_and(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
