//! The digest of a scope: two holders of the same live writes have the same 32 bytes, kept with one XOR a write.

use crate::ids::WriteId;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Exclusive or of SHA-256 over each live accepted write of one scope. A device's own pending writes are not in it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Puts a write in that was born, takes one out that died.
    pub fn toggle(&mut self, write: WriteId) {
        let mut hash = Sha256::new();
        hash.update(b"cartella live write 1");
        hash.update(write.change.uuid().as_bytes());
        hash.update([write.op]);
        for (byte, other) in self.0.iter_mut().zip(hash.finalize()) {
            *byte ^= other;
        }
    }

    /// The digest of these writes.
    #[must_use]
    pub fn of(writes: impl IntoIterator<Item = WriteId>) -> Self {
        let mut digest = Self::default();
        writes.into_iter().for_each(|write| digest.toggle(write));
        digest
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::ids::Hash32(self.0).fmt(f)
    }
}
