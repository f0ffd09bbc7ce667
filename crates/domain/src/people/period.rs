//! From one day to another, either end possibly unknown.

use crate::time::CivilDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The days in which something holds, both included. An unknown end means "still"; an unknown start, "always".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Period {
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub from: Option<CivilDate>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub until: Option<CivilDate>,
}

impl Period {
    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: CivilDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it ends before it starts.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        self.from
            .zip(self.until)
            .is_some_and(|(from, until)| until < from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_included_and_may_be_open() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let period = Period {
            from: Some(day("2024-01-10")),
            until: Some(day("2024-02-10")),
        };
        for (text, inside) in [
            ("2024-01-09", false),
            ("2024-01-10", true),
            ("2024-02-10", true),
            ("2024-02-11", false),
        ] {
            assert_eq!(period.contains(day(text)), inside, "{text}");
        }
        assert!(Period::default().contains(day("1900-01-01")));
        let reversed = Period {
            from: period.until,
            until: period.from,
        };
        assert!(reversed.is_reversed() && !period.is_reversed() && !Period::default().is_reversed());
    }
}
