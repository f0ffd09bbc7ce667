//! A change: one user action in one scope, as bytes that never change and as what they say.

use crate::{
    codec::{self, CodecError, MAX_CHANGE},
    ids::{DeviceId, Hash32, Hlc, ScopeRef, WriteId},
    op::Op,
    wire::{In, Out},
};
use cartella_domain::ids::{ChangeId, GroupId, OperatorId};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;

/// A random number of 16 bytes, a change: without it a short payload could be guessed from its commitment.
pub type Salt = [u8; 16];

/// An Ed25519 signature.
pub type Signature = [u8; 64];

/// What stays of a change for ever, also when its content was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Version of the encoding, 1.
    pub version: u64,
    /// Id of the change (UUIDv7), the same in every incarnation.
    pub change_id: ChangeId,
    /// The device that wrote and signed it.
    pub device_id: DeviceId,
    /// Life of the device's chain, from 1; a new one starts after a restore or a clone.
    pub incarnation: u32,
    /// Position in that chain, from 1 without gaps.
    pub dev_seq: u64,
    /// SHA-256 of the previous header's bytes; zeros for the first.
    pub prev: Hash32,
    /// When the device's hybrid clock says it was written: orders what is shown, decides nothing.
    pub hlc: Hlc,
    /// How far the hub's clock is ahead of the device's, milliseconds, as last measured.
    pub clock_offset_ms: i64,
    /// What is known to be wrong with the clock: [`crate::clock`].
    pub clock_flags: u32,
    /// The operator who acted.
    pub author_id: OperatorId,
    /// The one scope it writes in.
    pub scope: ScopeRef,
    /// The newest change of rights that the author's device knew; 0 without an office.
    pub acl_seen: u64,
    /// The newest number of the scope that the author's device had; 0 without an office.
    pub scope_seq_seen: u64,
    /// Version of the registry of kinds and fields that it was written with.
    pub schema_ver: u32,
    /// Common to the changes that one action made in several scopes.
    pub group_id: Option<GroupId>,
    /// HMAC-SHA-256 of the payload under the salt.
    pub payload_commit: Hash32,
}

/// A change with the bytes it came in. The parts always belong together: there is no way to alter one.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    header: Header,
    header_bytes: Vec<u8>,
    signature: Signature,
    content: Option<Content>,
}

/// The part that can be erased.
#[derive(Clone, PartialEq, Eq)]
struct Content {
    salt: Salt,
    payload: Vec<u8>,
    ops: Vec<Op>,
}

impl Change {
    /// Puts a change together from its stored parts; `content` is salt and payload, absent after an erasure.
    /// Nothing is verified but the form: see [`crate::chain::verify`].
    ///
    /// # Errors
    /// Header or payload that cannot be read.
    pub fn from_parts(
        header_bytes: Vec<u8>,
        signature: Signature,
        content: Option<(Salt, Vec<u8>)>,
    ) -> Result<Self, CodecError> {
        let content = content
            .map(|(salt, payload)| {
                let ops = codec::decode_payload(&payload)?;
                Ok(Content { salt, payload, ops })
            })
            .transpose()?;
        Ok(Self {
            header: codec::decode_header(&header_bytes)?,
            header_bytes,
            signature,
            content,
        })
    }

    /// The whole change as bytes: what is stored and sent.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let payload = self.content.as_ref().map_or(0, |content| content.payload.len());
        let mut out = Out::with_room(self.header_bytes.len() + payload + 128);
        out.array(4);
        out.bytes(&self.header_bytes);
        out.bytes(&self.signature);
        match &self.content {
            Some(content) => {
                out.bytes(&content.salt);
                out.bytes(&content.payload);
            }
            None => {
                out.null();
                out.null();
            }
        }
        out.finish()
    }

    /// Reads a change. Nothing is verified but the form.
    ///
    /// # Errors
    /// Bytes that are no change, or not in the one form that [`Change::encode`] writes.
    pub fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
        if bytes.len() > MAX_CHANGE {
            return Err(CodecError::TooLong);
        }
        let mut input = In::new(bytes);
        input.exactly(4)?;
        let header = input.bytes()?.to_vec();
        let signature = input.fixed()?;
        let salt = input.optional(In::fixed)?;
        let payload = input.optional(In::bytes)?;
        input.end()?;
        let content = match (salt, payload) {
            (Some(salt), Some(payload)) => Some((salt, payload.to_vec())),
            (None, None) => None,
            _ => return Err(CodecError::HalfErased),
        };
        Self::from_parts(header, signature, content)
    }

    /// Header and its hash of what claims to be a change, whatever the rest is: enough to follow a chain past a
    /// change that cannot be read.
    ///
    /// # Errors
    /// Bytes without a readable header.
    pub fn header_of(bytes: &[u8]) -> Result<(Header, Hash32), CodecError> {
        if bytes.len() > MAX_CHANGE {
            return Err(CodecError::TooLong);
        }
        let mut input = In::new(bytes);
        input.exactly(4)?;
        let header = input.bytes()?;
        Ok((codec::decode_header(header)?, Hash32::of(header)))
    }

    /// What the header says.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Id of the change.
    #[must_use]
    pub const fn id(&self) -> ChangeId {
        self.header.change_id
    }

    /// The header as signed.
    #[must_use]
    pub fn header_bytes(&self) -> &[u8] {
        &self.header_bytes
    }

    /// SHA-256 of the header's bytes: what the next change of the chain points to.
    #[must_use]
    pub fn header_hash(&self) -> Hash32 {
        Hash32::of(&self.header_bytes)
    }

    /// The device's signature over the header's bytes.
    #[must_use]
    pub const fn signature(&self) -> &Signature {
        &self.signature
    }

    /// The salt, unless erased.
    #[must_use]
    pub fn salt(&self) -> Option<&Salt> {
        self.content.as_ref().map(|content| &content.salt)
    }

    /// The payload's bytes, unless erased.
    #[must_use]
    pub fn payload(&self) -> Option<&[u8]> {
        self.content.as_ref().map(|content| content.payload.as_slice())
    }

    /// The operations; none after an erasure.
    #[must_use]
    pub fn ops(&self) -> &[Op] {
        self.content.as_ref().map_or(&[], |content| &content.ops)
    }

    /// The operations with their names.
    pub fn writes(&self) -> impl Iterator<Item = (WriteId, &Op)> {
        let id = self.id();
        (0..=u8::MAX)
            .zip(self.ops())
            .map(move |(index, op)| (WriteId::new(id, index), op))
    }

    /// The same change without its content; its place in the chain still verifies.
    #[must_use]
    pub fn erased(mut self) -> Self {
        self.content = None;
        self
    }

    /// Whether the payload is the one that the header commits to; true of an erased one.
    #[must_use]
    pub fn keeps_commitment(&self) -> bool {
        self.content
            .as_ref()
            .is_none_or(|content| commit(&content.salt, &content.payload) == self.header.payload_commit)
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Change")
            .field("header", &self.header)
            .field("ops", &self.ops())
            .finish_non_exhaustive()
    }
}

/// HMAC-SHA-256 of a payload under its salt.
#[must_use]
pub fn commit(salt: &Salt, payload: &[u8]) -> Hash32 {
    let mut key = [0_u8; 64];
    for (to, from) in key.iter_mut().zip(salt) {
        *to = *from;
    }
    // A key shorter than the block is padded with zeros by the definition of HMAC (RFC 2104, 2).
    let mut mac = Hmac::<Sha256>::new(&key.into());
    mac.update(payload);
    Hash32(mac.finalize().into_bytes().into())
}
