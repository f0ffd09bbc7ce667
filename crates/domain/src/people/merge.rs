//! Two records that are one person (unisci doppioni, kind 9), and their parting again (separa).
//!
//! A merge says so beside both; neither is touched, so that parting restores both with all that was written
//! meanwhile. Several merges make groups: whoever asks for any of them gets the one that stands for all.

use crate::{
    ids::{OperatorId, PersonId},
    record::Record,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// That one record of a person is a double of another. Lives in the scope of the one that is kept.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 9, name = "person_merge")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PersonMerge {
    /// The record that stands for both.
    #[field(1)]
    pub kept: PersonId,
    /// The double.
    #[field(2)]
    pub absorbed: PersonId,
    /// Who said so.
    #[field(3)]
    pub by: OperatorId,
    /// When.
    #[field(4)]
    pub at: Option<Instant>,
    /// Why.
    #[field(5)]
    pub reason: Option<String>,
    /// That it was a mistake.
    #[field(6)]
    pub undone: Option<Undone>,
}

/// That a merge was a mistake.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// When.
    pub at: Instant,
    /// Who said so.
    pub by: OperatorId,
    /// Why.
    pub reason: Option<String>,
}

/// Who stands for whom, from all merges known; the same whatever their order.
#[derive(Default)]
pub struct Merges {
    /// Each merged person, and who stands for them (themselves if they are the one).
    standing: BTreeMap<PersonId, PersonId>,
}

impl Merges {
    /// Reads the merges that hold. In a group linked by merges the one stands for all that no merge absorbed;
    /// of several such, or of none (two people merged the same two the other way round), the lowest id.
    #[must_use]
    pub fn new<'a>(merges: impl IntoIterator<Item = &'a PersonMerge>) -> Self {
        let mut neighbours: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
        let mut absorbed = BTreeSet::new();
        for merge in merges {
            if merge.undone.is_some() || merge.kept == merge.absorbed {
                continue;
            }
            neighbours.entry(merge.kept).or_default().insert(merge.absorbed);
            neighbours.entry(merge.absorbed).or_default().insert(merge.kept);
            absorbed.insert(merge.absorbed);
        }
        let mut standing = BTreeMap::new();
        for start in neighbours.keys() {
            if standing.contains_key(start) {
                continue;
            }
            let group = reach(&neighbours, *start);
            let root = group
                .iter()
                .find(|id| !absorbed.contains(id))
                .or_else(|| group.first());
            let root = root.copied().unwrap_or(*start);
            standing.extend(group.into_iter().map(|id| (id, root)));
        }
        Self { standing }
    }

    /// Who stands for a person: themselves, unless merged into another.
    #[must_use]
    pub fn resolve(&self, id: PersonId) -> PersonId {
        self.standing.get(&id).copied().unwrap_or(id)
    }

    /// All records of the person that `id` is one of, the standing one first.
    #[must_use]
    pub fn all_of(&self, id: PersonId) -> Vec<PersonId> {
        let root = self.resolve(id);
        let doubles = self
            .standing
            .iter()
            .filter(|(double, stands)| **stands == root && **double != root);
        std::iter::once(root)
            .chain(doubles.map(|(double, _)| *double))
            .collect()
    }
}

fn reach(neighbours: &BTreeMap<PersonId, BTreeSet<PersonId>>, start: PersonId) -> BTreeSet<PersonId> {
    let mut group = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for next in neighbours.get(&id).into_iter().flatten() {
            if group.insert(*next) {
                open.push(*next);
            }
        }
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn merge(kept: u128, absorbed: u128) -> PersonMerge {
        PersonMerge {
            kept: person(kept),
            absorbed: person(absorbed),
            ..PersonMerge::default()
        }
    }

    fn undone(mut merge: PersonMerge) -> PersonMerge {
        merge.undone = Some(Undone {
            at: Instant::default(),
            by: OperatorId::default(),
            reason: None,
        });
        merge
    }

    #[test]
    fn chains_lead_to_the_one_that_stands_for_all() {
        let merges = Merges::new(&[merge(2, 1), merge(3, 2)]);
        for id in 1..=3 {
            assert_eq!(merges.resolve(person(id)), person(3));
            assert_eq!(merges.all_of(person(id)), [person(3), person(1), person(2)]);
        }
        assert_eq!(merges.resolve(person(4)), person(4));
        assert_eq!(merges.all_of(person(4)), [person(4)]);
    }

    #[test]
    fn cycles_and_merges_into_oneself_end() {
        let merges = Merges::new(&[merge(1, 2), merge(2, 1), merge(5, 5)]);
        assert_eq!(
            (merges.resolve(person(1)), merges.resolve(person(2))),
            (person(1), person(1))
        );
        assert_eq!(merges.resolve(person(5)), person(5));
        let two_keepers = Merges::new(&[merge(4, 9), merge(3, 9)]);
        assert_eq!(two_keepers.resolve(person(9)), person(3));
        assert_eq!(two_keepers.resolve(person(4)), person(3));
    }

    #[test]
    fn parting_restores_both() {
        let merges = Merges::new(&[undone(merge(3, 2)), merge(2, 1)]);
        assert_eq!(merges.resolve(person(3)), person(3));
        assert_eq!(merges.resolve(person(1)), person(2));
        assert_eq!(merges.all_of(person(3)), [person(3)]);
    }

    proptest! {
        #[test]
        fn the_order_of_merges_does_not_matter(pairs in proptest::collection::vec((0_u128..8, 0_u128..8), 0..12)) {
            let merges: Vec<_> = pairs.iter().map(|(kept, absorbed)| merge(*kept, *absorbed)).collect();
            let (forth, back) = (Merges::new(&merges), Merges::new(merges.iter().rev()));
            for id in 0..8 {
                let root = forth.resolve(person(id));
                prop_assert_eq!(root, back.resolve(person(id)));
                prop_assert_eq!(root, forth.resolve(root));
            }
            for (kept, absorbed) in pairs {
                prop_assert_eq!(forth.resolve(person(kept)), forth.resolve(person(absorbed)));
            }
        }
    }
}
