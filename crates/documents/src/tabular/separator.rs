//! What stands between the cells of a text file, found by trying each candidate on its first lines.
//!
//! The right separator cuts most lines into the same number of cells, more than one. Addresses hold commas and
//! notes hold bars, so agreement between lines counts for more than the number of cells.

use super::separated::Cells;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportSeparator")]
pub enum Separator {
    /// `;`, what Excel writes in Italy.
    Semicolon,
    /// `,`
    Comma,
    /// A tabulator.
    Tab,
    /// `|`
    Bar,
}

impl Separator {
    /// All, the likeliest in Italy first: of equals the first wins.
    pub const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Bar, Self::Comma];

    /// The character.
    #[must_use]
    pub const fn character(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Bar => '|',
        }
    }

    fn of(character: char) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.character() == character)
    }
}

/// Lines that are tried.
const TRIED: usize = 60;

/// Splits off Excel's own first line `sep=;`, if there is one.
pub(super) fn declared(text: &str) -> Option<(Separator, &str)> {
    let line_end = text.find(['\n', '\r'])?;
    let (first, rest) = text.split_at_checked(line_end)?;
    let name = first.trim_matches('"').to_ascii_lowercase();
    let mut characters = name.strip_prefix("sep=")?.chars();
    let separator = Separator::of(characters.next()?)?;
    Some((separator, rest))
}

/// The separator of a text; a text that none of them cuts has one column.
pub(super) fn sniff(text: &str) -> Separator {
    let mut best = (0_usize, Separator::Semicolon);
    for separator in Separator::ALL {
        let score = score(text, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// Agreement of the lines in thousandths, weighed by whether there is more than one cell.
fn score(text: &str, separator: Separator) -> usize {
    let mut counts: Vec<usize> = Vec::with_capacity(TRIED);
    let mut cells = Cells::new(text, separator.character());
    let mut width = 0;
    while counts.len() < TRIED {
        let Some(cell) = cells.next() else { break };
        width += 1;
        if cell.ends_line {
            let blank = width == 1 && cell.text.trim().is_empty();
            if !blank {
                counts.push(width);
            }
            width = 0;
        }
    }
    let Some((usual, times)) = mode(&counts) else {
        return 0;
    };
    // Titles may stand above, uncut; the lines below are mostly cut, or this is no separator.
    let below = counts.get(counts.len() / 2..).unwrap_or(&[]);
    if below.iter().filter(|count| **count > 1).count() * 2 <= below.len() {
        return 0;
    }
    let all = counts.len().max(1);
    let agreement = times * 1_000 / all;
    let cut = counts.iter().filter(|count| **count > 1).count() * 1_000 / all;
    agreement * cut / 1_000 * 10 + usual.min(50)
}

/// The commonest number above one, and how often it comes.
fn mode(counts: &[usize]) -> Option<(usize, usize)> {
    counts
        .iter()
        .filter(|count| **count > 1)
        .map(|count| (*count, counts.iter().filter(|other| *other == count).count()))
        .max_by_key(|(count, times)| (*times, *count))
}
