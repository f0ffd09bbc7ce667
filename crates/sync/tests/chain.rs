//! Chains: what continues one, what breaks it, and what an erasure leaves.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_sync::{
    chain::{Fault, Tip, follow, seal, verify, verify_chain},
    change::Change,
    codec::{decode_payload, encode_payload},
    ids::DeviceId,
    op::{Act, Op, Signed},
    signer::{DeviceKeys, SignatureFault, Signer},
};
use serde_json::json;
use support::{AUTHOR, heading, key, record, scope};

fn set(n: u64) -> Op {
    Act::Set {
        record: record(1),
        field: 1,
        value: json!(n),
        replaces: Vec::new(),
    }
    .into()
}

fn chain(n: u64) -> (Vec<Change>, Tip, DeviceId, DeviceKeys) {
    let key = key(1);
    let mut keys = DeviceKeys::default();
    let device = keys.add(&key.public_key()).unwrap();
    let mut tip = Tip::start(1);
    let mut changes = Vec::new();
    for id in 1..=n {
        let (change, next) = seal(&tip, &heading(id.into(), scope(1)), &[set(id)], [9; 16], &key).unwrap();
        tip = next;
        changes.push(change);
    }
    (changes, tip, device, keys)
}

#[test]
fn a_chain_verifies_from_its_start_and_from_any_point_of_it() {
    let (changes, tip, device, keys) = chain(6);
    assert_eq!(device, key(1).device_id());
    assert_eq!(verify_chain(&Tip::start(1), &device, &changes, &keys), Ok(tip));
    let half = verify_chain(&Tip::start(1), &device, &changes[..3], &keys).unwrap();
    assert_eq!(half.seq, 3);
    assert_eq!(verify_chain(&half, &device, &changes[3..], &keys), Ok(tip));
}

#[test]
fn an_erased_change_keeps_its_place() {
    let (mut changes, tip, device, keys) = chain(4);
    let bytes = changes[1].clone().erased().encode();
    changes[1] = Change::decode(&bytes).unwrap();
    assert_eq!((changes[1].payload(), changes[1].salt()), (None, None));
    assert_eq!(verify_chain(&Tip::start(1), &device, &changes, &keys), Ok(tip));
}

#[test]
fn what_is_missing_moved_or_repeated_is_named() {
    let (changes, _, device, keys) = chain(4);
    let without: Vec<_> = changes
        .iter()
        .enumerate()
        .filter(|(n, _)| *n != 2)
        .map(|(_, c)| c)
        .collect();
    let gap = Fault::Gap {
        expected: 3,
        found: 4,
    };
    assert_eq!(
        verify_chain(&Tip::start(1), &device, without, &keys),
        Err((2, gap))
    );
    let twice = [&changes[0], &changes[0]];
    let again = Fault::Gap {
        expected: 2,
        found: 1,
    };
    assert_eq!(
        verify_chain(&Tip::start(1), &device, twice, &keys),
        Err((1, again))
    );
    let other = Fault::Incarnation {
        expected: 2,
        found: 1,
    };
    assert_eq!(
        verify_chain(&Tip::start(2), &device, &changes, &keys),
        Err((0, other))
    );
    assert_eq!(
        follow(&Tip::start(1), &key(2).device_id(), &changes[0]),
        Err(Fault::Device)
    );
}

#[test]
fn a_fork_is_seen_where_it_happens() {
    let (changes, _, device, keys) = chain(3);
    let tip = verify_chain(&Tip::start(1), &device, &changes[..2], &keys).unwrap();
    let first = follow(&Tip::start(1), &device, &changes[0]).unwrap();
    let (other, _) = seal(&first, &heading(77, scope(1)), &[set(77)], [9; 16], &key(1)).unwrap();
    let forked = follow(&first, &device, &other).unwrap();
    assert_eq!((forked.seq, forked.hash == tip.hash), (2, false));
    assert_eq!(follow(&forked, &device, &changes[2]), Err(Fault::Fork(3)));
}

#[test]
fn no_byte_of_a_change_can_be_flipped() {
    let (changes, _, device, keys) = chain(2);
    let tip = follow(&Tip::start(1), &device, &changes[0]).unwrap();
    let bytes = changes[1].encode();
    let mut refused = 0;
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut bad = bytes.clone();
            bad[at] ^= 1 << bit;
            let passes = Change::decode(&bad)
                .is_ok_and(|change| verify_chain(&tip, &device, [&change], &keys).is_ok());
            assert!(!passes, "byte {at} bit {bit}");
            refused += 1;
        }
    }
    assert_eq!(refused, bytes.len() * 8);
}

#[test]
fn another_payload_under_the_same_header_is_no_content() {
    let (changes, _, _, keys) = chain(2);
    let swapped = Change::from_parts(
        changes[0].header_bytes().to_vec(),
        *changes[0].signature(),
        Some((
            *changes[0].salt().unwrap(),
            changes[1].payload().unwrap().to_vec(),
        )),
    )
    .unwrap();
    assert_eq!(verify(&swapped, &keys), Err(Fault::Commitment));
    let salted = Change::from_parts(
        changes[0].header_bytes().to_vec(),
        *changes[0].signature(),
        Some(([8; 16], changes[0].payload().unwrap().to_vec())),
    )
    .unwrap();
    assert_eq!(verify(&salted, &keys), Err(Fault::Commitment));
}

#[test]
fn unknown_devices_and_weak_keys_do_not_sign() {
    let (changes, ..) = chain(1);
    let unknown = Err(Fault::Signature(SignatureFault::UnknownDevice));
    assert_eq!(verify(&changes[0], &DeviceKeys::default()), unknown);
    let mut weak = [0; 32];
    weak[0] = 1;
    assert_eq!(DeviceKeys::default().add(&weak), Err(SignatureFault::Wrong));
}

#[test]
fn a_signed_entry_whose_hash_is_not_that_of_its_content_is_found() {
    let content = Signed::new(
        30,
        AUTHOR,
        "2026-11".into(),
        json!({"text": "a"}),
        Vec::new(),
        None,
    )
    .unwrap();
    let sign = |content: Signed| {
        let act = Act::Sign {
            entry: record(5),
            content: Box::new(content),
        };
        seal(
            &Tip::start(1),
            &heading(1, scope(1)),
            &[act.into()],
            [9; 16],
            &key(1),
        )
        .unwrap()
        .0
    };
    let (.., keys) = chain(1);
    assert_eq!(verify(&sign(content.clone()), &keys), Ok(()));
    for altered in [
        Signed {
            kind: 31,
            ..content.clone()
        },
        Signed {
            occurred_on: "2026-12".into(),
            ..content.clone()
        },
        Signed {
            body: json!({"text": "b"}),
            ..content
        },
    ] {
        assert_eq!(verify(&sign(altered), &keys), Err(Fault::SignedHash));
    }
}

#[test]
fn the_payload_of_a_change_is_its_operations() {
    let (changes, ..) = chain(1);
    let payload = changes[0].payload().unwrap();
    assert_eq!(
        encode_payload(&decode_payload(payload).unwrap()).unwrap(),
        payload
    );
}
