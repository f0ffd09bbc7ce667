//! What an office decides about terms: everything that is no law read at its source.

use super::{Code, Force, Length, Rule};
use crate::time::MonthDay;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// When somebody born on 29 February comes of age in a year without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeapBirth {
    /// On 1 March.
    #[default]
    FirstOfMarch,
    /// On 28 February.
    LastOfFebruary,
}

/// The office's parameters for terms; one value of its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "DeadlineOffice")]
pub struct Office {
    /// The day of the patron saint of its comune.
    pub patron: Option<MonthDay>,
    /// From which year 4 October is a national holiday; 2026 until the office says otherwise (not verified), never if
    /// `None`.
    pub san_francesco_from: Option<i32>,
    /// Birthdays of 29 February.
    pub leap_birth: LeapBirth,
    /// Days before its end from which a term counts as about to end.
    pub soon_days: u16,
    /// Lengths that differ from the cookbook's.
    pub lengths: BTreeMap<Code, Length>,
}

impl Default for Office {
    fn default() -> Self {
        Self {
            patron: None,
            san_francesco_from: Some(2026),
            leap_birth: LeapBirth::default(),
            soon_days: 7,
            lengths: BTreeMap::new(),
        }
    }
}

impl Office {
    /// How long a kind of term is here when nothing states it.
    #[must_use]
    pub fn length(&self, code: Code) -> Option<Length> {
        self.lengths.get(&code).copied().or(code.rule().length)
    }
}

/// Why what an office decides about its terms is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfficeRefused {
    /// The law says this length, where it was read: it is not the office's.
    #[error("the law says so")]
    Law(Code),
    /// A length counted otherwise than the cookbook counts it, or one that nobody means.
    #[error("no such length")]
    Length(Code),
    /// More days before an end than make sense.
    #[error("too many days")]
    SoonDays,
}

/// The most days before its end from which a term may count as about to end.
const MOST_SOON_DAYS: u16 = 90;

impl Rule {
    /// Whether its length is the office's to change: it is no law that somebody read at its source.
    #[must_use]
    pub const fn is_the_offices(&self) -> bool {
        let of_others = matches!(self.force, Force::Law | Force::OtherActor | Force::School);
        self.length.is_some() && !(of_others && self.source.verified())
    }
}

impl Office {
    /// The same without the lengths that are the cookbook's own.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.lengths
            .retain(|code, length| code.rule().length != Some(*length));
        self
    }

    /// Whether it may be decided so.
    ///
    /// # Errors
    /// [`OfficeRefused`]: the first length that is not the office's, or that nobody means.
    pub fn fits(&self) -> Result<(), OfficeRefused> {
        if self.soon_days > MOST_SOON_DAYS {
            return Err(OfficeRefused::SoonDays);
        }
        for (code, length) in &self.lengths {
            let rule = code.rule();
            if rule.length == Some(*length) {
                continue;
            }
            if !rule.is_the_offices() {
                return Err(OfficeRefused::Law(*code));
            }
            let alike = rule
                .length
                .is_some_and(|usual| std::mem::discriminant(&usual) == std::mem::discriminant(length));
            if !alike || !length.is_meant() {
                return Err(OfficeRefused::Length(*code));
            }
        }
        Ok(())
    }
}

impl Length {
    /// Whether anybody would mean it.
    fn is_meant(self) -> bool {
        match self {
            Self::Hours(hours) => hours <= 720,
            Self::Days(days) => days != 0 && (-365..=730).contains(&days),
            Self::WorkingDays(days) => (1..=250).contains(&days),
            Self::Months(months) => (1..=120).contains(&months),
            Self::Birthday(years) => (14..=30).contains(&years),
            Self::Yearly { month, day } => format!("{month:02}-{day:02}").parse::<MonthDay>().is_ok(),
            Self::MonthlyOn { months, day } => months <= 24 && (1..=31).contains(&day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(code: Code, length: Length) -> Office {
        Office {
            lengths: [(code, length)].into(),
            ..Office::default()
        }
    }

    #[test]
    fn what_a_law_says_is_not_the_offices_and_what_is_from_memory_is() {
        for (code, length, answer) in [
            (Code::TmRelTo, Length::Months(4), Ok(())),
            (Code::AffenteResponsabile, Length::Days(10), Ok(())),
            (
                Code::C403Trasmissione,
                Length::Hours(48),
                Err(OfficeRefused::Law(Code::C403Trasmissione)),
            ),
            (Code::C403Trasmissione, Length::Hours(24), Ok(())),
            (
                Code::TmRelTo,
                Length::Days(90),
                Err(OfficeRefused::Length(Code::TmRelTo)),
            ),
            (
                Code::TmRelTo,
                Length::Months(0),
                Err(OfficeRefused::Length(Code::TmRelTo)),
            ),
            (
                Code::PeiApprovazione,
                Length::Yearly { month: 2, day: 30 },
                Err(OfficeRefused::Length(Code::PeiApprovazione)),
            ),
            (
                Code::PaiVerifica,
                Length::Months(6),
                Err(OfficeRefused::Law(Code::PaiVerifica)),
            ),
        ] {
            assert_eq!(with(code, length).fits(), answer, "{code:?}");
        }
        let soon = Office {
            soon_days: 91,
            ..Office::default()
        };
        assert_eq!(soon.fits(), Err(OfficeRefused::SoonDays));
    }

    /// What domain.md marks as memory, brief or design is no constant: the office changes every length of it.
    #[test]
    fn every_length_that_nobody_verified_is_the_offices() {
        for code in Code::ALL {
            let rule = code.rule();
            if rule.length.is_some() && !rule.source.verified() {
                assert!(rule.is_the_offices(), "{code:?}");
            }
        }
    }

    #[test]
    fn lengths_that_are_the_cookbooks_own_are_not_kept() {
        let decided = Office {
            lengths: [
                (Code::TmRelTo, Length::Months(5)),
                (Code::TmRelTm, Length::Months(7)),
            ]
            .into(),
            ..Office::default()
        };
        assert_eq!(decided.plain().lengths.len(), 1);
    }
}
