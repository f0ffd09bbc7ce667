//! A person's own fields change: what differs from what was on the screen is written.

use super::{Saved, codes, create::accepted_person};
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::Person,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person as she shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct EditPerson {
    /// Which record.
    pub id: PersonId,
    /// All of it, as on the screen after the edit.
    pub person: Person,
    /// What was on the screen before it.
    pub seen: Vec<String>,
    /// The draft of the form, which ends with this.
    #[serde(default)]
    pub draft: Option<String>,
}

/// Changes a person.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `person_nameless`; `person_code_taken` if a code was added that another
/// has; the disk is full.
pub fn edit(session: &mut Session, input: EditPerson) -> Result<Saved> {
    session.allow_person(Action::PersonWrite, input.id)?;
    let person = accepted_person(input.person)?;
    let row = rows::get::<Person>(session.archive().db(), &input.id.to_string())?
        .ok_or_else(|| Error::new(Code::NotFound))?;
    let new: Vec<_> = person
        .identifiers
        .iter()
        .filter(|identifier| {
            row.value
                .identifiers
                .iter()
                .all(|old| old.value != identifier.value)
        })
        .cloned()
        .collect();
    codes::free(session, &new, &session.same_person(input.id)?)?;
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.id);
        act.edit(input.id, &person, Some(&seen))?;
        if let Some(draft) = &input.draft {
            act.end_draft(draft, input.id)?;
        }
        Ok(Saved {
            id: RecordId(input.id.uuid()),
        })
    })
}
