//! The master key and the keys derived from it, each for one purpose and of its own type.

use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::random::{Random, RandomError};

/// 32 secret bytes that stay where they are and are wiped when dropped. No `Debug`, no `Clone`.
pub(crate) type Secret32 = Box<Zeroizing<[u8; 32]>>;

pub(crate) fn empty_secret() -> Secret32 {
    Box::new(Zeroizing::new([0; 32]))
}

/// A secret as a whole block of a hash: HMAC pads a key with zeros up to it anyway, and a whole block is never refused.
pub(crate) fn padded<const N: usize>(secret: &Secret32) -> Zeroizing<[u8; N]> {
    let mut block = Zeroizing::new([0; N]);
    block
        .iter_mut()
        .zip(secret.iter())
        .for_each(|(to, from)| *to = *from);
    block
}

/// The random key of one operator on one device. Everything kept secret in the archive hangs from it.
pub struct MasterKey(Secret32);

impl MasterKey {
    /// A new key.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        let mut bytes = empty_secret();
        random.fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// Takes the key out of an opened slot. `None` when it is not 32 bytes long.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut key = empty_secret();
        if bytes.len() != key.len() {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key of the database of this store: cipher key `db/1`, page authentication key `db-mac/1`, and the salt that
    /// stands in the file's first 16 bytes. The salt is public and belongs to the store, so that a file can be told to
    /// be ours before any key is tried.
    pub fn database(&self, store: Uuid) -> DatabaseKey {
        DatabaseKey {
            cipher: self.derive("db/1"),
            mac: self.derive("db-mac/1"),
            salt: database_salt(store),
        }
    }

    /// The key that wraps the device's signing seed (`dev/1`).
    pub fn device(&self) -> DeviceKey {
        DeviceKey(self.derive("dev/1"))
    }

    /// The key that wraps the key of each attachment (`att/1`).
    pub fn attachments(&self) -> AttachmentKey {
        AttachmentKey(self.derive("att/1"))
    }

    /// The key that authenticates the slots' file (`slots/1`).
    pub fn slots(&self) -> SlotsKey {
        SlotsKey(self.derive("slots/1"))
    }

    fn derive(&self, purpose: &str) -> Secret32 {
        let mut out = empty_secret();
        // Expanding 32 bytes from SHA-256 cannot be refused: the limit is 8,160.
        let expanded =
            Hkdf::<Sha256>::new(None, self.0.as_slice()).expand(purpose.as_bytes(), out.as_mut_slice());
        debug_assert!(expanded.is_ok());
        out
    }
}

/// Opens the database. See [`MasterKey::database`].
pub struct DatabaseKey {
    pub(crate) cipher: Secret32,
    pub(crate) mac: Secret32,
    pub(crate) salt: [u8; 16],
}

/// Wraps the device's signing seed.
pub struct DeviceKey(pub(crate) Secret32);

/// Wraps the keys of attachments.
pub struct AttachmentKey(Secret32);

impl AttachmentKey {
    /// The 32 bytes, for the cipher that wraps an attachment's own key.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Authenticates the slots' file.
pub struct SlotsKey(pub(crate) Secret32);

/// The first 16 bytes of the database file of a store.
pub(crate) fn database_salt(store: Uuid) -> [u8; 16] {
    let digest = Sha256::new()
        .chain_update(b"cartella/db-salt/1")
        .chain_update(store.as_bytes())
        .finalize();
    let mut salt = [0; 16];
    salt.iter_mut()
        .zip(digest.iter())
        .for_each(|(to, from)| *to = *from);
    salt
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> MasterKey {
        MasterKey::from_slice(&[byte; 32]).unwrap()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Computed with Python's `hmac` and `hashlib` from RFC 5869: these bytes are on users' disks and may never change.
    #[test]
    fn derived_keys_are_the_ones_of_the_format() {
        let key = key(7);
        let store = Uuid::from_bytes([1; 16]);
        assert_eq!(
            hex(&key.database(store).cipher[..]),
            "bbdc9908596f65704ce4b7ad1fd950bfddca986ae75e9454fc97e792202855ae"
        );
        assert_eq!(
            hex(&key.database(store).mac[..]),
            "515f747f30484b996d0a69f746d5c75e38d402c113dd1110f52c535321b12943"
        );
        assert_eq!(
            hex(&key.device().0[..]),
            "b925498ccdc68904293a3eef25727f637846677f70656c854146f6af0e3ca19c"
        );
        assert_eq!(
            hex(key.attachments().bytes()),
            "3ae34b4746b267c06467c8dcb77f294c3ff8e2037b7c31ed5fa4a683aa496a38"
        );
        assert_eq!(
            hex(&key.slots().0[..]),
            "7f07e330987957b51eb9829d88813e4d833e525681b7bdad78430bcd6c13fc7f"
        );
        assert_eq!(hex(&key.database(store).salt), "0e23fb8bf03a900cc1a2a0c0a094cc14");
    }

    #[test]
    fn a_key_of_another_length_is_none() {
        assert!(MasterKey::from_slice(&[1; 31]).is_none());
        assert!(MasterKey::from_slice(&[1; 33]).is_none());
    }
}
