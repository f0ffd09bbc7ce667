//! The days on which such an office works, and those on which school is kept.

use cartella_domain::time::{CivilDate, ClockTime, Instant};
use chrono::{Datelike as _, TimeZone as _, Weekday};

/// Minutes of the day between which the office works.
pub const HOURS: std::ops::Range<i64> = 8 * 60 + 30..18 * 60 + 30;

/// Whether the office works on a day: Monday to Friday, but for the national holidays, those between Christmas
/// and the new year, and the week of Ferragosto.
#[must_use]
pub fn works(day: CivilDate) -> bool {
    let (month, date) = (day.0.month(), day.0.day());
    let weekend = matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun);
    let fixed = matches!(
        (month, date),
        (1, 1 | 6) | (4, 25) | (5, 1) | (6, 2) | (8, 12..=18) | (11, 1) | (12, 8 | 24..=31)
    );
    !weekend && !fixed && day != easter(day.year()).plus_days(1)
}

/// Whether school is kept on a day: working days from mid September to the first week of June, but for the Christmas and
/// Easter holidays.
#[must_use]
pub fn school(day: CivilDate) -> bool {
    let (month, date) = (day.0.month(), day.0.day());
    let year = !matches!((month, date), (6, 8..) | (7 | 8, _) | (9, 1..=12));
    let christmas = matches!((month, date), (12, 23..) | (1, 1..=6));
    let easter = easter(day.year());
    let around = day >= easter.plus_days(-3) && day <= easter.plus_days(2);
    works(day) && year && !christmas && !around
}

/// Easter Sunday of a year: by the product's own rule, which its tests hold to the church's tables.
fn easter(year: i32) -> CivilDate {
    cartella_domain::deadlines::easter(year).unwrap_or_default()
}

/// The first working day on or after a day.
#[must_use]
pub fn working_from(mut day: CivilDate) -> CivilDate {
    while !works(day) {
        day = day.plus_days(1);
    }
    day
}

/// The moment of an hour of a day in Italy.
#[must_use]
pub fn moment(day: CivilDate, minute: i64) -> Instant {
    let minute = u32::try_from(minute.clamp(0, 24 * 60 - 1)).unwrap_or(0);
    let local = day.0.and_hms_opt(minute / 60, minute % 60, 0);
    let moment = local.and_then(|local| chrono_tz::Europe::Rome.from_local_datetime(&local).earliest());
    Instant(moment.map_or(0, |moment| moment.timestamp_millis()))
}

/// A minute of the day as an hour.
#[must_use]
pub fn hour(minute: i64) -> ClockTime {
    ClockTime(u16::try_from(minute.clamp(0, 24 * 60 - 1)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_are_kept() {
        for holiday in [
            "2026-04-06",
            "2025-04-21",
            "2026-01-06",
            "2026-08-14",
            "2026-11-28",
            "2027-03-29",
        ] {
            assert!(!works(day(holiday)), "{holiday}");
        }
        assert!(works(day("2026-04-07")) && works(day("2026-11-27")));
        assert!(!school(day("2026-07-01")) && !school(day("2026-04-07")) && school(day("2026-05-06")));
        assert_eq!(working_from(day("2026-04-04")), day("2026-04-07"));
    }

    #[test]
    fn an_hour_in_italy_is_another_in_summer() {
        assert_eq!(
            moment(day("2026-01-15"), 600).to_string(),
            "2026-01-15T09:00:00.000Z"
        );
        assert_eq!(
            moment(day("2026-07-15"), 600).to_string(),
            "2026-07-15T08:00:00.000Z"
        );
    }
}
