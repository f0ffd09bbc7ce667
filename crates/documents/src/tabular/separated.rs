//! Text files cut into cells: quotes, doubled quotes, lines inside quotes, every kind of line end.
//!
//! Written here because a report line by line needs what the usual reader keeps to itself: where a quote
//! opened that never closes, and which lines have quotes in odd places.

use super::table::Grid;
use super::{Cell, Reading, Row, Separator, Source, TableError, encoding, separator};
use crate::findings::{Finding, FindingCode};
use std::borrow::Cow;
use std::str::CharIndices;

/// Reads a text file.
pub(super) fn read(bytes: &[u8], reading: &Reading) -> Result<Grid, TableError> {
    let decoded = encoding::decode(bytes, reading)?;
    let whole: &str = &decoded.text;
    if whole.trim_matches(super::table::is_blank).is_empty() {
        return Err(TableError::Empty);
    }
    let declared = separator::declared(whole);
    let (text, first_line) = declared.map_or((whole, 1), |(_, rest)| after_line_end(rest));
    let separator = reading
        .separator
        .or(declared.map(|(separator, _)| separator))
        .unwrap_or_else(|| separator::sniff(text));
    let mut lines = Lines {
        reading,
        rows: Vec::new(),
        findings: decoded.findings,
        cells: 0,
    };
    lines.take_all(text, separator, first_line)?;
    Ok(Grid {
        source: Source::Csv {
            encoding: decoded.encoding,
            separator,
        },
        rows: lines.rows,
        findings: lines.findings,
    })
}

/// The text behind a line end, which is the second line of the file.
fn after_line_end(text: &str) -> (&str, u32) {
    let rest = text
        .strip_prefix("\r\n")
        .or_else(|| text.strip_prefix(['\n', '\r']))
        .unwrap_or(text);
    (rest, 2)
}

struct Lines<'r> {
    reading: &'r Reading,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    cells: usize,
}

impl Lines<'_> {
    fn take_all(&mut self, text: &str, separator: Separator, first_line: u32) -> Result<(), TableError> {
        let mut cells = Cells::new(text, separator.character());
        cells.line = first_line;
        let mut row = Row {
            line: first_line,
            cells: Vec::new(),
        };
        while let Some(cell) = cells.next() {
            if cell.unclosed {
                return Err(TableError::UnclosedQuote { line: cell.line });
            }
            let ends_line = cell.ends_line;
            self.take_cell(&mut row, &cell)?;
            if ends_line {
                let done = Row {
                    line: cells.line,
                    cells: Vec::with_capacity(row.cells.len()),
                };
                self.take_row(std::mem::replace(&mut row, done))?;
            }
        }
        Ok(())
    }

    fn take_cell(&mut self, row: &mut Row, raw: &RawCell<'_>) -> Result<(), TableError> {
        let limits = self.reading.limits;
        let Some(column) = u16::try_from(row.cells.len())
            .ok()
            .filter(|_| row.cells.len() < limits.columns)
        else {
            return Err(TableError::TooManyColumns {
                limit: limits.columns,
                line: row.line,
            });
        };
        let mut say = |finding| self.findings.push(finding);
        if raw.stray_quote {
            say(Finding::warning(row.line, Some(column), FindingCode::StrayQuote));
        }
        let (text, cleaned) = without_controls(&raw.text);
        if cleaned {
            say(Finding::warning(
                row.line,
                Some(column),
                FindingCode::ControlCharacters,
            ));
        }
        let mut cell = Cell::text(&text);
        if cell.text.len() > limits.cell_chars && cell.text.chars().count() > limits.cell_chars {
            say(Finding::error(row.line, Some(column), FindingCode::CellTooLong));
            cell = Cell::default();
        }
        row.cells.push(cell);
        Ok(())
    }

    fn take_row(&mut self, row: Row) -> Result<(), TableError> {
        if row.is_empty() {
            return Ok(());
        }
        let limits = self.reading.limits;
        self.cells += row.cells.len();
        if self.cells > limits.cells {
            return Err(TableError::TooManyCells { limit: limits.cells });
        }
        if self.rows.len() >= limits.rows {
            return Err(TableError::TooManyRows { limit: limits.rows });
        }
        self.rows.push(row);
        Ok(())
    }
}

/// A text without control characters other than line ends and tabulators, and whether it had any.
pub(super) fn without_controls(text: &str) -> (Cow<'_, str>, bool) {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if text.contains(odd) {
        (text.replace(odd, "").into(), true)
    } else {
        (text.into(), false)
    }
}

/// A cell as cut, before trimming.
pub(super) struct RawCell<'t> {
    pub text: Cow<'t, str>,
    pub line: u32,
    pub ends_line: bool,
    pub stray_quote: bool,
    pub unclosed: bool,
}

/// Cuts a text into cells, lazily.
pub(super) struct Cells<'t> {
    text: &'t str,
    characters: std::iter::Peekable<CharIndices<'t>>,
    separator: char,
    pub line: u32,
    /// The text ended with a separator: one more, empty cell follows.
    owes_cell: bool,
}

/// How a cell ended.
enum End {
    Separator,
    Line,
    Text,
}

impl<'t> Cells<'t> {
    pub fn new(text: &'t str, separator: char) -> Self {
        Self {
            text,
            characters: text.char_indices().peekable(),
            separator,
            line: 1,
            owes_cell: false,
        }
    }

    pub fn next(&mut self) -> Option<RawCell<'t>> {
        let line = self.line;
        let Some((from, first)) = self.characters.peek().copied() else {
            return std::mem::take(&mut self.owes_cell).then_some(RawCell {
                text: Cow::Borrowed(""),
                line,
                ends_line: true,
                stray_quote: false,
                unclosed: false,
            });
        };
        let (text, end, stray_quote, unclosed) = if first == '"' {
            self.characters.next();
            self.quoted()
        } else {
            let (text, end, stray) = self.bare(from);
            (Cow::Borrowed(text), end, stray, false)
        };
        self.owes_cell = matches!(end, End::Separator) && self.characters.peek().is_none();
        Some(RawCell {
            text,
            line,
            ends_line: !matches!(end, End::Separator),
            stray_quote,
            unclosed,
        })
    }

    /// The rest of a cell without quotes, and whether one stands in it all the same.
    fn bare(&mut self, from: usize) -> (&'t str, End, bool) {
        let mut stray = false;
        while let Some((at, c)) = self.characters.next() {
            if let Some(end) = self.end_at(c) {
                return (self.text.get(from..at).unwrap_or(""), end, stray);
            }
            stray |= c == '"';
        }
        (self.text.get(from..).unwrap_or(""), End::Text, stray)
    }

    /// What stands between quotes, and what follows them up to the next separator.
    fn quoted(&mut self) -> (Cow<'t, str>, End, bool, bool) {
        let mut text = String::new();
        let mut closed = false;
        let mut stray = false;
        while let Some((_, c)) = self.characters.next() {
            if closed {
                if let Some(end) = self.end_at(c) {
                    return (text.into(), end, stray, false);
                }
                stray |= !c.is_whitespace();
                text.push(c);
            } else if c != '"' {
                self.count_line(c);
                text.push(c);
            } else if self.characters.peek().is_some_and(|(_, next)| *next == '"') {
                self.characters.next();
                text.push('"');
            } else {
                closed = true;
            }
        }
        (text.into(), End::Text, stray, !closed)
    }

    /// Whether this character ends the cell; a line end of two characters is taken whole.
    fn end_at(&mut self, c: char) -> Option<End> {
        match c {
            _ if c == self.separator => Some(End::Separator),
            '\n' | '\r' => {
                self.count_line(c);
                if c == '\r' && self.characters.peek().is_some_and(|(_, next)| *next == '\n') {
                    self.characters.next();
                    // Counted with the carriage return: `count_line` leaves a pair to its line feed.
                    self.line = self.line.saturating_add(1);
                }
                Some(End::Line)
            }
            _ => None,
        }
    }

    /// Counts a line end, a pair of carriage return and line feed once.
    fn count_line(&mut self, c: char) {
        let pair = c == '\r' && self.characters.peek().is_some_and(|(_, next)| *next == '\n');
        if c == '\n' || (c == '\r' && !pair) {
            self.line = self.line.saturating_add(1);
        }
    }
}
