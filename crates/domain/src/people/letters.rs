//! Letters without accents: what names, places and codes are compared by.
//!
//! One folding for all of them, so that "Nicolò", "NICOLO'" and "nicolo" meet: capitals, no accents, the
//! letters of other Latin alphabets written out (ß, æ, þ), everything else a space or nothing. Accents go by the
//! table that the search index uses.

use crate::search;

/// Capital ASCII letters of a text, without spaces, apostrophes or hyphens, as the codice fiscale wants them.
#[must_use]
pub fn only_letters(text: &str) -> String {
    plain(text).filter(char::is_ascii_uppercase).collect()
}

/// Capital ASCII letters and digits of a text; apostrophes vanish, every other run of signs is one space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in plain(text) {
        if sign.is_ascii_alphanumeric() {
            folded.push(sign);
        } else if !matches!(sign, '\'' | '\u{2019}' | '`' | '\u{b4}')
            && !folded.is_empty()
            && !folded.ends_with(' ')
        {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn plain(text: &str) -> impl Iterator<Item = char> {
    let without_marks: String = text.chars().filter(|sign| !is_combining(*sign)).collect();
    search::fold(&without_marks)
        .chars()
        .flat_map(char::to_uppercase)
        .flat_map(Spelled::new)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Accents that stand apart from their letter.
fn is_combining(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

/// A capital letter written out in ASCII.
enum Spelled {
    One(Option<char>),
    Many(std::str::Chars<'static>),
}

impl Spelled {
    fn new(sign: char) -> Self {
        let text = match sign {
            'Æ' => "AE",
            'Œ' => "OE",
            'Ð' => "D",
            'Þ' => "TH",
            'Ħ' => "H",
            'Ŋ' => "N",
            'Ŧ' => "T",
            'Ə' => "E",
            'ẞ' => "SS",
            other => return Self::One(Some(other)),
        };
        Self::Many(text.chars())
    }
}

impl Iterator for Spelled {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::One(sign) => sign.take(),
            Self::Many(signs) => signs.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_apostrophes_and_foreign_letters_fold() {
        for (text, folded, letters) in [
            ("Nicolò", "NICOLO", "NICOLO"),
            ("D'Angelo", "DANGELO", "DANGELO"),
            ("  De   Luca-Bianchi ", "DE LUCA BIANCHI", "DELUCABIANCHI"),
            ("Łukasz Weiß", "LUKASZ WEISS", "LUKASZWEISS"),
            ("Nicolo\u{300}", "NICOLO", "NICOLO"),
            ("Ștefan Đorđe", "STEFAN DORDE", "STEFANDORDE"),
            ("via Roma 12/b", "VIA ROMA 12 B", "VIAROMAB"),
            ("محمد", "", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(only_letters(text), letters, "{text}");
        }
    }
}
