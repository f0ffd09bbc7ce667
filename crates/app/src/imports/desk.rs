//! The file that lies open: its bytes, the table read from them, and how its lines were judged.

use super::judge::Earlier;
use super::lines::Judged;
use cartella_documents::mapping::{ImportedRow, Mapping};
use cartella_documents::tabular::{Reading, Source, Table, TableError, read};
use cartella_domain::ids::{ImportId, OperatorId, PersonId};
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use zeroize::Zeroizing;

/// An import in the middle of its writing.
pub(super) struct Running {
    pub id: ImportId,
    /// Lines that are in the archive, and whose person each was.
    pub done: HashMap<u32, Option<PersonId>>,
    /// Places of the lines that are still to be written.
    pub queue: VecDeque<usize>,
    /// Groups written so far.
    pub parts: u32,
    /// Who becomes responsible where the line names nobody.
    pub responsible: Option<OperatorId>,
}

/// One file, open for an import. In memory only; it goes with the session.
pub struct Desk {
    pub(super) file_name: String,
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) table: Table,
    pub(super) mapping: Mapping,
    /// Lines not judged yet.
    pub(super) waiting: VecDeque<ImportedRow>,
    /// Lines judged, in order.
    pub(super) judged: Vec<Judged>,
    /// What the judged lines amount to for those that come.
    pub(super) earlier: Earlier,
    /// The import that is being written.
    pub(super) running: Option<Running>,
}

impl Desk {
    /// Reads a file onto the desk.
    pub(super) fn read(
        file_name: String,
        bytes: Zeroizing<Vec<u8>>,
        reading: &Reading,
    ) -> Result<Self, TableError> {
        let table = read(&bytes, &file_name, reading)?;
        Ok(Self {
            file_name,
            bytes,
            table,
            mapping: Mapping::default(),
            waiting: VecDeque::new(),
            judged: Vec::new(),
            earlier: Earlier::default(),
            running: None,
        })
    }

    /// What the file and the sheet that was read are known by again: SHA-256, hexadecimal.
    pub(super) fn digest(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.bytes.as_slice());
        if let Source::Xlsx { sheet, .. } = &self.table.source {
            hash.update(sheet.as_bytes());
        }
        let mut text = String::with_capacity(64);
        for byte in hash.finalize() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Whether an import is being written from this file.
    pub(super) fn is_writing(&self, id: ImportId) -> bool {
        self.running.as_ref().is_some_and(|running| running.id == id)
    }
}
