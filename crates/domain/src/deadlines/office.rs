//! What an office decides about terms: everything that is no law read at its source.

use super::{Code, Length};
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
