//! The device's signing seed, wrapped under a key of its own: it is kept in the archive and signs every change.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use thiserror::Error;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::master::{DeviceKey, Secret32, empty_secret};
use super::random::{Random, RandomError, array};

/// The seed is not one that this key wrapped for this store.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the device's signing key is damaged")]
pub struct DamagedSeed;

/// A wrapped Ed25519 seed: a nonce of 24 bytes, then 48 of ciphertext.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedSeed(pub Vec<u8>);

/// Wraps a seed for this store.
pub fn wrap_seed(
    seed: &[u8; 32],
    key: &DeviceKey,
    store: Uuid,
    random: &dyn Random,
) -> Result<WrappedSeed, RandomError> {
    let nonce: [u8; 24] = array(random)?;
    let payload = Payload {
        msg: seed,
        aad: &context(store),
    };
    // The cipher refuses only texts of 256 GiB.
    let wrapped = cipher(key)
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| RandomError)?;
    Ok(WrappedSeed([nonce.as_slice(), wrapped.as_slice()].concat()))
}

/// Gives the seed back.
pub fn unwrap_seed(wrapped: &WrappedSeed, key: &DeviceKey, store: Uuid) -> Result<Secret32, DamagedSeed> {
    let (nonce, wrapped) = wrapped.0.split_first_chunk::<24>().ok_or(DamagedSeed)?;
    let payload = Payload {
        msg: wrapped,
        aad: &context(store),
    };
    let opened = cipher(key)
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| DamagedSeed)?;
    let mut seed = empty_secret();
    if opened.len() != seed.len() {
        return Err(DamagedSeed);
    }
    seed.copy_from_slice(&opened);
    Ok(seed)
}

fn context(store: Uuid) -> Vec<u8> {
    [b"cartella/device-seed/1".as_slice(), store.as_bytes()].concat()
}

fn cipher(key: &DeviceKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key.0).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{MasterKey, OsRandom};

    #[test]
    fn a_seed_comes_back_only_whole_under_its_key_and_for_its_store() {
        let (key, other) = (
            MasterKey::generate(&OsRandom).unwrap(),
            MasterKey::generate(&OsRandom).unwrap(),
        );
        let store = Uuid::from_bytes([3; 16]);
        let wrapped = wrap_seed(&[9; 32], &key.device(), store, &OsRandom).unwrap();
        assert_eq!(
            unwrap_seed(&wrapped, &key.device(), store).map(|seed| **seed),
            Ok([9; 32])
        );
        assert!(unwrap_seed(&wrapped, &other.device(), store).is_err());
        assert!(unwrap_seed(&wrapped, &key.device(), Uuid::from_bytes([4; 16])).is_err());
        for at in 0..wrapped.0.len() {
            let mut flipped = wrapped.clone();
            flipped.0[at] ^= 1;
            assert!(unwrap_seed(&flipped, &key.device(), store).is_err(), "byte {at}");
        }
        assert!(unwrap_seed(&WrappedSeed(vec![1; 20]), &key.device(), store).is_err());
    }
}
