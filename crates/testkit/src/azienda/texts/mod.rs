//! What diary entries say: sentences of the trade, chosen by area, kind and the point of the case, with the people of
//! the case put in, in agreement. No sentence comes back in a case before the others had their turn.

mod corpus;
mod fill;
mod noun;

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
    /// What holds.
    pub point: Point,
}

/// The point at which a case stands on the day of an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a condition of its own in the sentences"
)]
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
        (!said.is_empty()).then(|| said.join(" "))
    }
}
