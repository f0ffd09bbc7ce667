//! A value of a phase's datum.

use crate::{codes::Coded, ids::OperatorId, time::PartialDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Valore {
    /// In words.
    Text(String),
    /// A day, as far as known.
    Day(PartialDate),
    /// A count.
    Number(u32),
    /// Money, in ten-thousandths of a euro.
    Euro(#[ts(type = "number")] i64),
    /// Yes or no.
    YesNo(bool),
    /// Codes of one list.
    Codes(Vec<Coded>),
    /// A member of staff.
    Operator(OperatorId),
    /// A comune or foreign state, by Belfiore code.
    Place(String),
    /// A country, by the code of citizenships.
    Country(String),
}

impl Valore {
    /// The codes, where it is coded.
    #[must_use]
    pub fn codes(&self) -> &[Coded] {
        match self {
            Self::Codes(codes) => codes,
            _ => &[],
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Place(text) | Self::Country(text) => text.trim().is_empty(),
            Self::Codes(codes) => codes.is_empty(),
            _ => false,
        }
    }
}
