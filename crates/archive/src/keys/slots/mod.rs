//! The slots' file: the master key, wrapped once for the passphrase and once for the office.
//!
//! It stands beside the database and is all that a new passphrase rewrites. Each slot authenticates its own
//! parameters; the whole file is authenticated under a key derived from the master key, so that no slot can be added,
//! dropped or weakened by somebody who does not hold it already.

mod encoding;
mod office;
mod passphrase_slot;
mod verbs;

use std::io;

use thiserror::Error;
use uuid::Uuid;

use super::kdf::{Kdf, KdfError, KdfParams};
use super::master::MasterKey;
use super::random::{Random, RandomError};
use crate::disk::Disk;

pub use office::{OfficeIdentity, OfficeRecipient};
pub use passphrase_slot::Passphrase;
pub use verbs::{change_passphrase, check, create, describe, recover, set_office, set_passphrase, unlock};

/// The name of the file in a store's folder.
pub const FILE_NAME: &str = "keyslots.cbor";

/// What slots are made with. The product fills it with `Argon2id`, `OsRandom` and `OsDisk`.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// Derives keys from passphrases.
    pub kdf: &'a dyn Kdf,
    /// Gives keys, salts and nonces.
    pub random: &'a dyn Random,
    /// Writes the file.
    pub disk: &'a dyn Disk,
}

/// What a new file of slots is made from.
pub struct NewSlots<'a> {
    /// The store that it opens.
    pub store: Uuid,
    /// The operator's passphrase.
    pub passphrase: &'a Passphrase,
    /// What deriving its key costs: from `calibrate`.
    pub cost: KdfParams,
    /// Who at the office can recover the archive; may be nobody.
    pub office: &'a [OfficeRecipient],
}

/// The master key, and the store that it belongs to.
pub struct Unlocked {
    /// The store named in the authenticated file.
    pub store: Uuid,
    /// The key.
    pub master: MasterKey,
}

/// What can be said of a file of slots without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotsCard {
    /// The store that it says it opens.
    pub store: Uuid,
    /// What deriving the passphrase's key costs.
    pub cost: Option<KdfParams>,
    /// The public keys of the office's recipients (`age1...`); empty when there is no recovery.
    pub office: Vec<String>,
}

/// Why the slots' file did not give or take a key.
#[derive(Debug, Error)]
pub enum SlotsError {
    /// There is no slots' file.
    #[error("no key slots here")]
    Missing,
    /// Something already stands where the file should be made.
    #[error("key slots are already here")]
    AlreadyThere,
    /// The file is not whole, or somebody changed it.
    #[error("the key slots are damaged")]
    Damaged,
    /// A later program wrote the file.
    #[error("the key slots are of version {version}, which is newer than this program")]
    Newer {
        /// The file's version.
        version: u32,
    },
    /// The passphrase does not open the slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The identity is not one of the office's recipients.
    #[error("not the office's key")]
    WrongOfficeKey,
    /// No recovery by the office was set up.
    #[error("no office recovery in this archive")]
    NoOffice,
    /// No passphrase was set up.
    #[error("no passphrase in this archive")]
    NoPassphrase,
    /// Not an age recipient (`age1...`) or identity (`AGE-SECRET-KEY-1...`).
    #[error("not an age key")]
    NotAnAgeKey,
    /// An empty passphrase, or one of over 1,024 bytes.
    #[error("the passphrase is empty or too long")]
    PassphraseSize,
    /// The key could not be derived.
    #[error(transparent)]
    Kdf(#[from] KdfError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// What was just written does not read back as it was written; the old file is still in place.
    #[error("the new key slots did not read back")]
    NotProven,
    /// The disk refused.
    #[error("the key slots could not be read or written")]
    Io(#[source] io::Error),
}

impl From<io::Error> for SlotsError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::InvalidData => Self::Damaged,
            _ => Self::Io(error),
        }
    }
}
