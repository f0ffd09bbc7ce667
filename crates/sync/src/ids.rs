//! What changes are named by: writes, devices, hashes, scopes, and the hybrid clock's stamp.

use cartella_domain::{
    ids::ChangeId,
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use sha2::{Digest as _, Sha256};
use std::fmt;
use uuid::Uuid;

/// One operation of one change. Registers, `replaces` and the digest speak of writes, never of whole changes.
/// The order is that of change ids (by creation, UUIDv7), then of position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriteId {
    /// The change.
    pub change: ChangeId,
    /// Position of the operation in it, 0 to 63.
    pub op: u8,
}

impl WriteId {
    /// The operation at position `op` of `change`.
    #[must_use]
    pub const fn new(change: ChangeId, op: u8) -> Self {
        Self { change, op }
    }
}

/// A SHA-256 hash, or an HMAC of that size.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash32(pub [u8; 32]);

impl Hash32 {
    /// Stands before the first change of a chain.
    pub const ZERO: Self = Self([0; 32]);

    /// SHA-256 of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// A device: SHA-256 of its Ed25519 public key. Made on the laptop, never changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub [u8; 32]);

impl DeviceId {
    /// The device that owns a public key (32 bytes).
    #[must_use]
    pub fn of_public_key(key: &[u8; 32]) -> Self {
        Self(Hash32::of(key).0)
    }
}

fn hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

macro_rules! as_hex {
    ($($name:ident),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }
    )*};
}

as_hex!(Hash32, DeviceId);

/// A scope as a change names it. Unlike [`ScopeId`] it can also name a kind of scope that only a newer program
/// knows, so that its changes are kept and forwarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeRef {
    /// The record that the scope belongs to.
    pub owner: Uuid,
    /// The number of its kind.
    pub kind: u8,
}

impl ScopeRef {
    /// The scope in the domain's terms, if this program knows its kind.
    #[must_use]
    pub fn known(self) -> Option<ScopeId> {
        ScopeKind::from_number(self.kind).map(|kind| ScopeId {
            owner: self.owner,
            kind,
        })
    }
}

impl From<ScopeId> for ScopeRef {
    fn from(scope: ScopeId) -> Self {
        Self {
            owner: scope.owner,
            kind: scope.kind.number(),
        }
    }
}

/// A stamp of the hybrid logical clock: 48 bits of milliseconds since 1970, 16 bits of counter. Orders what is
/// shown, decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hlc(pub u64);

impl Hlc {
    /// The first stamp of a millisecond; times before 1970 count as 1970, after the year 10889 as its end.
    #[must_use]
    pub fn at(moment: Instant) -> Self {
        let millis = u64::try_from(moment.0).unwrap_or(0).min((1 << 48) - 1);
        Self(millis << 16)
    }

    /// The millisecond in it.
    #[must_use]
    pub fn instant(self) -> Instant {
        Instant(i64::try_from(self.0 >> 16).unwrap_or(i64::MAX))
    }
}
