//! The dry run: every line is read and judged as it would be taken, and nothing is written.
//!
//! Long files are judged a page at a time, so that the window shows how far it is and can stop.

use super::judge::{Earlier, line};
use super::lines::{Choice, Decision, Judged, LineFate, LineReport};
use crate::{Code, Error, Result, Session};
use cartella_documents::findings::FindingCode;
use cartella_documents::mapping::{Field, Mapping, convert};
use cartella_domain::rights::{Action, Subject};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// Lines judged in one call.
const PAGE: usize = 50;

/// How the columns are mapped, and from which line of the file on to judge.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PreviewImport {
    /// The mapping.
    pub mapping: Mapping,
    /// What was decided about single lines.
    pub decisions: Vec<Decision>,
    /// How many lines were judged already; 0 begins anew.
    pub from: u32,
}

/// What lines amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[ts(rename = "ImportTotals")]
pub struct Totals {
    /// People who come new.
    pub new_people: u32,
    /// Lines whose person is in the archive, or on an earlier line.
    pub known_people: u32,
    /// Cases that are opened.
    pub cases: u32,
    /// Lines that wait for a decision.
    pub undecided: u32,
    /// Lines with nothing to do.
    pub nothing_to_do: u32,
    /// Lines left out by the user.
    pub skipped: u32,
    /// Lines kept out by an error.
    pub refused: u32,
    /// Lines taken with something to look at.
    pub warnings: u32,
}

/// One page of the dry run.
#[derive(Clone, Serialize, TS)]
pub struct ImportPreview {
    /// Lines judged so far.
    pub done: u32,
    /// Lines in all.
    pub total: u32,
    /// What the lines judged so far amount to.
    pub totals: Totals,
    /// The lines of this page.
    pub lines: Vec<LineReport>,
    /// With the last page: names of services that nobody knows, once each, at most 50.
    pub unknown_services: Vec<String>,
}

/// Judges the next lines.
///
/// # Errors
/// `import_no_file_open`, `import_no_name` without a column for any name, `import_field_given_twice` (`field`).
pub fn preview(session: &mut Session, input: PreviewImport) -> Result<ImportPreview> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let today = session.today();
    let mut desk = session.desk.take().ok_or(Code::ImportNoFileOpen)?;
    let from = if input.from == 0 {
        let checked = check(&input.mapping, desk.table.headings.len());
        if let Err(error) = checked {
            session.desk = Some(desk);
            return Err(error);
        }
        desk.mapping = input.mapping;
        desk.waiting = convert(&desk.table, &desk.mapping, today).into();
        desk.judged.clear();
        desk.earlier = Earlier::default();
        0
    } else {
        desk.judged.len()
    };
    let choices: HashMap<u32, Choice> = input.decisions.iter().map(|one| (one.line, one.choice)).collect();
    let judged = (|| -> Result<()> {
        while desk.judged.len() < from + PAGE {
            let Some(row) = desk.waiting.pop_front() else {
                break;
            };
            let choice = choices.get(&row.line).copied();
            desk.judged.push(line(session, row, choice, &mut desk.earlier)?);
        }
        Ok(())
    })();
    let page = desk.judged.get(from..).unwrap_or(&[]);
    let answer = ImportPreview {
        done: count(desk.judged.len()),
        total: count(desk.table.rows.len()),
        totals: totals(&desk.judged),
        lines: page.iter().map(Judged::report).collect(),
        unknown_services: unknown_services(&desk),
    };
    session.desk = Some(desk);
    judged.map(|()| answer)
}

fn check(mapping: &Mapping, columns: usize) -> Result<()> {
    if mapping.fields.len() != columns {
        return Err(Error::field(Code::BadInput, "mapping"));
    }
    if !mapping.names_a_person() {
        return Err(Code::ImportNoName.into());
    }
    if let Some(field) = mapping.given_twice().first() {
        let name = serde_json::to_value(field).ok();
        let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default();
        return Err(Error::field(Code::ImportFieldGivenTwice, name));
    }
    Ok(())
}

/// What lines amount to.
pub(super) fn totals(judged: &[Judged]) -> Totals {
    let mut totals = Totals::default();
    for line in judged {
        let place = match line.fate {
            LineFate::New => &mut totals.new_people,
            LineFate::Known { .. } | LineFate::SameAs { .. } => &mut totals.known_people,
            LineFate::Undecided => &mut totals.undecided,
            LineFate::NothingToDo => &mut totals.nothing_to_do,
            LineFate::Skipped => &mut totals.skipped,
            LineFate::Refused => &mut totals.refused,
        };
        *place += 1;
        if line.fate.is_taken() {
            totals.cases += u32::from(line.opens_case());
            totals.warnings += u32::from(line.has_warnings());
        }
    }
    totals
}

/// Told with the last page.
fn unknown_services(desk: &super::Desk) -> Vec<String> {
    let Some(column) = desk.mapping.columns(Field::Service).next() else {
        return Vec::new();
    };
    if !desk.waiting.is_empty() {
        return Vec::new();
    }
    let unknown: BTreeSet<u32> = desk
        .judged
        .iter()
        .filter(|line| {
            line.row
                .findings
                .iter()
                .any(|f| f.code == FindingCode::ServiceUnknown)
        })
        .map(|line| line.row.line)
        .collect();
    let rows = desk.table.rows.iter().filter(|row| unknown.contains(&row.line));
    let names: BTreeSet<String> = rows
        .filter_map(|row| row.cell(column))
        .map(|cell| cell.text.clone())
        .collect();
    names.into_iter().take(50).collect()
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
