//! Omocodia: digits replaced by letters so that two people do not share a code.
//!
//! The tax office replaces from the rightmost digit, but any subset occurs in practice: all 127 are accepted.

use super::{CodiceFiscale, check_letter};

/// Letters that stand for the digits 0 to 9.
const LETTERS: &str = "LMNPQRSTUV";

/// The seven digits of a code, counted from 0, rightmost first.
pub(super) const DIGITS: [usize; 7] = [14, 13, 12, 10, 9, 7, 6];

/// The digit that a character in a digit's place means.
pub(super) fn digit(sign: char) -> Option<u32> {
    sign.to_digit(10).or_else(|| {
        LETTERS
            .chars()
            .position(|l| l == sign)
            .and_then(|d| u32::try_from(d).ok())
    })
}

impl CodiceFiscale {
    /// The code with its letters mapped back to digits: what omocodie have in common.
    #[must_use]
    pub fn base(&self) -> Self {
        self.variant(0)
    }

    /// Whether digits were replaced.
    #[must_use]
    pub fn is_omocodia(&self) -> bool {
        DIGITS
            .iter()
            .any(|place| self.0.as_bytes().get(*place).is_some_and(u8::is_ascii_uppercase))
    }

    /// All 127 omocodie of this code, in the order of the replaced digits (bit 0 the rightmost).
    #[must_use]
    pub fn omocodie(&self) -> Vec<Self> {
        (1..128).map(|mask| self.variant(mask)).collect()
    }

    fn variant(&self, mask: u8) -> Self {
        let mut code: String = self
            .0
            .chars()
            .take(15)
            .enumerate()
            .map(|(index, sign)| replace(index, sign, mask))
            .collect();
        code.extend(check_letter(&code));
        Self(code)
    }
}

fn replace(index: usize, sign: char, mask: u8) -> char {
    let Some(bit) = DIGITS.iter().position(|place| *place == index) else {
        return sign;
    };
    let Some(value) = digit(sign) else { return sign };
    let replaced = if mask >> bit & 1 == 1 {
        usize::try_from(value)
            .ok()
            .and_then(|value| LETTERS.chars().nth(value))
    } else {
        char::from_digit(value, 10)
    };
    replaced.unwrap_or(sign)
}
