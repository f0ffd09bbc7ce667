//! A class of a school year is added or changed.

use crate::{Code, Error, Result, Session, people::Saved};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    rights::{Action, Subject},
    schools::{School, SchoolClass},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A class as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveClass {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub class: SchoolClass,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a class.
///
/// # Errors
/// `forbidden` by her role; `not_found` if there is no such school; `class_unsaid` without grade and section; the
/// disk is full.
pub fn save_class(session: &mut Session, input: SaveClass) -> Result<Saved> {
    session.allow(Action::SchoolWrite, &Subject::nobody())?;
    let school = input.class.school.to_string();
    rows::get::<School>(session.archive().db(), &school)?.ok_or_else(|| Error::new(Code::NotFound))?;
    let class = SchoolClass {
        grade: tidy::text(input.class.grade),
        section: tidy::text(input.class.section),
        ..input.class
    };
    if class.label().is_empty() {
        return Err(Error::field(Code::ClassUnsaid, "grade"));
    }
    let id = input.id.unwrap_or_else(|| session.id());
    let org = session.org();
    let seen = Seen(input.seen);
    session.write(|act| {
        if input.id.is_some() {
            act.edit(id, &class, Some(&seen))?;
        } else {
            act.create(org, id, &class)?;
        }
        Ok(Saved { id })
    })
}
