//! Generators of operations and changes for the laws of this crate.

#![allow(
    dead_code,
    unused_imports,
    missing_docs,
    clippy::unwrap_used,
    clippy::too_many_lines
)]

pub mod rng;

use cartella_domain::ids::{ChangeId, OperatorId, RecordId};
use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    codec::encode_value,
    ids::{Hash32, Hlc, ScopeRef, WriteId},
    op::{Act, Blob, Op, Signed},
    signer::DeviceKey,
};
use proptest::{collection::vec, option, prelude::*};
use serde_json::Value;
use uuid::Uuid;

pub use rng::Rng;

pub const AUTHOR: OperatorId = OperatorId(Uuid::from_u128(0xA));

pub fn key(n: u8) -> DeviceKey {
    DeviceKey::from_seed(&[n; 32])
}

pub fn record(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(0x1000 + n))
}

pub fn change_id(n: u128) -> ChangeId {
    ChangeId(Uuid::from_u128(n))
}

pub fn scope(n: u128) -> ScopeRef {
    ScopeRef {
        owner: Uuid::from_u128(0x5C0 + n),
        kind: 10,
    }
}

pub fn heading(id: u128, scope: ScopeRef) -> Heading {
    Heading {
        change_id: change_id(id),
        hlc: Hlc(u64::try_from(id & 0xFFFF_FFFF).unwrap() << 16),
        clock_offset_ms: -250,
        clock_flags: 4,
        author_id: AUTHOR,
        scope,
        acl_seen: 0,
        scope_seq_seen: 0,
        schema_ver: 1,
        group_id: None,
    }
}

/// A change on its own, at the start of a chain.
pub fn change(id: u128, scope: ScopeRef, ops: &[Op]) -> Change {
    seal(&Tip::start(1), &heading(id, scope), ops, [7; 16], &key(1))
        .unwrap()
        .0
}

pub fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("[a-zà-ù_]{0,30}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

pub fn write() -> impl Strategy<Value = WriteId> {
    (any::<u128>(), any::<u8>()).prop_map(|(change, op)| WriteId::new(change_id(change), op))
}

fn id() -> impl Strategy<Value = RecordId> {
    any::<u128>().prop_map(|n| RecordId(Uuid::from_u128(n)))
}

fn blob() -> impl Strategy<Value = Blob> {
    (any::<[u8; 32]>(), any::<u64>(), "[a-z/]{0,20}", any::<[u8; 32]>()).prop_map(|(hash, len, mime, key)| {
        Blob {
            hash: Hash32(hash),
            len,
            mime,
            key,
        }
    })
}

fn signed() -> impl Strategy<Value = Signed> {
    (
        any::<u16>(),
        "[0-9~-]{4,11}",
        value(),
        vec(blob(), 0..3),
        option::of(any::<u128>()),
    )
        .prop_map(|(kind, day, body, attachments, draft)| {
            Signed::new(kind, AUTHOR, day, body, attachments, draft.map(Uuid::from_u128)).unwrap()
        })
}

/// Any operation, those of later programs included.
pub fn op() -> impl Strategy<Value = Op> {
    let writes = || vec(write(), 0..4);
    let field = || 1..=u16::MAX;
    let text = || "\\PC{0,20}";
    let act = prop_oneof![
        option::of(any::<u128>()).prop_map(|of| Act::OpenScope {
            of: of.map(Uuid::from_u128)
        }),
        (id(), any::<u16>()).prop_map(|(record, kind)| Act::Create { record, kind }),
        (id(), field(), value(), writes()).prop_map(|(record, field, value, replaces)| Act::Set {
            record,
            field,
            value,
            replaces
        }),
        (id(), field(), value()).prop_map(|(record, field, item)| Act::Add { record, field, item }),
        (id(), field(), writes()).prop_map(|(record, field, adds)| Act::Remove { record, field, adds }),
        (id(), signed()).prop_map(|(entry, content)| Act::Sign {
            entry,
            content: Box::new(content)
        }),
        (id(), id()).prop_map(|(entry, of)| Act::Correct { entry, of }),
        (id(), id(), text()).prop_map(|(entry, of, reason)| Act::Void { entry, of, reason }),
        (id(), any::<[u8; 32]>()).prop_map(|(entry, hash)| Act::Countersign {
            entry,
            body_hash: Hash32(hash)
        }),
        (id(), blob()).prop_map(|(record, blob)| Act::Attach { record, blob }),
        (id(), text(), writes(), writes()).prop_map(|(record, reason, replaces, saw)| Act::Delete {
            record,
            reason,
            replaces,
            saw
        }),
        (id(), text(), writes()).prop_map(|(record, reason, replaces)| Act::Restore {
            record,
            reason,
            replaces
        }),
        (id(), value()).prop_map(|(request, command)| Act::Request { request, command }),
        (
            14..u64::MAX,
            option::of((id(), option::of(any::<u16>()))),
            writes(),
            option::of(value())
        )
            .prop_map(|(code, target, replaces, value)| Act::Unknown {
                code,
                record: target.map(|(record, _)| record),
                field: target.and_then(|(_, field)| field),
                replaces,
                value: value.map(|v| encode_value(&v).unwrap()),
            }),
    ];
    let extra = proptest::collection::btree_map(20..u64::MAX, value(), 0..3);
    (act, extra).prop_map(|(act, extra)| Op {
        act,
        extra: extra
            .into_iter()
            .map(|(key, v)| (key, encode_value(&v).unwrap()))
            .collect(),
    })
}

pub fn ops() -> impl Strategy<Value = Vec<Op>> {
    vec(op(), 1..6)
}
