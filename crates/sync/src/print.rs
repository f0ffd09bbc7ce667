//! Prints of what a laptop holds: few bytes that say whether two sides have the same scopes up to the same numbers,
//! and in which part of them they do not.
//!
//! A print is never the last word. Four bytes a part only say where to look; the print over all, of 32 bytes and with
//! the scopes' sums, says whether it was enough, and where it was not the two sides compare scope by scope.

use crate::{
    codec::CodecError,
    digest::Digest,
    ids::ScopeRef,
    messages::form::Form,
    wire::{In, Out},
};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Scopes of a part, about.
const PART: usize = 32;
/// Most parts.
const MOST: usize = 64;
/// How far behind the office a single scope of a part may be to be found.
const BEHIND: u64 = 64;

/// The print over all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Print(pub [u8; 32]);

impl Form for Print {
    fn write(&self, out: &mut Out) {
        out.bytes(&self.0);
    }
    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        input.fixed().map(Self)
    }
}

/// Prints of the parts: a power of two of them, at most [`MOST`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prints(Vec<u32>);

impl Form for Prints {
    fn write(&self, out: &mut Out) {
        let bytes: Vec<u8> = self.0.iter().flat_map(|part| part.to_be_bytes()).collect();
        out.bytes(&bytes);
    }
    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        let (parts, rest) = input.bytes()?.as_chunks::<4>();
        if !rest.is_empty() || !parts.len().is_power_of_two() || parts.len() > MOST {
            return Err(CodecError::Count);
        }
        Ok(Self(parts.iter().map(|part| u32::from_be_bytes(*part)).collect()))
    }
}

/// What one scope adds to the print of its part.
fn one(scope: ScopeRef, seq: u64) -> u32 {
    let mut hash = Sha256::new();
    hash.update(b"cartella held 1");
    hash.update(scope.owner.as_bytes());
    hash.update([scope.kind]);
    hash.update(seq.to_be_bytes());
    let hash: [u8; 32] = hash.finalize().into();
    hash.first_chunk().map_or(0, |first| u32::from_be_bytes(*first))
}

impl Prints {
    /// Of scopes held, each up to its number.
    #[must_use]
    pub fn of(held: &BTreeMap<ScopeRef, u64>) -> Self {
        let parts = (held.len() / PART).next_power_of_two().min(MOST);
        let mut prints = Self(vec![0; parts]);
        for (scope, seq) in held {
            prints.toggle(*scope, *seq);
        }
        prints
    }

    fn toggle(&mut self, scope: ScopeRef, seq: u64) {
        let at = self.part_of(scope);
        if let Some(part) = self.0.get_mut(at) {
            *part ^= one(scope, seq);
        }
    }

    /// The part that a scope belongs to.
    #[must_use]
    pub fn part_of(&self, scope: ScopeRef) -> usize {
        // The end of an id is random; scopes of one owner shall not all be in one part.
        let [.., last] = scope.owner.as_bytes();
        let mixed = usize::from(last.wrapping_add(scope.kind.wrapping_mul(37)));
        mixed.checked_rem(self.0.len()).unwrap_or(0)
    }

    /// Where these scopes differ from what was printed: of each part, what moved in it as far as that can be told.
    #[must_use]
    pub fn compare(&self, here: &BTreeMap<ScopeRef, u64>) -> Vec<Moved> {
        let mut there = self.clone();
        for (scope, seq) in here {
            there.toggle(*scope, *seq);
        }
        let differing = there.0.iter().enumerate().filter(|(_, rest)| **rest != 0);
        differing
            .map(|(number, rest)| {
                let of_part = here.iter().filter(|(scope, _)| self.part_of(**scope) == number);
                let of_part: Vec<(ScopeRef, u64)> = of_part.map(|(scope, seq)| (*scope, *seq)).collect();
                match behind(&of_part, *rest) {
                    Some((scope, seq)) => Moved::One(scope, seq),
                    None => Moved::Part(number, of_part),
                }
            })
            .collect()
    }
}

/// Which one scope of a part, printed with which lower number, makes the difference.
fn behind(of_part: &[(ScopeRef, u64)], difference: u32) -> Option<(ScopeRef, u64)> {
    of_part.iter().find_map(|(scope, head)| {
        let wanted = difference ^ one(*scope, *head);
        let mut lower = (head.saturating_sub(BEHIND).max(1)..*head).rev();
        lower
            .find(|seq| one(*scope, *seq) == wanted)
            .map(|seq| (*scope, seq))
    })
}

/// Where two sides differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// In this scope alone of its part: the other side has it up to this number.
    One(ScopeRef, u64),
    /// In a part, of which these are all scopes here.
    Part(usize, Vec<(ScopeRef, u64)>),
}

/// The print over all scopes, with their numbers and sums. The order does not matter.
#[must_use]
pub fn whole(scopes: impl IntoIterator<Item = (ScopeRef, u64, Digest)>) -> Print {
    let mut all: Vec<_> = scopes.into_iter().collect();
    all.sort_by_key(|(scope, ..)| *scope);
    let mut hash = Sha256::new();
    hash.update(b"cartella agreed 1");
    for (scope, seq, digest) in all {
        hash.update(scope.owner.as_bytes());
        hash.update([scope.kind]);
        hash.update(seq.to_be_bytes());
        hash.update(digest.0);
    }
    Print(hash.finalize().into())
}
