//! Codice fiscale: computed, checked, decoded; and the codes people have instead of one.
//!
//! Sixteen characters `CCC NNN AA M GG BBBB K`: surname, name, year, month letter, day (+40 for women),
//! birthplace (Belfiore), check letter (D.M. 23/12/1976). When two people would have the same code, digits
//! become letters (omocodia). A registry must take what is printed on the card: what does not agree with the
//! person is a warning to acknowledge, never a refusal. Codes given before one exists (provisional, STP, ENI)
//! are in `others`.

mod compute;
mod decode;
mod omocodia;
mod others;

pub use compute::{Birth, compute, name_part, surname_part};
pub use decode::{DecodedBirth, Known, Mismatch};
pub use others::{is_eni, is_provisional, is_stp, stp_expiry};

use crate::people::letters;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sex of the civil registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Sex {
    /// Maschio; INPS code 1.
    M,
    /// Femmina; INPS code 2.
    F,
}

/// A codice fiscale whose shape and check letter are right; sixteen capital letters and digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CodiceFiscale(String);

/// Why a text is no codice fiscale. Positions count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum NotACodice {
    /// Not sixteen characters.
    #[error("length {found}, not 16")]
    Length {
        /// Characters found, without spaces.
        found: usize,
    },
    /// A character that cannot stand where it stands.
    #[error("character {position} cannot be there")]
    Character {
        /// Which one.
        position: usize,
    },
    /// No such day in any year that the code may mean.
    #[error("no such birth date")]
    Date,
    /// The check letter is another one: there is a typing mistake.
    #[error("the check letter does not agree")]
    CheckLetter,
}

impl CodiceFiscale {
    /// Reads a code as people type it: spaces, hyphens, small letters and accents do not matter; omocodia in
    /// any of the seven digits is accepted.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, NotACodice> {
        let code = normalise(text);
        let found = code.chars().count();
        if found != 16 {
            return Err(NotACodice::Length { found });
        }
        decode::check_shape(&code)?;
        if check_letter(&code) == code.chars().last() {
            Ok(Self(code))
        } else {
            Err(NotACodice::CheckLetter)
        }
    }

    /// The sixteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the INPS schemas take this code: they know omocodia only in the last three digits
    /// (pattern `[A-Za-z]{6}\d{2}[A-Za-z]\d{2}[A-Za-z][A-Za-z0-9]{3}[A-Za-z]`). Warn before an export; the
    /// code itself is right and must not be "corrected".
    #[must_use]
    pub fn fits_inps(&self) -> bool {
        [6, 7, 9, 10]
            .iter()
            .all(|place| self.0.as_bytes().get(*place).is_some_and(u8::is_ascii_digit))
    }
}

impl TryFrom<String> for CodiceFiscale {
    type Error = NotACodice;

    fn try_from(text: String) -> Result<Self, NotACodice> {
        Self::parse(&text)
    }
}

impl From<CodiceFiscale> for String {
    fn from(code: CodiceFiscale) -> Self {
        code.0
    }
}

/// A code as it is stored and compared: capitals without accents, spaces, apostrophes, hyphens, dots.
#[must_use]
pub fn normalise(text: &str) -> String {
    letters::fold(text).replace(' ', "")
}

/// The check letter of the first fifteen characters; none if one of them is no letter or digit.
#[must_use]
pub fn check_letter(code: &str) -> Option<char> {
    let mut sum = 0_u32;
    for (index, sign) in code.bytes().take(15).enumerate() {
        let value = match sign {
            b'0'..=b'9' => sign - b'0',
            b'A'..=b'Z' => sign - b'A',
            _ => return None,
        };
        sum += if index % 2 == 0 {
            ODD.get(usize::from(value)).copied()?
        } else {
            u32::from(value)
        };
    }
    char::from_u32(u32::from(b'A') + sum % 26)
}

/// Values of `0..=9` and `A..=Z` in odd positions (counted from 1); a digit counts as the letter of its index.
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

#[cfg(test)]
mod tests;
