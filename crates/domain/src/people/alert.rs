//! What to know before going there (avvertenze, kind 8), with its author, its reason and a day to look again.

use super::codes::codes;
use crate::{
    ids::{OperatorId, PersonId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What the warning is about.
    AlertKind {
        /// Do not go alone.
        NotAlone = "NON_ANDARE_DA_SOLI" / "",
        /// A dog or other animal.
        Dog = "CANE" / "",
        /// An allergy.
        Allergy = "ALLERGIA" / "",
        /// Someone may be violent.
        Violence = "AGGRESSIVITA" / "",
        /// Something about health.
        Health = "SALUTE" / "",
        /// Something else.
        Other = "ALTRO" / "",
    }
}

/// A dated warning on a person, or on one of their addresses.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 8, name = "alert")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Alert {
    /// Whom it is about.
    #[field(1)]
    pub person: PersonId,
    /// The address that it is about, if it is about one.
    #[field(2)]
    pub address: Option<RecordId>,
    /// What kind.
    #[field(3)]
    pub kind: Option<AlertKind>,
    /// Why, in words.
    #[field(4)]
    pub reason: Option<String>,
    /// Who warned.
    #[field(5)]
    pub author: OperatorId,
    /// When.
    #[field(6)]
    pub on: Option<CivilDate>,
    /// When to look whether it still holds.
    #[field(7, earliest)]
    pub review: Option<CivilDate>,
    /// That it no longer holds.
    #[field(8)]
    pub ended: Option<Ended>,
}

/// That a warning no longer holds.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ended {
    /// Since when.
    pub on: CivilDate,
    /// Who said so.
    pub by: OperatorId,
    /// Why.
    pub reason: Option<String>,
}

impl Alert {
    /// Whether it is to be shown on a day: written by then and not ended. One past its review still holds.
    #[must_use]
    pub fn holds_on(&self, day: CivilDate) -> bool {
        self.on.is_none_or(|on| on <= day) && self.ended.as_ref().is_none_or(|ended| day < ended.on)
    }

    /// Whether someone should look at it again.
    #[must_use]
    pub fn review_due(&self, day: CivilDate) -> bool {
        self.holds_on(day) && self.review.is_some_and(|review| review <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_holds_until_someone_ends_it() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let mut alert = Alert {
            on: Some(day("2026-01-10")),
            review: Some(day("2026-06-10")),
            ..Alert::default()
        };
        assert!(!alert.holds_on(day("2026-01-09")) && alert.holds_on(day("2026-01-10")));
        assert!(!alert.review_due(day("2026-06-09")) && alert.review_due(day("2026-06-10")));
        assert!(alert.holds_on(day("2027-01-01")));
        alert.ended = Some(Ended {
            on: day("2026-07-01"),
            by: OperatorId::default(),
            reason: None,
        });
        assert!(alert.holds_on(day("2026-06-30")) && !alert.holds_on(day("2026-07-01")));
        assert!(!alert.review_due(day("2026-07-01")));
    }
}
