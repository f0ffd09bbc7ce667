//! Tables on their way out as a workbook (XLSX): headings that stay in sight, days as days, numbers as numbers. A text is
//! never read as a formula, whatever it begins with.

use chrono::Datelike as _;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Widest column, in letters.
const WIDEST: usize = 60;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(chrono::NaiveDate),
}

impl Cell {
    /// A text; nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(day: Option<chrono::NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A sheet: its name, its headings and its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// At most 31 letters, without the signs that a spreadsheet forbids there.
    pub name: String,
    /// One a column.
    pub headings: Vec<String>,
    /// The lines.
    pub lines: Vec<Vec<Cell>>,
}

/// A workbook that could not be written: more lines than a sheet holds, or a name that no sheet may have.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written")]
pub struct NotWritten(#[source] XlsxError);

/// Writes a workbook as of a day: the same tables give the same bytes.
///
/// # Errors
/// [`NotWritten`].
pub fn write(sheets: &[Sheet], on: chrono::NaiveDate) -> Result<Vec<u8>, NotWritten> {
    written(sheets, on).map_err(NotWritten)
}

fn written(sheets: &[Sheet], on: chrono::NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = day(on)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let heading = Format::new().set_bold();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for sheet in sheets {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        for (column, text) in (0..).zip(&sheet.headings) {
            page.write_string_with_format(0, column, text, &heading)?;
            page.set_column_width(column, width(sheet, usize::from(column), text))?;
        }
        for (row, line) in (1..).zip(&sheet.lines) {
            for (column, cell) in (0..).zip(line) {
                put(page, (row, column), cell, &date)?;
            }
        }
    }
    workbook.save_to_buffer()
}

fn put(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, date: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            page.write_string(row, column, text)?;
        }
        Cell::Number(number) => {
            page.write_number(row, column, *number)?;
        }
        Cell::Day(on) => {
            page.write_datetime_with_format(row, column, day(*on)?, date)?;
        }
    }
    Ok(())
}

fn day(on: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(on.year()).unwrap_or(1900).max(1900);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, part(on.month()), part(on.day()))
}

/// As wide as what stands in it.
fn width(sheet: &Sheet, column: usize, heading: &str) -> u16 {
    let cells = sheet.lines.iter().filter_map(|line| line.get(column));
    let letters = cells.map(|cell| match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Day(_) => 10,
        Cell::Number(_) => 6,
        Cell::Empty => 0,
    });
    let widest = letters.chain([heading.chars().count()]).max().unwrap_or(0);
    u16::try_from(widest.min(WIDEST)).unwrap_or(10) + 2
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    fn on(text: &str) -> chrono::NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back_and_no_text_is_a_formula() {
        let sheet = Sheet {
            name: "Cartelle".into(),
            headings: vec!["Cartella".into(), "Giorni".into(), "Ultimo contatto".into()],
            lines: vec![
                vec![
                    Cell::text("=1+1"),
                    Cell::Number(61.0),
                    Cell::day(Some(on("2026-03-02"))),
                ],
                vec![Cell::text("Niccolò"), Cell::Empty, Cell::day(None)],
            ],
        };
        let bytes = write(std::slice::from_ref(&sheet), on("2026-05-01")).unwrap();
        let again = write(&[sheet], on("2026-05-01")).unwrap();
        assert_eq!(bytes, again);
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range("Cartelle").unwrap();
        let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!(cell(0, 2), Data::String("Ultimo contatto".into()));
        assert_eq!(cell(1, 0), Data::String("=1+1".into()));
        assert_eq!(cell(1, 1), Data::Float(61.0));
        assert!(matches!(cell(1, 2), Data::DateTime(_)));
        assert_eq!(
            (cell(2, 0), cell(2, 2)),
            (Data::String("Niccolò".into()), Data::Empty)
        );
        assert!(book.worksheet_formula("Cartelle").unwrap().is_empty());
    }

    #[test]
    fn a_name_that_no_sheet_may_have_is_an_error_and_no_panic() {
        let sheet = Sheet {
            name: "[a/b]".into(),
            headings: Vec::new(),
            lines: Vec::new(),
        };
        assert!(write(&[sheet], on("2026-05-01")).is_err());
    }
}
