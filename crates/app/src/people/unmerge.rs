//! Separa: two records that were joined are two people after all.

use super::Saved;
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    ids::RecordId,
    people::{PersonMerge, Undone, tidy},
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which joining was a mistake.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct UnmergePeople {
    /// The merge.
    pub id: RecordId,
    /// Why.
    pub reason: Option<String>,
}

/// Parts two people again: each shows what was written in it, before and meanwhile.
///
/// # Errors
/// `forbidden` or `not_found` by rights on either; `not_found` if it was undone before; the disk is full.
pub fn unmerge(session: &mut Session, input: UnmergePeople) -> Result<Saved> {
    let row = rows::get::<PersonMerge>(session.archive().db(), &input.id.to_string())?;
    let merge = row
        .filter(|row| !row.deleted && row.value.undone.is_none())
        .ok_or_else(|| Error::new(Code::NotFound))?
        .value;
    for person in [merge.kept, merge.absorbed] {
        session.allow_person(Action::PersonMerge, person)?;
    }
    let undone = PersonMerge {
        undone: Some(Undone {
            at: session.now(),
            by: session.operator(),
            reason: tidy::lines(input.reason),
        }),
        ..merge
    };
    session.write(|act| {
        act.about(undone.kept);
        act.edit(input.id, &undone, None)?;
        Ok(Saved { id: input.id })
    })
}
