//! Ports for the device's signature: the real Ed25519 key here, a simulated one in simulations.

use crate::{change::Signature, ids::DeviceId};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use std::collections::BTreeMap;

/// Whoever can sign for a device.
pub trait Signer {
    /// The device that signs.
    fn device_id(&self) -> DeviceId;
    /// Its signature over `message`.
    fn sign(&self, message: &[u8]) -> Signature;
}

/// Whoever can check a device's signature.
pub trait Verifier {
    /// Whether `signature` over `message` is `device`'s.
    ///
    /// # Errors
    /// A device it does not know, or a signature that is not hers.
    fn verify(&self, device: &DeviceId, message: &[u8], signature: &Signature) -> Result<(), SignatureFault>;
}

/// Why a signature does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureFault {
    /// No key is known for this device.
    #[error("unknown device")]
    UnknownDevice,
    /// The signature is not this device's over these bytes.
    #[error("wrong signature")]
    Wrong,
}

/// A device's Ed25519 key, wiped when dropped. The same key signs nothing whose bytes begin as a header does
/// (a CBOR array of 16 or more: 0x90 to 0x98); whatever else it will sign carries a prefix of its own.
pub struct DeviceKey(SigningKey);

impl DeviceKey {
    /// The key of a secret seed of 32 random bytes.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The public key.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }
}

impl Signer for DeviceKey {
    fn device_id(&self) -> DeviceId {
        DeviceId::of_public_key(&self.public_key())
    }

    fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(message).to_bytes()
    }
}

/// Public keys of known devices.
#[derive(Default, Clone)]
pub struct DeviceKeys(BTreeMap<DeviceId, VerifyingKey>);

impl DeviceKeys {
    /// Takes in a device's public key and says its id.
    ///
    /// # Errors
    /// Bytes that are no key, or a key under which more than one message could verify.
    pub fn add(&mut self, public_key: &[u8; 32]) -> Result<DeviceId, SignatureFault> {
        let key = VerifyingKey::from_bytes(public_key).map_err(|_| SignatureFault::Wrong)?;
        if key.is_weak() {
            return Err(SignatureFault::Wrong);
        }
        let device = DeviceId::of_public_key(public_key);
        self.0.insert(device, key);
        Ok(device)
    }
}

impl Verifier for DeviceKeys {
    fn verify(&self, device: &DeviceId, message: &[u8], signature: &Signature) -> Result<(), SignatureFault> {
        let key = self.0.get(device).ok_or(SignatureFault::UnknownDevice)?;
        key.verify_strict(message, &signature.into())
            .map_err(|_| SignatureFault::Wrong)
    }
}
