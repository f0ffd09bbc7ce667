//! The archives on this computer: which there are, making one, opening, recovering, copying, going back.
//!
//! These are the verbs of the lock window; most begin without an open archive. Whoever opens one gives the
//! host a session; the key is kept with it for copies and dies with it.

mod change_passphrase;
mod copies;
mod create;
mod list;
mod opened;
mod passphrase;
mod recover;
mod restore;
mod unlock;

pub use change_passphrase::{ChangePassphrase, change_passphrase};
pub(crate) use copies::Copying;
pub use copies::{BackupDone, Copy, backup, copies_here, copies_of};
pub use create::{CreateArchive, create};
pub use list::{ArchiveCard, list};
pub use opened::Keys;
pub use passphrase::{
    CheckPassphrase, PassphraseVerdict, SuggestedPassphrase, check_another, check_passphrase,
    suggest_another, suggest_passphrase,
};
pub use recover::{RecoverArchive, recover};
pub use restore::{RestoreArchive, restore};
pub use unlock::{Entered, UnlockArchive, unlock};

use crate::{Code, Error};
use cartella_archive::{
    backup::BackupError,
    keys::slots::SlotsError,
    opening::OpeningError,
    store::{StoreError, UnlockError},
};
use uuid::Uuid;

/// Names one archive of this computer.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct ArchiveId {
    /// Its id, from the list.
    #[ts(type = "string")]
    pub id: Uuid,
}

fn count(value: impl TryInto<i64>) -> i64 {
    value.try_into().unwrap_or(i64::MAX)
}

impl From<SlotsError> for Error {
    fn from(error: SlotsError) -> Self {
        match error {
            SlotsError::WrongPassphrase => Code::WrongPassphrase.into(),
            SlotsError::WrongOfficeKey => Code::WrongOfficeKey.into(),
            SlotsError::NotAnAgeKey => Code::NotAnOfficeKey.into(),
            SlotsError::NoOffice => Code::NoOfficeRecovery.into(),
            SlotsError::NoPassphrase | SlotsError::Damaged => Code::SlotsDamaged.into(),
            SlotsError::Missing => Code::SlotsMissing.into(),
            SlotsError::Newer { .. } => Code::ArchiveNewer.into(),
            SlotsError::AlreadyThere => Code::ArchiveAlreadyThere.into(),
            SlotsError::PassphraseSize => Error::field(Code::PassphraseSize, "passphrase"),
            SlotsError::Io(io) => cartella_archive::Error::from(io).into(),
            _ => Code::KeysFailed.into(),
        }
    }
}

impl From<OpeningError> for Error {
    fn from(error: OpeningError) -> Self {
        match error {
            OpeningError::Missing => Code::ArchiveMissing.into(),
            OpeningError::AlreadyThere => Code::ArchiveAlreadyThere.into(),
            OpeningError::NotEncrypted => Code::ArchiveNotEncrypted.into(),
            OpeningError::Foreign => Code::ArchiveForeign.into(),
            OpeningError::WrongKey => Code::ArchiveWrongKey.into(),
            OpeningError::Damaged { page } => {
                Self::new(Code::ArchiveDamaged).with("page", i64::from(page.unwrap_or(0)))
            }
            OpeningError::DamagedLog { frame } => {
                Self::new(Code::ArchiveLogDamaged).with("frame", i64::from(frame))
            }
            OpeningError::Newer { found, known } => Self::new(Code::ArchiveNewer)
                .with("found", i64::from(found))
                .with("known", i64::from(known)),
            OpeningError::InUse => Code::ArchiveInUse.into(),
            OpeningError::Full => Code::DiskFull.into(),
            OpeningError::Unfit(_) => Code::LibraryUnfit.into(),
            OpeningError::Io(io) => cartella_archive::Error::from(io).into(),
            OpeningError::Sqlite(sqlite) => cartella_archive::Error::from(sqlite).into(),
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::AlreadyThere => Code::ArchiveAlreadyThere.into(),
            StoreError::Slots(error) => error.into(),
            StoreError::Opening(error) => error.into(),
            StoreError::Card(_) => Error::field(Code::CardInvalid, "surname"),
            StoreError::Restore(error) => error.into(),
            StoreError::Io(io) => cartella_archive::Error::from(io).into(),
        }
    }
}

impl From<UnlockError> for Error {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::Wait { seconds } => Self::new(Code::UnlockWait).with("seconds", count(seconds)),
            UnlockError::Slots(error) => error.into(),
            UnlockError::Restore(error) => error.into(),
        }
    }
}

impl From<BackupError> for Error {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Missing => Code::CopyMissing.into(),
            BackupError::Full => Code::DiskFull.into(),
            BackupError::Opening(error) => error.into(),
            BackupError::Slots(error) => error.into(),
            BackupError::Io(io) => cartella_archive::Error::from(io).into(),
            BackupError::Stopped => Code::Stopped.into(),
            BackupError::Differs | BackupError::Damaged { .. } => Code::CopyNotGood.into(),
        }
    }
}
