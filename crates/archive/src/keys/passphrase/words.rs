//! The list of words: common, distinct, plain Italian words of 4 to 8 letters without accents. The first four letters tell
//! each from all others, so that a smudged word on a slip of paper can still be read.

use std::sync::LazyLock;

const LIST: &str = include_str!("../parole.txt");

static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| LIST.lines().collect());

/// All words, sorted.
pub(super) fn all() -> &'static [&'static str] {
    &WORDS
}

/// Whether a word, in small letters, is of the list.
pub(super) fn knows(word: &str) -> bool {
    all().binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_is_what_it_says() {
        let words = all();
        assert!(words.len() >= 2_048, "{}", words.len());
        assert!(words.is_sorted());
        for word in words {
            assert!(
                (4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()),
                "{word}"
            );
        }
        let beginnings: BTreeSet<_> = words.iter().map(|word| word.get(..4)).collect();
        assert_eq!(beginnings.len(), words.len(), "two words begin alike");
    }

    #[test]
    fn a_word_is_known_or_not() {
        assert!(knows("cavallo") && knows("zuppa") && knows("abaco"));
        assert!(!knows("cavall") && !knows("xyz") && !knows(""));
    }
}
