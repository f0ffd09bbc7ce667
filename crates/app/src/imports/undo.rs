//! Takes a whole import back: what it made is marked as deleted through the log, the last line first.
//!
//! Nobody's later work goes with it. A line stays as a whole if one of its records was changed since, or if
//! anything else speaks of it: an entry, a draft, a relation, an appointment, another case. What stays is told.

use super::list::ImportRef;
use super::preview::count;
use crate::{Code, Result, Session};
use cartella_archive::{audit, queries, rows};
use cartella_domain::ids::{ImportId, PersonId, RecordId};
use cartella_domain::imports::{ImportBatch, ImportState, ImportedLine};
use cartella_domain::people::Person;
use cartella_domain::rights::{Action, Subject};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;
use uuid::Uuid;

/// Lines taken back in one act.
const GROUP: usize = 25;

/// Why a line stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyKept {
    /// One of its records was changed since.
    Changed,
    /// Something else speaks of it.
    SpokenOf,
    /// Its person is needed by another line that stays.
    Needed,
}

/// A line that stays.
#[derive(Clone, Serialize, TS)]
pub struct KeptLine {
    /// The line of the file.
    pub line: u32,
    /// Its person.
    pub person: Option<PersonId>,
    /// What the person is called.
    pub name: String,
    /// Why it stays.
    pub why: WhyKept,
}

/// What taking an import back does, or has done.
#[derive(Clone, Serialize, TS)]
pub struct UndoReport {
    /// Lines that go.
    pub removed: u32,
    /// Lines that stay.
    pub kept: Vec<KeptLine>,
}

/// One line of an import, and its group's place in the log.
struct Made {
    line: ImportedLine,
    written: i64,
}

/// Says what would go and what would stay. Reads only.
///
/// # Errors
/// `not_found`; `import_already_undone`.
pub fn undo_check(session: &mut Session, input: ImportRef) -> Result<UndoReport> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    standing(session, input.id)?;
    let lines = made(session, input.id)?;
    let kept = kept(session, &lines)?;
    report(session, &lines, &kept)
}

/// Takes it back: one act a group of lines, all of them durable together.
///
/// # Errors
/// `not_found`; `import_already_undone`; the disk is full: then nothing was taken back.
pub fn undo(session: &mut Session, input: ImportRef) -> Result<UndoReport> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let batch = standing(session, input.id)?;
    let lines = made(session, input.id)?;
    let kept = kept(session, &lines)?;
    let report = report(session, &lines, &kept)?;
    let going: Vec<&ImportedLine> = lines
        .iter()
        .rev()
        .filter(|made| !kept.contains_key(&made.line.line))
        .map(|made| &made.line)
        .collect();
    let undone = ImportBatch {
        state: ImportState::Undone {
            at: session.now(),
            kept: count(report.kept.len()),
        },
        ..batch
    };
    session.bulk(|session| {
        for group in going.chunks(GROUP) {
            session.write(|act| {
                let records = group.iter().flat_map(|line| line.made.iter().rev());
                records
                    .into_iter()
                    .try_for_each(|record| act.delete(record.uuid(), "import_undone"))
            })?;
        }
        session.write(|act| {
            act.note(audit::Event::new(audit::Act::ImportUndone).counting(report.removed.into()));
            act.edit(input.id, &undone, None)
        })
    })?;
    if session
        .desk
        .as_ref()
        .is_some_and(|desk| desk.is_writing(input.id))
    {
        session.desk = None;
    }
    Ok(report)
}

/// The import, if it is this operator's and was not taken back.
fn standing(session: &Session, id: ImportId) -> Result<ImportBatch> {
    let row = rows::get::<ImportBatch>(session.archive.db(), &id.to_string())?
        .filter(|row| row.scope == session.own().to_string() && !row.deleted)
        .ok_or(Code::NotFound)?;
    match row.value.state {
        ImportState::Undone { .. } => Err(Code::ImportAlreadyUndone.into()),
        _ => Ok(row.value),
    }
}

fn made(session: &Session, id: ImportId) -> Result<Vec<Made>> {
    let db = session.archive.db();
    let mut made = Vec::new();
    for part in queries::imports::parts(db, id)? {
        let record: RecordId = part.typed_id()?;
        let written = queries::imports::last_write(db, record)?.unwrap_or(0);
        made.extend(part.value.lines.into_iter().map(|line| Made { line, written }));
    }
    Ok(made)
}

/// The lines that stay, each with why.
fn kept(session: &Session, lines: &[Made]) -> Result<HashMap<u32, WhyKept>> {
    let db = session.archive.db();
    let mut kept: HashMap<u32, WhyKept> = HashMap::new();
    let mut owner: HashMap<Uuid, u32> = HashMap::new();
    for made in lines {
        for record in &made.line.made {
            owner.insert(record.uuid(), made.line.line);
            // The part was the last thing of its group: whatever lies behind it came later.
            let last = queries::imports::last_write(db, *record)?;
            if last.is_some_and(|last| last > made.written) {
                kept.insert(made.line.line, WhyKept::Changed);
            }
        }
    }
    let records: HashSet<Uuid> = owner.keys().copied().collect();
    for record in queries::imports::spoken_of(db, &records)? {
        if let Some(line) = owner.get(&record) {
            kept.entry(*line).or_insert(WhyKept::SpokenOf);
        }
    }
    // A line that stays needs its person, who may have come with an earlier line.
    for made in lines {
        let person = made.line.person.map(PersonId::uuid);
        let source = person.and_then(|person| owner.get(&person));
        if let Some(source) = source
            && kept.contains_key(&made.line.line)
        {
            kept.entry(*source).or_insert(WhyKept::Needed);
        }
    }
    Ok(kept)
}

fn report(session: &Session, lines: &[Made], kept: &HashMap<u32, WhyKept>) -> Result<UndoReport> {
    let mut told = Vec::with_capacity(kept.len());
    for made in lines {
        let Some(why) = kept.get(&made.line.line) else {
            continue;
        };
        let person = made.line.person;
        let row = match person {
            Some(person) => rows::get::<Person>(session.archive.db(), &person.to_string())?,
            None => None,
        };
        told.push(KeptLine {
            line: made.line.line,
            person,
            name: row.map(|row| row.value.display_name()).unwrap_or_default(),
            why: *why,
        });
    }
    Ok(UndoReport {
        removed: count(lines.len() - told.len()),
        kept: told,
    })
}
