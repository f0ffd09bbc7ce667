//! Who stands beside whom in a row: couples together, brothers and sisters by age, few lines across each other.

use super::{
    Family,
    ties::{Brood, Ties},
};
use cartella_domain::{codice_fiscale::Sex, ids::PersonId};
use std::collections::BTreeMap;

/// Rounds of improvement; families of thirty settle in three to five.
const ROUNDS: usize = 12;
/// What counts against an order: a line across another, each column that a line spans, a man right of his partner, a
/// child right of a younger one.
const ACROSS: i64 = 60;
const SPAN: i64 = 10;
const TURNED: i64 = 6;

/// Orders each row.
pub(super) fn order(family: &Family<'_>, ties: &Ties, mut rows: Vec<Vec<PersonId>>) -> Vec<Vec<PersonId>> {
    let born: BTreeMap<PersonId, _> = family
        .people
        .iter()
        .map(|member| (member.id, member.birth.map(|birth| birth.earliest())))
        .collect();
    for row in &mut rows {
        row.sort_by_key(|id| (born.get(id).copied().flatten(), *id));
    }
    let judge = Judge::new(family, ties);
    let mut best = judge.cost(&rows);
    for _ in 0..ROUNDS {
        let before = best;
        for row in 0..rows.len() {
            best = improve(&judge, &mut rows, row, best);
        }
        if best == before {
            break;
        }
    }
    rows
}

/// Moves each of a row to where the whole is best.
fn improve(judge: &Judge<'_>, rows: &mut [Vec<PersonId>], at: usize, mut best: i64) -> i64 {
    let length = rows.get(at).map_or(0, Vec::len);
    for from in 0..length {
        let mut kept = from;
        let mut now = from;
        for to in 0..length {
            shift(rows, at, now, to);
            now = to;
            let cost = judge.cost(rows);
            if cost < best {
                best = cost;
                kept = to;
            }
        }
        shift(rows, at, now, kept);
    }
    best
}

fn shift(rows: &mut [Vec<PersonId>], at: usize, from: usize, to: usize) {
    if let Some(row) = rows.get_mut(at)
        && from != to
        && from < row.len()
    {
        let person = row.remove(from);
        row.insert(to.min(row.len()), person);
    }
}

/// What an order is judged by.
struct Judge<'a> {
    ties: &'a Ties,
    couples: Vec<(PersonId, PersonId, bool)>,
    ages: Vec<(PersonId, PersonId)>,
}

impl<'a> Judge<'a> {
    fn new(family: &Family<'_>, ties: &'a Ties) -> Self {
        let sex = |id: PersonId| {
            family
                .people
                .iter()
                .find(|member| member.id == id)
                .and_then(|member| member.sex)
        };
        let birth = |id: &PersonId| {
            let member = family.people.iter().find(|member| member.id == *id);
            member
                .and_then(|member| member.birth)
                .map(|birth| birth.earliest())
        };
        let couple = |one, other| match (sex(one), sex(other)) {
            (Some(Sex::F), Some(Sex::M)) => (other, one, true),
            (Some(Sex::M), Some(Sex::F)) => (one, other, true),
            _ => (one, other, false),
        };
        let mut ages = Vec::new();
        for brood in &ties.broods {
            let mut children = brood.children.clone();
            children.sort_by_key(|id| (birth(id), *id));
            ages.extend(children.iter().copied().zip(children.iter().copied().skip(1)));
        }
        Self {
            ties,
            couples: ties
                .couples
                .iter()
                .map(|pair| couple(pair.one, pair.other))
                .collect(),
            ages,
        }
    }

    fn cost(&self, rows: &[Vec<PersonId>]) -> i64 {
        let at = columns(rows);
        let column = |id: &PersonId| at.get(id).map(|&(_, x)| x);
        let mut cost = 0;
        for (left, right, sexed) in &self.couples {
            if let (Some(left), Some(right)) = (column(left), column(right)) {
                cost += (right - left).abs() * SPAN;
                cost += if *sexed && left > right { TURNED } else { 0 };
            }
        }
        for (older, younger) in &self.ages {
            if let (Some(older), Some(younger)) = (column(older), column(younger)) {
                cost += if older > younger { TURNED * 2 } else { 0 };
                cost += (younger - older).abs() * SPAN / 2;
            }
        }
        let mut lines: Vec<(i32, i64, i64)> = Vec::new();
        for brood in &self.ties.broods {
            descend(brood, &at, &mut lines);
        }
        for (number, line) in lines.iter().enumerate() {
            cost += (line.2 - line.1).abs() * SPAN / 2;
            let later = lines.iter().skip(number + 1);
            cost += later.filter(|other| crosses(line, other)).count() as i64 * ACROSS;
        }
        cost
    }
}

/// Row and doubled column of everybody, each row about its own middle.
fn columns(rows: &[Vec<PersonId>]) -> BTreeMap<PersonId, (i32, i64)> {
    let mut at = BTreeMap::new();
    for (row, people) in (0_i32..).zip(rows) {
        let middle = people.len() as i64 - 1;
        for (column, id) in (0_i64..).zip(people) {
            at.insert(*id, (row, column * 2 - middle));
        }
    }
    at
}

/// The lines from the parents' middle down to each child: the row of the parents, from where, to where.
fn descend(brood: &Brood, at: &BTreeMap<PersonId, (i32, i64)>, lines: &mut Vec<(i32, i64, i64)>) {
    let above: Vec<(i32, i64)> = brood
        .parents
        .iter()
        .filter_map(|id| at.get(id).copied())
        .collect();
    let Some(&(row, _)) = above.first() else { return };
    let from = above.iter().map(|&(_, x)| x).sum::<i64>() / above.len() as i64;
    let children = brood.children.iter().filter_map(|id| at.get(id));
    lines.extend(children.map(|&(_, to)| (row, from, to)));
}

fn crosses(one: &(i32, i64, i64), other: &(i32, i64, i64)) -> bool {
    one.0 == other.0 && (one.1 - other.1).signum() * (one.2 - other.2).signum() < 0
}
