//! Who stands in which row: parents above their children, couples and brothers and sisters side by side.

use super::{Family, ties::Ties};
use cartella_domain::ids::PersonId;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

/// What a step along a tie costs: parents and couples are sure, distant kin gives way to them.
const SURE: u32 = 1;
const UNSURE: u32 = 8;

/// The rows from the oldest down, each in no order yet. Everybody in them is kin of whom the picture is about.
pub(super) fn rows(family: &Family<'_>, ties: &Ties) -> Vec<Vec<PersonId>> {
    let steps = steps(ties);
    let mut row_of: BTreeMap<PersonId, i32> = BTreeMap::new();
    let mut waiting = BinaryHeap::from([(Reverse(0), Reverse(0), family.about, 0)]);
    let mut turn = 0_u32;
    // The nearest first: who is reached by sure ties keeps the row that they give her, whatever others say.
    while let Some((Reverse(cost), _, person, row)) = waiting.pop() {
        if row_of.contains_key(&person) {
            continue;
        }
        row_of.insert(person, row);
        for &(to, below, price) in steps.get(&person).into_iter().flatten() {
            turn = turn.saturating_add(1);
            waiting.push((Reverse(cost + price), Reverse(turn), to, row + below));
        }
    }
    let mut rows: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
    for member in family.people {
        if let Some(row) = row_of.get(&member.id) {
            rows.entry(*row).or_default().push(member.id);
        }
    }
    rows.into_values().collect()
}

type Steps = BTreeMap<PersonId, Vec<(PersonId, i32, u32)>>;

/// From each member: to whom, how many rows down, at what cost.
fn steps(ties: &Ties) -> Steps {
    let mut steps = Steps::new();
    let mut both = |one: PersonId, other: PersonId, below: i32, price: u32| {
        steps.entry(one).or_default().push((other, below, price));
        steps.entry(other).or_default().push((one, -below, price));
    };
    for brood in &ties.broods {
        for child in &brood.children {
            for parent in &brood.parents {
                both(*parent, *child, 1, SURE);
            }
        }
        for (child, next) in brood.children.iter().zip(brood.children.iter().skip(1)) {
            both(*child, *next, 0, SURE);
        }
    }
    for couple in &ties.couples {
        both(couple.one, couple.other, 0, SURE);
    }
    for kin in &ties.kin {
        both(kin.other, kin.subject, kin.above, UNSURE);
    }
    steps
}
