//! How good one's own passphrase is: an estimate of what a patient guesser has to try, and why it is refused.
//!
//! The guesser knows our word list, the passwords that everybody uses, keyboards, dates, and the operator: her name, her
//! comune, her birth. The estimate cuts the text into such pieces and adds up what each leaves open; it errs low.

use zeroize::Zeroizing;

use super::known::{KEYBOARD, everybodys};
use super::words;

/// The least number of characters.
pub const LEAST_LENGTH: usize = 14;
/// The least estimate, in bits: about what four words of a long list give.
pub const LEAST_BITS: u32 = 50;

/// Why a passphrase is refused. A code: the text is the screen's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Under [`LEAST_LENGTH`] characters.
    TooShort,
    /// Most of it is one of the passwords that everybody uses.
    Common,
    /// A sequence of the alphabet, the digits or the keyboard makes up most of it.
    Sequence,
    /// Characters or pieces repeat.
    Repeats,
    /// It holds a name, comune or date that belongs to the operator.
    Personal,
    /// One word, with or without a few digits or signs.
    SingleWord,
    /// None of these, and still too easy.
    TooWeak,
}

impl Reason {
    /// The code by which the screen finds the text.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::Common => "common",
            Self::Sequence => "sequence",
            Self::Repeats => "repeated",
            Self::Personal => "personal",
            Self::SingleWord => "single_word",
            Self::TooWeak => "guessable",
        }
    }
}

/// What is said of a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The estimate, in bits, rounded down.
    pub bits: u32,
    /// Why it is refused, the plainest reason first; empty when it is accepted.
    pub refused: Vec<Reason>,
}

impl Verdict {
    /// Whether it may be used.
    pub fn accepted(&self) -> bool {
        self.refused.is_empty()
    }
}

/// Judges a passphrase. `personal` are words that a colleague would try: name, surname, comune, date of birth as it is
/// written; those under 3 letters are left out.
pub fn check(passphrase: &str, personal: &[&str]) -> Verdict {
    let plain = plain(passphrase);
    let personal: Vec<Zeroizing<Vec<char>>> = personal
        .iter()
        .flat_map(|words| words.split_whitespace())
        .map(self::plain)
        .filter(|w| w.len() >= 3)
        .collect();
    let pieces = cut(&plain, &personal);
    let of = |kind: Kind| {
        pieces
            .iter()
            .filter(|piece| piece.kind == kind)
            .map(|piece| piece.length)
            .sum::<usize>()
    };
    let letters = plain.iter().filter(|c| **c != ' ').count();
    let most = |length: usize| length * 2 >= letters.max(1);
    let bits = pieces.iter().map(|piece| piece.tenths).sum::<u32>() / 10;
    let words = pieces
        .iter()
        .filter(|piece| matches!(piece.kind, Kind::Word | Kind::Letters))
        .count();
    let mut refused = Vec::new();
    let mut refuse = |when: bool, reason: Reason| {
        if when {
            refused.push(reason);
        }
    };
    refuse(passphrase.trim().chars().count() < LEAST_LENGTH, Reason::TooShort);
    refuse(
        of(Kind::Personal) > 0 || personal.iter().any(|word| hidden(&plain, word)),
        Reason::Personal,
    );
    refuse(most(of(Kind::Common)), Reason::Common);
    refuse(most(of(Kind::Sequence)), Reason::Sequence);
    refuse(most(of(Kind::Repeat)), Reason::Repeats);
    let weak = bits < LEAST_BITS;
    let single = words == 1 && !most(of(Kind::Common) + of(Kind::Repeat) + of(Kind::Sequence));
    refuse(weak && single, Reason::SingleWord);
    let explained = !refused.is_empty();
    if weak && !explained {
        refused.push(Reason::TooWeak);
    }
    Verdict { bits, refused }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Personal,
    Common,
    Word,
    Sequence,
    Repeat,
    Letters,
    Digits,
    Other,
}

/// A piece of the text and what it leaves open, in tenths of a bit.
struct Piece {
    kind: Kind,
    length: usize,
    tenths: u32,
}

/// Small letters without accents, and the signs that stand for letters back to letters: what a guesser's rules undo.
fn plain(text: &str) -> Zeroizing<Vec<char>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(text.len()));
    plain.extend(text.trim().chars().flat_map(char::to_lowercase).map(|c| match c {
        'à' | 'á' | 'â' | 'ä' | '@' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        '$' => 's',
        c if c.is_whitespace() || matches!(c, '-' | '_' | '.' | ',') => ' ',
        c => c,
    }));
    plain
}

/// Cuts greedily from the left: what is personal first, then the longest word that a guesser knows, then what repeats or
/// runs along. A known word within an unknown one is chance and does not count.
fn cut(text: &[char], personal: &[Zeroizing<Vec<char>>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let done = text.get(..at).unwrap_or_default();
        let within = pieces.last().is_some_and(|last| last.kind == Kind::Letters);
        let piece = personal_piece(rest, personal)
            .or_else(|| {
                if within {
                    None
                } else {
                    known_piece(text, &pieces, rest)
                }
            })
            .or_else(|| repeat_piece(done, rest))
            .or_else(|| sequence_piece(rest))
            .unwrap_or_else(|| single(rest));
        at += piece.length.max(1);
        match pieces.last_mut() {
            Some(last) if within && piece.kind == Kind::Letters => last.length += 1,
            _ => pieces.push(piece),
        }
    }
    weigh_letters(text, &mut pieces);
    pieces
}

/// Whether a word of 4 letters or more stands anywhere, within another word too.
fn hidden(text: &[char], word: &[char]) -> bool {
    word.len() >= 4 && text.windows(word.len()).any(|window| window == word)
}

fn personal_piece(rest: &[char], personal: &[Zeroizing<Vec<char>>]) -> Option<Piece> {
    let length = personal
        .iter()
        .filter(|word| rest.starts_with(word))
        .map(|word| word.len())
        .max()?;
    Some(Piece {
        kind: Kind::Personal,
        length,
        tenths: 20,
    })
}

/// The longest that is known, of our list or of everybody's passwords; and whether it stands before already.
fn known_piece(text: &[char], before: &[Piece], rest: &[char]) -> Option<Piece> {
    let common = everybodys()
        .filter(|word| starts_with(rest, word))
        .map(|word| word.len())
        .max()
        .unwrap_or(0);
    let word = longest_word(rest).unwrap_or(0);
    let length = common.max(word);
    let piece = rest.get(..length).filter(|piece| !piece.is_empty())?;
    let mut at = 0;
    let again = before.iter().any(|earlier| {
        let start = at;
        at += earlier.length;
        text.get(start..at) == Some(piece)
    });
    // As many bits as choosing from the list at random, no more: words that people choose are the common ones.
    let (kind, tenths) = match (again, common >= word) {
        (_, true) => (Kind::Common, if again { 20 } else { 60 }),
        (true, false) => (Kind::Repeat, 20),
        (false, false) => (Kind::Word, 110),
    };
    Some(Piece { kind, length, tenths })
}

fn starts_with(rest: &[char], word: &str) -> bool {
    rest.len() >= word.len()
        && rest
            .iter()
            .copied()
            .zip(word.chars())
            .all(|(one, other)| one == other)
}

/// A piece of 4 or more that stands before already, or a character that goes on.
fn repeat_piece(done: &[char], rest: &[char]) -> Option<Piece> {
    let last = done.last().filter(|_| !rest.starts_with(&[' ']))?;
    let run = rest.iter().take_while(|c| *c == last).count();
    if run >= 2 {
        return Some(Piece {
            kind: Kind::Repeat,
            length: run,
            tenths: 10,
        });
    }
    let again = (4..=rest.len().min(done.len())).rev().find(|length| {
        rest.get(..*length)
            .is_some_and(|piece| done.windows(*length).any(|window| window == piece))
    })?;
    Some(Piece {
        kind: Kind::Repeat,
        length: again,
        tenths: 20,
    })
}

fn sequence_piece(rest: &[char]) -> Option<Piece> {
    let along = |row: &[char]| {
        row.iter()
            .position(|c| rest.first() == Some(c))
            .and_then(|start| row.get(start..))
            .map_or(0, |row| {
                row.iter()
                    .zip(rest)
                    .take_while(|(one, other)| one == other)
                    .count()
            })
    };
    let length = KEYBOARD
        .iter()
        .flat_map(|row| {
            let forward: Vec<char> = row.chars().collect();
            let backward: Vec<char> = row.chars().rev().collect();
            [along(&forward), along(&backward)]
        })
        .max()?;
    (length >= 4).then_some(Piece {
        kind: Kind::Sequence,
        length,
        tenths: 60,
    })
}

fn longest_word(rest: &[char]) -> Option<usize> {
    (4..=8).rev().find(|length| {
        let word = rest
            .get(..*length)
            .map(|word| Zeroizing::new(word.iter().collect::<String>()));
        word.is_some_and(|word| words::knows(&word))
    })
}

/// What is left: one character. Letters are weighed when their run is known; a space between words adds nothing.
fn single(rest: &[char]) -> Piece {
    let (kind, tenths) = match rest.first() {
        Some(' ') => (Kind::Other, 0),
        Some(c) if c.is_alphabetic() => (Kind::Letters, 0),
        Some(c) if c.is_ascii_digit() => (Kind::Digits, 26),
        _ => (Kind::Other, 45),
    };
    Piece {
        kind,
        length: 1,
        tenths,
    }
}

fn weigh_letters(text: &[char], pieces: &mut [Piece]) {
    let mut at = 0;
    for piece in pieces {
        let end = at + piece.length;
        if piece.kind == Kind::Letters {
            let sign = |c: Option<&char>| c.is_some_and(|c| !c.is_alphabetic() && *c != ' ');
            let among_signs =
                sign(at.checked_sub(1).and_then(|before| text.get(before))) || sign(text.get(end));
            piece.tenths = letters(text.get(at..end).unwrap_or_default(), among_signs);
        }
        at = end;
    }
}

/// A run that reads as a word leaves open what running text does, 2.2 bits a letter, and never more than a large
/// dictionary; one that nobody could read out, or a few letters among signs, leaves 4.2 a letter.
fn letters(run: &[char], among_signs: bool) -> u32 {
    let length = u32::try_from(run.len()).unwrap_or(u32::MAX);
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let harsh = run.split(vowel).any(|consonants| consonants.len() > 3);
    if harsh || (run.len() <= 3 && among_signs) {
        length.saturating_mul(42)
    } else {
        length.saturating_mul(22).min(200)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::OsRandom;
    use crate::keys::passphrase::generate;

    fn refused(text: &str) -> Vec<Reason> {
        check(text, &["Giulia Brambilla", "Legnano", "14/03/1985", "De"]).refused
    }

    #[test]
    fn what_the_program_offers_is_accepted() {
        for _ in 0..300 {
            let offered = generate(&OsRandom).unwrap();
            let verdict = check(offered.reveal(), &["Giulia"]);
            // The same word twice, or two that everybody uses, are as likely as any others: they are rare.
            let words: std::collections::BTreeSet<_> = offered.reveal().split(' ').collect();
            let common = words
                .iter()
                .filter(|word| everybodys().any(|known| known == **word))
                .count();
            assert!(
                verdict.accepted() || words.len() < 5 || common > 1,
                "{verdict:?} {words:?}"
            );
        }
    }

    #[test]
    fn sentences_of_ones_own_are_accepted() {
        for text in [
            "il gatto nero dorme sul divano rosso",
            "quando piove il pioppo perde le foglie",
            "tre biciclette arrugginite sotto il portico",
            "Xk4!vTq9#bLm2?zWd7",
        ] {
            assert_eq!(refused(text), [], "{text}: {:?}", check(text, &[]));
        }
    }

    #[test]
    fn each_weakness_has_its_reason() {
        for (text, reason) in [
            ("corto", Reason::TooShort),
            ("gatto nero si", Reason::TooShort),
            ("passwordpassword", Reason::Common),
            ("P@ssword-juventus", Reason::Common),
            ("ciaociaoamoremio1", Reason::Common),
            ("aaaaaaaaaaaaaaaaaa", Reason::Repeats),
            ("gatto gatto gatto gatto", Reason::Repeats),
            ("xyfxyfxyfxyfxyfxyf", Reason::Repeats),
            ("qwertyuiopasdfghjkl", Reason::Sequence),
            ("abcdefghijklmnop1234567890", Reason::Sequence),
            ("0987654321 zxcvbnm", Reason::Sequence),
            ("precipitevolissimevolmente", Reason::TooWeak),
            ("giulia e il gatto nero sul divano rosso", Reason::Personal),
            ("BRAMBILLA dorme sul divano rosso antico", Reason::Personal),
            ("il mercato di legnano costa troppo oggi", Reason::Personal),
            ("un bel giorno, 14/03/1985, nasce lei sola", Reason::Personal),
            ("tartaruga12345678", Reason::SingleWord),
            ("fisarmonicista27", Reason::SingleWord),
            ("2604198514031985", Reason::TooWeak),
        ] {
            let found = refused(text);
            let wanted =
                found.contains(&reason) || (reason == Reason::TooWeak && found == [Reason::SingleWord]);
            assert!(wanted, "{text}: {found:?} of {:?}", check(text, &[]));
        }
    }

    #[test]
    fn accents_capitals_and_signs_hide_nothing() {
        assert!(
            check("lagiuliadorme sul divano rosso", &["Giulia"])
                .refused
                .contains(&Reason::Personal)
        );
        assert!(check("p@$$word p@$$word", &[]).refused.contains(&Reason::Common));
        assert!(
            check("vicino al perù c'è nicolò col cavallo", &["Nicolo"])
                .refused
                .contains(&Reason::Personal)
        );
    }

    #[test]
    fn short_personal_words_are_not_held_against_anybody() {
        assert!(check("il gatto nero dorme sul divano rosso", &["Al", "E"]).accepted());
    }

    #[test]
    fn longer_is_never_weaker() {
        let mut before = 0;
        let text = "il gatto nero dorme sul divano rosso e sogna";
        for end in 1..=text.len() {
            let begun = text.get(..end).unwrap();
            let bits = check(begun, &[]).bits;
            // A word completed may leave less open than its letters did: never by more than that word.
            assert!(bits + 12 >= before, "{begun}: {bits} after {before}");
            before = before.max(bits);
        }
    }

    #[test]
    fn nothing_makes_it_panic() {
        for text in ["", " ", "🦔🦔🦔", "a", "\u{0}\u{1}", "ß İ ŉ"] {
            let verdict = check(text, &["", " ", "🦔"]);
            assert!(!verdict.accepted(), "{text:?}");
        }
    }

    #[test]
    fn each_reason_has_a_code_of_its_own() {
        let all = [
            Reason::TooShort,
            Reason::Common,
            Reason::Sequence,
            Reason::Repeats,
            Reason::Personal,
            Reason::SingleWord,
            Reason::TooWeak,
        ];
        let codes: std::collections::BTreeSet<_> = all.iter().map(|reason| reason.code()).collect();
        assert_eq!(codes.len(), all.len());
    }
}
