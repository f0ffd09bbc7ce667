//! The passphrase that the program offers.

use super::words;
use crate::keys::random::{Random, RandomError, array};
use crate::keys::slots::Passphrase;

/// How many words it has.
pub const WORDS: usize = 5;

/// Five words of the list, each as likely as any other and independent of the rest.
pub fn generate(random: &dyn Random) -> Result<Passphrase, RandomError> {
    let list = words::all();
    // With its whole size at once: growing would leave copies behind.
    let mut text = String::with_capacity(WORDS * 9);
    for _ in 0..WORDS {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(list.get(below(list.len(), random)?).copied().unwrap_or_default());
    }
    // Refused only when empty or too long.
    Passphrase::new(text).map_err(|_| RandomError)
}

/// A number under `limit` (at most 65,536): numbers that would make some more likely are thrown again.
fn below(limit: usize, random: &dyn Random) -> Result<usize, RandomError> {
    const ALL: usize = 1 << 16;
    let fair = ALL - ALL % limit.clamp(1, ALL);
    loop {
        let thrown = usize::from(u16::from_le_bytes(array(random)?));
        if thrown < fair {
            return Ok(thrown % limit.max(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeSet;

    use super::*;
    use crate::keys::OsRandom;

    /// Gives these numbers, one after the other.
    struct Told(Cell<Vec<u16>>);

    impl Random for Told {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
            let mut left = self.0.take();
            if left.is_empty() {
                return Err(RandomError);
            }
            bytes.copy_from_slice(&left.remove(0).to_le_bytes());
            self.0.set(left);
            Ok(())
        }
    }

    #[test]
    fn five_words_as_the_dice_fell() {
        let list = words::all();
        let many = u16::try_from(list.len()).unwrap();
        let unfair = u16::try_from((1 << 16) / list.len() * list.len()).unwrap();
        let told = Told(Cell::new(vec![
            0,
            many - 1,
            unfair,
            u16::MAX,
            many,
            1,
            unfair - 1,
        ]));
        let last = list[list.len() - 1];
        let wanted = [list[0], last, list[0], list[1], last].join(" ");
        assert_eq!(generate(&told).unwrap().reveal(), wanted);
    }

    #[test]
    fn no_randomness_no_passphrase() {
        assert!(generate(&Told(Cell::new(vec![1, 2, 3]))).is_err());
    }

    #[test]
    fn what_is_offered_differs_and_passes_our_own_check() {
        let offered: BTreeSet<String> = (0..200)
            .map(|_| generate(&OsRandom).unwrap().reveal().to_owned())
            .collect();
        assert_eq!(offered.len(), 200);
        for passphrase in &offered {
            assert_eq!(passphrase.split(' ').count(), WORDS);
        }
    }
}
