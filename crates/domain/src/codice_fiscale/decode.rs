//! What a code says of a birth, and where it disagrees with what is known of the person.

use super::{
    CodiceFiscale, NotACodice, Sex,
    compute::{MONTHS, name_part, surname_part},
    omocodia::{DIGITS, digit},
};
use crate::time::{CivilDate, PartialDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a code says.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecodedBirth {
    /// The latest day not in the future that the code may mean.
    pub date: CivilDate,
    /// The same day a hundred years earlier, if the calendar has it: a centenarian has a child's digits.
    pub century_earlier: Option<CivilDate>,
    /// Sex.
    pub sex: Sex,
    /// Belfiore code of the birthplace.
    pub belfiore: String,
}

/// Where a code and a person disagree: a warning (changed names, wrong codes and omocodia exist).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mismatch {
    /// The three letters of the surname.
    Surname,
    /// The three letters of the name.
    Name,
    /// Year, month or day of birth, as far as they are known.
    Birth,
    /// Sex.
    Sex,
    /// Birthplace.
    Birthplace,
}

/// The parts of the code that hold numbers.
struct Numbers {
    year: u32,
    month: u32,
    day: u32,
    sex: Sex,
}

/// Checks sixteen normalised characters place by place; the check letter's value is not looked at.
pub(super) fn check_shape(code: &str) -> Result<(), NotACodice> {
    for (index, sign) in code.chars().enumerate() {
        let fits = match index {
            8 => MONTHS.contains(sign),
            _ if DIGITS.contains(&index) => digit(sign).is_some(),
            _ => sign.is_ascii_uppercase(),
        };
        if !fits {
            return Err(NotACodice::Character { position: index + 1 });
        }
    }
    let numbers = numbers(code).ok_or(NotACodice::Date)?;
    // A year's digits decide whether February may have 29 days: only "00" depends on the century.
    let in_some_year = [1900, 2000]
        .iter()
        .any(|century| date(&numbers, *century).is_some());
    if in_some_year {
        Ok(())
    } else {
        Err(NotACodice::Date)
    }
}

fn numbers(code: &str) -> Option<Numbers> {
    let signs: Vec<char> = code.chars().collect();
    let two = |start: usize| {
        let tens = digit(*signs.get(start)?)?;
        let ones = digit(*signs.get(start + 1)?)?;
        Some(tens * 10 + ones)
    };
    let letter = *signs.get(8)?;
    let month = MONTHS.chars().zip(1..).find(|(l, _)| *l == letter)?.1;
    let day = two(9)?;
    let (day, sex) = if day > 40 {
        (day - 40, Sex::F)
    } else {
        (day, Sex::M)
    };
    Some(Numbers {
        year: two(6)?,
        month,
        day,
        sex,
    })
}

fn date(numbers: &Numbers, century: i32) -> Option<CivilDate> {
    let year = century.checked_add(i32::try_from(numbers.year).ok()?)?;
    CivilDate::from_ymd(year, numbers.month, numbers.day)
}

impl CodiceFiscale {
    /// What the code says, the year being the latest that is not in the future. None only on days before the
    /// first birth that the code may mean.
    #[must_use]
    pub fn decode(&self, today: CivilDate) -> Option<DecodedBirth> {
        let numbers = numbers(&self.0)?;
        let this = today.year().div_euclid(100) * 100;
        let mut births = [0, 100, 200, 300]
            .into_iter()
            .filter_map(|back| date(&numbers, this - back))
            .filter(|birth| *birth <= today);
        let date = births.next()?;
        Some(DecodedBirth {
            date,
            century_earlier: births.next().filter(|birth| birth.year() == date.year() - 100),
            sex: numbers.sex,
            belfiore: self.base().0.chars().skip(11).take(4).collect(),
        })
    }

    /// Where the code and what is known of a person disagree; what is not known agrees.
    #[must_use]
    pub fn mismatches(&self, known: &Known<'_>) -> Vec<Mismatch> {
        let mut found = Vec::new();
        let part = |start: usize| self.0.chars().skip(start).take(3).collect::<String>();
        if known
            .surname
            .and_then(surname_part)
            .is_some_and(|letters| letters != part(0))
        {
            found.push(Mismatch::Surname);
        }
        if known
            .name
            .and_then(name_part)
            .is_some_and(|letters| letters != part(3))
        {
            found.push(Mismatch::Name);
        }
        let Some(numbers) = numbers(&self.0) else {
            return found;
        };
        if known.birth.is_some_and(|birth| !agrees(&numbers, birth)) {
            found.push(Mismatch::Birth);
        }
        if known.sex.is_some_and(|sex| sex != numbers.sex) {
            found.push(Mismatch::Sex);
        }
        let place: String = self.base().0.chars().skip(11).take(4).collect();
        if known.belfiore.is_some_and(|belfiore| belfiore != place) {
            found.push(Mismatch::Birthplace);
        }
        found
    }
}

/// What is known of a person, to compare a code with.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// Surname.
    pub surname: Option<&'a str>,
    /// Name.
    pub name: Option<&'a str>,
    /// Birth as far as it is known; an estimate is compared with nothing.
    pub birth: Option<PartialDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Belfiore code of the birthplace.
    pub belfiore: Option<&'a str>,
}

fn agrees(numbers: &Numbers, birth: PartialDate) -> bool {
    birth.estimated
        || (u32::try_from(birth.year.rem_euclid(100)) == Ok(numbers.year)
            && birth.month.is_none_or(|month| month == numbers.month)
            && birth.day.is_none_or(|day| day == numbers.day))
}
