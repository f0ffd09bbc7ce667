//! Writing an operation.

use super::{CODE, FIELD, MAIN, RECORD, REPLACES, named};
use crate::{
    codec::{CodecError, MAX_KEYS, MAX_REPLACES, MAX_SHORT, encode_value},
    ids::WriteId,
    op::{Act, Blob, DELETION, Op},
    wire::Out,
};
use cartella_domain::ids::RecordId;
use serde_json::Value;
use std::collections::BTreeMap;

/// Keys to encoded values, sorted.
#[derive(Default)]
struct Keys(BTreeMap<u64, Vec<u8>>);

impl Keys {
    fn put(&mut self, key: u64, write: impl FnOnce(&mut Out)) {
        let mut out = Out::new();
        write(&mut out);
        self.0.insert(key, out.finish());
    }

    fn record(&mut self, record: RecordId) {
        self.put(RECORD, |out| out.uuid(record.uuid()));
    }

    fn register(&mut self, record: RecordId, field: u16) {
        self.record(record);
        self.put(FIELD, |out| out.u64(u64::from(field)));
    }

    fn value(&mut self, key: u64, value: &Value) -> Result<(), CodecError> {
        self.0.insert(key, encode_value(value)?);
        Ok(())
    }

    fn text(&mut self, key: u64, text: &str) {
        self.put(key, |out| out.text(text));
    }

    /// Named writes; an empty list is an absent key, so that there is one form.
    fn writes(&mut self, key: u64, writes: &[WriteId]) -> Result<(), CodecError> {
        if writes.len() > MAX_REPLACES {
            return Err(CodecError::Count);
        }
        if !writes.is_empty() {
            self.put(key, |out| {
                out.array(writes.len() as u64);
                for write in writes {
                    out.array(2);
                    out.uuid(write.change.uuid());
                    out.u64(u64::from(write.op));
                }
            });
        }
        Ok(())
    }
}

/// Writes one operation.
pub(crate) fn encode(op: &Op, out: &mut Out) -> Result<(), CodecError> {
    let mut keys = Keys::default();
    keys.put(CODE, |o| o.u64(op.act.code()));
    fill(&op.act, &mut keys)?;
    for (key, raw) in &op.extra {
        if *key <= MAIN {
            return Err(CodecError::Misplaced(*key));
        }
        if keys.0.insert(*key, raw.clone()).is_some() {
            return Err(CodecError::Misplaced(*key));
        }
    }
    if keys.0.len() as u64 > MAX_KEYS {
        return Err(CodecError::Count);
    }
    out.map(keys.0.len() as u64);
    for (key, raw) in &keys.0 {
        out.u64(*key);
        out.raw(raw);
    }
    Ok(())
}

fn fill(act: &Act, keys: &mut Keys) -> Result<(), CodecError> {
    match act {
        Act::OpenScope { of } => keys.put(MAIN, |o| match of {
            Some(record) => o.uuid(*record),
            None => o.null(),
        }),
        Act::Create { record, kind } => {
            keys.record(*record);
            keys.put(MAIN, |o| o.u64(u64::from(*kind)));
        }
        Act::Set {
            record,
            field,
            value,
            replaces,
        } => {
            keys.register(*record, named(*field)?);
            keys.writes(REPLACES, replaces)?;
            keys.value(MAIN, value)?;
        }
        Act::Add { record, field, item } => {
            keys.register(*record, named(*field)?);
            keys.value(MAIN, item)?;
        }
        Act::Remove { record, field, adds } => {
            keys.register(*record, named(*field)?);
            keys.writes(REPLACES, adds)?;
        }
        Act::Correct { entry, of } => {
            keys.record(*entry);
            keys.put(MAIN, |o| o.uuid(of.uuid()));
        }
        Act::Countersign { entry, body_hash } => {
            keys.record(*entry);
            keys.put(MAIN, |o| o.bytes(&body_hash.0));
        }
        Act::Request { request, command } => {
            keys.record(*request);
            keys.value(MAIN, command)?;
        }
        Act::Sign { .. } | Act::Void { .. } | Act::Attach { .. } => fill_signed(act, keys)?,
        Act::Delete { .. } | Act::Restore { .. } => fill_deletion(act, keys)?,
        Act::Unknown { .. } => fill_unknown(act, keys)?,
    }
    Ok(())
}

fn fill_signed(act: &Act, keys: &mut Keys) -> Result<(), CodecError> {
    match act {
        Act::Sign { entry, content } => {
            keys.record(*entry);
            keys.value(MAIN, &content.body)?;
            keys.put(5, |o| o.u64(u64::from(content.kind)));
            keys.text(6, short(&content.occurred_on)?);
            if !content.attachments.is_empty() {
                content
                    .attachments
                    .iter()
                    .try_for_each(|b| short(&b.mime).map(drop))?;
                keys.put(7, |o| blobs(&content.attachments, o));
            }
            keys.put(8, |o| o.bytes(&content.body_hash.0));
            if let Some(draft) = content.closes_draft {
                keys.put(9, |o| o.uuid(draft));
            }
        }
        Act::Void { entry, of, reason } => {
            keys.record(*entry);
            keys.put(MAIN, |o| o.uuid(of.uuid()));
            keys.text(5, reason);
        }
        Act::Attach { record, blob: one } => {
            short(&one.mime)?;
            keys.record(*record);
            keys.put(MAIN, |o| blob(one, o));
        }
        _ => {}
    }
    Ok(())
}

fn fill_unknown(act: &Act, keys: &mut Keys) -> Result<(), CodecError> {
    if let Act::Unknown {
        code,
        record,
        field,
        replaces,
        value,
    } = act
    {
        if (1..=13).contains(code) {
            return Err(CodecError::Misplaced(CODE));
        }
        if let Some(record) = record {
            keys.record(*record);
        }
        if let Some(field) = field {
            keys.put(FIELD, |o| o.u64(u64::from(*field)));
        }
        keys.writes(REPLACES, replaces)?;
        if let Some(raw) = value {
            keys.0.insert(MAIN, raw.clone());
        }
    }
    Ok(())
}

fn fill_deletion(act: &Act, keys: &mut Keys) -> Result<(), CodecError> {
    match act {
        Act::Delete {
            record,
            reason,
            replaces,
            saw,
        } => {
            keys.register(*record, DELETION);
            keys.writes(REPLACES, replaces)?;
            keys.text(MAIN, reason);
            keys.writes(5, saw)?;
        }
        Act::Restore {
            record,
            reason,
            replaces,
        } => {
            keys.register(*record, DELETION);
            keys.writes(REPLACES, replaces)?;
            keys.text(MAIN, reason);
        }
        _ => {}
    }
    Ok(())
}

/// Documents as the payload and the signed hash hold them.
pub(crate) fn blobs(list: &[Blob], out: &mut Out) {
    out.array(list.len() as u64);
    for one in list {
        blob(one, out);
    }
}

fn blob(one: &Blob, out: &mut Out) {
    out.array(4);
    out.bytes(&one.hash.0);
    out.u64(one.len);
    out.text(&one.mime);
    out.bytes(&one.key);
}

fn short(text: &str) -> Result<&str, CodecError> {
    if text.len() > MAX_SHORT {
        Err(CodecError::TooLong)
    } else {
        Ok(text)
    }
}
