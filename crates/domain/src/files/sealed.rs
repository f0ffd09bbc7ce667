//! Where the sealed bytes of a file are and what opens them. Whoever holds the record can open the file; when the record
//! is purged, nothing can.

use crate::diary::ContentHash;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt::Write as _;
use ts_rs::TS;
use uuid::Uuid;

/// The key of one file. No `Debug`.
#[derive(Clone, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct FileKey(pub [u8; 32]);

impl Serialize for FileKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for FileKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || de::Error::custom("a key is 64 hexadecimal digits");
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let mut key = [0; 32];
        for (index, byte) in key.iter_mut().enumerate() {
            let pair = text.get(index * 2..index * 2 + 2).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(key))
    }
}

/// The sealed bytes of a file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sealed {
    /// The archive in which they were sealed; part of what authenticates them.
    #[ts(type = "string")]
    pub store: Uuid,
    /// Their name in the folder: random, and the same on every laptop.
    #[ts(type = "string")]
    pub file: Uuid,
    /// How they are sealed.
    pub version: u8,
    /// What opens them.
    pub key: FileKey,
    /// SHA-256 of the content.
    pub hash: ContentHash,
}

#[cfg(test)]
mod tests {
    use super::FileKey;

    #[test]
    fn a_key_survives_its_text_and_another_text_is_none() {
        let key = FileKey([0xa7; 32]);
        let text = serde_json::to_string(&key).unwrap();
        assert_eq!(text, format!("\"{}\"", "a7".repeat(32)));
        assert!(serde_json::from_str::<FileKey>(&text).is_ok_and(|read| read == key));
        for wrong in ["a7".repeat(31), "z7".repeat(32), "+7".repeat(32)] {
            assert!(
                serde_json::from_str::<FileKey>(&format!("\"{wrong}\"")).is_err(),
                "{wrong}"
            );
        }
    }
}
