//! Bringing in the tables that an office has: people and the cases that already run.
//!
//! The steps are verbs: `open` reads a file, `preview` judges every line and writes nothing, `begin` and
//! `proceed` write the lines that are taken, a group an act with the list of what it made, `undo` takes a whole
//! import back. The file stays in memory between the steps and nowhere else.

mod begin;
mod desk;
mod file_error;
mod judge;
mod lines;
mod list;
mod open;
mod preview;
mod proceed;
mod records;
mod remember;
mod report;
mod staff;
mod twins;
mod undo;

pub use begin::{BeginImport, begin};
pub use desk::Desk;
pub use lines::{Choice, Decision, Judged, LineFate, LineReport, Twin};
pub use list::{ImportRef, ImportSummary, list};
pub(crate) use open::decode;
pub use open::{OpenTable, OpenedColumn, OpenedTable, close, open};
pub use preview::{ImportPreview, PreviewImport, Totals, preview};
pub use proceed::{FailedLine, ImportProgress, proceed};
pub use report::{ReportFile, ReportWords, report};
pub use undo::{KeptLine, UndoReport, WhyKept, undo, undo_check};
