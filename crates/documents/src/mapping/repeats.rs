//! Lines and people that stand twice in the same file.

use super::row::ImportedRow;
use super::words::normal;
use crate::findings::{Finding, FindingCode};
use crate::tabular::Row;
use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};

/// What was on earlier lines of the same file.
#[derive(Default)]
pub(super) struct Seen {
    lines: HashMap<u64, usize>,
    people: HashMap<u64, u32>,
}

impl Seen {
    /// Tells a line that is an earlier one again, or has an earlier one's person.
    pub fn check(&mut self, row: &Row, out: &mut ImportedRow) {
        let texts: Vec<&str> = row
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .filter(|text| !text.is_empty())
            .collect();
        if !self.is_first(&texts) {
            let code = FindingCode::RepeatedLine;
            out.findings.push(Finding::error(row.line, None, code));
            return;
        }
        let name = (out.surname.as_deref(), out.given_name.as_deref());
        let person = match (&out.identifier, out.birth) {
            (Some(code), _) => hash_of(&code.as_str()),
            (None, Some(birth)) => {
                hash_of(&(normal(name.0.unwrap_or("")), normal(name.1.unwrap_or("")), birth))
            }
            (None, None) => return,
        };
        match self.people.entry(person) {
            Entry::Occupied(first) => {
                out.same_as = Some(*first.get());
                let code = FindingCode::RepeatedInFile;
                out.findings.push(Finding::warning(row.line, None, code));
            }
            Entry::Vacant(place) => {
                place.insert(row.line);
            }
        }
    }

    fn is_first(&mut self, texts: &[&str]) -> bool {
        let count = self.lines.entry(hash_of(&texts)).or_default();
        *count += 1;
        *count == 1
    }
}

fn hash_of<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
