//! The one error that crosses to the screen: a kind that decides what the screen does, a code that has its
//! Italian text there, params that hold ids and numbers and never a name.

mod codes;

pub use codes::Code;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How the screen treats an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// Nothing there, or nothing that this operator may know of.
    NotFound,
    /// What was typed cannot be taken; the params name the field.
    Invalid,
    /// Her role does not allow it.
    Forbidden,
    /// Somebody or something changed it meanwhile.
    Conflict,
    /// Not now: a rule of the trade asks something first.
    Precondition,
    /// The archive is locked.
    Locked,
    /// The passphrase or key does not open it.
    WrongKey,
    /// Wait and try again.
    Busy,
    /// The program is too old for the archive.
    OutOfDate,
    /// The disk or the archive's file fails.
    Storage,
    /// A fault of the program.
    Bug,
}

/// A parameter of an error: an id or a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum Param {
    /// An id, a field's name, a code.
    Text(String),
    /// A number.
    Number(#[ts(type = "number")] i64),
}

impl From<i64> for Param {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}
impl From<&str> for Param {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<uuid::Uuid> for Param {
    fn from(value: uuid::Uuid) -> Self {
        Self::Text(value.to_string())
    }
}

/// An error of a use case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[ts(rename = "ErrorAnswer")]
#[error("{code:?}")]
pub struct Error {
    /// How the screen treats it.
    pub kind: ErrorKind,
    /// Which text it has.
    pub code: Code,
    /// Ids and numbers for the text.
    pub params: BTreeMap<String, Param>,
    /// Whether the same act may succeed if tried again.
    pub retryable: bool,
    /// What to quote when reporting it; only for faults.
    pub trace: Option<String>,
}

impl Error {
    /// An error of a code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        let kind = code.kind();
        let retryable = matches!(kind, ErrorKind::Busy | ErrorKind::Storage | ErrorKind::Conflict);
        Self {
            kind,
            code,
            params: BTreeMap::new(),
            retryable,
            trace: None,
        }
    }

    /// With a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// A value that cannot be taken, in the field that the screen marks.
    #[must_use]
    pub fn field(code: Code, field: &str) -> Self {
        Self::new(code).with("field", field)
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

/// The use cases' result.
pub type Result<T> = std::result::Result<T, Error>;

/// What the operator may not read, or what is not here for her, is left out; anything else that went wrong is an error.
///
/// # Errors
/// Neither `forbidden` nor `not_found`.
pub(crate) fn readable<T>(asked: Result<T>) -> Result<Option<T>> {
    match asked {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind, ErrorKind::Forbidden | ErrorKind::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

impl From<cartella_archive::Error> for Error {
    fn from(error: cartella_archive::Error) -> Self {
        use cartella_archive::Error as E;
        match &error {
            E::DiskFull => Code::DiskFull.into(),
            E::Damaged => Self::new(Code::ArchiveDamaged).with("page", 0),
            E::NotFound => Code::NotFound.into(),
            E::Signed => Code::AlreadySigned.into(),
            E::FileMissing => Code::FileNotHere.into(),
            E::FileDamaged => Code::FileDamaged.into(),
            E::File(io) if io.kind() == std::io::ErrorKind::StorageFull => Code::DiskFull.into(),
            _ => {
                // The source's text is the database's or the system's, never a record's.
                let trace = format!("{:08x}", crc(error.to_string().as_bytes()));
                tracing::error!(trace, error = %error, "archive failure");
                let mut error = Self::new(Code::StorageFailed);
                error.trace = Some(trace);
                error
            }
        }
    }
}

/// A short fingerprint to quote; not for security.
fn crc(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
