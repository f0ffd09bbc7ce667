//! Begins to write what the dry run judged, or goes on where an interrupted import of the same file stopped.

use super::desk::Running;
use super::preview::count;
use super::proceed::ImportProgress;
use super::remember;
use crate::{Code, Result, Session};
use cartella_archive::{audit, queries};
use cartella_documents::mapping::signature;
use cartella_domain::ids::{ImportId, OperatorId};
use cartella_domain::imports::{ImportBatch, ImportState};
use cartella_domain::rights::{Action, Subject};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What is chosen for the whole import.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct BeginImport {
    /// Who becomes responsible for cases whose line names no operator of the staff; nobody without.
    pub responsible: Option<OperatorId>,
}

/// Begins, and remembers how the columns were mapped.
///
/// # Errors
/// `import_no_file_open` without a file or a finished dry run; `import_nothing_to_take` if no line is taken; the
/// disk is full.
pub fn begin(session: &mut Session, input: BeginImport) -> Result<ImportProgress> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let desk = session.desk.as_ref().ok_or(Code::ImportNoFileOpen)?;
    if desk.judged.is_empty() || !desk.waiting.is_empty() {
        return Err(Code::ImportNoFileOpen.into());
    }
    let lines = count(desk.judged.iter().filter(|line| line.fate.is_taken()).count());
    let digest = desk.digest();
    let headings = signature(&desk.table.headings);
    let mapping = desk.mapping.clone();
    let file_name = desk.file_name.clone();
    let interrupted = interrupted(session, &digest)?;
    if lines == 0 && interrupted.is_none() {
        return Err(Code::ImportNothingToTake.into());
    }
    remember::remember(session, &headings, &mapping)?;
    let id = match interrupted {
        Some(id) => id,
        None => start(session, file_name, digest, lines)?,
    };
    let mut done = HashMap::new();
    let parts = queries::imports::parts(session.archive.db(), id)?;
    for line in parts.iter().flat_map(|part| &part.value.lines) {
        done.insert(line.line, line.person);
    }
    let desk = session.desk.as_mut().ok_or(Code::ImportNoFileOpen)?;
    let left = desk.judged.iter().enumerate();
    let queue = left
        .filter(|(_, line)| line.fate.is_taken() && !done.contains_key(&line.row.line))
        .map(|(at, _)| at)
        .collect();
    let running = Running {
        id,
        done,
        queue,
        parts: count(parts.len()),
        responsible: input.responsible,
    };
    desk.running = Some(running);
    ImportProgress::of(desk).ok_or_else(|| Code::ImportNoFileOpen.into())
}

/// An import of the same file that did not come to its end.
fn interrupted(session: &Session, digest: &str) -> Result<Option<ImportId>> {
    let batches = queries::imports::batches_of_file(session.archive.db(), session.own(), digest)?;
    let running = batches
        .into_iter()
        .find(|row| row.value.state == ImportState::Running);
    Ok(running.map(|row| row.typed_id()).transpose()?)
}

fn start(session: &mut Session, file_name: String, digest: String, lines: u32) -> Result<ImportId> {
    let id: ImportId = session.id();
    let scope = session.own();
    let batch = ImportBatch {
        file_name,
        digest,
        lines,
        started_at: session.now(),
        state: ImportState::Running,
    };
    session.write(|act| {
        act.note(audit::Event::new(audit::Act::Import).counting(lines.into()));
        act.create(scope, id, &batch)
    })?;
    Ok(id)
}
