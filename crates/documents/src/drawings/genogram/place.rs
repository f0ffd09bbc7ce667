//! Where each stands: as near as possible to the middle of partners, parents and children, never closer than a column.

use super::ties::Ties;
use cartella_domain::ids::PersonId;
use std::collections::BTreeMap;

/// From one figure's middle to the next, at least.
pub(super) const COLUMN: i32 = 150;
/// From one row to the next, without what couples and children need.
pub(super) const ROW: i32 = 150;
/// Sweeps down and up; the last ones move nobody by more than a unit or two.
const SWEEPS: usize = 16;

/// The middle of each figure's symbol: from the left, and its row.
pub(super) type Places = BTreeMap<PersonId, (i32, usize)>;

/// Places everybody; the leftmost stands at 0.
pub(super) fn place(ties: &Ties, rows: &[Vec<PersonId>]) -> Places {
    let mut places = Places::new();
    for (row, people) in rows.iter().enumerate() {
        for (column, id) in (0_i32..).zip(people) {
            places.insert(*id, (column * COLUMN, row));
        }
    }
    for sweep in 0..SWEEPS {
        let down: Vec<usize> = (0..rows.len()).collect();
        let order: Vec<usize> = if sweep % 2 == 0 {
            down
        } else {
            down.into_iter().rev().collect()
        };
        for row in order {
            let Some(people) = rows.get(row) else { continue };
            let wished: Vec<i32> = people.iter().map(|id| wish(ties, &places, *id)).collect();
            for (id, x) in people.iter().zip(apart(&wished)) {
                places.insert(*id, (x, row));
            }
        }
    }
    let left = places.values().map(|&(x, _)| x).min().unwrap_or_default();
    for (x, _) in places.values_mut() {
        *x -= left;
    }
    places
}

/// Where somebody would stand best: under her parents' middle, with her partner over the middle of their children.
fn wish(ties: &Ties, places: &Places, id: PersonId) -> i32 {
    let x = |id: &PersonId| places.get(id).map(|&(x, _)| x);
    let middle = |ids: &[PersonId]| {
        let all: Vec<i32> = ids.iter().filter_map(x).collect();
        (all.iter().min().copied().zip(all.iter().max().copied())).map(|(low, high)| i32::midpoint(low, high))
    };
    let now = x(&id).unwrap_or_default();
    let mut wishes = Vec::new();
    for brood in &ties.broods {
        if brood.children.contains(&id)
            && let (Some(above), Some(children)) = (middle(&brood.parents), middle(&brood.children))
        {
            // Brothers and sisters move together.
            wishes.push(now + above - children);
        }
        if brood.parents.contains(&id)
            && let (Some(above), Some(children)) = (middle(&brood.parents), middle(&brood.children))
        {
            wishes.push(now + children - above);
        }
    }
    // Who has no parents in the picture stands near each partner.
    let free = !ties
        .broods
        .iter()
        .any(|brood| brood.children.contains(&id) && !brood.parents.is_empty());
    let partners = ties.couples.iter().filter_map(|couple| couple.partner_of(id));
    for other in partners.filter(|_| free) {
        if let Some(apart) = x(&other)
            .map(|other| other - now)
            .filter(|apart| apart.abs() > COLUMN)
        {
            wishes.push(now + apart / 4);
        }
    }
    let count = i32::try_from(wishes.len()).unwrap_or(1).max(1);
    if wishes.is_empty() {
        now
    } else {
        wishes.iter().sum::<i32>() / count
    }
}

/// The nearest places to the wished ones, in the same order and at least a column apart (pool of neighbours that push
/// each other: least squares under an order).
fn apart(wished: &[i32]) -> Vec<i32> {
    let offsets = (0_i32..).map(|column| column * COLUMN);
    let targets: Vec<i64> = wished
        .iter()
        .zip(offsets)
        .map(|(x, offset)| i64::from(x - offset))
        .collect();
    let mut pools: Vec<(i64, i64)> = Vec::new();
    for target in targets {
        let mut pool = (target, 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum * pool.1 <= pool.0 * count {
                break;
            }
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let levels = pools.iter().flat_map(|&(sum, count)| {
        let level = i32::try_from(sum.div_euclid(count)).unwrap_or_default();
        std::iter::repeat_n(level, usize::try_from(count).unwrap_or_default())
    });
    levels
        .zip((0_i32..).map(|column| column * COLUMN))
        .map(|(level, offset)| level + offset)
        .collect()
}
