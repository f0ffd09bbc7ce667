//! Rows in, papers out: tables that an office already has are read here, and papers leave from here.
//!
//! `tabular` reads CSV and XLSX files of any quality into one shape, `mapping` gives their columns a meaning,
//! `report` writes what happened to every line, `drawings` makes the pictures of a family, `calendar` carries deadlines to
//! other programs, `workbook` tables, `paper` writes what is printed as PDF/A and DOCX, `relazione` is the report to a court. None of them knows
//! the archive: what is read is judged and written by the use cases.

pub mod calendar;
pub mod drawings;
pub mod findings;
pub mod mapping;
pub mod paper;
pub mod relazione;
pub mod report;
pub mod tabular;
pub mod workbook;
