//! Workbooks (XLSX) cell by cell, after their package was checked.
//!
//! Cells are streamed: what a sheet declares about its size is never believed, only cells that are there
//! take room. Whatever the reading library cannot cope with is answered as a damaged file; a panic of its own
//! (it computes on numbers from the file) is caught here and goes no further.

use super::separated::without_controls;
use super::table::Grid;
use super::{Cell, CellKind, Limits, Reading, Row, Source, TableError, package};
use crate::findings::{Finding, FindingCode};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
use cartella_domain::time::CivilDate;
use std::collections::HashSet;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Merged ranges that are told one by one.
const MERGES_TOLD: usize = 200;
/// The first day that spreadsheets count from 1904, in days from 1900.
const LAST_SERIAL: f64 = 2_958_465.0;

/// Reads a sheet of a workbook.
pub(super) fn read(bytes: &[u8], reading: &Reading) -> Result<Grid, TableError> {
    package::check(bytes, &reading.limits)?;
    // Nothing outlives the closure but its answer, so nothing half changed can be seen afterwards.
    catch_unwind(AssertUnwindSafe(|| read_checked(bytes, reading))).unwrap_or(Err(TableError::Damaged))
}

fn read_checked(bytes: &[u8], reading: &Reading) -> Result<Grid, TableError> {
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
    let sheets = sheets_with_content(&mut workbook)?;
    let mut findings = Vec::new();
    let sheet = match &reading.sheet {
        Some(chosen) if sheets.contains(chosen) => chosen.clone(),
        Some(_) => return Err(TableError::SheetNotFound),
        None => {
            if sheets.len() > 1 {
                findings.push(Finding::of_file(FindingCode::OtherSheets));
            }
            sheets.first().cloned().ok_or(TableError::NoSheet)?
        }
    };
    let mut lines = Lines {
        limits: reading.limits,
        rows: Vec::new(),
        findings,
        cells: 0,
        formula_columns: HashSet::new(),
    };
    lines.take_all(&mut workbook, &sheet)?;
    lines.take_merges(&mut workbook, &sheet)?;
    lines.rows.retain(|row| !row.is_empty());
    Ok(Grid {
        source: Source::Xlsx { sheet, sheets },
        rows: lines.rows,
        findings: lines.findings,
    })
}

fn reason(error: &XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Password,
        _ => TableError::Damaged,
    }
}

/// The names of the sheets on which something stands, the visible ones first.
fn sheets_with_content(workbook: &mut Workbook<'_>) -> Result<Vec<String>, TableError> {
    let mut sheets: Vec<(bool, String)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.visible != SheetVisible::Visible, sheet.name.clone()))
        .collect();
    sheets.sort_by_key(|(hidden, _)| *hidden);
    let mut names: Vec<String> = Vec::new();
    for (_, name) in sheets {
        if !names.contains(&name) && has_content(workbook, &name)? {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(TableError::NoSheet);
    }
    Ok(names)
}

fn has_content(workbook: &mut Workbook<'_>, name: &str) -> Result<bool, TableError> {
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|error| reason(&error))?;
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) if *cell.get_value() == DataRef::Empty => {}
            Ok(Some(_)) | Err(XlsxError::CellError(_)) => return Ok(true),
            Ok(None) => return Ok(false),
            Err(error) => return Err(reason(&error)),
        }
    }
}

struct Lines {
    limits: Limits,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    cells: usize,
    formula_columns: HashSet<u16>,
}

impl Lines {
    fn take_all(&mut self, workbook: &mut Workbook<'_>, sheet: &str) -> Result<(), TableError> {
        let mut cells = workbook
            .worksheet_cells_reader(sheet)
            .map_err(|error| reason(&error))?;
        loop {
            match cells.next_cell_with_formula_metadata() {
                Ok(Some(record)) => self.take_cell(record.pos, &record.value, record.formula.as_ref())?,
                Ok(None) => return Ok(()),
                // An error value that the library does not know (`#SPILL!`): the stream goes on behind it.
                Err(XlsxError::CellError(_)) => {
                    let line = self.rows.last().map_or(1, |row| row.line);
                    let code = FindingCode::SpreadsheetError;
                    self.findings.push(Finding::warning(line, None, code));
                }
                Err(error) => return Err(reason(&error)),
            }
        }
    }

    fn take_cell(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        formula: Option<&XlsxFormulaMetadata>,
    ) -> Result<(), TableError> {
        if *value == DataRef::Empty && formula.is_none() {
            return Ok(());
        }
        let line = row.checked_add(1).ok_or(TableError::Damaged)?;
        let Some(at) = u16::try_from(column)
            .ok()
            .filter(|at| usize::from(*at) < self.limits.columns)
        else {
            return Err(TableError::TooManyColumns {
                limit: self.limits.columns,
                line,
            });
        };
        let cell = self.convert(line, at, value, formula.is_some());
        self.place(line, at, cell)
    }

    /// A value as text, with what there is to say about it.
    fn convert(&mut self, line: u32, column: u16, value: &DataRef<'_>, formula: bool) -> Cell {
        let (text, kind) = in_text(value);
        let (clean, cleaned) = without_controls(&text);
        let mut cell = Cell::text(&clean);
        if kind == CellKind::Error || !cell.is_empty() {
            cell.kind = kind;
        }
        cell.formula = formula;
        let mut say = |severity: fn(u32, Option<u16>, FindingCode) -> Finding, code| {
            self.findings.push(severity(line, Some(column), code));
        };
        if cleaned {
            say(Finding::warning, FindingCode::ControlCharacters);
        }
        if kind == CellKind::Error {
            say(Finding::warning, FindingCode::SpreadsheetError);
        } else if formula && cell.is_empty() {
            say(Finding::warning, FindingCode::FormulaWithoutValue);
        }
        if cell.text.len() > self.limits.cell_chars && cell.text.chars().count() > self.limits.cell_chars {
            say(Finding::error, FindingCode::CellTooLong);
            cell = Cell::default();
        }
        // A column of formulas is told once.
        if formula && self.formula_columns.insert(column) {
            self.findings
                .push(Finding::warning(line, Some(column), FindingCode::Formula));
        }
        cell
    }

    fn place(&mut self, line: u32, column: u16, cell: Cell) -> Result<(), TableError> {
        let at = match self.rows.last() {
            Some(last) if last.line == line => self.rows.len() - 1,
            Some(last) if last.line > line => match self.rows.binary_search_by_key(&line, |row| row.line) {
                Ok(at) => at,
                Err(_) => return Err(TableError::Damaged),
            },
            _ => {
                if self.rows.len() >= self.limits.rows {
                    return Err(TableError::TooManyRows {
                        limit: self.limits.rows,
                    });
                }
                self.rows.push(Row {
                    line,
                    cells: Vec::new(),
                });
                self.rows.len() - 1
            }
        };
        let row = self.rows.get_mut(at).ok_or(TableError::Damaged)?;
        let column = usize::from(column);
        if row.cells.len() <= column {
            self.cells += column + 1 - row.cells.len();
            if self.cells > self.limits.cells {
                return Err(TableError::TooManyCells {
                    limit: self.limits.cells,
                });
            }
            row.cells.resize_with(column + 1, Cell::default);
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    fn take_merges(&mut self, workbook: &mut Workbook<'_>, sheet: &str) -> Result<(), TableError> {
        let merges = workbook
            .merge_cells_by_sheet_name(sheet)
            .map_err(|error| reason(&error))?;
        for merge in merges.iter().take(MERGES_TOLD) {
            let line = merge.start.0.saturating_add(1);
            let column = u16::try_from(merge.start.1).ok();
            self.findings
                .push(Finding::warning(line, column, FindingCode::MergedCells));
        }
        Ok(())
    }
}

/// The text of a value, and what it was.
fn in_text(value: &DataRef<'_>) -> (String, CellKind) {
    match value {
        DataRef::Int(number) => (number.to_string(), CellKind::Number),
        DataRef::Float(number) => (number_text(*number), CellKind::Number),
        DataRef::String(text) => (text.clone(), CellKind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(true) => ("sì".to_owned(), CellKind::Boolean),
        DataRef::Bool(false) => ("no".to_owned(), CellKind::Boolean),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let serial = moment.as_f64();
            if (1.0..=LAST_SERIAL).contains(&serial) {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                match CivilDate::from_ymd(year.into(), month.into(), day.into()) {
                    Some(date) => (date.to_string(), CellKind::Date),
                    // The 29th of February 1900, which spreadsheets have and the calendar has not.
                    None => (format!("{day:02}/{month:02}/{year}"), CellKind::Text),
                }
            } else {
                (number_text(serial), CellKind::Number)
            }
        }
        DataRef::DateTime(duration) => (number_text(duration.as_f64()), CellKind::Number),
        DataRef::DateTimeIso(text) => {
            let day = text.split('T').next().unwrap_or(text);
            let kind = if day.parse::<CivilDate>().is_ok() {
                CellKind::Date
            } else {
                CellKind::Text
            };
            (
                if kind == CellKind::Date {
                    day.to_owned()
                } else {
                    text.clone()
                },
                kind,
            )
        }
        DataRef::DurationIso(text) => (text.clone(), CellKind::Text),
        DataRef::Error(_) => (String::new(), CellKind::Error),
        DataRef::Empty => (String::new(), CellKind::Empty),
    }
}

/// A number as people write it: whole numbers without a point or an exponent, else with a decimal comma.
fn number_text(number: f64) -> String {
    if number.is_finite() {
        format!("{number}").replace('.', ",")
    } else {
        String::new()
    }
}
