//! Signatures: a simulated one that anybody could make, enough where nobody forges; the real one now and then.

use crate::rng::Rng;
use cartella_sync::{
    change::Signature,
    ids::DeviceId,
    signer::{DeviceKey, DeviceKeys, SignatureFault, Signer, Verifier},
};
use std::rc::Rc;

/// A device's key.
#[derive(Clone)]
pub enum Key {
    Simulated(DeviceId),
    Real { key: Rc<DeviceKey>, seed: [u8; 32] },
}

impl Key {
    /// The key of a run's `n`th device.
    pub fn make(n: u64, real: bool, rng: &mut Rng) -> Self {
        if real {
            let mut seed = [0; 32];
            seed[..8].copy_from_slice(&rng.roll().to_le_bytes());
            seed[8] = n as u8;
            let key = Rc::new(DeviceKey::from_seed(&seed));
            Self::Real { key, seed }
        } else {
            let mut id = [0; 32];
            id[0] = n as u8;
            Self::Simulated(DeviceId(id))
        }
    }

    /// What the hub is told of it.
    pub fn public(&self) -> Option<[u8; 32]> {
        match self {
            Self::Simulated(_) => None,
            Self::Real { key, .. } => Some(key.public_key()),
        }
    }

    /// The secret of a real key.
    pub fn seed(&self) -> Option<[u8; 32]> {
        match self {
            Self::Simulated(_) => None,
            Self::Real { seed, .. } => Some(*seed),
        }
    }
}

/// Two rounds of a multiplicative hash over device and message.
fn simulated(device: &DeviceId, message: &[u8]) -> Signature {
    let mut state = 0xCBF2_9CE4_8422_2325_u64 ^ u64::from(device.0[0]);
    for chunk in message.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        state ^= state >> 29;
    }
    let mut signature = [0; 64];
    signature[..8].copy_from_slice(&state.to_le_bytes());
    signature
}

impl Signer for Key {
    fn device_id(&self) -> DeviceId {
        match self {
            Self::Simulated(id) => *id,
            Self::Real { key, .. } => key.device_id(),
        }
    }

    fn sign(&self, message: &[u8]) -> Signature {
        match self {
            Self::Simulated(id) => simulated(id, message),
            Self::Real { key, .. } => key.sign(message),
        }
    }
}

/// The keys that the hub knows.
#[derive(Default, Clone)]
pub struct Keys(DeviceKeys);

impl Keys {
    pub fn add(&mut self, key: &Key) {
        if let Some(public) = key.public() {
            self.0.add(&public).unwrap();
        }
    }
}

impl Verifier for Keys {
    fn verify(&self, device: &DeviceId, message: &[u8], signature: &Signature) -> Result<(), SignatureFault> {
        if device.0[1..].iter().any(|byte| *byte != 0) {
            return self.0.verify(device, message, signature);
        }
        if simulated(device, message) == *signature {
            Ok(())
        } else {
            Err(SignatureFault::Wrong)
        }
    }
}
