//! How an operator writes: what she has before her, and what she names.

use crate::{fault::Fault, rng::Rng, stores::Laptop};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    record::KindDef,
    registry::KINDS,
};
use cartella_sync::{
    derive::LiveWrite,
    edit,
    ids::{Hash32, ScopeRef, WriteId},
    op::{Act, Blob, Op, Signed},
    registers::reach,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The operations of one user action in a scope: 1 to 3, none if there was nothing to do.
pub fn action<L: Laptop>(
    laptop: &L,
    (author, newer, fault): (OperatorId, bool, Fault),
    scope: ScopeRef,
    entries: &[RecordId],
    rng: &mut Rng,
) -> Vec<Op> {
    let mut touched = BTreeSet::new();
    let mut ops = Vec::new();
    for _ in 0..=rng.below(3) {
        let record = record_of(scope, rng.below(2));
        let Some(act) = act_on(laptop, (author, newer, fault), (scope, record), entries, rng) else {
            continue;
        };
        // What one action writes twice is one write here; the laws of the merge try the rest.
        let register = act.effect().register;
        if register.is_none_or(|register| touched.insert(register)) {
            let extra = if newer && rng.chance(10) {
                vec![(40, vec![0x18, 0x2A])]
            } else {
                Vec::new()
            };
            ops.push(Op { act, extra });
        }
    }
    ops
}

/// One of the two records of a scope that everybody writes to.
pub fn record_of(scope: ScopeRef, n: u64) -> RecordId {
    RecordId(Uuid::from_u128(
        scope.owner.as_u128() * 1_000 + u128::from(scope.kind) * 10 + u128::from(n),
    ))
}

fn act_on<L: Laptop>(
    laptop: &L,
    (author, newer, fault): (OperatorId, bool, Fault),
    (scope, record): (ScopeRef, RecordId),
    entries: &[RecordId],
    rng: &mut Rng,
) -> Option<Act> {
    let shown = laptop.shown(scope, record);
    let named = behind(laptop, &shown);
    let pending = |write| {
        if fault == Fault::NoReach {
            None
        } else {
            named.get(&write).map(Vec::as_slice)
        }
    };
    let field = 1 + rng.below(if newer { 4 } else { 3 }) as u16;
    // The fourth is one that the older program does not know.
    let field = if field == 4 { 77 } else { field };
    let on = |field: u16| {
        shown
            .iter()
            .filter(move |write| write.field() == Some(field))
            .map(LiveWrite::id)
    };
    Some(match rng.below(24) {
        0..=9 => Act::Set {
            record,
            field,
            value: json!(rng.below(1 << 20)),
            replaces: reach(on(field), pending),
        },
        10..=12 => Act::Add {
            record,
            field: 4,
            item: json!(rng.below(3)),
        },
        13..=14 => {
            let adds: Vec<_> = on(4).collect();
            Act::Remove {
                record,
                field: 4,
                adds: vec![rng.pick(&adds)?],
            }
        }
        15 => edit::delete(record, "doppio".into(), &shown, pending),
        16 => Act::Restore {
            record,
            reason: "no".into(),
            replaces: reach(on(0), pending),
        },
        17 if newer => Act::Unknown {
            code: 900,
            record: Some(record),
            field: Some(field),
            replaces: reach(on(field), pending),
            value: Some(vec![0x18, 0x63]),
        },
        _ => return addition((author, newer), record, entries, rng),
    })
}

/// Something that touches no register.
fn addition(
    (author, newer): (OperatorId, bool),
    record: RecordId,
    entries: &[RecordId],
    rng: &mut Rng,
) -> Option<Act> {
    let entry = fresh(rng);
    Some(match rng.below(6) {
        0 if newer => begin(entry, record),
        1 => Act::Void {
            entry,
            of: rng.pick(entries)?,
            reason: "errore".into(),
        },
        2 => Act::Correct {
            entry,
            of: rng.pick(entries)?,
        },
        3 => Act::Attach {
            record,
            blob: Blob {
                hash: Hash32([3; 32]),
                len: 9,
                mime: "application/pdf".into(),
                key: [4; 32],
            },
        },
        _ => {
            let kind = any(entry, |kind| kind.signed);
            let content = Signed::new(kind, author, "2026".into(), json!({}), Vec::new(), None);
            Act::Sign {
                entry,
                content: Box::new(content.unwrap()),
            }
        }
    })
}

/// A record of any kind begins: one of its own, one of the two that everybody writes to, or one of a kind that the older program
/// does not know.
fn begin(entry: RecordId, record: RecordId) -> Act {
    match entry.0.as_u128() % 4 {
        0 => Act::Create {
            record: entry,
            kind: 60_000,
        },
        1 => Act::Create {
            record: entry,
            kind: any(entry, |kind| !kind.signed),
        },
        _ => Act::Create {
            record,
            kind: any(entry, |kind| !kind.signed),
        },
    }
}

/// One of the kinds that the program has, whichever these are by now. An id that was rolled for the record chooses: a kind more
/// does not move what the schedule rolls next.
fn any(entry: RecordId, fits: fn(&KindDef) -> bool) -> u16 {
    let kinds: Vec<u16> = KINDS
        .iter()
        .filter(|kind| fits(kind))
        .map(|kind| kind.number)
        .collect();
    kinds[(entry.0.as_u128() >> 8) as usize % kinds.len()]
}

/// What lies behind the writes on screen: the author's own pending ones and what those replaced.
fn behind<L: Laptop>(laptop: &L, shown: &[LiveWrite]) -> BTreeMap<WriteId, Vec<WriteId>> {
    let mut named = BTreeMap::new();
    let mut queue: Vec<WriteId> = shown.iter().map(LiveWrite::id).collect();
    while let Some(write) = queue.pop() {
        if named.contains_key(&write) {
            continue;
        }
        if let Some(replaces) = laptop.replaces(write) {
            queue.extend(&replaces);
            named.insert(write, replaces);
        }
    }
    named
}

fn fresh(rng: &mut Rng) -> RecordId {
    RecordId(Uuid::from_u128(u128::from(rng.roll())))
}
