//! The encoding of a change: limits, errors, header and payload. The bytes are the record: they are stored,
//! hashed, signed and forwarded as they are, so every decoder here accepts only bytes that its encoder would
//! have written (shortest integers, sorted keys, no floats, nothing of indefinite length).

use crate::{
    change::Header,
    ids::{DeviceId, Hash32, Hlc, ScopeRef},
    op::{Blob, Op},
    ops,
    wire::{In, Out},
};
use cartella_domain::ids::{ChangeId, GroupId, OperatorId};
use serde_json::Value;

/// Version of the header that this program writes.
pub const VERSION: u64 = 1;
/// Elements of the header; a newer version may only append to them.
const HEADER_ITEMS: u64 = 16;
/// Most elements accepted in a header of a newer version.
const MAX_HEADER_ITEMS: u64 = 64;
/// Longest header in bytes (one of this version is under 320).
pub const MAX_HEADER: usize = 4 * 1024;
/// Longest payload in bytes.
pub const MAX_PAYLOAD: usize = 256 * 1024;
/// Longest change in bytes.
pub const MAX_CHANGE: usize = MAX_HEADER + MAX_PAYLOAD + 256;
/// Most operations in a change.
pub const MAX_OPS: usize = 64;
/// Most writes that one operation may name.
pub const MAX_REPLACES: usize = 4096;
/// Deepest nesting of arrays and maps in a value.
pub const MAX_DEPTH: usize = 32;
/// Most keys in an operation.
pub(crate) const MAX_KEYS: u64 = 64;
/// Longest short text (media type, day) in bytes.
pub(crate) const MAX_SHORT: usize = 255;

/// What is wrong with bytes, or with what should become bytes. Carries no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// Not CBOR, or not the type expected here.
    #[error("malformed")]
    Malformed,
    /// The bytes end too early.
    #[error("truncated")]
    Truncated,
    /// Bytes are left over.
    #[error("trailing bytes")]
    Trailing,
    /// The same content has a shorter or sorted form, and only that one is accepted.
    #[error("not canonical")]
    NotCanonical,
    /// Floats have no exact form and are refused everywhere.
    #[error("float")]
    Float,
    /// A number does not fit where it stands.
    #[error("number out of range")]
    OutOfRange,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("too deep")]
    TooDeep,
    /// Longer than allowed.
    #[error("too long")]
    TooLong,
    /// More items than allowed, or none where one is needed.
    #[error("wrong count")]
    Count,
    /// An operation lacks a key.
    #[error("key {0} is missing")]
    Missing(u64),
    /// An operation has one of the five common keys where its code has no use for it.
    #[error("key {0} is out of place")]
    Misplaced(u64),
    /// Salt without payload, or payload without salt.
    #[error("half erased")]
    HalfErased,
}

/// The header's bytes.
#[must_use]
pub fn encode_header(header: &Header) -> Vec<u8> {
    let mut out = Out::with_room(384);
    out.array(HEADER_ITEMS);
    out.u64(header.version);
    out.uuid(header.change_id.uuid());
    out.bytes(&header.device_id.0);
    out.u64(u64::from(header.incarnation));
    out.u64(header.dev_seq);
    out.bytes(&header.prev.0);
    out.u64(header.hlc.0);
    out.i64(header.clock_offset_ms);
    out.u64(u64::from(header.clock_flags));
    out.uuid(header.author_id.uuid());
    out.array(2);
    out.uuid(header.scope.owner);
    out.u64(u64::from(header.scope.kind));
    out.u64(header.acl_seen);
    out.u64(header.scope_seq_seen);
    out.u64(u64::from(header.schema_ver));
    match header.group_id {
        Some(group) => out.uuid(group.uuid()),
        None => out.null(),
    }
    out.bytes(&header.payload_commit.0);
    out.finish()
}

/// Reads a header. Of a newer version the known elements are read; the rest stays in the bytes.
///
/// # Errors
/// Bytes that are no header, or not in the one form that [`encode_header`] writes.
pub fn decode_header(bytes: &[u8]) -> Result<Header, CodecError> {
    if bytes.len() > MAX_HEADER {
        return Err(CodecError::TooLong);
    }
    let mut input = In::new(bytes);
    let items = input.array(MAX_HEADER_ITEMS)?;
    let version = input.u64()?;
    if version == 0 || items < HEADER_ITEMS || (version == VERSION && items != HEADER_ITEMS) {
        return Err(CodecError::Count);
    }
    let header = Header {
        version,
        change_id: ChangeId(input.uuid()?),
        device_id: DeviceId(input.fixed()?),
        incarnation: input.number()?,
        dev_seq: input.u64()?,
        prev: Hash32(input.fixed()?),
        hlc: Hlc(input.u64()?),
        clock_offset_ms: input.i64()?,
        clock_flags: input.number()?,
        author_id: OperatorId(input.uuid()?),
        scope: scope(&mut input)?,
        acl_seen: input.u64()?,
        scope_seq_seen: input.u64()?,
        schema_ver: input.number()?,
        group_id: input.optional(In::uuid)?.map(GroupId),
        payload_commit: Hash32(input.fixed()?),
    };
    let known = input.position();
    for _ in HEADER_ITEMS..items {
        input.skip(MAX_DEPTH)?;
    }
    input.end()?;
    let canonical = encode_header(&header);
    // The first byte or two count the elements, which only a newer version changes.
    let same = if version == VERSION {
        canonical == bytes
    } else {
        bytes
            .get(..known)
            .is_some_and(|b| b.ends_with(canonical.get(1..).unwrap_or_default()))
    };
    if same {
        Ok(header)
    } else {
        Err(CodecError::NotCanonical)
    }
}

fn scope(input: &mut In<'_>) -> Result<ScopeRef, CodecError> {
    input.exactly(2)?;
    Ok(ScopeRef {
        owner: input.uuid()?,
        kind: input.number()?,
    })
}

/// The payload's bytes.
///
/// # Errors
/// No operation or more than 64, a float, or anything beyond the limits of this module.
pub fn encode_payload(ops: &[Op]) -> Result<Vec<u8>, CodecError> {
    if ops.is_empty() || ops.len() > MAX_OPS {
        return Err(CodecError::Count);
    }
    let mut out = Out::new();
    out.array(ops.len() as u64);
    for op in ops {
        ops::encode(op, &mut out)?;
    }
    let bytes = out.finish();
    if bytes.len() > MAX_PAYLOAD {
        return Err(CodecError::TooLong);
    }
    Ok(bytes)
}

/// Reads a payload. Operations and keys of a newer program come back as they were.
///
/// # Errors
/// Bytes that are no payload, or not in the one form that [`encode_payload`] writes.
pub fn decode_payload(bytes: &[u8]) -> Result<Vec<Op>, CodecError> {
    if bytes.len() > MAX_PAYLOAD {
        return Err(CodecError::TooLong);
    }
    let mut input = In::new(bytes);
    let count = input.array(MAX_OPS as u64)?;
    let ops = (0..count)
        .map(|_| ops::decode(&mut input))
        .collect::<Result<Vec<_>, _>>()?;
    input.end()?;
    if encode_payload(&ops)? != bytes {
        return Err(CodecError::NotCanonical);
    }
    Ok(ops)
}

/// One operation as CBOR: how a store keeps a live write (the bytes are those it has in the payload).
///
/// # Errors
/// As [`encode_payload`].
pub fn encode_op(op: &Op) -> Result<Vec<u8>, CodecError> {
    let mut out = Out::new();
    ops::encode(op, &mut out)?;
    Ok(out.finish())
}

/// Reads one operation.
///
/// # Errors
/// As [`decode_payload`].
pub fn decode_op(bytes: &[u8]) -> Result<Op, CodecError> {
    if bytes.len() > MAX_PAYLOAD {
        return Err(CodecError::TooLong);
    }
    let mut input = In::new(bytes);
    let op = ops::decode(&mut input)?;
    input.end()?;
    if encode_op(&op)? == bytes {
        Ok(op)
    } else {
        Err(CodecError::NotCanonical)
    }
}

/// One value as canonical CBOR: what a set's members and a register's values are compared by.
///
/// # Errors
/// A float, or nesting beyond [`MAX_DEPTH`].
pub fn encode_value(value: &Value) -> Result<Vec<u8>, CodecError> {
    let mut out = Out::new();
    out.value(value, MAX_DEPTH)?;
    Ok(out.finish())
}

/// Reads one value in canonical CBOR.
///
/// # Errors
/// Bytes that are not one value in the form that [`encode_value`] writes.
pub fn decode_value(bytes: &[u8]) -> Result<Value, CodecError> {
    if bytes.len() > MAX_PAYLOAD {
        return Err(CodecError::TooLong);
    }
    let mut input = In::new(bytes);
    let value = input.value(MAX_DEPTH)?;
    input.end()?;
    if encode_value(&value)? == bytes {
        Ok(value)
    } else {
        Err(CodecError::NotCanonical)
    }
}

/// What a signature freezes: SHA-256 over version, kind, author, day, body and attachments in canonical CBOR.
///
/// # Errors
/// A body that cannot be encoded.
pub fn signed_hash(
    kind: u16,
    author: OperatorId,
    occurred_on: &str,
    body: &Value,
    attachments: &[Blob],
) -> Result<Hash32, CodecError> {
    let mut out = Out::new();
    out.array(6);
    out.u64(1);
    out.u64(u64::from(kind));
    out.uuid(author.uuid());
    out.text(occurred_on);
    out.value(body, MAX_DEPTH)?;
    ops::blobs(attachments, &mut out);
    Ok(Hash32::of(&out.finish()))
}
