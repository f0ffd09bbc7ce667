//! Reading an operation.

use super::{CODE, FIELD, MAIN, RECORD, REPLACES, named};
use crate::{
    codec::{CodecError, MAX_DEPTH, MAX_KEYS, MAX_REPLACES},
    ids::{Hash32, WriteId},
    op::{Act, Blob, DELETION, Op, Signed},
    wire::In,
};
use cartella_domain::ids::{ChangeId, RecordId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Raw values by key; what is read is taken out.
struct Parts<'b>(BTreeMap<u64, &'b [u8]>);

impl<'b> Parts<'b> {
    fn maybe<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut In<'b>) -> Result<T, CodecError>,
    ) -> Result<Option<T>, CodecError> {
        let Some(raw) = self.0.remove(&key) else {
            return Ok(None);
        };
        let mut input = In::new(raw);
        let read = read(&mut input)?;
        input.end()?;
        Ok(Some(read))
    }

    fn must<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut In<'b>) -> Result<T, CodecError>,
    ) -> Result<T, CodecError> {
        self.maybe(key, read)?.ok_or(CodecError::Missing(key))
    }

    fn record(&mut self) -> Result<RecordId, CodecError> {
        self.must(RECORD, In::uuid).map(RecordId)
    }

    fn field(&mut self) -> Result<u16, CodecError> {
        named(self.must(FIELD, In::number)?)
    }

    fn deletion(&mut self) -> Result<(), CodecError> {
        match self.must(FIELD, In::number::<u16>)? {
            DELETION => Ok(()),
            _ => Err(CodecError::OutOfRange),
        }
    }

    fn writes(&mut self, key: u64) -> Result<Vec<WriteId>, CodecError> {
        Ok(self.maybe(key, writes)?.unwrap_or_default())
    }

    fn text(&mut self, key: u64) -> Result<String, CodecError> {
        self.must(key, |input| input.text().map(str::to_owned))
    }

    fn id(&mut self, key: u64) -> Result<Uuid, CodecError> {
        self.must(key, In::uuid)
    }
}

/// Reads one operation.
pub(crate) fn decode(input: &mut In<'_>) -> Result<Op, CodecError> {
    let count = input.map(MAX_KEYS)?;
    let mut parts = Parts(BTreeMap::new());
    for _ in 0..count {
        let key = input.u64()?;
        // An operation is one level below the payload; its values may be as deep as values are, and no deeper.
        if parts.0.insert(key, input.raw(MAX_DEPTH + 2)?).is_some() {
            return Err(CodecError::NotCanonical);
        }
    }
    let code = parts.must(CODE, In::u64)?;
    let act = match code {
        6 | 8 | 10 => decode_signed(code, &mut parts)?,
        1..=13 => decode_known(code, &mut parts)?,
        _ => decode_unknown(code, &mut parts)?,
    };
    // A common key left over here is refused when the caller compares with what it would have written.
    let extra = parts
        .0
        .into_iter()
        .map(|(key, raw)| (key, raw.to_vec()))
        .collect();
    Ok(Op { act, extra })
}

fn decode_known(code: u64, parts: &mut Parts<'_>) -> Result<Act, CodecError> {
    let value = |input: &mut In<'_>| input.value(MAX_DEPTH);
    Ok(match code {
        1 => Act::OpenScope {
            of: parts.must(MAIN, |input| input.optional(In::uuid))?,
        },
        2 => Act::Create {
            record: parts.record()?,
            kind: parts.must(MAIN, In::number)?,
        },
        3 => Act::Set {
            record: parts.record()?,
            field: parts.field()?,
            value: parts.must(MAIN, value)?,
            replaces: parts.writes(REPLACES)?,
        },
        4 => Act::Add {
            record: parts.record()?,
            field: parts.field()?,
            item: parts.must(MAIN, value)?,
        },
        5 => Act::Remove {
            record: parts.record()?,
            field: parts.field()?,
            adds: parts.writes(REPLACES)?,
        },
        7 => Act::Correct {
            entry: parts.record()?,
            of: RecordId(parts.id(MAIN)?),
        },
        9 => Act::Countersign {
            entry: parts.record()?,
            body_hash: Hash32(parts.must(MAIN, In::fixed)?),
        },
        11 => {
            parts.deletion()?;
            Act::Delete {
                record: parts.record()?,
                reason: parts.text(MAIN)?,
                replaces: parts.writes(REPLACES)?,
                saw: parts.writes(5)?,
            }
        }
        12 => {
            parts.deletion()?;
            Act::Restore {
                record: parts.record()?,
                reason: parts.text(MAIN)?,
                replaces: parts.writes(REPLACES)?,
            }
        }
        _ => Act::Request {
            request: parts.record()?,
            command: parts.must(MAIN, value)?,
        },
    })
}

fn decode_signed(code: u64, parts: &mut Parts<'_>) -> Result<Act, CodecError> {
    let record = parts.record()?;
    Ok(match code {
        6 => Act::Sign {
            entry: record,
            content: Box::new(Signed {
                body: parts.must(MAIN, |input| input.value(MAX_DEPTH))?,
                kind: parts.must(5, In::number)?,
                occurred_on: parts.text(6)?,
                attachments: parts.maybe(7, read_blobs)?.unwrap_or_default(),
                body_hash: Hash32(parts.must(8, In::fixed)?),
                closes_draft: parts.maybe(9, In::uuid)?,
            }),
        },
        8 => Act::Void {
            entry: record,
            of: RecordId(parts.id(MAIN)?),
            reason: parts.text(5)?,
        },
        _ => Act::Attach {
            record,
            blob: parts.must(MAIN, read_blob)?,
        },
    })
}

fn decode_unknown(code: u64, parts: &mut Parts<'_>) -> Result<Act, CodecError> {
    let record = parts.maybe(RECORD, In::uuid)?.map(RecordId);
    let field = parts.maybe(FIELD, In::number)?;
    if field.is_some() && record.is_none() {
        return Err(CodecError::Missing(RECORD));
    }
    Ok(Act::Unknown {
        code,
        record,
        field,
        replaces: parts.writes(REPLACES)?,
        value: parts.0.remove(&MAIN).map(<[u8]>::to_vec),
    })
}

fn writes(input: &mut In<'_>) -> Result<Vec<WriteId>, CodecError> {
    let count = input.array(MAX_REPLACES as u64)?;
    (0..count)
        .map(|_| {
            input.exactly(2)?;
            let change = ChangeId(input.uuid()?);
            Ok(WriteId::new(change, input.number()?))
        })
        .collect()
}

fn read_blobs(input: &mut In<'_>) -> Result<Vec<Blob>, CodecError> {
    let count = input.array(u64::MAX)?;
    (0..count).map(|_| read_blob(input)).collect()
}

fn read_blob(input: &mut In<'_>) -> Result<Blob, CodecError> {
    input.exactly(4)?;
    Ok(Blob {
        hash: Hash32(input.fixed()?),
        len: input.u64()?,
        mime: input.text()?.to_owned(),
        key: input.fixed()?,
    })
}
