//! Copies of the archive, made while the program runs, encrypted as it is, each opened and compared before it counts;
//! and going back to one.
//!
//! A copy is a folder `backups/copia-AAAAMMGGThhmmssZ` with `archive.db`, `keyslots.cbor` and, where records name files,
//! `files/` with all of them. Files never change, so that copies share theirs: one more copy takes only the room of new ones. It takes that name when it is
//! whole and proven; no copy is removed but by [`rotate`], which runs after one more was made.

mod copy;
mod restore;
mod rotate;

use std::io;
use std::path::{Path, PathBuf};

use cartella_domain::time::Instant;
use chrono::NaiveDateTime;
use thiserror::Error;

use crate::keys::slots::SlotsError;
use crate::opening::OpeningError;
use crate::store::Store;

pub(crate) use restore::is_before;

pub use copy::{CopyOrder, CopyProgress, CopyReport, make_copy};
pub use restore::{RestoreOrder, Restored, SlotsFrom, restore, settle_restore};
pub use rotate::{Keep, rotate, superseded};

/// The folder of the copies, in a store's.
pub const FOLDER: &str = "backups";
const NAME: &str = "copia-%Y%m%dT%H%M%SZ";

/// Why a copy was not made, or not restored. What was there is still there.
#[derive(Debug, Error)]
pub enum BackupError {
    /// There is no such copy.
    #[error("there is no such copy")]
    Missing,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The caller stopped it.
    #[error("stopped")]
    Stopped,
    /// The copy does not hold what the archive holds.
    #[error("the copy differs from the archive")]
    Differs,
    /// Pages of the copy are broken.
    #[error("the copy is damaged")]
    Damaged {
        /// The first broken page, from 1; none when the pages are authentic and do not fit.
        page: Option<u32>,
    },
    /// The archive or the copy could not be opened.
    #[error(transparent)]
    Opening(OpeningError),
    /// The slots that belong to it.
    #[error(transparent)]
    Slots(SlotsError),
    /// The disk refused.
    #[error("the copy could not be read or written")]
    Io(#[source] io::Error),
}

impl From<OpeningError> for BackupError {
    fn from(error: OpeningError) -> Self {
        match error {
            OpeningError::Full => Self::Full,
            OpeningError::Missing => Self::Missing,
            OpeningError::Damaged { page } => Self::Damaged { page },
            other => Self::Opening(other),
        }
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        OpeningError::from(error).into()
    }
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

impl From<SlotsError> for BackupError {
    fn from(error: SlotsError) -> Self {
        match error {
            SlotsError::Io(error) => error.into(),
            other => Self::Slots(other),
        }
    }
}

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyCard {
    /// When it was taken, to the second.
    pub taken: Instant,
    /// Where it is.
    pub folder: PathBuf,
    /// Bytes of its database.
    pub bytes: u64,
}

/// The copies of a store, newest first. Only whole ones have the name that is looked for.
pub fn copies(store: &Store) -> io::Result<Vec<CopyCard>> {
    let mut found = Vec::new();
    for folder in entries(&store.backups())? {
        let Some(taken) = folder.file_name().and_then(|name| name.to_str()).and_then(taken) else {
            continue;
        };
        let bytes = Store::at(&folder)
            .database()
            .metadata()
            .map_or(0, |database| database.len());
        found.push(CopyCard { taken, folder, bytes });
    }
    found.sort_by_key(|copy| std::cmp::Reverse(copy.taken));
    Ok(found)
}

fn name(taken: Instant) -> String {
    taken.utc().format(NAME).to_string()
}

fn taken(name: &str) -> Option<Instant> {
    let taken = NaiveDateTime::parse_from_str(name, NAME).ok()?;
    Some(Instant(taken.and_utc().timestamp_millis()))
}

/// What is in a folder; nothing when there is no folder.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}
