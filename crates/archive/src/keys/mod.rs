//! The keys of an archive: one random master key, what is derived from it, and the slots that wrap it.
//!
//! The master key never leaves this crate as bytes and is never written down unwrapped. A passphrase or the
//! office's identity opens a slot; the slot gives the master key; everything else comes from it by HKDF.

mod attempts;
mod device;
mod kdf;
mod master;
pub mod passphrase;
mod random;
pub mod slots;

pub use attempts::{Attempts, Failures, wait_after};
pub use device::{WrappedSeed, unwrap_seed, wrap_seed};
pub use kdf::{Argon2id, Kdf, KdfError, KdfParams, MonotonicStopwatch, Stopwatch, calibrate};
pub(crate) use master::padded;
pub use master::{AttachmentKey, DatabaseKey, DeviceKey, MasterKey, SlotsKey};
pub use random::{OsRandom, Random, RandomError};

#[cfg(any(test, feature = "testing"))]
pub use kdf::CheapKdf;
