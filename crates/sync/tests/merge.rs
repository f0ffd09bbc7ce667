//! The laws of the merge: state is a function of the set of accepted changes.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_sync::{
    change::Change,
    digest::Digest,
    ids::{ScopeRef, WriteId},
    op::{Act, Op},
    registers::{MAX_REACH, RegisterKey, Registers, reach, with_pending},
};
use proptest::{collection::vec, prelude::*};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use support::{change, change_id, record, scope};

/// An operation on one of 2 records and 4 fields, naming whatever writes exist, will exist or never will, also on
/// other fields and records.
fn step() -> impl Strategy<Value = (u8, u128, u16, Vec<(u128, u8)>)> {
    (0..10_u8, 0..2_u128, 1..4_u16, vec((1..14_u128, 0..4_u8), 0..4))
}

fn op((code, entity, field, named): (u8, u128, u16, Vec<(u128, u8)>)) -> Op {
    let record = record(entity);
    let replaces: Vec<WriteId> = named
        .into_iter()
        .map(|(id, op)| WriteId::new(change_id(id), op))
        .collect();
    let reason = String::new();
    match code {
        0..=3 => Act::Set {
            record,
            field,
            value: json!(field),
            replaces,
        },
        4 => Act::Add {
            record,
            field,
            item: json!(1),
        },
        5 => Act::Remove {
            record,
            field,
            adds: replaces,
        },
        6 => Act::Delete {
            record,
            reason,
            saw: replaces.clone(),
            replaces,
        },
        7 => Act::Restore {
            record,
            reason,
            replaces,
        },
        8 => Act::Create { record, kind: 60_000 },
        _ => Act::Unknown {
            code: 900,
            record: Some(record),
            field: Some(field),
            replaces,
            value: Some(vec![0xF6]),
        },
    }
    .into()
}

/// Up to 12 changes over two scopes.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    vec((0..2_u128, vec(step(), 1..4)), 1..12).prop_map(|list| {
        let sealed = |(n, (at, steps)): (usize, (u128, Vec<_>))| {
            let ops: Vec<Op> = steps.into_iter().map(op).collect();
            change(n as u128 + 1, scope(at), &ops)
        };
        list.into_iter().enumerate().map(sealed).collect()
    })
}

/// Changes, and an order to take them in: some several times.
fn shuffled() -> impl Strategy<Value = (Vec<Change>, Vec<usize>)> {
    changes().prop_flat_map(|list| {
        let n = list.len();
        let order = Just((0..n).collect::<Vec<_>>()).prop_shuffle();
        (Just(list), order, vec(0..n, 0..n)).prop_map(|(list, mut order, again)| {
            for (at, repeated) in again.into_iter().enumerate() {
                order.insert(at * 2 % order.len(), repeated);
            }
            (list, order)
        })
    })
}

type State = (
    BTreeMap<RegisterKey, BTreeSet<WriteId>>,
    BTreeMap<ScopeRef, BTreeSet<WriteId>>,
);

/// The definition, written down as it stands: no order, no memory, no increments.
fn by_definition<'a>(changes: impl IntoIterator<Item = &'a Change> + Clone) -> State {
    let mut replaced: BTreeSet<(RegisterKey, WriteId)> = BTreeSet::new();
    for change in changes.clone() {
        for (_, op) in change.writes() {
            let effect = op.effect();
            if let Some(key) = RegisterKey::of(change.header().scope, &effect) {
                replaced.extend(effect.replaces.iter().map(|write| (key, *write)));
            }
        }
    }
    let (mut live, mut appends) = State::default();
    for change in changes {
        let scope = change.header().scope;
        for (write, op) in change.writes() {
            let effect = op.effect();
            match RegisterKey::of(scope, &effect) {
                Some(key) if effect.stands && !replaced.contains(&(key, write)) => {
                    live.entry(key).or_default().insert(write);
                }
                None if effect.stands => drop(appends.entry(scope).or_default().insert(write)),
                _ => {}
            }
        }
    }
    (live, appends)
}

fn state(registers: &Registers) -> State {
    let live = registers
        .all()
        .map(|(key, writes)| (*key, writes.clone()))
        .collect();
    let appends = [scope(0), scope(1)].map(|at| (at, registers.appends(at)));
    (
        live,
        appends
            .into_iter()
            .filter(|(_, writes)| !writes.is_empty())
            .collect(),
    )
}

fn digest_of(state: &State, scope: ScopeRef) -> Digest {
    let live = state
        .0
        .iter()
        .filter(|(key, _)| key.scope == scope)
        .flat_map(|(_, writes)| writes);
    Digest::of(live.chain(state.1.get(&scope).into_iter().flatten()).copied())
}

/// Bits of the operations of `change` that are not live in `state`.
fn dead(change: &Change, state: &State) -> u64 {
    let is_live = |write: &WriteId| {
        state.0.values().any(|live| live.contains(write)) || state.1.values().any(|list| list.contains(write))
    };
    let bits = change
        .writes()
        .filter(|(write, _)| !is_live(write))
        .map(|(write, _)| 1 << write.op);
    bits.fold(0, |mask, bit| mask | bit)
}

/// The operation as a program sees it that does not know its code.
fn not_understood(op: &Op) -> Op {
    let effect = op.effect();
    Act::Unknown {
        code: 1000,
        record: effect.record,
        field: effect.register.map(|(_, field)| field),
        replaces: effect.replaces.to_vec(),
        value: effect.stands.then(|| vec![0xF6]),
    }
    .into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_order_repetition_and_grouping_gives_the_state_of_the_definition((list, order) in shuffled()) {
        let mut registers = Registers::default();
        let mut taken = BTreeSet::new();
        for index in order {
            registers.accept(&list[index], 0);
            taken.insert(index);
            // After every single one, so whatever the batches are.
            let expected = by_definition(taken.iter().map(|i| &list[*i]));
            prop_assert_eq!(state(&registers), expected.clone());
            for at in [scope(0), scope(1)] {
                prop_assert_eq!(registers.digest(at), digest_of(&expected, at));
            }
        }
        prop_assert_eq!(taken.len(), list.len());
    }

    #[test]
    fn a_program_that_knows_no_operation_counts_the_same_live_writes((list, order) in shuffled()) {
        let (mut new, mut old) = (Registers::default(), Registers::default());
        for index in order {
            let ops: Vec<Op> = list[index].ops().iter().map(not_understood).collect();
            new.accept(&list[index], 0);
            old.accept(&change(index as u128 + 1, list[index].header().scope, &ops), 0);
        }
        prop_assert_eq!(state(&new), state(&old));
        prop_assert_eq!(new.digest(scope(0)), old.digest(scope(0)));
    }

    #[test]
    fn who_joins_late_with_live_changes_only_agrees_for_ever((list, order) in shuffled(), cut in 0..24_usize) {
        let mut first = BTreeSet::new();
        let order: Vec<usize> = order.into_iter().filter(|index| first.insert(*index)).collect();
        let cut = cut.min(order.len());
        let before = by_definition(order[..cut].iter().map(|i| &list[*i]));
        let mut late = Registers::default();
        for index in &order[..cut] {
            let mask = dead(&list[*index], &before);
            if list[*index].writes().any(|(write, _)| mask & (1 << write.op) == 0) {
                late.accept(&list[*index], mask);
            }
        }
        prop_assert_eq!(state(&late), before);
        // What comes later comes with what the hub knew of it then.
        for (n, index) in order.iter().enumerate().skip(cut) {
            let at_hub = by_definition(order[..=n].iter().map(|i| &list[*i]));
            late.accept(&list[*index], dead(&list[*index], &at_hub));
            prop_assert_eq!(state(&late), at_hub);
        }
    }

    #[test]
    fn what_is_stated_dead_counts_whenever_and_however_often_it_is_said(
        (list, order) in shuffled(), masks in vec(0..8_u64, 40)
    ) {
        let (mut step_by_step, mut at_once) = (Registers::default(), Registers::default());
        let mut stated: BTreeMap<usize, u64> = BTreeMap::new();
        for (index, mask) in order.iter().zip(masks) {
            step_by_step.accept(&list[*index], mask);
            *stated.entry(*index).or_default() |= mask;
        }
        for (index, mask) in stated {
            at_once.accept(&list[index], mask);
        }
        prop_assert_eq!(state(&step_by_step), state(&at_once));
        for at in [scope(0), scope(1)] {
            prop_assert_eq!(step_by_step.digest(at), digest_of(&state(&at_once), at));
        }
    }

    #[test]
    fn pending_writes_on_top_are_as_if_accepted((list, order) in shuffled(), cut in 0..24_usize) {
        let mut first = BTreeSet::new();
        let order: Vec<usize> = order.into_iter().filter(|index| first.insert(*index)).collect();
        let (accepted, pending) = order.split_at(cut.min(order.len()));
        let mut registers = Registers::default();
        accepted.iter().for_each(|index| registers.accept(&list[*index], 0));
        let all = by_definition(&list).0;
        let keys: BTreeSet<RegisterKey> = all.keys().chain(registers.all().map(|(key, _)| key)).copied().collect();
        for key in keys {
            let own = pending.iter().flat_map(|index| {
                let at = list[*index].header().scope;
                list[*index].writes().map(move |(write, op)| (at, write, op.effect()))
            });
            let own = own.filter(|(at, _, effect)| RegisterKey::of(*at, effect) == Some(key));
            let own: Vec<_> = own.map(|(_, write, effect)| (write, effect)).collect();
            let view = with_pending(&registers.live(&key), own, |write| registers.remembers(&key, write));
            prop_assert_eq!(view, all.get(&key).cloned().unwrap_or_default());
        }
    }

    #[test]
    fn whichever_of_ones_own_edits_are_refused_the_last_accepted_stands_alone(refused in vec(any::<bool>(), 1..12)) {
        // One author edits one field again and again, offline: each write reaches through those that have no verdict.
        let key = RegisterKey { scope: scope(0), record: record(0), field: 1 };
        let write = |n: usize| WriteId::new(change_id(n as u128 + 1), 0);
        let mut named: BTreeMap<WriteId, Vec<WriteId>> = BTreeMap::new();
        let mut list = Vec::new();
        for n in 0..=refused.len() {
            let shown = n.checked_sub(1).map(write);
            // The first write was accepted long ago; the others are pending.
            let replaces = reach(shown, |w| (w != write(0)).then(|| named.get(&w).map(Vec::as_slice)).flatten());
            named.insert(write(n), replaces.clone());
            let set = Act::Set { record: record(0), field: 1, value: json!(n), replaces };
            list.push(change(n as u128 + 1, scope(0), &[set.into()]));
        }
        let mut registers = Registers::default();
        let accepted: Vec<usize> = (0..list.len()).filter(|n| *n == 0 || !refused[n - 1]).collect();
        accepted.iter().for_each(|n| registers.accept(&list[*n], 0));
        prop_assert_eq!(registers.live(&key), BTreeSet::from([write(*accepted.last().unwrap())]));
    }
}

#[test]
fn a_field_written_daily_without_an_office_does_not_grow_with_each_day() {
    let write = |n: u128| WriteId::new(change_id(n), 0);
    let mut named: BTreeMap<WriteId, Vec<WriteId>> = BTreeMap::new();
    for n in 1..300 {
        let replaces = reach([write(n - 1)], |w| named.get(&w).map(Vec::as_slice));
        named.insert(write(n), replaces);
    }
    let nearest: Vec<_> = (0..=MAX_REACH as u128).map(|back| write(298 - back)).collect();
    assert_eq!(named[&write(299)], nearest);
    // What is on screen is named whatever its number.
    let screen: Vec<_> = (1000..1200).map(write).collect();
    assert_eq!(reach(screen.iter().copied(), |_| None), screen);
}

#[test]
fn a_write_replaced_before_it_comes_stays_dead_and_only_in_its_own_register() {
    let (set, other, another_scope) = (
        |record, field, replaces: &[WriteId]| {
            Op::from(Act::Set {
                record,
                field,
                value: json!(1),
                replaces: replaces.to_vec(),
            })
        },
        WriteId::new(change_id(1), 1),
        scope(1),
    );
    let early = change(1, scope(0), &[set(record(0), 1, &[]), set(record(0), 2, &[])]);
    let first = WriteId::new(change_id(1), 0);
    // Names the first write rightly, the second under the wrong field, and both from another scope.
    let late = change(2, scope(0), &[set(record(0), 1, &[first, other])]);
    let foreign = change(3, another_scope, &[set(record(0), 2, &[other])]);
    let mut registers = Registers::default();
    for change in [&late, &foreign, &early] {
        registers.accept(change, 0);
    }
    let live = |field| {
        registers.live(&RegisterKey {
            scope: scope(0),
            record: record(0),
            field,
        })
    };
    assert_eq!(live(1), BTreeSet::from([WriteId::new(change_id(2), 0)]));
    assert_eq!(live(2), BTreeSet::from([other]));
}

#[test]
fn a_change_lives_as_long_as_one_of_its_writes_and_appends_never_die() {
    let entry = record(7);
    let pair = change(
        1,
        scope(0),
        &[
            Act::Create {
                record: entry,
                kind: 30,
            }
            .into(),
            Act::Add {
                record: entry,
                field: 1,
                item: json!("a"),
            }
            .into(),
            Act::Add {
                record: entry,
                field: 1,
                item: json!("b"),
            }
            .into(),
        ],
    );
    let adds = vec![WriteId::new(change_id(1), 0), WriteId::new(change_id(1), 1)];
    let take = change(
        2,
        scope(0),
        &[Act::Remove {
            record: entry,
            field: 1,
            adds,
        }
        .into()],
    );
    let mut registers = Registers::default();
    registers.accept(&pair, 0);
    registers.accept(&take, 0);
    let key = RegisterKey {
        scope: scope(0),
        record: entry,
        field: 1,
    };
    assert_eq!(
        registers.live(&key),
        BTreeSet::from([WriteId::new(change_id(1), 2)])
    );
    assert_eq!(
        registers.appends(scope(0)),
        BTreeSet::from([WriteId::new(change_id(1), 0)])
    );
}

#[test]
fn a_forgotten_scope_leaves_the_others_as_they_were() {
    let list: Vec<Change> = (0..2)
        .map(|n| {
            change(
                n + 1,
                scope(n),
                &[Act::Add {
                    record: record(n),
                    field: 1,
                    item: json!(1),
                }
                .into()],
            )
        })
        .collect();
    let mut registers = Registers::default();
    list.iter().for_each(|change| registers.accept(change, 0));
    let kept = registers.digest(scope(1));
    registers.forget(scope(0), [change_id(1)]);
    assert_eq!(
        (registers.digest(scope(0)), registers.digest(scope(1))),
        (Digest::default(), kept)
    );
    assert!(!registers.knows(change_id(1)) && registers.knows(change_id(2)));
    registers.accept(&list[0], 0);
    assert_eq!(registers.all().count(), 2);
}
