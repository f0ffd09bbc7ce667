//! What diary entries say: sentences of the trade, chosen by area, kind and the point of the case, with the people of
//! the case put in, in agreement. No sentence comes back in a case before the others had their turn.

mod corpus;
mod fill;
mod noun;

#[cfg(test)]
pub(super) use corpus::sentences as sentences_of;
pub use corpus::{Area, Part};
pub use noun::Noun;

use super::dice::Dice as _;
use crate::SeededRandom;
use corpus::{Needs, Sentence, sentences};
use std::collections::VecDeque;

/// How many sentences a case remembers.
const REMEMBERED: usize = 60;

/// The people an entry speaks of, by how its text calls them, and what holds of the case on that day.
#[derive(Debug, Clone)]
pub struct Cast {
    /// Whose case it is.
    pub subject: Noun,
    /// Who is spoken with.
    pub relative: Noun,
    /// The other parent.
    pub other: Option<Noun>,
    /// A brother or sister.
    pub sibling: Option<Noun>,
    /// A grandparent.
    pub grandparent: Option<Noun>,
    /// A colleague of another service.
    pub colleague: Noun,
    /// A colleague of the team.
    pub team: Noun,
    /// Somewhere of that comune.
    pub place: Noun,
    /// The age in years of whose case it is.
    pub age: u32,
    /// Who is spoken with is mother or father.
    pub by_parent: bool,
    /// What holds.
    pub point: Point,
}

/// The point at which a case stands on the day of an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Point {
    /// One of the first entries.
    pub beginning: bool,
    /// A plan is at work.
    pub plan: bool,
    /// One of the last.
    pub end: bool,
    /// School is kept.
    pub school: bool,
    /// The parents live apart.
    pub apart: bool,
}

/// The sentences that a case has had of late.
#[derive(Debug, Clone, Default)]
pub struct Memory(VecDeque<u16>);

/// Writes sentences.
pub struct Writer<'a> {
    /// Chance.
    pub random: &'a SeededRandom,
    /// Which sort of case.
    pub area: Area,
    /// The code of the entry's kind.
    pub kind: &'static str,
    /// The people.
    pub cast: &'a Cast,
}

impl Writer<'_> {
    /// A sentence for a part of the entry, unlike the last ones of the case; nothing if no sentence fits.
    pub fn sentence(&self, part: Part, memory: &mut Memory) -> Option<String> {
        let has = Needs::of(self.cast);
        let fitting: Vec<&Sentence> = sentences(self.area, self.kind, part)
            .filter(|sentence| sentence.needs.met_by(has))
            .collect();
        // What belongs to this very point of the case goes before what fits always.
        let timely: Vec<&Sentence> = fitting
            .iter()
            .copied()
            .filter(|sentence| sentence.needs.is_of_a_moment())
            .collect();
        let fresh = |from: &[&Sentence]| -> Vec<u16> {
            let numbers = from.iter().map(|sentence| sentence.number);
            numbers.filter(|number| !memory.0.contains(number)).collect()
        };
        let mut choice = if self.random.chance(70) {
            fresh(&timely)
        } else {
            Vec::new()
        };
        if choice.is_empty() {
            choice = fresh(&fitting);
        }
        let number = match self.random.pick(&choice) {
            Some(number) => *number,
            None => memory
                .0
                .iter()
                .copied()
                .find(|old| fitting.iter().any(|sentence| sentence.number == *old))?,
        };
        let sentence = fitting.iter().find(|sentence| sentence.number == number)?;
        memory.0.retain(|old| *old != number);
        memory.0.push_back(number);
        if memory.0.len() > REMEMBERED {
            memory.0.pop_front();
        }
        Some(fill::fill(sentence.text, self.cast, self.random))
    }

    /// Up to `most` sentences for a part, as one paragraph; nothing if none fits.
    pub fn paragraph(&self, part: Part, most: usize, memory: &mut Memory) -> Option<String> {
        let mut said: Vec<String> = Vec::new();
        for _ in 0..most {
            match self.sentence(part, memory) {
                Some(sentence) if !said.contains(&sentence) => said.push(sentence),
                _ => break,
            }
        }
        let calls = [&self.cast.relative, &self.cast.subject].map(|noun| fill::sentence_case(&noun.alone()));
        (!said.is_empty()).then(|| joined(&said, &calls))
    }
}

/// Sentences as one paragraph. Who was named in the one before is not named again at the beginning of the next, and does
/// not say the same verb twice.
fn joined(sentences: &[String], calls: &[String; 2]) -> String {
    let mut paragraph = String::new();
    let mut before: Option<(&str, &str)> = None;
    for sentence in sentences {
        let begins = calls.iter().find_map(|call| {
            let rest = sentence.strip_prefix(call.as_str())?.strip_prefix(' ')?;
            Some((call.as_str(), rest))
        });
        let verb = begins.map(|(call, rest)| (call, rest.split(' ').next().unwrap_or_default()));
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        match (begins, before) {
            (Some((call, rest)), Some((same, said))) if call == same => {
                let rest = match rest
                    .strip_prefix("riferisce che ")
                    .filter(|_| said == "riferisce")
                {
                    Some(told) => format!("Aggiunge che {told}"),
                    None => fill::sentence_case(rest),
                };
                paragraph.push_str(&rest);
            }
            _ => paragraph.push_str(sentence),
        }
        before = verb;
    }
    paragraph
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn who_was_named_is_not_named_again() {
        let calls = ["La madre".to_owned(), "Luca".to_owned()];
        let join = |sentences: &[&str]| {
            joined(
                &sentences.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>(),
                &calls,
            )
        };
        assert_eq!(
            join(&[
                "La madre riferisce che dorme.",
                "La madre riferisce che mangia.",
                "La madre chiede aiuto."
            ]),
            "La madre riferisce che dorme. Aggiunge che mangia. Chiede aiuto."
        );
        assert_eq!(
            join(&["La madre tace.", "Luca gioca."]),
            "La madre tace. Luca gioca."
        );
    }
}
