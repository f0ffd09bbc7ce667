//! Operations: what one change does, 1 to 64 of them, all in one scope.
//!
//! Five keys mean the same in every operation ever written, so that a program can count what is live without
//! knowing the operation: 0 its code, 1 the record, 2 the field, 3 the writes it replaces, 4 its main value.
//! An operation with key 4 *stands* (is a live write until replaced); one without only takes others away. One
//! without key 2 is an *append*: it lives for ever and replaces nothing.

use crate::{
    codec::{CodecError, signed_hash},
    ids::{Hash32, WriteId},
};
use cartella_domain::ids::{OperatorId, RecordId};
use serde_json::Value;
use std::fmt;
use uuid::Uuid;

/// The field number that stands for "this record is deleted": no record has a field 0.
pub const DELETION: u16 = 0;

/// One operation and what this program does not know of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Op {
    /// What it does.
    pub act: Act,
    /// Keys that a newer program wrote (all above 4), ascending, with their raw CBOR: kept and written again as they were.
    pub extra: Vec<(u64, Vec<u8>)>,
}

impl From<Act> for Op {
    fn from(act: Act) -> Self {
        Self {
            act,
            extra: Vec::new(),
        }
    }
}

/// What an operation does.
#[derive(Clone, PartialEq, Eq)]
pub enum Act {
    /// First operation of a scope; its author holds the scope until the office decides.
    OpenScope {
        /// The record that the scope is about where its owner does not say it (`private`, `secret`).
        of: Option<Uuid>,
    },
    /// A record begins.
    Create {
        /// The record.
        record: RecordId,
        /// Number of its kind in the registry.
        kind: u16,
    },
    /// A field gets a value; `Null` clears it.
    Set {
        /// The record.
        record: RecordId,
        /// Number of the field, not 0.
        field: u16,
        /// The value: JSON without floats.
        value: Value,
        /// The writes of this field that the author had before her: see [`crate::registers::reach`].
        replaces: Vec<WriteId>,
    },
    /// A member joins a set.
    Add {
        /// The record.
        record: RecordId,
        /// Number of the field, not 0.
        field: u16,
        /// The member.
        item: Value,
    },
    /// A member leaves a set: the additions that the author saw are taken back.
    Remove {
        /// The record.
        record: RecordId,
        /// Number of the field, not 0.
        field: u16,
        /// Those additions.
        adds: Vec<WriteId>,
    },
    /// An entry is signed: its whole content in one operation, never changed afterwards.
    Sign {
        /// The entry.
        entry: RecordId,
        /// Its content.
        content: Box<Signed>,
    },
    /// A signed entry is the rettifica of another.
    Correct {
        /// The rettifica.
        entry: RecordId,
        /// The entry it speaks about.
        of: RecordId,
    },
    /// A signed entry annuls another, which stays readable.
    Void {
        /// The annulment.
        entry: RecordId,
        /// The entry it annuls.
        of: RecordId,
        /// Why.
        reason: String,
    },
    /// A second person signs the same content.
    Countersign {
        /// The entry.
        entry: RecordId,
        /// Hash of the content she saw.
        body_hash: Hash32,
    },
    /// A document is attached to a record.
    Attach {
        /// The record.
        record: RecordId,
        /// The document.
        blob: Blob,
    },
    /// A record is marked as deleted; an edit that the author did not see keeps it visible.
    Delete {
        /// The record.
        record: RecordId,
        /// Why.
        reason: String,
        /// Earlier deletions and restorations that this one follows.
        replaces: Vec<WriteId>,
        /// The live writes of the record that the author had before her (with [`crate::registers::reach`]).
        saw: Vec<WriteId>,
    },
    /// A deleted record is taken back.
    Restore {
        /// The record.
        record: RecordId,
        /// Why.
        reason: String,
        /// The deletions that it takes back.
        replaces: Vec<WriteId>,
    },
    /// The office is asked for what only the office does.
    Request {
        /// Id of the request.
        request: RecordId,
        /// What is asked.
        command: Value,
    },
    /// An operation of a newer program: stored and forwarded untouched, live like any other.
    Unknown {
        /// Its code.
        code: u64,
        /// Key 1.
        record: Option<RecordId>,
        /// Key 2.
        field: Option<u16>,
        /// Key 3.
        replaces: Vec<WriteId>,
        /// Key 4, raw CBOR.
        value: Option<Vec<u8>>,
    },
}

/// The content of a signed entry. `body_hash` covers kind, author, day, body and attachments: make one with [`Signed::new`].
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
    /// Number of its kind in the registry.
    pub kind: u16,
    /// The day it speaks of: `2026`, `2026-11` or `2026-11-22`, `~` behind an estimate.
    pub occurred_on: String,
    /// The fields by name, segments included: JSON without floats.
    pub body: Value,
    /// Documents signed together with it.
    pub attachments: Vec<Blob>,
    /// SHA-256 over what was signed: [`crate::codec::signed_hash`].
    pub body_hash: Hash32,
    /// The draft that this signature closes.
    pub closes_draft: Option<Uuid>,
}

impl Signed {
    /// The content that `author` signs, with its hash.
    ///
    /// # Errors
    /// A body that cannot be encoded (a float, nesting beyond the limit).
    pub fn new(
        kind: u16,
        author: OperatorId,
        occurred_on: String,
        body: Value,
        attachments: Vec<Blob>,
        closes_draft: Option<Uuid>,
    ) -> Result<Self, CodecError> {
        Ok(Self {
            body_hash: signed_hash(kind, author, &occurred_on, &body, &attachments)?,
            kind,
            occurred_on,
            body,
            attachments,
            closes_draft,
        })
    }
}

/// An encrypted document: its bytes live elsewhere under their hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Blob {
    /// SHA-256 of the ciphertext.
    pub hash: Hash32,
    /// Length of the ciphertext in bytes.
    pub len: u64,
    /// Media type.
    pub mime: String,
    /// The key it is encrypted with: follows the scope's permissions and dies with the payload.
    pub key: [u8; 32],
}

/// What an operation does to the live writes, whatever its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect<'a> {
    /// The register it writes to; without one it is an append.
    pub register: Option<(RecordId, u16)>,
    /// The record it speaks about.
    pub record: Option<RecordId>,
    /// Writes on the same register that it replaces.
    pub replaces: &'a [WriteId],
    /// Whether it is itself a write that can be live.
    pub stands: bool,
}

impl Act {
    /// What it does to the live writes.
    #[must_use]
    pub fn effect(&self) -> Effect<'_> {
        let (record, field, replaces, stands): (_, _, &[WriteId], _) = match self {
            Act::OpenScope { .. } => (None, None, &[], true),
            Act::Create { record, .. } | Act::Attach { record, .. } => (Some(*record), None, &[], true),
            Act::Set {
                record,
                field,
                replaces,
                ..
            } => (Some(*record), Some(*field), replaces, true),
            Act::Add { record, field, .. } => (Some(*record), Some(*field), &[], true),
            Act::Remove { record, field, adds } => (Some(*record), Some(*field), adds, false),
            Act::Sign { entry, .. }
            | Act::Correct { entry, .. }
            | Act::Void { entry, .. }
            | Act::Countersign { entry, .. } => (Some(*entry), None, &[], true),
            Act::Delete { record, replaces, .. } | Act::Restore { record, replaces, .. } => {
                (Some(*record), Some(DELETION), replaces, true)
            }
            Act::Request { request, .. } => (Some(*request), None, &[], true),
            Act::Unknown {
                record,
                field,
                replaces,
                value,
                ..
            } => (*record, *field, replaces, value.is_some()),
        };
        Effect {
            register: record.zip(field),
            record,
            replaces,
            stands,
        }
    }

    /// Its code in the encoding.
    #[must_use]
    pub const fn code(&self) -> u64 {
        match self {
            Act::OpenScope { .. } => 1,
            Act::Create { .. } => 2,
            Act::Set { .. } => 3,
            Act::Add { .. } => 4,
            Act::Remove { .. } => 5,
            Act::Sign { .. } => 6,
            Act::Correct { .. } => 7,
            Act::Void { .. } => 8,
            Act::Countersign { .. } => 9,
            Act::Attach { .. } => 10,
            Act::Delete { .. } => 11,
            Act::Restore { .. } => 12,
            Act::Request { .. } => 13,
            Act::Unknown { code, .. } => *code,
        }
    }
}

impl Op {
    /// What it does to the live writes.
    #[must_use]
    pub fn effect(&self) -> Effect<'_> {
        self.act.effect()
    }
}

// Debug shows ids and numbers only: the values of an operation are about people.

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effect = self.effect();
        f.debug_struct("Act")
            .field("code", &self.code())
            .field("record", &effect.record)
            .field("field", &effect.register.map(|(_, field)| field))
            .field("replaces", &effect.replaces)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.act.fmt(f)
    }
}

impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signed")
            .field("kind", &self.kind)
            .field("body_hash", &self.body_hash)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blob")
            .field("hash", &self.hash)
            .field("len", &self.len)
            .finish_non_exhaustive()
    }
}
