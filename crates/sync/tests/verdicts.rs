//! Verdicts where the simulation never goes: bad requests, broken chains, strangers, two changes of one id.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_domain::time::Instant;
use cartella_sync::{
    chain::{Tip, seal},
    change::Change,
    digest::Digest,
    hub::{
        Batch, DeviceRow, DeviceState, Known, Loaded, NotAdopted, Right, Rights, ScopeRow, decide_adopt,
        decide_push,
    },
    ids::{DeviceId, Hash32, Hlc},
    messages::{Accepted, Bytes, Code, MAX_CHANGES, Problem, Push, Verdict},
    op::{Act, Op},
    signer::{DeviceKeys, Signer as _},
};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};
use support::{AUTHOR, heading, key, record, scope};
use uuid::Uuid;

const NOW: Instant = Instant(1_800_000_000_000);

struct Says(Right);

impl Rights for Says {
    fn may_write(&self, _: &Change) -> Right {
        self.0
    }
}

fn keys() -> DeviceKeys {
    let mut keys = DeviceKeys::default();
    keys.add(&key(1).public_key()).unwrap();
    keys
}

fn device() -> DeviceId {
    key(1).device_id()
}

fn row(state: DeviceState) -> DeviceRow {
    DeviceRow {
        device: device(),
        operator: AUTHOR,
        state,
        chain: Tip::start(1),
    }
}

fn loaded(state: DeviceState) -> Loaded {
    Loaded {
        epoch: 1,
        device: row(state),
        chain: BTreeMap::new(),
        known: BTreeMap::new(),
        scopes: BTreeMap::new(),
        left: BTreeMap::new(),
        registers: BTreeMap::new(),
    }
}

fn open() -> Vec<Op> {
    vec![Act::OpenScope { of: None }.into()]
}

fn set(n: u64) -> Vec<Op> {
    vec![
        Act::Set {
            record: record(1),
            field: 1,
            value: json!(n),
            replaces: Vec::new(),
        }
        .into(),
    ]
}

/// A chain of changes by the device, each with these operations.
fn chain(actions: &[Vec<Op>]) -> Vec<Change> {
    let mut tip = Tip::start(1);
    let mut changes = Vec::new();
    for (n, ops) in (1..).zip(actions) {
        let (change, next) = seal(&tip, &heading(n, scope(1)), ops, [9; 16], &key(1)).unwrap();
        tip = next;
        changes.push(change);
    }
    changes
}

fn push(changes: &[Change]) -> Push {
    Push {
        epoch: 1,
        changes: changes.iter().map(|change| Bytes(change.encode())).collect(),
    }
}

fn batch(changes: &[Change]) -> Batch {
    Batch::read(device(), &push(changes), &keys()).unwrap()
}

fn verdicts(batch: &Batch, loaded: Loaded, right: Right) -> Vec<Verdict> {
    let (_, answer) = decide_push(batch, loaded, &Says(right), NOW).unwrap();
    answer.verdicts.into_iter().map(|judged| judged.verdict).collect()
}

#[test]
fn what_is_no_stretch_of_a_chain_is_a_bad_request() {
    let changes = chain(&[open(), set(1), set(2)]);
    let read = |push: &Push| Batch::read(device(), push, &keys()).map(drop);
    assert_eq!(read(&push(&changes)), Ok(()));
    assert_eq!(read(&push(&[])), Err(Problem::BadRequest));
    assert_eq!(
        read(&push(&[changes[0].clone(), changes[2].clone()])),
        Err(Problem::BadRequest)
    );
    assert_eq!(
        read(&Push {
            epoch: 1,
            changes: vec![Bytes(vec![0x84, 1, 2])]
        }),
        Err(Problem::BadRequest)
    );
    let stranger = Batch::read(DeviceId([7; 32]), &push(&changes), &keys()).map(drop);
    assert_eq!(stranger, Err(Problem::BadRequest));
    let many = Push {
        epoch: 1,
        changes: vec![Bytes(changes[0].encode()); MAX_CHANGES + 1],
    };
    assert_eq!(read(&many), Err(Problem::TooLarge));
}

#[test]
fn a_broken_chain_stores_nothing() {
    let changes = chain(&[open(), set(1), set(2)]);
    let decide = |batch: &Batch, loaded| decide_push(batch, loaded, &Says(Right::Now), NOW).map(drop);
    let active = || loaded(DeviceState::Active);
    assert_eq!(decide(&batch(&changes), active()), Ok(()));
    assert_eq!(decide(&batch(&changes[1..]), active()), Err(Problem::ChainGap(1)));
    assert_eq!(
        decide(&batch(&changes), loaded(DeviceState::Revoked)),
        Err(Problem::Revoked)
    );
    let mut other = batch(&changes);
    other.epoch = 2;
    assert_eq!(decide(&other, active()), Err(Problem::EpochChanged(1)));
    // Another change has that place.
    let mut forked = active();
    forked.device.chain = Tip {
        incarnation: 1,
        seq: 1,
        hash: Hash32([5; 32]),
    };
    forked.chain.insert(1, Hash32([5; 32]));
    assert_eq!(decide(&batch(&changes), forked.clone()), Err(Problem::Fork(1)));
    assert_eq!(decide(&batch(&changes[1..]), forked), Err(Problem::Fork(1)));
    let mut cloned = active();
    cloned.device.chain.incarnation = 2;
    assert_eq!(decide(&batch(&changes), cloned), Err(Problem::Fork(1)));
}

#[test]
fn what_can_never_count_waits_and_blocks_nothing() {
    let changes = chain(&[open(), set(1), set(2)]);
    let mut bad = push(&changes);
    // The last byte is the payload's, so the commitment does not hold; then the signature's of the third.
    *bad.changes[1].0.last_mut().unwrap() ^= 1;
    let at = changes[2].header_bytes().len() + 10;
    bad.changes[2].0[at] ^= 1;
    let batch = Batch::read(device(), &bad, &keys()).unwrap();
    let (delta, answer) = decide_push(&batch, loaded(DeviceState::Active), &Says(Right::Now), NOW).unwrap();
    let said: Vec<_> = answer
        .verdicts
        .iter()
        .map(|judged| judged.verdict.clone())
        .collect();
    assert!(matches!(said[0], Verdict::Accepted(Accepted { seq: 1, .. })));
    assert_eq!(
        said[1..],
        [
            Verdict::Quarantined(Code::Invalid),
            Verdict::Quarantined(Code::BadSignature)
        ]
    );
    assert_eq!(delta.chain.seq, 3);
    assert_eq!(delta.links.len(), 3);
    // They are kept byte for byte, under a hash of their own, and nobody can adopt them.
    let kept: Vec<_> = delta.quarantined.iter().map(|row| row.bytes.clone()).collect();
    assert_eq!(kept, [bad.changes[1].0.clone(), bad.changes[2].0.clone()]);
    let change = Arc::new(changes[1].clone());
    for code in [Code::Invalid, Code::BadSignature] {
        let adopted = decide_adopt(&change, code, BTreeMap::new(), BTreeMap::new(), NOW);
        assert_eq!(adopted.map(drop), Err(NotAdopted::Never(code)));
    }
    let unopened = decide_adopt(
        &change,
        Code::NotAuthorised,
        BTreeMap::new(),
        BTreeMap::new(),
        NOW,
    );
    assert_eq!(unopened.map(drop), Err(NotAdopted::ScopeUnknown));
}

#[test]
fn a_second_change_of_one_id_waits() {
    let first = chain(&[open()]);
    let tip = Tip {
        incarnation: 1,
        seq: 1,
        hash: first[0].header_hash(),
    };
    let (second, _) = seal(&tip, &heading(1, scope(1)), &set(1), [9; 16], &key(1)).unwrap();
    let place = Accepted {
        seq: 1,
        eff_hlc: Hlc(1),
        received_at: NOW,
        flags: 0,
        dead: 0,
    };
    let known = Known {
        header_hash: first[0].header_hash(),
        verdict: Verdict::Accepted(place),
    };
    let mut loaded = loaded(DeviceState::Active);
    loaded.device.chain = tip;
    loaded.known.insert(first[0].id(), known.clone());
    loaded.chain.insert(1, first[0].header_hash());
    let both = Batch::read(device(), &push(&[first[0].clone(), second.clone()]), &keys()).unwrap();
    assert_eq!(
        verdicts(&both, loaded.clone(), Right::Now),
        [known.verdict, Verdict::Quarantined(Code::Invalid)]
    );
    // And gets the same answer when it comes again.
    let after = Tip {
        incarnation: 1,
        seq: 2,
        hash: second.header_hash(),
    };
    loaded.device.chain = after;
    loaded.chain.insert(2, second.header_hash());
    assert_eq!(
        verdicts(&both, loaded, Right::Now)[1],
        Verdict::Quarantined(Code::Invalid)
    );
}

#[test]
fn verdicts_go_by_author_right_and_what_was_acknowledged() {
    let changes = chain(&[open(), set(1)]);
    let open_scope = |mut loaded: Loaded| {
        let row = ScopeRow {
            scope: scope(1),
            head: 4,
            digest: Digest::default(),
        };
        loaded.scopes.insert(scope(1), row);
        loaded
    };
    let active = || open_scope(loaded(DeviceState::Active));
    let codes = |loaded: Loaded, right| -> Vec<Result<(u64, u32), Code>> {
        let said = verdicts(&batch(&changes), loaded, right).into_iter();
        said.map(|verdict| match verdict {
            Verdict::Accepted(place) => Ok((place.seq, place.flags)),
            Verdict::Quarantined(code) => Err(code),
        })
        .collect()
    };
    assert_eq!(codes(active(), Right::Now), [Ok((5, 0)), Ok((6, 0))]);
    assert_eq!(codes(active(), Right::Never), [Err(Code::NotAuthorised); 2]);
    // Late: additions pass, edits wait; not after the leaving was acknowledged.
    assert_eq!(
        codes(active(), Right::LostAt(3)),
        [Ok((5, 1)), Err(Code::LateEdit)]
    );
    let mut told = active();
    told.left.insert(scope(1), 3);
    assert_eq!(
        codes(told.clone(), Right::LostAt(3)),
        [Err(Code::NotAuthorised); 2]
    );
    assert_eq!(codes(told, Right::LostAt(4)), [Ok((5, 1)), Err(Code::LateEdit)]);
    // A scope that nobody opened cannot be opened late; without its opening nothing counts.
    assert_eq!(
        codes(loaded(DeviceState::Active), Right::LostAt(3)),
        [Err(Code::NotAuthorised), Err(Code::ScopeUnknown)]
    );
    assert_eq!(
        codes(open_scope(loaded(DeviceState::Suspended)), Right::Now),
        [Err(Code::NotAuthorised); 2]
    );
    let mut another = active();
    another.device.operator = cartella_domain::ids::OperatorId(Uuid::from_u128(99));
    assert_eq!(codes(another, Right::Now), [Err(Code::NotAuthorised); 2]);
}
