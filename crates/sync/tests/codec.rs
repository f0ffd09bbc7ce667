//! What the decoders must bear: everything the encoders write comes back, and nothing else gets in.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    codec::{
        CodecError, MAX_OPS, MAX_PAYLOAD, decode_header, decode_op, decode_payload, decode_value,
        encode_header, encode_op, encode_payload, encode_value,
    },
    ids::Hash32,
    op::{Act, Op},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};
use support::{Rng, change, heading, key, op, ops, record, scope, value};

proptest! {
    #[test]
    fn values_come_back(v in value()) {
        let bytes = encode_value(&v).unwrap();
        prop_assert_eq!(decode_value(&bytes), Ok(v));
    }

    #[test]
    fn operations_come_back_known_or_not(op in op()) {
        let bytes = encode_op(&op).unwrap();
        prop_assert!(decode_op(&bytes).as_ref() == Ok(&op));
        prop_assert_eq!(encode_op(&decode_op(&bytes).unwrap()).unwrap(), bytes);
    }

    #[test]
    fn changes_come_back_with_their_bytes(
        ops in ops(), prev in any::<[u8; 32]>(), seq in 0..u64::MAX, incarnation in any::<u32>(),
        offset in any::<i64>(), hlc in any::<u64>(), group in proptest::option::of(any::<u128>()), salt in any::<[u8; 16]>(),
    ) {
        let tip = Tip { incarnation, seq, hash: Hash32(prev) };
        let heading = Heading {
            hlc: cartella_sync::ids::Hlc(hlc),
            clock_offset_ms: offset,
            group_id: group.map(|g| uuid::Uuid::from_u128(g).into()),
            ..heading(5, scope(1))
        };
        let (sealed, next) = seal(&tip, &heading, &ops, salt, &key(1)).unwrap();
        let bytes = sealed.encode();
        let read = Change::decode(&bytes).unwrap();
        prop_assert!(read == sealed);
        prop_assert!(read.ops() == ops.as_slice());
        prop_assert_eq!(read.header(), sealed.header());
        prop_assert_eq!((next.seq, next.hash), (seq + 1, read.header_hash()));
        let erased = read.erased();
        prop_assert!(Change::decode(&erased.encode()).unwrap() == erased);
        prop_assert!(erased.keeps_commitment() && erased.ops().is_empty());
    }
}

/// Valid encodings for each decoder to start from.
fn corpus(runner: &mut TestRunner) -> [Vec<Vec<u8>>; 5] {
    let mut corpus: [Vec<Vec<u8>>; 5] = Default::default();
    for n in 0..60 {
        let list = ops().new_tree(runner).unwrap().current();
        let sealed = change(n, scope(n), &list);
        corpus[0].push(sealed.encode());
        corpus[1].push(sealed.header_bytes().to_vec());
        corpus[2].push(sealed.payload().unwrap().to_vec());
        corpus[3].push(encode_op(&list[0]).unwrap());
        corpus[4].push(encode_value(&value().new_tree(runner).unwrap().current()).unwrap());
    }
    corpus
}

/// Heads that lie about what follows: huge lengths, indefinite lengths, floats, tags, breaks, reserved numbers.
const HEADS: &[&[u8]] = &[
    &[0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0xBB, 0x10, 0, 0, 0, 0, 0, 0, 0],
    &[0x7A, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0x9F],
    &[0xBF],
    &[0x5F],
    &[0x7F],
    &[0xFF],
    &[0xF9, 0x3C, 0],
    &[0xFB, 0, 0, 0, 0, 0, 0, 0, 0],
    &[0xC2],
    &[0xF7],
    &[0xF8, 0x20],
    &[0x1C],
    &[0x18, 0x05],
    &[0x3B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0x62, 0xC3, 0x28],
    &[0x81; 40],
];

fn mutate(bytes: &mut Vec<u8>, rng: &mut Rng) {
    for _ in 0..=rng.below(3) {
        let at = rng.below(bytes.len().max(1)).min(bytes.len());
        match rng.below(7) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << rng.below(8),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(rng.below(256)).unwrap(),
            2 => bytes.truncate(at),
            3 => drop(bytes.splice(at..at, HEADS[rng.below(HEADS.len())].iter().copied())),
            4 => {
                let end = (at + rng.below(24)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = rng.below(bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            // A head in its next longer form.
            5 if !bytes.is_empty() => match bytes[at] & 0x1F {
                n @ 0..=23 => drop(bytes.splice(at..=at, [bytes[at] & 0xE0 | 24, n])),
                24 => drop(bytes.splice(at..=at, [bytes[at] + 1, 0])),
                _ => {}
            },
            _ => drop(bytes.drain(at..(at + rng.below(8)).min(bytes.len()))),
        }
    }
}

/// 50,000 broken inputs a decoder: none panics, and what is accepted is exactly what would have been written.
fn survives(name: &str, seeds: &[Vec<u8>], again: impl Fn(&[u8]) -> Option<Vec<u8>>) {
    let mut rng = Rng(0x9E37_79B9_7F4A_7C15);
    let mut accepted = 0;
    for seed in seeds {
        assert_eq!(
            again(seed).as_deref(),
            Some(seed.as_slice()),
            "{name}: a good input"
        );
    }
    for round in 0..50_000 {
        let mut bytes = seeds[round % seeds.len()].clone();
        mutate(&mut bytes, &mut rng);
        if let Some(written) = again(&bytes) {
            accepted += 1;
            assert!(
                written == bytes,
                "{name}: accepted a form it would not write: {bytes:02x?}"
            );
        }
    }
    assert!(accepted < 45_000, "{name}: the mutations reach nothing");
}

#[test]
fn fifty_thousand_broken_inputs_a_decoder_are_refused_or_canonical() {
    let [changes, headers, payloads, ops, values] = corpus(&mut TestRunner::deterministic());
    survives("change", &changes, |b| Change::decode(b).ok().map(|c| c.encode()));
    survives("header", &headers, |b| {
        decode_header(b).ok().map(|h| {
            if h.version == 1 {
                encode_header(&h)
            } else {
                b.to_vec()
            }
        })
    });
    survives("payload", &payloads, |b| {
        decode_payload(b).ok().map(|o| encode_payload(&o).unwrap())
    });
    survives("op", &ops, |b| decode_op(b).ok().map(|o| encode_op(&o).unwrap()));
    survives("value", &values, |b| {
        decode_value(b).ok().map(|v| encode_value(&v).unwrap())
    });
}

#[test]
fn a_hundred_thousand_brackets_are_too_deep_and_cost_no_stack() {
    let deep = vec![0x81; 100_000];
    assert_eq!(decode_value(&deep), Err(CodecError::TooDeep));
    assert_eq!(decode_payload(&deep).err(), Some(CodecError::Malformed));
    // An operation with an unknown key that nests: {0: 99, 5: [[[…]]]}
    let mut op = vec![0xA2, 0x00, 0x18, 99, 0x05];
    op.extend(vec![0x81; 100_000]);
    assert_eq!(decode_op(&op).err(), Some(CodecError::TooDeep));
    let tags: Vec<u8> = [0xA2, 0x00, 0x18, 99, 0x05]
        .into_iter()
        .chain(vec![0xC1; 100_000])
        .collect();
    assert_eq!(decode_op(&tags).err(), Some(CodecError::TooDeep));
    let nested = (0..32).fold(Value::Null, |inner, _| json!([inner]));
    assert_eq!(decode_value(&encode_value(&nested).unwrap()), Ok(nested.clone()));
    assert_eq!(encode_value(&json!([nested])).err(), Some(CodecError::TooDeep));
}

fn set(value: Value) -> Op {
    Act::Set {
        record: record(1),
        field: 3,
        value,
        replaces: Vec::new(),
    }
    .into()
}

#[test]
fn floats_are_refused_on_both_sides_whole_ones_too() {
    assert_eq!(encode_value(&json!(1.5)).err(), Some(CodecError::Float));
    assert_eq!(encode_value(&json!(1.0)).err(), Some(CodecError::Float));
    assert_eq!(
        encode_payload(&[set(json!({"hours": [0.25]}))]).err(),
        Some(CodecError::Float)
    );
    assert_eq!(decode_value(&[0xF9, 0x3C, 0x00]).err(), Some(CodecError::Float));
    assert_eq!(
        decode_value(&[0xFB, 0, 0, 0, 0, 0, 0, 0, 0]).err(),
        Some(CodecError::Float)
    );
}

#[test]
fn one_content_has_one_form() {
    // 5 in two bytes; keys out of order; a key twice; a text of indefinite length.
    for bytes in [
        &[0x18, 0x05][..],
        &[0xA2, 0x61, b'b', 0x01, 0x61, b'a', 0x02],
        &[0xA2, 0x61, b'a', 0x01, 0x61, b'a', 0x02],
        &[0x7F, 0x61, b'a', 0xFF],
    ] {
        assert_eq!(
            decode_value(bytes).err(),
            Some(CodecError::NotCanonical),
            "{bytes:02x?}"
        );
    }
    // Shorter keys come first: the order of the encoded bytes, not of the dictionary.
    assert_eq!(
        encode_value(&json!({"aa": 1, "b": 2})).unwrap(),
        [0xA2, 0x61, b'b', 2, 0x62, b'a', b'a', 1]
    );
}

#[test]
fn counts_and_sizes_are_bounded_when_writing_and_when_reading() {
    assert_eq!(encode_payload(&[]).err(), Some(CodecError::Count));
    let ops: Vec<Op> = vec![set(json!(1)); MAX_OPS + 1];
    assert_eq!(encode_payload(&ops).err(), Some(CodecError::Count));
    assert!(encode_payload(&ops[1..]).is_ok());
    let long = set(json!("x".repeat(MAX_PAYLOAD)));
    assert_eq!(encode_payload(&[long]).err(), Some(CodecError::TooLong));
    assert_eq!(
        decode_payload(&vec![0; MAX_PAYLOAD + 1]).err(),
        Some(CodecError::TooLong)
    );
    assert_eq!(decode_payload(&[0x80]).err(), Some(CodecError::Count));
    let zero = Act::Add {
        record: record(1),
        field: 0,
        item: json!(1),
    };
    assert_eq!(encode_op(&zero.into()).err(), Some(CodecError::OutOfRange));
}

#[test]
fn an_operation_of_a_later_program_is_kept_byte_for_byte() {
    // {0: 77, 1: id, 2: 9, 3: [[id, 1]], 4: h'00', 5: 1(0), 900: ["x", -1]}
    let mut bytes = vec![0xA7, 0x00, 0x18, 77, 0x01, 0x50];
    bytes.extend([1; 16]);
    bytes.extend([0x02, 0x09, 0x03, 0x81, 0x82, 0x50]);
    bytes.extend([2; 16]);
    bytes.extend([
        0x01, 0x04, 0x41, 0x00, 0x05, 0xC1, 0x00, 0x19, 0x03, 0x84, 0x82, 0x61, b'x', 0x20,
    ]);
    let op = decode_op(&bytes).unwrap();
    assert_eq!(encode_op(&op).unwrap(), bytes);
    let effect = op.effect();
    assert_eq!(
        (effect.register.map(|r| r.1), effect.replaces.len(), effect.stands),
        (Some(9), 1, true)
    );
    assert_eq!(op.extra.iter().map(|(key, _)| *key).collect::<Vec<_>>(), [5, 900]);
}

#[test]
fn a_common_key_out_of_place_is_refused_so_that_old_and_new_programs_count_alike() {
    // Create with key 2 (a field): an old program that did not know Create would take it for a register.
    let mut bytes = vec![0xA4, 0x00, 0x02, 0x01, 0x50];
    bytes.extend([1; 16]);
    bytes.extend([0x02, 0x05, 0x04, 0x02]);
    assert_eq!(decode_op(&bytes).err(), Some(CodecError::Misplaced(2)));
    assert_eq!(decode_op(&[0xA1, 0x00, 0x02]).err(), Some(CodecError::Missing(1)));
    // A field without a record.
    assert_eq!(
        decode_op(&[0xA2, 0x00, 0x18, 99, 0x02, 0x05]).err(),
        Some(CodecError::Missing(1))
    );
}

#[test]
fn a_header_of_a_later_version_is_read_as_far_as_it_is_known() {
    let sealed = change(9, scope(2), &[set(json!(1))]);
    let mut bytes = sealed.header_bytes().to_vec();
    assert_eq!(bytes[0], 0x90);
    bytes[0] = 0x92;
    bytes.extend([0x63, b'n', b'e', b'w', 0x81, 0x01]);
    assert_eq!(
        decode_header(&bytes).err(),
        Some(CodecError::Count),
        "version 1 has 16 elements"
    );
    bytes[1] = 2;
    let read = decode_header(&bytes).unwrap();
    assert_eq!((read.version, read.change_id), (2, sealed.id()));
    let later = Change::from_parts(bytes.clone(), [0; 64], None).unwrap();
    assert_eq!(Change::decode(&later.encode()).unwrap().header_bytes(), bytes);
}
