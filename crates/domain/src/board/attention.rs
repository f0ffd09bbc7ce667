//! Which cases ask for a coordinator's eye.

use crate::{
    cases::StateName,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days without a note in the diary from which a case counts as silent, where the office sets no others (the monthly
/// meeting of coordinators; a choice of this program, the office's to change).
pub const SILENT_AFTER_DAYS: u16 = 60;

/// Days since the diary of a case was last written of; of a case without a note, since it reached its state. None where
/// neither is known.
#[must_use]
pub fn days_silent(
    last_contact: Option<CivilDate>,
    since: Option<PartialDate>,
    today: CivilDate,
) -> Option<i64> {
    let from = last_contact.or_else(|| since.map(PartialDate::earliest))?;
    Some(today.days_since(from).max(0))
}

/// Whether a case is silent: so many days without a note, or nobody knows since when. One at rest is not.
#[must_use]
pub fn is_silent(state: StateName, days: Option<i64>, after: u16) -> bool {
    state.is_open() && state != StateName::Sospeso && days.is_none_or(|days| days >= i64::from(after))
}

/// Whether a case in this state waits for its progetto: taken in charge, and no plan at work has moved it on.
#[must_use]
pub const fn wants_plan(state: StateName) -> bool {
    matches!(state, StateName::InCarico)
}

/// Whether a case lacks its progetto.
#[must_use]
pub const fn lacks_plan(state: StateName, plan_at_work: bool) -> bool {
    wants_plan(state) && !plan_at_work
}

/// Ages as the board counts people: those of the services' own thresholds (nursery and first school, secondary school,
/// coming of age, old age).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Under 6.
    Infancy,
    /// 6 to 10.
    Primary,
    /// 11 to 13.
    Secondary,
    /// 14 to 17.
    Adolescence,
    /// 18 to 64.
    Adult,
    /// 65 and more.
    Elderly,
    /// Nobody knows.
    Unknown,
}

/// The band of an age in whole years.
#[must_use]
pub const fn age_band(age: Option<u32>) -> AgeBand {
    match age {
        Some(0..=5) => AgeBand::Infancy,
        Some(6..=10) => AgeBand::Primary,
        Some(11..=13) => AgeBand::Secondary,
        Some(14..=17) => AgeBand::Adolescence,
        Some(18..=64) => AgeBand::Adult,
        Some(_) => AgeBand::Elderly,
        None => AgeBand::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_case_is_silent_from_the_sixtieth_day_on_and_one_at_rest_never() {
        let today = day("2026-05-01");
        let days = |on| days_silent(Some(day(on)), None, today);
        assert_eq!(days("2026-03-02"), Some(60));
        let silent = |state, days| is_silent(state, days, SILENT_AFTER_DAYS);
        assert!(silent(StateName::InCarico, days("2026-03-02")));
        assert!(!silent(StateName::InCarico, days("2026-03-03")));
        assert!(!silent(StateName::Sospeso, days("2025-03-02")));
        assert!(!silent(StateName::Chiuso, days("2025-03-02")));
        // Never written of: since it reached its state, the earliest that a half known day can be.
        let since = PartialDate {
            day: None,
            ..PartialDate::exact(day("2026-03-20"))
        };
        assert_eq!(days_silent(None, Some(since), today), Some(61));
        assert!(silent(StateName::Segnalato, days_silent(None, None, today)));
        // A laptop whose clock was wrong wrote tomorrow's note.
        assert_eq!(days("2026-05-09"), Some(0));
    }

    #[test]
    fn only_a_case_taken_in_charge_waits_for_its_plan() {
        assert!(lacks_plan(StateName::InCarico, false) && !lacks_plan(StateName::InCarico, true));
        for state in [
            StateName::InValutazione,
            StateName::ProgettoAttivo,
            StateName::Chiuso,
        ] {
            assert!(!lacks_plan(state, false), "{state:?}");
        }
    }

    #[test]
    fn every_age_has_its_band() {
        let bands = [0, 5, 6, 10, 11, 13, 14, 17, 18, 64, 65, 101].map(|age| age_band(Some(age)) as u8);
        assert_eq!(bands, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        assert_eq!(age_band(None), AgeBand::Unknown);
    }
}
