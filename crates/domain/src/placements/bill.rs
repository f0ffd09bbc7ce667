//! Bills of a facility: for which days, how much; the months or quarters for which one is expected.

use crate::{
    ids::{CaseId, RecordId},
    money::Euro,
    record::Record,
    time::CivilDate,
};
use chrono::{Datelike as _, Months};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days for which a bill came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct BilledPeriod {
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub until: CivilDate,
    /// The day on which the bill came in.
    pub on: CivilDate,
    /// The bill, in the money scope.
    pub fattura: RecordId,
}

/// A month or quarter, cut at the first and the last day of the stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BillingPeriod {
    /// 0 for that of the entry.
    pub nth: u16,
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub until: CivilDate,
}

impl BillingPeriod {
    /// The nth period of a stay that began on a day; periods are months or quarters of the calendar.
    pub(super) fn nth(entered: CivilDate, months: u32, nth: u16) -> Option<Self> {
        let month0 = entered.0.month0() / months * months;
        let grid = CivilDate::from_ymd(entered.year(), month0 + 1, 1)?;
        let later = |periods: u32| grid.0.checked_add_months(Months::new(periods * months));
        let first = CivilDate(later(u32::from(nth))?);
        let next = CivilDate(later(u32::from(nth) + 1)?);
        Some(Self {
            nth,
            from: first.max(entered),
            until: next.plus_days(-1),
        })
    }

    /// The same up to the last day that counts; none where that is over before it begins.
    pub(super) fn cut_at(self, last: Option<CivilDate>) -> Option<Self> {
        let until = last.map_or(self.until, |last| last.min(self.until));
        (self.from <= until).then_some(Self { until, ..self })
    }

    /// The day on which all its days were billed; none while one is missing.
    #[must_use]
    pub fn billed_on(&self, billed: &[BilledPeriod]) -> Option<CivilDate> {
        let mut latest = None;
        let mut day = self.from;
        while day <= self.until {
            let covering = billed.iter().filter(|bill| bill.from <= day && day <= bill.until);
            let bill = covering.max_by_key(|bill| bill.until)?;
            latest = latest.max(Some(bill.on));
            day = bill.until.plus_days(1);
        }
        latest
    }
}

/// A bill of a facility.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 153, name = "fattura_com")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct FatturaCom {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The placement.
    #[field(2)]
    pub collocamento: Option<RecordId>,
    /// First day billed.
    #[field(3)]
    pub from: Option<CivilDate>,
    /// Last day billed.
    #[field(4)]
    pub until: Option<CivilDate>,
    /// Its number.
    #[field(5)]
    pub number: Option<String>,
    /// The day on which it came in.
    #[field(6)]
    pub on: Option<CivilDate>,
    /// Days, as the bill has them.
    #[field(7)]
    pub days: Option<u32>,
    /// Total with IVA, as the bill has it.
    #[field(8)]
    pub amount: Option<Euro>,
    /// In words.
    #[field(9)]
    pub note: Option<String>,
}
