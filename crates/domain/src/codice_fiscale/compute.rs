//! The code that a person should have.

use super::{CodiceFiscale, Sex, check_letter};
use crate::{people::letters::only_letters, time::CivilDate};
use chrono::Datelike;

/// Letters of the months, January first.
pub(super) const MONTHS: &str = "ABCDEHLMPRST";

/// What of a birth enters the code.
#[derive(Clone, Copy)]
pub struct Birth<'a> {
    /// The day.
    pub date: CivilDate,
    /// As registered at birth.
    pub sex: Sex,
    /// Belfiore code of the comune, or of the foreign state.
    pub belfiore: &'a str,
}

/// The code of a person, without omocodia. None if a name has no Latin letter or the place is no Belfiore code.
#[must_use]
pub fn compute(surname: &str, name: &str, birth: Birth<'_>) -> Option<CodiceFiscale> {
    let surname = surname_part(surname)?;
    let name = name_part(name)?;
    let month = usize::try_from(birth.date.0.month0()).ok()?;
    let month = MONTHS.chars().nth(month)?;
    let day = birth.date.0.day() + if birth.sex == Sex::F { 40 } else { 0 };
    let year = birth.date.year().rem_euclid(100);
    let mut code = format!("{surname}{name}{year:02}{month}{day:02}{}", birth.belfiore);
    code.push(check_letter(&code)?);
    CodiceFiscale::parse(&code).ok()
}

/// The three letters of a surname: consonants, then vowels, then `X`.
#[must_use]
pub fn surname_part(surname: &str) -> Option<String> {
    let (consonants, vowels) = split(surname)?;
    Some(three(&consonants, &vowels))
}

/// The three letters of a name: with four consonants or more the first, third and fourth.
#[must_use]
pub fn name_part(name: &str) -> Option<String> {
    let (mut consonants, vowels) = split(name)?;
    if consonants.len() >= 4 {
        consonants.remove(1);
    }
    Some(three(&consonants, &vowels))
}

fn split(text: &str) -> Option<(String, String)> {
    let letters = only_letters(text);
    let parts = letters.chars().partition(|letter| !"AEIOU".contains(*letter));
    (!letters.is_empty()).then_some(parts)
}

fn three(consonants: &str, vowels: &str) -> String {
    consonants
        .chars()
        .chain(vowels.chars())
        .chain("XXX".chars())
        .take(3)
        .collect()
}
