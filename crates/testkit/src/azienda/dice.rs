//! Chance, as everything here asks for it: seeded, so that one seed grows one azienda.

use crate::SeededRandom;

/// Throws of a seeded sequence.
pub trait Dice {
    /// A number below `sides`; 0 without sides.
    fn below(&self, sides: usize) -> usize;

    /// A number between two, both included.
    fn between(&self, from: i64, to: i64) -> i64;

    /// Whether something happens that happens so many times in a hundred.
    fn chance(&self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several.
    fn pick<'a, T>(&self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// One of the words of a list that `|` separates.
    fn word(&self, list: &'static str) -> &'static str {
        let words = list.split('|').count();
        list.split('|').nth(self.below(words)).unwrap_or_default().trim()
    }
}

impl Dice for SeededRandom {
    fn below(&self, sides: usize) -> usize {
        let sides = u64::try_from(sides).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % sides).unwrap_or(0)
    }

    fn between(&self, from: i64, to: i64) -> i64 {
        let span = u64::try_from(to.saturating_sub(from))
            .unwrap_or(0)
            .saturating_add(1);
        from.saturating_add(i64::try_from(self.next() % span).unwrap_or(0))
    }
}
