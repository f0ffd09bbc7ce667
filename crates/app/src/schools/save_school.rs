//! A school building is added or changed.

use crate::{Code, Error, Result, Session, people::Saved};
use cartella_archive::Seen;
use cartella_domain::{
    codice_fiscale::normalise,
    ids::RecordId,
    people::tidy,
    rights::{Action, Subject},
    schools::{School, is_school_code},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A school as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveSchool {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub school: School,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a school.
///
/// # Errors
/// `forbidden` by her role; `school_nameless`; `school_code_invalid` for a code that is none; the disk is full.
pub fn save_school(session: &mut Session, input: SaveSchool) -> Result<Saved> {
    session.allow(Action::SchoolWrite, &Subject::nobody())?;
    let school = accepted(input.school)?;
    let id = input.id.unwrap_or_else(|| session.id());
    let org = session.org();
    let seen = Seen(input.seen);
    session.write(|act| {
        if input.id.is_some() {
            act.edit(id, &school, Some(&seen))?;
        } else {
            act.create(org, id, &school)?;
        }
        Ok(Saved { id })
    })
}

fn accepted(school: School) -> Result<School> {
    let school = School {
        name: tidy::text(school.name),
        institute: tidy::text(school.institute),
        code: school
            .code
            .map(|code| normalise(&code))
            .filter(|code| !code.is_empty()),
        place: tidy::text(school.place),
        address: tidy::text(school.address),
        phone: tidy::text(school.phone),
        ..school
    };
    if school.name.is_none() {
        return Err(Error::field(Code::SchoolNameless, "name"));
    }
    if school.code.as_deref().is_some_and(|code| !is_school_code(code)) {
        return Err(Error::field(Code::SchoolCodeInvalid, "code"));
    }
    Ok(school)
}
