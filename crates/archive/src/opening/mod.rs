//! Opening the archive: what is asked of the file and of the library before a single row is read.
//!
//! A file that is missing, plain, foreign, newer or damaged, and a wrong key, are errors of their own, and none of them
//! creates, replaces or writes a file. Nothing here has SQLite's leave to create: a new file is made by [`create_database`].

mod checks;
mod create;
mod integrity;
mod key_call;
mod open;
mod pages;
mod wal;

use std::io;

use rusqlite::{ErrorCode, ffi};
use thiserror::Error;

pub use checks::{CIPHER_FLOOR, SQLITE_FLOOR};
pub use create::create_database;
pub use integrity::{Finding, check_integrity};
pub(crate) use open::connect_empty;
pub use open::{OpenMode, open_database};
pub(crate) use pages::companion;
pub use pages::damaged_pages;

/// The name of the database in a store's folder.
pub const FILE_NAME: &str = "archive.db";

/// Stands in the database's header (`PRAGMA application_id`), so that another program's file is known: "CTLA".
pub const APPLICATION_ID: i32 = 0x4354_4C41;

/// Why an archive was not opened. The file is as it was.
#[derive(Debug, Error)]
pub enum OpeningError {
    /// There is no file.
    #[error("there is no archive here")]
    Missing,
    /// Something already stands where the archive should be made.
    #[error("something is already here")]
    AlreadyThere,
    /// A plain SQLite file: whatever it is, it is not our archive, and it must not be taken for it.
    #[error("the file is not encrypted")]
    NotEncrypted,
    /// Not an archive of this store: another store's, another program's, or no database at all.
    #[error("the file is not this archive")]
    Foreign,
    /// It is this archive, and the key is not its key.
    #[error("the key does not open this archive")]
    WrongKey,
    /// It is this archive and this key, and a part of the file is broken.
    #[error("the archive is damaged")]
    Damaged {
        /// The first broken page, from 1; none when all pages are authentic and what is in them does not fit.
        page: Option<u32>,
    },
    /// Transactions that were acknowledged are broken in the write-ahead log; opening would drop them in silence.
    #[error("the archive's write-ahead log is damaged")]
    DamagedLog {
        /// The first broken frame, from 1; 0 is the log's header.
        frame: u32,
    },
    /// A later program wrote the archive.
    #[error("the archive is of schema {found}, and this program knows {known}")]
    Newer {
        /// The archive's schema.
        found: i32,
        /// The newest that this program knows.
        known: i32,
    },
    /// Another program holds the file.
    #[error("the archive is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The library that this program was built with may not hold an archive.
    #[error("the library is not fit to hold an archive: {0}")]
    Unfit(&'static str),
    /// The disk refused.
    #[error("the archive could not be read or written")]
    Io(#[source] io::Error),
    /// What SQLite refused for another reason.
    #[error("the archive could not be opened")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<io::Error> for OpeningError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::AlreadyExists => Self::AlreadyThere,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for OpeningError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { page: None },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::DiskFull) => Self::Full,
            // The index of the log, which is shared memory, could not grow.
            Some(_) if extended(&error) == Some(ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            _ => Self::Sqlite(error),
        }
    }
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => Some(failure.extended_code),
        _ => None,
    }
}
