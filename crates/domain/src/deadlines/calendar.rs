//! The civil calendar of Italy: which days are not worked, and why.

use super::Office;
use crate::time::CivilDate;
use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day that is not worked, other than a Saturday or Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// Capodanno.
    NewYear,
    /// Epifania.
    Epiphany,
    /// Pasqua.
    Easter,
    /// Lunedì dell'Angelo, Pasquetta.
    EasterMonday,
    /// Liberazione.
    Liberation,
    /// Festa del lavoro.
    Labour,
    /// Festa della Repubblica.
    Republic,
    /// Assunzione, Ferragosto.
    Assumption,
    /// San Francesco, from the year that the office's parameters say.
    SanFrancesco,
    /// Ognissanti.
    AllSaints,
    /// Immacolata.
    Immaculate,
    /// Natale.
    Christmas,
    /// Santo Stefano.
    SantoStefano,
    /// Patron saint of the office's comune.
    Patron,
}

/// National holidays with a fixed day (L. 260/1949 as it stands).
const FIXED: [(u32, u32, Holiday); 11] = [
    (1, 1, Holiday::NewYear),
    (1, 6, Holiday::Epiphany),
    (4, 25, Holiday::Liberation),
    (5, 1, Holiday::Labour),
    (6, 2, Holiday::Republic),
    (8, 15, Holiday::Assumption),
    (10, 4, Holiday::SanFrancesco),
    (11, 1, Holiday::AllSaints),
    (12, 8, Holiday::Immaculate),
    (12, 25, Holiday::Christmas),
    (12, 26, Holiday::SantoStefano),
];

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones, Butcher).
#[must_use]
pub fn easter(year: i32) -> Option<CivilDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    CivilDate::from_ymd(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// The calendar that an office works by.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    office: &'a Office,
}

impl<'a> Calendar<'a> {
    /// The calendar of an office.
    #[must_use]
    pub const fn of(office: &'a Office) -> Self {
        Self { office }
    }

    /// Which holiday a day is, if any; of two on one day the national one.
    #[must_use]
    pub fn holiday(self, day: CivilDate) -> Option<Holiday> {
        let (month, of_month) = (day.0.month(), day.0.day());
        let fixed = FIXED
            .iter()
            .find(|(m, d, holiday)| (*m, *d) == (month, of_month) && self.holds(*holiday, day.year()));
        if let Some((_, _, holiday)) = fixed {
            return Some(*holiday);
        }
        if matches!(month, 3..=5) {
            match easter(day.year()).map(|easter| day.days_since(easter)) {
                Some(0) => return Some(Holiday::Easter),
                Some(1) => return Some(Holiday::EasterMonday),
                _ => {}
            }
        }
        let patron = self.office.patron?;
        ((u32::from(patron.month), u32::from(patron.day)) == (month, of_month)).then_some(Holiday::Patron)
    }

    fn holds(self, holiday: Holiday, year: i32) -> bool {
        holiday != Holiday::SanFrancesco || self.office.san_francesco_from.is_some_and(|from| year >= from)
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self, day: CivilDate) -> bool {
        matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Whether it is a day from Monday to Friday that is no holiday.
    #[must_use]
    pub fn is_worked(self, day: CivilDate) -> bool {
        !self.is_weekend(day) && self.holiday(day).is_none()
    }

    /// The day itself if it is worked, else the next one that is.
    #[must_use]
    pub fn worked_from(self, day: CivilDate) -> CivilDate {
        (0..30)
            .map(|days| day.plus_days(days))
            .find(|day| self.is_worked(*day))
            .unwrap_or(day)
    }

    /// Days worked after `from` up to and with `to`: the start is not counted, as in a term.
    #[must_use]
    pub fn worked_between(self, from: CivilDate, to: CivilDate) -> u32 {
        let days = to.days_since(from);
        let worked = (1..=days)
            .map(|offset| from.plus_days(offset))
            .filter(|day| self.is_worked(*day));
        u32::try_from(worked.count()).unwrap_or(u32::MAX)
    }
}
