//! Tables from the files that an office has: CSV and XLSX of any origin and quality.
//!
//! `read` takes the bytes as they came and answers a table or one clear reason why there is none. It never
//! panics and never allocates more than its limits allow, whatever the bytes: such files come by mail.
//! Every cell keeps its line and column, so that a report can point at it.

mod container;
mod encoding;
mod headings;
mod package;
mod separated;
mod separator;
mod table;
pub mod values;
mod workbook;

pub use encoding::TextEncoding;
pub use separator::Separator;
pub use table::{Cell, CellKind, Heading, Limits, Reading, Row, Source, Table, TableError, column_letters};

use container::Container;

/// Reads a table from a file's bytes.
///
/// The name serves only to tell an old `.xls` from a password (both have the same container); what a file is,
/// its bytes say.
///
/// # Errors
/// Every defect that concerns the whole file is a `TableError`; what concerns a line is among the findings.
pub fn read(bytes: &[u8], file_name: &str, reading: &Reading) -> Result<Table, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.len() > reading.limits.bytes {
        return Err(TableError::FileTooBig {
            limit: reading.limits.bytes,
        });
    }
    let grid = match container::of(bytes, file_name)? {
        Container::Workbook => workbook::read(bytes, reading)?,
        Container::Text => separated::read(bytes, reading)?,
    };
    headings::split(grid, reading)
}
