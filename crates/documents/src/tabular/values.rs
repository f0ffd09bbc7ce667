//! What people write in cells, read as values: dates in every Italian way, yes and no, digits.
//!
//! Dates are always day first. A two-digit year is taken in the last hundred years before the given day, as
//! these are dates of birth and of papers; that it was is told.

use crate::findings::FindingCode;
use cartella_domain::time::{CivilDate, PartialDate};

/// The oldest year that a paper of a case may bear.
const OLDEST_YEAR: i32 = 1880;

/// A date as read from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadDate {
    /// The date, or the part of it that is known.
    pub date: PartialDate,
    /// What someone should know about how it was read.
    pub note: Option<FindingCode>,
}

/// Reads a date: `gg/mm/aaaa` with `/`, `-`, `.` or blanks, `aaaa-mm-gg`, two-digit years, months by name, `mm/aaaa`
/// and `aaaa` alone, with a time behind it. `today` bounds two-digit years and tells the future.
///
/// # Errors
/// `DateUnreadable`, `DateNotInCalendar`, `DateMonthFirst` and `DateTooOld`, as they apply.
pub fn read_date(text: &str, today: CivilDate) -> Result<ReadDate, FindingCode> {
    let parts = date_parts(text).ok_or(FindingCode::DateUnreadable)?;
    let read = match parts.as_slice() {
        [year] if year.len() == 4 => partial(number(year)?, None)?,
        [packed] if packed.len() == 8 => packed_date(packed)?,
        [month, year] if year.len() == 4 => partial(number(year)?, Some(month_of(month)?))?,
        [year, month] if year.len() == 4 => partial(number(year)?, Some(month_of(month)?))?,
        [year, month, day] if year.len() == 4 => whole(number(year)?, month_of(month)?, number(day)?)?,
        [day, month, year] if year.len() == 4 => whole(number(year)?, month_of(month)?, number(day)?)?,
        [day, month, year] if year.len() == 2 => {
            let year = full_year(number(year)?, today);
            let mut read = whole(year, month_of(month)?, number(day)?)?;
            read.note = Some(FindingCode::DateTwoDigitYear);
            read
        }
        _ => return Err(FindingCode::DateUnreadable),
    };
    if read.date.year < OLDEST_YEAR {
        return Err(FindingCode::DateTooOld);
    }
    if read.date.earliest() > today {
        return Ok(ReadDate {
            note: Some(FindingCode::DateInFuture),
            ..read
        });
    }
    Ok(read)
}

/// The parts of a date, without a time of day behind it or words before it.
fn date_parts(text: &str) -> Option<Vec<&str>> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let separators = ['/', '-', '.', ' ', '\u{a0}', '\\'];
    let mut parts: Vec<&str> = Vec::with_capacity(3);
    for part in text.split(separators).filter(|part| !part.is_empty()) {
        if parts.len() == 3 {
            // Only a time of day may follow a whole date.
            let time = part.chars().all(|c| c.is_ascii_digit() || c == ':');
            if time { break } else { return None }
        }
        match part.split_once('T') {
            Some((day, time)) if parts.len() == 2 && time.contains(':') => parts.push(day),
            _ => parts.push(part),
        }
    }
    parts
        .iter()
        .all(|part| part.is_ascii() && part.len() <= 10)
        .then_some(parts)
}

fn number(part: &str) -> Result<u32, FindingCode> {
    let part = part.trim_end_matches('°');
    if part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FindingCode::DateUnreadable);
    }
    part.parse().map_err(|_| FindingCode::DateUnreadable)
}

/// A month by number or Italian name, whole or from its first three letters.
fn month_of(part: &str) -> Result<u32, FindingCode> {
    const NAMES: [&str; 12] = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        return number(part);
    }
    let name = part.to_ascii_lowercase();
    (1..)
        .zip(NAMES)
        .find(|(_, month)| name.len() >= 3 && month.starts_with(&name))
        .map(|(number, _)| number)
        .ok_or(FindingCode::DateUnreadable)
}

fn packed_date(digits: &str) -> Result<ReadDate, FindingCode> {
    let (first, rest) = digits.split_at_checked(4).ok_or(FindingCode::DateUnreadable)?;
    let (day, month) = first.split_at_checked(2).ok_or(FindingCode::DateUnreadable)?;
    if let Ok(read) = whole(number(rest)?, number(month)?, number(day)?)
        && read.date.year >= OLDEST_YEAR
    {
        return Ok(read);
    }
    let (month, day) = rest.split_at_checked(2).ok_or(FindingCode::DateUnreadable)?;
    whole(number(first)?, number(month)?, number(day)?)
}

fn whole(year: u32, month: u32, day: u32) -> Result<ReadDate, FindingCode> {
    let year = i32::try_from(year).map_err(|_| FindingCode::DateUnreadable)?;
    match CivilDate::from_ymd(year, month, day) {
        Some(date) => Ok(ReadDate {
            date: PartialDate::exact(date),
            note: None,
        }),
        None if month > 12 && month <= 31 && day <= 12 => Err(FindingCode::DateMonthFirst),
        None => Err(FindingCode::DateNotInCalendar),
    }
}

fn partial(year: u32, month: Option<u32>) -> Result<ReadDate, FindingCode> {
    let year = i32::try_from(year).map_err(|_| FindingCode::DateUnreadable)?;
    if CivilDate::from_ymd(year, month.unwrap_or(1), 1).is_none() {
        return Err(FindingCode::DateNotInCalendar);
    }
    Ok(ReadDate {
        date: PartialDate {
            year,
            month,
            day: None,
            estimated: false,
        },
        note: Some(FindingCode::DatePartial),
    })
}

/// The year of these two digits in the hundred years that end with today's.
fn full_year(two: u32, today: CivilDate) -> u32 {
    let now = u32::try_from(today.year()).unwrap_or(2000);
    let year = now - now % 100 + two;
    if year > now {
        year.saturating_sub(100)
    } else {
        year
    }
}

/// Reads yes or no: `sì`, `si`, `s`, `x`, `vero`, `1`, and their contraries.
#[must_use]
pub fn read_yes_no(text: &str) -> Option<bool> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    match text.as_str() {
        "sì" | "si" | "si'" | "sí" | "s" | "x" | "vero" | "true" | "1" | "y" | "yes" | "✓" | "✔" => {
            Some(true)
        }
        "no" | "n" | "falso" | "false" | "0" | "-" => Some(false),
        _ => None,
    }
}

/// Whether a text begins as values do and headings do not: with a digit, or as a codice fiscale.
#[must_use]
pub fn starts_like_a_value(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let codice = text.len() == 16 && digits >= 7 && !text.contains(' ');
    codice || text.starts_with(|c: char| c.is_ascii_digit()) || text.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Option<FindingCode>), FindingCode> {
        let today = CivilDate::from_ymd(2026, 4, 14).unwrap();
        read_date(text, today).map(|read| (read.date.to_string(), read.note))
    }

    #[test]
    fn dates_are_read_day_first_in_every_way_they_are_written() {
        for text in [
            "03/02/2011",
            "3/2/2011",
            "03-02-2011",
            "03.02.2011",
            "3 febbraio 2011",
            "3-feb-2011",
            "2011-02-03",
            "2011/02/03",
            "03/02/2011 00:00:00",
            "2011-02-03T10:00:00",
            "03022011",
            "20110203",
            " 03/02/2011 ",
            "3 Feb. 2011",
            "03\u{a0}02\u{a0}2011",
        ] {
            assert_eq!(read(text), Ok(("2011-02-03".into(), None)), "{text}");
        }
    }

    #[test]
    fn two_digits_of_a_year_end_with_this_year() {
        let note = Some(FindingCode::DateTwoDigitYear);
        assert_eq!(read("03/02/11"), Ok(("2011-02-03".into(), note)));
        assert_eq!(read("03.02.26"), Ok(("2026-02-03".into(), note)));
        assert_eq!(read("03-02-27"), Ok(("1927-02-03".into(), note)));
    }

    #[test]
    fn a_part_of_a_date_is_kept_as_a_part() {
        let note = Some(FindingCode::DatePartial);
        assert_eq!(read("1998"), Ok(("1998".into(), note)));
        assert_eq!(read("05/1998"), Ok(("1998-05".into(), note)));
        assert_eq!(read("maggio 1998"), Ok(("1998-05".into(), note)));
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, code) in [
            ("31/02/2011", FindingCode::DateNotInCalendar),
            ("02/13/2011", FindingCode::DateMonthFirst),
            ("00/00/0000", FindingCode::DateNotInCalendar),
            ("01/01/1800", FindingCode::DateTooOld),
            ("non nota", FindingCode::DateUnreadable),
            ("n.d.", FindingCode::DateUnreadable),
            ("12/2", FindingCode::DateUnreadable),
            ("1/2/3/4", FindingCode::DateUnreadable),
            ("45000", FindingCode::DateUnreadable),
            ("", FindingCode::DateUnreadable),
            ("٠٣/٠٢/٢٠١١", FindingCode::DateUnreadable),
        ] {
            assert_eq!(read(text), Err(code), "{text}");
        }
        assert_eq!(
            read("15/04/2026").map(|r| r.1),
            Ok(Some(FindingCode::DateInFuture))
        );
    }

    #[test]
    fn yes_and_no_in_their_spellings() {
        for yes in ["sì", "SI", "Si'", "x", "X", "1", "VERO"] {
            assert_eq!(read_yes_no(yes), Some(true), "{yes}");
        }
        for no in ["no", "N", "0", "-", "falso"] {
            assert_eq!(read_yes_no(no), Some(false), "{no}");
        }
        assert_eq!(read_yes_no("forse"), None);
    }
}
