//! What can go wrong in the archive, told apart as far as the screen tells it apart.

/// A failure of the archive. No variant carries what a record says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The disk has no room; nothing of the act was kept.
    #[error("the disk is full")]
    DiskFull,
    /// A page of the file is broken: it was noticed by its HMAC, and nothing of it was shown.
    #[error("the archive is damaged")]
    Damaged,
    /// The database did not answer as it should.
    #[error("database: {0}")]
    Database(#[source] rusqlite::Error),
    /// A file that a record names is not on this computer.
    #[error("a file is not here")]
    FileMissing,
    /// A file is not what was sealed: bytes changed, were cut or exchanged. Nothing of it was shown.
    #[error("a file is damaged")]
    FileDamaged,
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// The change could not be encoded, signed or understood.
    #[error("change: {0}")]
    Change(#[source] cartella_sync::codec::CodecError),
    /// A value that JSON cannot hold.
    #[error("value: {0}")]
    Value(#[from] serde_json::Error),
    /// What was asked for is not in this archive.
    #[error("not found")]
    NotFound,
    /// The archive contradicts itself; `what` is the invariant that broke.
    #[error("inconsistent: {what}")]
    Inconsistent {
        /// Which invariant.
        what: &'static str,
    },
    /// A signed thing was about to change.
    #[error("signed things do not change")]
    Signed,
}

/// The archive's result.
pub type Result<T> = std::result::Result<T, Error>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NotFound,
            _ => Self::Database(error),
        }
    }
}

impl From<cartella_sync::codec::CodecError> for Error {
    fn from(error: cartella_sync::codec::CodecError) -> Self {
        Self::Change(error)
    }
}
