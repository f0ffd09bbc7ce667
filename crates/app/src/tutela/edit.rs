//! One record of a court is corrected, in its own file or in those of all its minors.

use super::in_file::{InFile, beside, writable};
use crate::{Result, Session, cases::OneCase};
use cartella_archive::Seen;
use cartella_domain::{ids::RecordId, record::Body};
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

/// Corrects it: one act, whichever files it touches.
pub(super) fn edit<T: InFile + TS>(session: &mut Session, input: EditInFile<T>) -> Result<OneCase> {
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
    let seen = Seen(input.seen);
    session.write(|act| {
        act.edit(input.id, &value, Some(&seen))?;
        for (id, taken) in &changed {
            act.edit(*id, taken, None)?;
        }
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
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
