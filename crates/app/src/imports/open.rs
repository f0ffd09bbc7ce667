//! Reads a file that the window hands over, and says what is in it.

use super::list::{ImportSummary, of_digest};
use super::{Desk, remember};
use crate::commands::Nothing;
use crate::{Code, Error, Result, Session};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cartella_documents::findings::Finding;
use cartella_documents::mapping::{self, Mapping};
use cartella_documents::tabular::{Heading, Limits, Reading, Separator, Source, TextEncoding};
use cartella_domain::rights::{Action, Subject};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// Values of a column that are shown beside its heading.
const SAMPLES: usize = 3;
/// Findings of the file that are shown.
const FINDINGS: usize = 100;

/// A file, and what was chosen about reading it.
#[derive(Clone, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OpenTable {
    /// The file's name.
    pub file_name: String,
    /// Its bytes in base64; absent to read the file that lies open in another way.
    pub content: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What stands between the cells of a text file.
    pub separator: Option<Separator>,
    /// The encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// The line of the headings; 0 if there are none.
    pub heading_line: Option<u32>,
}

/// A column with its heading and its first values.
#[derive(Clone, Serialize, TS)]
#[ts(rename = "ImportColumn")]
pub struct OpenedColumn {
    /// Its heading.
    pub heading: Heading,
    /// Its letters, as a spreadsheet shows them.
    pub letters: String,
    /// Its first values.
    pub samples: Vec<String>,
}

/// What is in a file.
#[derive(Clone, Serialize, TS)]
pub struct OpenedTable {
    /// What it was read from, and how.
    pub source: Source,
    /// The line of the headings; 0 if there are none.
    pub heading_line: u32,
    /// Its columns.
    pub columns: Vec<OpenedColumn>,
    /// How many lines it has.
    pub lines: u32,
    /// What there is to say about the whole file.
    pub findings: Vec<Finding>,
    /// The fields suggested for its columns.
    pub mapping: Mapping,
    /// The suggestion is what was chosen the last time for these headings.
    pub remembered: bool,
    /// The same file was imported before.
    pub before: Option<ImportSummary>,
}

/// Reads a file and keeps it open.
///
/// # Errors
/// Each reason why a file gives no table has its code; `import_no_file_open` if there is nothing to read again.
pub fn open(session: &mut Session, input: OpenTable) -> Result<OpenedTable> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let bytes = match &input.content {
        Some(content) => decode(content)?,
        None => {
            let desk = session.desk.as_ref().ok_or(Code::ImportNoFileOpen)?;
            desk.bytes.clone()
        }
    };
    let reading = Reading {
        limits: Limits::default(),
        sheet: input.sheet,
        separator: input.separator,
        encoding: input.encoding,
        heading_line: input.heading_line,
    };
    let mut desk = Desk::read(input.file_name, bytes, &reading)?;
    let kept = remember::recall(session, &mapping::signature(&desk.table.headings))?
        .filter(|kept| kept.fields.len() == desk.table.headings.len());
    let remembered = kept.is_some();
    desk.mapping = kept.unwrap_or_else(|| mapping::suggest(&desk.table));
    let before = of_digest(session, &desk.digest())?;
    let opened = describe(&desk, remembered, before);
    session.desk = Some(Box::new(desk));
    Ok(opened)
}

/// Puts the open file away.
///
/// # Errors
/// None.
pub fn close(session: &mut Session, _: Nothing) -> Result<Nothing> {
    session.desk = None;
    Ok(Nothing {})
}

/// The bytes of a base64 text, refused before decoding if they would be too many.
pub(crate) fn decode(content: &str) -> Result<Zeroizing<Vec<u8>>> {
    let limit = Limits::default().bytes;
    if content.len() / 4 * 3 > limit + 3 {
        let error = Error::new(Code::ImportFileTooBig);
        return Err(error.with("limit", i64::try_from(limit / (1024 * 1024)).unwrap_or(0)));
    }
    let bytes = STANDARD
        .decode(content)
        .map_err(|_| Error::field(Code::BadInput, "content"))?;
    Ok(Zeroizing::new(bytes))
}

fn describe(desk: &Desk, remembered: bool, before: Option<ImportSummary>) -> OpenedTable {
    let table = &desk.table;
    let samples = |column: u16| {
        let cells = table.rows.iter().filter_map(|row| row.cell(column));
        let texts = cells
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.text.clone());
        texts.take(SAMPLES).collect()
    };
    let columns = table.headings.iter().map(|heading| OpenedColumn {
        heading: heading.clone(),
        letters: cartella_documents::tabular::column_letters(heading.column),
        samples: samples(heading.column),
    });
    OpenedTable {
        source: table.source.clone(),
        heading_line: table.heading_line,
        columns: columns.collect(),
        lines: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        findings: table
            .findings
            .iter()
            .filter(|f| f.line == 0)
            .take(FINDINGS)
            .copied()
            .collect(),
        mapping: desk.mapping.clone(),
        remembered,
        before,
    }
}
