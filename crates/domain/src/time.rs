//! Time as the record knows it: the instant a device saw, the civil date a paper bears, the date half known.
//!
//! No meaning hangs on a device's clock; instants order what is shown. Legal terms are computed on civil
//! dates (Europe/Rome), never on instants.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike as _, Utc};
use chrono_tz::Europe::Rome;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};
use ts_rs::TS;

/// Milliseconds since 1970 in UTC, as a device's clock had it. Text form: RFC 3339 with milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, TS)]
#[ts(type = "string")]
pub struct Instant(pub i64);

impl Instant {
    /// The moment in chrono's terms; out of range counts as the epoch.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.0).single().unwrap_or_default()
    }

    /// This moment and so many milliseconds.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The civil day in Italy at this moment.
    #[must_use]
    pub fn rome_date(self) -> CivilDate {
        CivilDate(self.utc().with_timezone(&Rome).date_naive())
    }

    /// The time of day in Italy at this moment, to the minute.
    #[must_use]
    pub fn rome_time(self) -> ClockTime {
        let local = self.utc().with_timezone(&Rome);
        ClockTime(u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0))
    }

    /// The moment at which clocks in Italy show a day and a time: the first of two in October, when they go back; none
    /// for the hour of March that they leave out.
    #[must_use]
    pub fn in_rome(day: CivilDate, time: ClockTime) -> Option<Self> {
        let (hour, minute) = (u32::from(time.0 / 60), u32::from(time.0 % 60));
        let local = day.0.and_hms_opt(hour, minute, 0)?;
        let moment = Rome.from_local_datetime(&local).earliest()?;
        Some(Self(moment.timestamp_millis()))
    }

    /// Minutes since 1970, as search orders entries.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.0.div_euclid(60_000)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    }
}

/// A text that is no date or time of the expected form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date or time")]
pub struct NotATime;

impl FromStr for Instant {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let moment = DateTime::parse_from_rfc3339(text).map_err(|_| NotATime)?;
        Ok(Self(moment.timestamp_millis()))
    }
}

/// A day on the civil calendar: birth, decree, deadline. Text form: `2026-04-14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, TS)]
#[ts(type = "string")]
pub struct CivilDate(pub NaiveDate);

impl CivilDate {
    /// The day of a year, month and day, if the calendar has it.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// So many days later, or earlier if negative; stays where it is at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        chrono::TimeDelta::try_days(days)
            .and_then(|delta| self.0.checked_add_signed(delta))
            .map_or(self, Self)
    }

    /// Days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year() {
            year @ 0..=9999 => write!(f, "{year:04}-{:02}-{:02}", self.0.month(), self.0.day()),
            _ => write!(f, "{}", self.0.format("%Y-%m-%d")),
        }
    }
}

impl FromStr for CivilDate {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        // As it is written here, which thousands of rows of a list say; chrono's reading of a format takes five times as long.
        let digits = |from: usize, to: usize| {
            let part = text.get(from..to)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        if let (10, [_, _, _, _, b'-', _, _, b'-', ..]) = (text.len(), text.as_bytes())
            && let (Some(year), Some(month), Some(day)) = (digits(0, 4), digits(5, 7), digits(8, 10))
        {
            let year = i32::try_from(year).map_err(|_| NotATime)?;
            return Self::from_ymd(year, month, day).ok_or(NotATime);
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Self)
            .map_err(|_| NotATime)
    }
}

/// A date of which only the year, or the year and month, may be known. Text forms: `1998`, `1998-05`,
/// `1998-05-17`, and each with `~` behind it when it is an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct PartialDate {
    /// The year, always known.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u32>,
    /// The day, only with a month.
    pub day: Option<u32>,
    /// Judged by someone, not read from a paper.
    pub estimated: bool,
}

impl PartialDate {
    /// A whole date.
    #[must_use]
    pub fn exact(date: CivilDate) -> Self {
        Self {
            year: date.year(),
            month: Some(date.0.month()),
            day: Some(date.0.day()),
            estimated: false,
        }
    }

    /// The civil date, when the day is known.
    #[must_use]
    pub fn date(self) -> Option<CivilDate> {
        CivilDate::from_ymd(self.year, self.month?, self.day?)
    }

    /// The first day that it may mean, for sorting and for ages that must not be understated.
    #[must_use]
    pub fn earliest(self) -> CivilDate {
        CivilDate::from_ymd(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or_default()
    }

    /// Whole years on a day, from the earliest day it may mean; `None` before birth.
    #[must_use]
    pub fn age_on(self, day: CivilDate) -> Option<u32> {
        day.0.years_since(self.earliest().0)
    }

    fn is_valid(self) -> bool {
        (1800..=9999).contains(&self.year)
            && (self.month.is_some() || self.day.is_none())
            && CivilDate::from_ymd(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).is_some()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if self.estimated { f.write_str("~") } else { Ok(()) }
    }
}

impl FromStr for PartialDate {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (text, estimated) = text.strip_suffix('~').map_or((text, false), |rest| (rest, true));
        let mut parts = text.split('-');
        let year = parts.next().filter(|p| p.len() == 4).ok_or(NotATime)?;
        let number = |part: &str| part.parse::<u32>().map_err(|_| NotATime);
        let month = parts.next().map(number).transpose()?;
        let day = parts.next().map(number).transpose()?;
        let date = Self {
            year: year.parse().map_err(|_| NotATime)?,
            month,
            day,
            estimated,
        };
        if parts.next().is_none() && date.is_valid() {
            Ok(date)
        } else {
            Err(NotATime)
        }
    }
}

/// A time of day in whole minutes. Text form: `14:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, TS)]
#[ts(type = "string")]
pub struct ClockTime(pub u16);

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (hours, minutes) = text.split_once(':').ok_or(NotATime)?;
        let hours: u16 = hours.parse().map_err(|_| NotATime)?;
        let minutes: u16 = minutes.parse().map_err(|_| NotATime)?;
        if hours < 24 && minutes < 60 {
            Ok(Self(hours * 60 + minutes))
        } else {
            Err(NotATime)
        }
    }
}

/// A day of every year. Text form: `12-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (month, day) = text.split_once('-').ok_or(NotATime)?;
        let (month, day) = (
            month.parse().map_err(|_| NotATime)?,
            day.parse().map_err(|_| NotATime)?,
        );
        // A leap year has every day that any year has.
        CivilDate::from_ymd(2024, u32::from(month), u32::from(day))
            .map(|_| Self { month, day })
            .ok_or(NotATime)
    }
}

/// Serialises by `Display` and reads by `FromStr`.
macro_rules! as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )*};
}
as_text!(Instant, CivilDate, PartialDate, ClockTime, MonthDay);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive() {
        for text in ["1998", "1998-05", "1998-05-17", "2010~", "2010-02~"] {
            assert_eq!(
                text.parse::<PartialDate>().map(|d| d.to_string()),
                Ok(text.to_owned())
            );
        }
        for text in ["98", "1998-13", "1998-02-30", "1998-05-17-01", "", "~", "1998-"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotATime), "{text}");
        }
        for text in ["0001-01-01", "1998-05-17", "2024-02-29", "9999-12-31"] {
            let day: CivilDate = text.parse().unwrap();
            assert_eq!(
                (day.to_string().as_str(), day.0.to_string().as_str()),
                (text, text)
            );
        }
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026/01/01",
            "2026-01-0è",
        ] {
            assert_eq!(text.parse::<CivilDate>(), Err(NotATime), "{text}");
        }
        assert_eq!("14:30".parse(), Ok(ClockTime(870)));
        assert_eq!("24:00".parse::<ClockTime>(), Err(NotATime));
        assert_eq!(
            "12-07".parse::<MonthDay>().map(|day| day.to_string()),
            Ok("12-07".into())
        );
        assert_eq!("02-30".parse::<MonthDay>(), Err(NotATime));
        let moment: Instant = "2026-03-29T01:30:00.000Z".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-03-29T01:30:00.000Z");
    }

    #[test]
    fn an_age_counts_from_the_earliest_day() {
        let born: PartialDate = "2012-02-29".parse().unwrap();
        assert_eq!(born.age_on(CivilDate::from_ymd(2026, 2, 28).unwrap()), Some(13));
        assert_eq!(born.age_on(CivilDate::from_ymd(2026, 3, 1).unwrap()), Some(14));
        let year_only: PartialDate = "2012".parse().unwrap();
        assert_eq!(
            year_only.age_on(CivilDate::from_ymd(2026, 1, 1).unwrap()),
            Some(14)
        );
        assert_eq!(year_only.age_on(CivilDate::from_ymd(2011, 1, 1).unwrap()), None);
    }
}
