//! Writes the next group of lines. Each group is durable as a whole, together with the list of what it made:
//! after a crash the archive holds whole groups and knows them all.

use super::Desk;
use super::lines::{Judged, LineFate};
use super::preview::count;
use super::{records, staff};
use crate::{Code, Error, Result, Session, cases, people};
use cartella_archive::{queries, rows};
use cartella_documents::mapping::ImportedRow;
use cartella_domain::ids::{ImportId, OperatorId, PersonId, RecordId};
use cartella_domain::imports::{ImportBatch, ImportPart, ImportState, ImportedLine};
use cartella_domain::rights::{Action, Subject};
use cartella_domain::scope::{ScopeId, ScopeKind};
use serde::Serialize;
use ts_rs::TS;

/// Lines of a group.
const GROUP: usize = 25;

/// A line that was to be taken and could not be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FailedLine {
    /// The line.
    pub line: u32,
    /// Why.
    pub error: Error,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    /// Which.
    pub id: ImportId,
    /// Lines that are in the archive.
    pub done: u32,
    /// Lines to take.
    pub total: u32,
    /// Nothing is left to write.
    pub finished: bool,
    /// Lines of this group that could not be written.
    pub failed: Vec<FailedLine>,
}

impl ImportProgress {
    /// How far the import on the desk is; none if none runs.
    pub(super) fn of(desk: &Desk) -> Option<Self> {
        let running = desk.running.as_ref()?;
        let left = running.queue.len();
        Some(Self {
            id: running.id,
            done: count(running.done.len()),
            total: count(running.done.len() + left),
            finished: left == 0,
            failed: Vec::new(),
        })
    }
}

/// Writes the next group.
///
/// # Errors
/// `import_no_file_open` if no import runs; the disk is full: then nothing of the group is there, and the same
/// call goes on when there is room.
pub fn proceed(session: &mut Session, _: crate::commands::Nothing) -> Result<ImportProgress> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let mut desk = session.desk.take().ok_or(Code::ImportNoFileOpen)?;
    let done = group(session, &mut desk);
    let progress = ImportProgress::of(&desk);
    session.desk = Some(desk);
    let failed = done?;
    let progress = progress.ok_or(Code::ImportNoFileOpen)?;
    if progress.finished {
        finish(session, progress.id)?;
    }
    Ok(ImportProgress { failed, ..progress })
}

/// Writes a group as one; if one of its lines cannot be written, each line for itself.
fn group(session: &mut Session, desk: &mut Desk) -> Result<Vec<FailedLine>> {
    let queue = desk.running.iter().flat_map(|running| &running.queue);
    let lines: Vec<usize> = queue.take(GROUP).copied().collect();
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    match write(session, desk, &lines) {
        Ok(()) => return Ok(Vec::new()),
        Err(error) if is_of_the_disk(&error) => return Err(error),
        Err(_) => {}
    }
    let mut failed = Vec::new();
    for at in lines {
        match write(session, desk, &[at]) {
            Ok(()) => {}
            Err(error) if is_of_the_disk(&error) => return Err(error),
            Err(error) => {
                if let Some(running) = &mut desk.running {
                    running.queue.pop_front();
                }
                if let Some(judged) = desk.judged.get_mut(at) {
                    judged.fate = LineFate::Refused;
                    failed.push(FailedLine {
                        line: judged.row.line,
                        error,
                    });
                }
            }
        }
    }
    Ok(failed)
}

/// Whether an error would come again with any other line.
fn is_of_the_disk(error: &Error) -> bool {
    matches!(error.code, Code::DiskFull | Code::StorageFailed)
}

/// Writes these lines and the part that lists them, all or nothing.
fn write(session: &mut Session, desk: &mut Desk, lines: &[usize]) -> Result<()> {
    let Some(running) = &mut desk.running else {
        return Err(Code::ImportNoFileOpen.into());
    };
    let judged: Vec<&Judged> = lines.iter().filter_map(|at| desk.judged.get(*at)).collect();
    let number = running.parts + 1;
    let written = session.bulk(|session| {
        let mut part = ImportPart {
            batch: running.id,
            number,
            lines: Vec::with_capacity(judged.len()),
        };
        for line in &judged {
            let known = match line.fate {
                LineFate::Known { person } => Some(person),
                LineFate::SameAs { line } => {
                    let here = part.lines.iter().find(|before| before.line == line);
                    let before = here.map(|before| before.person);
                    before.or_else(|| running.done.get(&line).copied()).flatten()
                }
                _ => None,
            };
            part.lines
                .push(write_line(session, line, known, running.responsible)?);
        }
        let id: RecordId = session.id();
        let scope = session.own();
        session.write(|act| act.create(scope, id, &part))?;
        Ok(part)
    })?;
    running.parts = number;
    running.queue.drain(..lines.len().min(running.queue.len()));
    for line in written.lines {
        running.done.insert(line.line, line.person);
    }
    Ok(())
}

/// Writes a line through the verbs that a screen would use.
fn write_line(
    session: &mut Session,
    judged: &Judged,
    known: Option<PersonId>,
    responsible: Option<OperatorId>,
) -> Result<ImportedLine> {
    let row: &ImportedRow = &judged.row;
    let mut line = ImportedLine {
        line: row.line,
        ..ImportedLine::default()
    };
    let person = match known {
        Some(person) => person,
        None => {
            let saved = people::create(session, records::new_person(row))?;
            let person = PersonId(saved.id.uuid());
            line.made
                .extend(made_in(session, person.uuid(), ScopeKind::Person)?);
            person
        }
    };
    line.person = Some(person);
    if !judged.opens_case() {
        return Ok(line);
    }
    let responsible = staff::named(session, row.operator.as_deref())?.or(responsible);
    if let Some(input) = records::case(row, person, responsible) {
        let opened = cases::open(session, input)?;
        for case in opened.cases {
            line.case = Some(case);
            line.made
                .extend(made_in(session, case.uuid(), ScopeKind::CaseCore)?);
        }
    }
    Ok(line)
}

/// The records of a scope that a moment ago did not exist.
fn made_in(session: &Session, owner: uuid::Uuid, kind: ScopeKind) -> Result<Vec<RecordId>> {
    Ok(queries::imports::records_in(
        session.archive.db(),
        ScopeId::new(owner, kind),
    )?)
}

fn finish(session: &mut Session, id: ImportId) -> Result<()> {
    let Some(row) = rows::get::<ImportBatch>(session.archive.db(), &id.to_string())? else {
        return Err(Code::NotFound.into());
    };
    if row.value.state != ImportState::Running {
        return Ok(());
    }
    let done = ImportBatch {
        state: ImportState::Done { at: session.now() },
        ..row.value
    };
    session.write(|act| act.edit(id, &done, None))
}
