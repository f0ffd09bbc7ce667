//! One record of a court is corrected, in its own file or in those of all its minors.

use super::in_file::{InFile, beside, writable};
use crate::{Act, Result, Session, cases::OneCase};
use cartella_archive::Seen;
use cartella_domain::{
    ids::{CaseId, RecordId},
    record::Body,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A record as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct EditInFile<T: TS> {
    /// The record in this file.
    pub id: RecordId,
    /// All of it; what ties it to its file stays as it is.
    pub value: T,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
    /// What is changed here is changed for the other minors of the act too.
    #[serde(default)]
    pub everywhere: bool,
}

/// What a correction writes.
pub(super) struct Plan<T> {
    /// The file it was made in.
    pub case: CaseId,
    /// The record there, with what was on the screen.
    pub here: (RecordId, T, Seen),
    /// The records of the other minors.
    pub others: Vec<(RecordId, T)>,
}

impl<T: InFile> Plan<T> {
    /// Writes it.
    pub(super) fn write(&self, act: &mut Act<'_>) -> Result<()> {
        let (id, value, seen) = &self.here;
        act.edit(*id, value, Some(seen))?;
        for (id, taken) in &self.others {
            act.edit(*id, taken, None)?;
        }
        act.about(self.case);
        Ok(())
    }
}

/// Corrects it: one act, whichever files it touches.
pub(super) fn edit<T: InFile + TS>(session: &mut Session, input: EditInFile<T>) -> Result<OneCase> {
    let plan = plan(session, input)?;
    session.write(|act| plan.write(act))?;
    Ok(OneCase { case: plan.case })
}

/// What a correction writes, in this file and, where it is wanted, in those of the other minors.
pub(super) fn plan<T: InFile + TS>(session: &Session, input: EditInFile<T>) -> Result<Plan<T>> {
    let (case, row) = writable::<T>(session, input.id)?;
    let value = input.value.tied_as(&row.value);
    let others = if input.everywhere {
        beside(session, input.id, &row.value)?
    } else {
        Vec::new()
    };
    let (old, new) = (as_body(&row.value)?, as_body(&value)?);
    let mut changed = Vec::new();
    for other in others {
        let mut theirs = as_body(&other.value)?;
        take_over::<T>(&old, &new, &mut theirs);
        let taken = T::decode(&theirs).value.tied_as(&other.value);
        changed.push((other.typed_id::<RecordId>()?, taken));
    }
    Ok(Plan {
        case,
        here: (input.id, value, Seen(input.seen)),
        others: changed,
    })
}

fn as_body<T: InFile>(record: &T) -> Result<Body> {
    Ok(record.body().map_err(cartella_archive::Error::from)?)
}

/// The fields that differ between two states, in a third.
fn take_over<T: InFile>(old: &Body, new: &Body, theirs: &mut Body) {
    for field in T::KIND.fields {
        if old.get(field.name) == new.get(field.name) {
            continue;
        }
        match new.get(field.name) {
            Some(value) => theirs.insert(field.name.to_owned(), value.clone()),
            None => theirs.remove(field.name),
        };
    }
}
