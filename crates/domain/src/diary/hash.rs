//! Hashes of what is signed.
//!
//! An open paragraph carries the plain hash of its content, equal in every file where it stands, so that
//! shared text can be recognised. A reserved one carries only a salted hash: the bare hash of a short
//! sentence could be guessed by those who must not read it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use ts_rs::TS;

/// SHA-256 in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ContentHash(pub String);

/// Sixteen random bytes in hexadecimal, kept with the reserved text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Salt(pub String);

impl Salt {
    /// The salt of sixteen bytes, made outside.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(hex(&bytes))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of a text.
#[must_use]
pub fn text_hash(text: &str) -> ContentHash {
    ContentHash(hex(&Sha256::digest(text.as_bytes())))
}

/// The hash of a text behind a salt.
#[must_use]
pub fn salted_hash(salt: &Salt, text: &str) -> ContentHash {
    let mut hasher = Sha256::new();
    hasher.update(salt.0.as_bytes());
    hasher.update([0]);
    hasher.update(text.as_bytes());
    ContentHash(hex(&hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_sha256() {
        assert_eq!(
            text_hash("abc").0,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn a_salt_hides_equal_texts() {
        let (a, b) = (Salt::from_bytes([1; 16]), Salt::from_bytes([2; 16]));
        assert_ne!(salted_hash(&a, "sì"), salted_hash(&b, "sì"));
        assert_ne!(salted_hash(&a, "sì"), text_hash("sì"));
        assert_eq!(salted_hash(&a, "sì"), salted_hash(&a, "sì"));
    }
}
