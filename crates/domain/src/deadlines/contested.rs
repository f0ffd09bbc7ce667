//! While two values of a field wait for a person's choice: what a record says of its terms with each of them, and which
//! of that counts.

use super::Deadline;
use crate::record::Body;

/// So many ways of choosing are looked at: six fields with two values each.
const MOST: usize = 64;

/// The bodies that a record can come to have by its clashes (as its row holds them: by field, each with its values):
/// the shown one first, then every other way of choosing.
#[must_use]
pub fn readings(body: &Body, clashes: &Body) -> Vec<Body> {
    let mut readings = vec![body.clone()];
    for (field, values) in clashes {
        let shown = body.get(field);
        let values = values.as_array().into_iter().flatten();
        // A contested deletion stands among the clashes too, and has no values.
        let others = values.filter_map(|one| one.get("value"));
        let others: Vec<_> = others.filter(|value| Some(*value) != shown).collect();
        let known = readings.len();
        for value in others {
            for at in 0..known {
                if readings.len() >= MOST {
                    return readings;
                }
                let Some(mut other) = readings.get(at).cloned() else {
                    continue;
                };
                if value.is_null() {
                    other.remove(field);
                } else {
                    other.insert(field.clone(), value.clone());
                }
                readings.push(other);
            }
        }
    }
    readings
}

/// Of one term, as so many `readings` of its record say it, what counts until somebody chooses: what is open before what
/// is met or over, and the earliest end. It is contested where they do not all say the same.
#[must_use]
pub fn strictest(of_one: Vec<Deadline>, readings: usize) -> Option<Deadline> {
    let agree = of_one.len() == readings && of_one.windows(2).all(|pair| pair.first() == pair.last());
    let counts = of_one
        .into_iter()
        .min_by_key(|one| (!one.is_open(), one.due.date(), one.due))?;
    Some(Deadline {
        contested: counts.contested || !agree,
        ..counts
    })
}
