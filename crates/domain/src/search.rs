//! Which words of a record a person would look for, and how words are folded.
//!
//! One line a kind in `KINDS`; the function behind it lives with the kind.

use crate::{diary, files, people::words, record::Body, tutela};
use uuid::Uuid;

/// Which index the words go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Diary, cases, orders: full text, newest first.
    Text,
    /// Names, codes, phones of people.
    Person,
}

/// The words of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexed {
    /// Which index they go to.
    pub class: Class,
    /// The person or case that a hit opens.
    pub subject: Uuid,
    /// Minutes since 1970 of what the record tells of; orders the hits, newest first.
    pub minutes: i64,
    /// The words.
    pub text: String,
}

/// A kind's number and the function that gives its words.
type Words = (u16, fn(Uuid, &Body) -> Option<Indexed>);

/// One line a kind that can be searched.
const KINDS: &[Words] = &[
    (2, words::person),
    (3, words::address),
    (4, words::contact),
    (30, diary::entry_words),
    (31, diary::reserved_words),
    (32, diary::rectification_words),
    (121, tutela::procedimento_words),
    (122, tutela::provvedimento_words),
    (123, tutela::mandato_words),
    (124, tutela::prescrizione_words),
    (130, tutela::relazione_words),
    (135, tutela::misura_penale_words),
    (170, files::file_words),
];

/// The words of a record, or `None` for a kind that nobody would search by.
#[must_use]
pub fn indexed(kind: u16, id: Uuid, body: &Body) -> Option<Indexed> {
    KINDS
        .iter()
        .find(|(number, _)| *number == kind)
        .and_then(|(_, words)| words(id, body))
}

/// Folds a word as the index does: lower case, Latin letters without their accents.
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .flat_map(|letter| base(letter).chars())
        .collect()
}

/// The letters without accents of an accented letter, else the letter itself.
fn base(letter: char) -> Base {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        other => return Base::Itself(other),
    };
    Base::Plain(plain)
}

enum Base {
    Plain(&'static str),
    Itself(char),
}

impl Base {
    fn chars(self) -> impl Iterator<Item = char> {
        let (plain, itself) = match self {
            Self::Plain(text) => (text, None),
            Self::Itself(letter) => ("", Some(letter)),
        };
        plain.chars().chain(itself)
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_and_case_fold_away() {
        assert_eq!(fold("Nicolò"), "nicolo");
        assert_eq!(fold("ȘTEFĂNESCU"), "stefanescu");
        assert_eq!(fold("محمد"), "محمد");
    }
}
