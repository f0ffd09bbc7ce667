//! What an import of an office's tables made, so that it can be resumed after a crash and undone as a whole.
//!
//! An import is one `ImportBatch`; every group of its lines is an `ImportPart`, written in the same act as the
//! records it lists. So after a crash there is exactly what the parts say, neither more nor less. How columns were
//! mapped is remembered by their headings in an `ImportMapping`. All of them live in their operator's own scope.

use crate::{
    ids::{CaseId, ImportId, PersonId, RecordId},
    record::Record,
    services::Service,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ImportState {
    /// Lines are being written, or it was interrupted among them.
    #[default]
    Running,
    /// Every line that could be taken is there.
    Done {
        /// When.
        at: Instant,
    },
    /// What it made was taken back, but for what had been worked on since.
    Undone {
        /// When.
        at: Instant,
        /// Records that stay.
        kept: u32,
    },
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 40, name = "import_batch")]
pub struct ImportBatch {
    /// The file as the user knows it.
    #[field(1)]
    pub file_name: String,
    /// SHA-256 of the file and of the sheet that was read, hexadecimal: the same file is known again.
    #[field(2)]
    pub digest: String,
    /// Lines to take.
    #[field(3)]
    pub lines: u32,
    /// When it began.
    #[field(4)]
    pub started_at: Instant,
    /// Where it stands.
    #[field(5)]
    pub state: ImportState,
}

/// What one line became.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ImportedLine {
    /// The line of the file.
    pub line: u32,
    /// Its person, new or known before.
    pub person: Option<PersonId>,
    /// Its case, if one was opened.
    pub case: Option<CaseId>,
    /// Every record that was made for it.
    pub made: Vec<RecordId>,
}

/// One group of lines of an import, written in one act with what it lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 42, name = "import_part")]
pub struct ImportPart {
    /// Of which import.
    #[field(1)]
    pub batch: ImportId,
    /// Its place among the parts, from 1.
    #[field(2)]
    pub number: u32,
    /// What its lines became.
    #[field(3)]
    pub lines: Vec<ImportedLine>,
}

/// What an office calls a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RememberedService {
    /// As it stands in its files.
    pub name: String,
    /// The service of the catalogue.
    pub service: Service,
}

/// How columns were mapped once, to be suggested when the same headings come again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 41, name = "import_mapping")]
pub struct ImportMapping {
    /// The headings in their normal form.
    #[field(1)]
    pub signature: String,
    /// The field of each column by its code; empty for a column that is left out.
    #[field(2)]
    pub fields: Vec<String>,
    /// The service of lines that name none.
    #[field(3)]
    pub service: Option<Service>,
    /// What the office calls its services.
    #[field(4)]
    pub service_names: Vec<RememberedService>,
}
