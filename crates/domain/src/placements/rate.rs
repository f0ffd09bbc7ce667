//! Daily rates (rette): each a record with the days from which it holds; a new one never touches an old one.

use crate::{
    ids::{CaseId, RecordId},
    money::Euro,
    people::Period,
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody else than the comune pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RettaQuota {
    /// Nothing.
    #[default]
    Nessuna,
    /// A part of the total, in hundredths of a percent.
    Percentuale {
        /// 50 % is 5 000.
        hundredths: u16,
    },
    /// So much a day, IVA included.
    Giornaliera {
        /// A day.
        amount: Euro,
    },
}

/// A daily rate of one placement. The rate of a day is the last that began by then.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 152, name = "retta")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Retta {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The placement.
    #[field(2)]
    pub collocamento: Option<RecordId>,
    /// The days in which it holds.
    #[field(3)]
    pub period: Period,
    /// A day, without IVA.
    #[field(4)]
    pub daily: Option<Euro>,
    /// IVA, in hundredths of a percent (5 % is 500).
    #[field(5)]
    pub iva: Option<u16>,
    /// A day of absence, without IVA (retta ridotta); the whole rate where the contract knows none.
    #[field(6)]
    pub reduced: Option<Euro>,
    /// What the health service pays.
    #[field(7)]
    pub health: RettaQuota,
    /// What the parents pay, as the court ordered.
    #[field(8)]
    pub parents: RettaQuota,
    /// By which paper: agreement, estimate, letter.
    #[field(9)]
    pub note: Option<String>,
}

impl Retta {
    /// Whether another one for the same placement holds on some of its days without simply following it: both begin on
    /// the same day, or the earlier one says that it still held when the later began.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let (earlier, later) = if self.period.from <= other.period.from {
            (self, other)
        } else {
            (other, self)
        };
        earlier.period.from == later.period.from
            || earlier
                .period
                .until
                .zip(later.period.from)
                .is_some_and(|(until, from)| from <= until)
    }
}

/// The rate of a day: of those that hold, the one that began last; of two that began together, the newer record.
#[must_use]
pub fn rate_on(rates: &[(RecordId, Retta)], day: CivilDate) -> Option<&(RecordId, Retta)> {
    let holding = rates.iter().filter(|(_, rate)| rate.period.contains(day));
    holding.max_by_key(|(id, rate)| (rate.period.from, *id))
}
