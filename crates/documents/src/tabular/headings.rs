//! Finds the line of headings, and splits a file's lines into headings and rows.
//!
//! Exported tables begin with the office's name, a title, a date. The headings are the first line that is as
//! wide as the table and made of short, different words; knowing what columns are usually called helps.

use super::table::Grid;
use super::{CellKind, Heading, Reading, Row, Source, Table, TableError, values};
use crate::findings::{Finding, FindingCode};
use crate::mapping;
use std::collections::{HashMap, HashSet};

/// Lines among which headings are looked for.
const LOOKED_AT: usize = 25;

/// Splits the lines of a file.
pub(super) fn split(mut grid: Grid, reading: &Reading) -> Result<Table, TableError> {
    if grid.rows.is_empty() {
        return Err(TableError::Empty);
    }
    let at = match reading.heading_line {
        Some(0) => None,
        Some(line) => Some(
            grid.rows
                .iter()
                .position(|row| row.line == line)
                .ok_or(TableError::NoSuchHeadingLine)?,
        ),
        None => find(&grid.rows, &mut grid.findings),
    };
    let mut lines = grid.rows.into_iter().skip(at.unwrap_or(0));
    let heading_row = match at {
        Some(_) => lines.next().ok_or(TableError::Empty)?,
        None => Row::default(),
    };
    let rows: Vec<Row> = lines.collect();
    if rows.is_empty() {
        return Err(TableError::NoRows);
    }
    let mut findings = grid.findings;
    findings.retain(|finding| finding.line == 0 || finding.line >= heading_row.line);
    if at.is_some_and(|at| at > 0) {
        findings.push(Finding::of_file(FindingCode::TitleSkipped));
    }
    let headings = name_columns(&heading_row, &rows, &mut findings);
    let text_file = matches!(grid.source, Source::Csv { .. });
    check_widths(&headings, &rows, text_file, &mut findings);
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Ok(Table {
        source: grid.source,
        heading_line: heading_row.line,
        headings,
        rows,
        findings,
    })
}

/// The position of the likeliest line; `None` if the file begins with values at once.
fn find(rows: &[Row], findings: &mut Vec<Finding>) -> Option<usize> {
    let width = usual_width(rows);
    let best = rows
        .iter()
        .take(LOOKED_AT)
        .enumerate()
        .map(|(at, row)| (score(row, width), at))
        .max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)));
    match best {
        Some((score, at)) if score > 0 => Some(at),
        _ => {
            findings.push(Finding::of_file(FindingCode::NoHeadings));
            None
        }
    }
}

/// The number of cells in use that most of the first lines have.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().take(LOOKED_AT * 4).map(used).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(1).max(1)
}

fn used(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// How much a line looks like headings; 0 is not at all.
fn score(row: &Row, width: usize) -> usize {
    let texts: Vec<&str> = row
        .cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(|cell| cell.text.as_str())
        .collect();
    let known = texts.iter().filter(|text| mapping::knows(text)).count();
    if texts.len() * 2 < width && known < 2 {
        return 0;
    }
    let plain = row.cells.iter().filter(|cell| !cell.is_empty()).all(|cell| {
        cell.kind == CellKind::Text
            && cell.text.chars().count() <= 60
            && !values::starts_like_a_value(&cell.text)
    });
    let different: HashSet<&str> = texts.iter().copied().collect();
    if known >= 2 || known * 2 > texts.len() {
        return 10 + known * 100 / texts.len().max(1) + known * 5;
    }
    usize::from(plain && different.len() == texts.len())
}

/// The number of cells up to the last one with something in it.
fn last_used(row: &Row) -> usize {
    let last = row.cells.iter().rposition(|cell| !cell.is_empty());
    last.map_or(0, |at| at + 1)
}

/// How far most lines reach beyond the named columns; 0 if most do not: a slipped line must not widen the table.
fn unnamed_reach(named: usize, rows: &[Row]) -> usize {
    let mut reach: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        *reach.entry(last_used(row)).or_default() += 1;
    }
    let beyond = || reach.iter().filter(|(width, _)| **width > named);
    if beyond().map(|(_, times)| times).sum::<usize>() * 2 <= rows.len() {
        return 0;
    }
    let usual = beyond().max_by_key(|(width, times)| (**times, **width));
    usual.map_or(0, |(width, _)| *width)
}

/// One heading a column, up to the last column with anything in it.
fn name_columns(heading_row: &Row, rows: &[Row], findings: &mut Vec<Finding>) -> Vec<Heading> {
    let named = last_used(heading_row);
    let width = named.max(unnamed_reach(named, rows));
    let mut seen: HashSet<String> = HashSet::new();
    let mut headings = Vec::with_capacity(width);
    for column in 0..u16::try_from(width).unwrap_or(u16::MAX) {
        let text = heading_row.cell(column).map_or("", |cell| &cell.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = heading_row.line;
        if text.is_empty() {
            let headed = line > 0;
            if headed
                && rows
                    .iter()
                    .any(|row| row.cell(column).is_some_and(|cell| !cell.is_empty()))
            {
                findings.push(Finding::warning(line, Some(column), FindingCode::MissingHeading));
            }
        } else if !seen.insert(text.to_lowercase()) {
            findings.push(Finding::warning(
                line,
                Some(column),
                FindingCode::DuplicateHeading,
            ));
        }
        headings.push(Heading { column, text });
    }
    headings
}

/// Lines that are wider than the headings have slipped: a separator stands unquoted in one of their cells.
fn check_widths(headings: &[Heading], rows: &[Row], text_file: bool, findings: &mut Vec<Finding>) {
    for row in rows {
        let beyond = row.cells.get(headings.len()..).unwrap_or(&[]);
        if let Some(at) = beyond.iter().position(|cell| !cell.is_empty()) {
            let column = u16::try_from(headings.len() + at).ok();
            findings.push(Finding::error(row.line, column, FindingCode::ExtraCells));
        } else if text_file && row.cells.len() < headings.len() {
            findings.push(Finding::warning(row.line, None, FindingCode::MissingCells));
        }
    }
}
