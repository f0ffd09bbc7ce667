//! The one shape that every file is read into, the limits of reading, and the reasons for not reading.
//!
//! Cells hold what people typed about people: none of these types prints its content.

use super::{Separator, TextEncoding};
use crate::findings::Finding;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What a cell was in the file. A CSV cell is always text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Nothing, or only blanks.
    #[default]
    Empty,
    /// Text as typed, without blanks around it.
    Text,
    /// A spreadsheet's number: its text has no exponent and a decimal comma.
    Number,
    /// A spreadsheet's date: its text is `aaaa-mm-gg`.
    Date,
    /// A spreadsheet's truth value: its text is `sì` or `no`.
    Boolean,
    /// A spreadsheet's error: no text.
    Error,
}

/// One cell.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What stands in it, trimmed.
    pub text: String,
    /// What it was in the file.
    pub kind: CellKind,
    /// Whether a formula stands behind it.
    pub formula: bool,
}

impl Cell {
    /// A text cell; empty if nothing but blanks is in it.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let text = text.trim_matches(is_blank);
        Self {
            text: text.to_owned(),
            kind: if text.is_empty() {
                CellKind::Empty
            } else {
                CellKind::Text
            },
            formula: false,
        }
    }

    /// Whether nothing can be read from it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cell({:?}, {} bytes)", self.kind, self.text.len())
    }
}

/// Blanks as they occur in exported tables: also no-break spaces, zero-width marks and stray byte order marks.
pub(super) const fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// One line of the table.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its line in the file (CSV: where it begins; XLSX: the row), from 1.
    pub line: u32,
    /// Its cells by column; those beyond the last one with something in it may be missing.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column, if the line reaches so far.
    #[must_use]
    pub fn cell(&self, column: u16) -> Option<&Cell> {
        self.cells.get(usize::from(column))
    }

    /// Whether there is nothing on the line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row(line {}, {} cells)", self.line, self.cells.len())
    }
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportHeading")]
pub struct Heading {
    /// The column, from 0.
    pub column: u16,
    /// Its text; empty where the column has none.
    pub text: String,
}

/// What a table was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "format", rename_all = "snake_case")]
#[ts(rename = "ImportSource")]
pub enum Source {
    /// A text file.
    Csv {
        /// How its bytes were read.
        encoding: TextEncoding,
        /// What stands between its cells.
        separator: Separator,
    },
    /// A workbook.
    Xlsx {
        /// The sheet that was read.
        sheet: String,
        /// All its sheets with content, in their order.
        sheets: Vec<String>,
    },
}

/// A table.
#[derive(Clone, PartialEq, Eq)]
pub struct Table {
    /// What it was read from.
    pub source: Source,
    /// The line of the headings, from 1; 0 if the file has none.
    pub heading_line: u32,
    /// One a column, in order, without gaps.
    pub headings: Vec<Heading>,
    /// The lines below the headings that have something on them.
    pub rows: Vec<Row>,
    /// What was noticed while reading, by line.
    pub findings: Vec<Finding>,
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("columns", &self.headings.len())
            .field("rows", &self.rows.len())
            .field("findings", &self.findings)
            .finish_non_exhaustive()
    }
}

/// A file's lines before its headings are known.
pub(super) struct Grid {
    pub source: Source,
    pub rows: Vec<Row>,
    pub findings: Vec<Finding>,
}

/// What reading may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The file, in bytes.
    pub bytes: usize,
    /// Lines with something on them.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Cells in all, counting the empty ones before the last of a line.
    pub cells: usize,
    /// Characters of a cell.
    pub cell_chars: usize,
    /// All parts of a workbook unpacked, in bytes.
    pub unpacked: u64,
    /// The workbook's table of texts and of styles unpacked, in bytes: these are held in memory.
    pub unpacked_in_memory: u64,
    /// Parts of a workbook.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 50 * 1024 * 1024,
            rows: 200_000,
            columns: 512,
            cells: 4_000_000,
            cell_chars: 32_767,
            unpacked: 256 * 1024 * 1024,
            unpacked_in_memory: 64 * 1024 * 1024,
            parts: 4_096,
        }
    }
}

/// What the user chose about reading; what is `None` is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What it may cost.
    pub limits: Limits,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What stands between the cells of a text file.
    pub separator: Option<Separator>,
    /// The encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// The line of the headings, from 1; 0 if the file has none.
    pub heading_line: Option<u32>,
}

/// Why there is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TableError {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// Headings, and no line below them.
    #[error("headings without lines")]
    NoRows,
    /// Bigger than may be read.
    #[error("bigger than {limit} bytes")]
    FileTooBig {
        /// Bytes.
        limit: usize,
    },
    /// More lines than may be read.
    #[error("more than {limit} lines")]
    TooManyRows {
        /// Lines.
        limit: usize,
    },
    /// More columns than may be read.
    #[error("more than {limit} columns")]
    TooManyColumns {
        /// Columns.
        limit: usize,
        /// The line that has them.
        line: u32,
    },
    /// More cells than may be read.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// Cells.
        limit: usize,
    },
    /// Neither text nor a workbook.
    #[error("not a table: binary content")]
    Binary,
    /// A PDF, whatever its name says.
    #[error("a PDF")]
    Pdf,
    /// A web page with a table, saved under the name of a spreadsheet.
    #[error("a web page")]
    WebPage,
    /// An XML file, such as a "foglio di calcolo XML 2003".
    #[error("an XML file")]
    XmlFile,
    /// A workbook of the old binary kind (`.xls`).
    #[error("an old workbook (.xls)")]
    OldWorkbook,
    /// A workbook of the new binary kind (`.xlsb`).
    #[error("a binary workbook (.xlsb)")]
    BinaryWorkbook,
    /// A workbook of LibreOffice (`.ods`).
    #[error("an OpenDocument file")]
    OpenDocument,
    /// An archive without a workbook in it: a document, an archive of files.
    #[error("an archive without a workbook")]
    NotAWorkbook,
    /// The workbook asks for a password.
    #[error("protected by a password")]
    Password,
    /// The workbook is cut off or damaged.
    #[error("a damaged workbook")]
    Damaged,
    /// The workbook would unpack to more than may be read.
    #[error("unpacks to more than {limit} bytes")]
    UnpacksTooBig {
        /// Bytes.
        limit: u64,
    },
    /// The workbook has more parts than may be read.
    #[error("more than {limit} parts")]
    TooManyParts {
        /// Parts.
        limit: usize,
    },
    /// No sheet has anything on it, or there is none.
    #[error("no sheet with content")]
    NoSheet,
    /// There is no sheet of the chosen name.
    #[error("no such sheet")]
    SheetNotFound,
    /// A quote opens and never closes: from there on, cells cannot be told apart.
    #[error("unclosed quote at line {line}")]
    UnclosedQuote {
        /// Where it opens.
        line: u32,
    },
    /// The bytes are not text of the chosen encoding.
    #[error("not text of the chosen encoding")]
    WrongEncoding,
    /// There is no line of the chosen number for the headings.
    #[error("no such heading line")]
    NoSuchHeadingLine,
}

/// A column's name as spreadsheets show it: 0 is `A`, 27 is `AB`.
#[must_use]
pub fn column_letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
