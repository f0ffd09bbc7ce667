//! The folder of one operator's archive, and the folders of all on this laptop.
//!
//! `<data>/archives/<store id>/`: `archive.db`, `keyslots.cbor`, `card.cbor`, `attempts.cbor`, `files/`, `backups/`. The name says
//! nothing of anybody; the card holds only what its owner chose to show on the lock's page.

mod card;
mod create;
mod list;
mod unlock;

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use thiserror::Error;

use crate::backup::{self, BackupError};
use crate::disk::Disk;
use crate::files;
use crate::keys::DatabaseKey;
use crate::keys::slots::{self, SlotsError};
use crate::opening::{self, OpenMode, OpeningError, open_database};

pub use card::{Card, CardError, write_card};
pub use create::{NewStore, create};
pub use list::{Listed, list};
pub use unlock::{UnlockError, unlock};

/// The folder, within the data folder, that holds all stores.
pub const ARCHIVES: &str = "archives";

/// Where one store is. Making one touches nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store in this folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.folder.join(opening::FILE_NAME)
    }

    /// The key slots.
    pub fn slots(&self) -> PathBuf {
        self.folder.join(slots::FILE_NAME)
    }

    /// The card for the lock's page.
    pub fn card(&self) -> PathBuf {
        self.folder.join(card::FILE_NAME)
    }

    /// The copies.
    pub fn backups(&self) -> PathBuf {
        self.folder.join(backup::FOLDER)
    }

    /// The sealed files that its records name.
    pub fn files(&self) -> PathBuf {
        self.folder.join(files::FOLDER)
    }

    /// Opens the database for the day, after bringing an interrupted restore to its end. See [`open_database`].
    pub fn open(
        &self,
        key: &DatabaseKey,
        newest_schema: i32,
        disk: &dyn Disk,
    ) -> Result<Connection, StoreError> {
        backup::settle_restore(self, disk)?;
        Ok(open_database(
            &self.database(),
            key,
            OpenMode::First,
            newest_schema,
        )?)
    }

    /// One more connection to a database that this process has open.
    pub fn open_beside(&self, key: &DatabaseKey, newest_schema: i32) -> Result<Connection, OpeningError> {
        open_database(&self.database(), key, OpenMode::Beside, newest_schema)
    }
}

/// Why a store was not made, found or opened.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A store of this id is already here.
    #[error("this store is already here")]
    AlreadyThere,
    /// Its key slots.
    #[error(transparent)]
    Slots(#[from] SlotsError),
    /// Its database.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// Its card.
    #[error(transparent)]
    Card(#[from] CardError),
    /// A restore that could not be brought to its end.
    #[error(transparent)]
    Restore(#[from] BackupError),
    /// The disk refused.
    #[error("the store could not be read or written")]
    Io(#[from] io::Error),
}
