//! Bytes that must never move: what was written by this version is read for ever.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_sync::{
    chain::{Tip, seal, verify},
    change::Change,
    codec::{decode_op, encode_op, encode_payload},
    ids::{Hash32, WriteId},
    op::{Act, Blob, Op, Signed},
    signer::DeviceKeys,
};
use serde_json::json;
use support::{AUTHOR, change_id, heading, key, record, scope};
use uuid::Uuid;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn every_operation() -> Vec<(&'static str, Op)> {
    let write = WriteId::new(change_id(0x77), 2);
    let blob = Blob {
        hash: Hash32([0xB0; 32]),
        len: 70_000,
        mime: "application/pdf".into(),
        key: [0x4B; 32],
    };
    let content = Signed::new(
        30,
        AUTHOR,
        "2026-11-22".into(),
        json!({"segments": [{"text": "Visita domiciliare.", "category": "osservato"}], "minutes": 45}),
        vec![blob.clone()],
        Some(Uuid::from_u128(0xD)),
    )
    .unwrap();
    let acts = vec![
        ("open", Act::OpenScope { of: None }),
        (
            "open of",
            Act::OpenScope {
                of: Some(Uuid::from_u128(0xC)),
            },
        ),
        (
            "create",
            Act::Create {
                record: record(1),
                kind: 2,
            },
        ),
        (
            "set",
            Act::Set {
                record: record(1),
                field: 3,
                value: json!({"b": -7, "aa": [null, true, "è"]}),
                replaces: vec![write],
            },
        ),
        (
            "add",
            Act::Add {
                record: record(1),
                field: 300,
                item: json!("100"),
            },
        ),
        (
            "remove",
            Act::Remove {
                record: record(1),
                field: 300,
                adds: vec![write],
            },
        ),
        (
            "sign",
            Act::Sign {
                entry: record(2),
                content: Box::new(content),
            },
        ),
        (
            "correct",
            Act::Correct {
                entry: record(3),
                of: record(2),
            },
        ),
        (
            "void",
            Act::Void {
                entry: record(4),
                of: record(2),
                reason: "fascicolo sbagliato".into(),
            },
        ),
        (
            "countersign",
            Act::Countersign {
                entry: record(2),
                body_hash: Hash32([0xCC; 32]),
            },
        ),
        (
            "attach",
            Act::Attach {
                record: record(2),
                blob,
            },
        ),
        (
            "delete",
            Act::Delete {
                record: record(1),
                reason: "doppio".into(),
                replaces: vec![],
                saw: vec![write],
            },
        ),
        (
            "restore",
            Act::Restore {
                record: record(1),
                reason: "no".into(),
                replaces: vec![write],
            },
        ),
        (
            "request",
            Act::Request {
                request: record(9),
                command: json!({"assign": 4}),
            },
        ),
    ];
    acts.into_iter().map(|(name, act)| (name, act.into())).collect()
}

/// Frozen. A line may be added, none may change.
const GOLDEN: &[(&str, &str)] = &[
    ("open", "a2000104f6"),
    ("open of", "a2000104500000000000000000000000000000000c"),
    ("create", "a300020150000000000000000000000000000010010402"),
    (
        "set",
        "a50003015000000000000000000000000000001001020303818250000000000000000000000000000000770204a261622662616183f6f562c3a8",
    ),
    (
        "add",
        "a400040150000000000000000000000000000010010219012c0463313030",
    ),
    (
        "remove",
        "a400050150000000000000000000000000000010010219012c038182500000000000000000000000000000007702",
    ),
    (
        "sign",
        "a8000601500000000000000000000000000000100204a2676d696e75746573182d687365676d656e747381a264746578747356697369746120646f6d6963696c696172652e6863617465676f7279696f737365727661746f05181e066a323032362d31312d32320781845820b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b01a000111706f6170706c69636174696f6e2f70646658204b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b08582029327dd31492f893488b4b43a9ab645fc45a225c898ee1c161a2ed2ba38e585609500000000000000000000000000000000d",
    ),
    (
        "correct",
        "a30007015000000000000000000000000000001003045000000000000000000000000000001002",
    ),
    (
        "void",
        "a4000801500000000000000000000000000000100404500000000000000000000000000000100205736661736369636f6c6f20736261676c6961746f",
    ),
    (
        "countersign",
        "a30009015000000000000000000000000000001002045820cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
    ),
    (
        "attach",
        "a3000a01500000000000000000000000000000100204845820b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b01a000111706f6170706c69636174696f6e2f70646658204b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b4b",
    ),
    (
        "delete",
        "a5000b01500000000000000000000000000000100102000466646f7070696f058182500000000000000000000000000000007702",
    ),
    (
        "restore",
        "a5000c015000000000000000000000000000001001020003818250000000000000000000000000000000770204626e6f",
    ),
    (
        "request",
        "a3000d01500000000000000000000000000000100904a16661737369676e04",
    ),
];

#[test]
fn every_operation_has_the_bytes_it_always_had() {
    let ops = every_operation();
    assert_eq!(ops.len(), GOLDEN.len());
    for ((name, op), (golden_name, golden)) in ops.iter().zip(GOLDEN) {
        let bytes = encode_op(op).unwrap();
        assert_eq!((name, hex(&bytes).as_str()), (golden_name, *golden));
        assert!(decode_op(&bytes).as_ref() == Ok(op), "{name}");
    }
}

/// Frozen: envelope, header, signature by the key of seed 03…03, salt and payload of one change.
const CHANGE: &str = "8458c0900150019000000000700080000000000000015820b62e867fa2f33afe62d5d6b1642e1621d543307846b2a57b897e710919b7670901182a582011111111111111111111111111111111111111111111111111111111111111111b019012345678000238f904500000000000000000000000000000000a8250000000000000000000000000000005c10a00000150000000000000000000000000000000605820c9a84abc2ccf7b24b6244129da5ae261a5ff3a6bc9c2bf95f0cc15443721a37b5840c1969222939023a61f95215f7afd9d5475e5459c839b732069222656e7c23c1840cf0ea861f82fbd93f1ded345fd77e05225fea8a0d4d75a85ebd26570387d09505a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a587083a300020150000000000000000000000000000010010402a50003015000000000000000000000000000001001020303818250000000000000000000000000000000770204a261622662616183f6f562c3a8a400040150000000000000000000000000000010010219012c0463313030";

#[test]
fn a_signed_change_has_the_bytes_it_always_had_and_verifies() {
    let ops: Vec<Op> = every_operation().into_iter().map(|(_, op)| op).collect();
    let tip = Tip {
        incarnation: 1,
        seq: 41,
        hash: Hash32([0x11; 32]),
    };
    let mut heading = heading(0x0190_0000_0000_7000_8000_0000_0000_0001, scope(1));
    heading.hlc = cartella_sync::ids::Hlc(0x0190_1234_5678_0002);
    heading.group_id = Some(Uuid::from_u128(0x60).into());
    let (sealed, _) = seal(&tip, &heading, &ops[2..5], [0x5A; 16], &key(3)).unwrap();
    assert_eq!(hex(&sealed.encode()), CHANGE);
    let read = Change::decode(&sealed.encode()).unwrap();
    let mut keys = DeviceKeys::default();
    assert_eq!(keys.add(&key(3).public_key()), Ok(read.header().device_id));
    assert_eq!(verify(&read, &keys), Ok(()));
    assert_eq!(encode_payload(read.ops()).unwrap(), read.payload().unwrap());
}
