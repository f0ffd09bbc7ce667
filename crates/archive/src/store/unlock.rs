//! Unlocking a store with the passphrase, counting what fails.

use cartella_domain::time::Instant;
use thiserror::Error;

use super::Store;
use crate::backup::{self, BackupError};
use crate::keys::slots::{self, Passphrase, Ports, SlotsError, Unlocked};
use crate::keys::{Attempts, Failures};

/// Why a store stays locked.
#[derive(Debug, Error)]
pub enum UnlockError {
    /// Too many wrong passphrases: the next try may come in so many seconds. The passphrase was not looked at.
    #[error("wait {seconds} s before the next try")]
    Wait {
        /// Seconds, rounded up.
        seconds: u64,
    },
    /// The passphrase or the slots.
    #[error(transparent)]
    Slots(#[from] SlotsError),
    /// An interrupted restore.
    #[error(transparent)]
    Restore(#[from] BackupError),
}

/// Gives the store's key for its passphrase, and what failed before it since the last success: an event for the audit.
pub fn unlock(
    store: &Store,
    passphrase: &Passphrase,
    now: Instant,
    ports: Ports<'_>,
) -> Result<(Unlocked, Failures), UnlockError> {
    backup::settle_restore(store, ports.disk)?;
    let attempts = Attempts::of(store.folder(), ports.disk);
    let wait = attempts.failures(now).remaining(now);
    if !wait.is_zero() {
        return Err(UnlockError::Wait {
            seconds: wait.as_millis().div_ceil(1_000).try_into().unwrap_or(u64::MAX),
        });
    }
    match slots::unlock(&store.slots(), passphrase, ports.kdf) {
        Ok(unlocked) => {
            // A counter that cannot be cleared, on a full disk say, keeps nobody out.
            let failures = attempts.take(now).unwrap_or_default();
            Ok((unlocked, failures))
        }
        Err(SlotsError::WrongPassphrase) => {
            // Nor does one that cannot be written: the answer is still that the passphrase is wrong.
            let _ = attempts.record_failure(now);
            Err(SlotsError::WrongPassphrase.into())
        }
        Err(error) => Err(error.into()),
    }
}
