//! Says which other people a case concerns; its operators see who they are, one hop and no further.

use super::{OneCase, loaded::Loaded};
use crate::{Result, Session};
use cartella_domain::{
    cases::CaseFile,
    ids::{CaseId, PersonId},
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who joins, who leaves, and whose hidden contacts the case works with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvolvePeople {
    /// The case.
    pub case: CaseId,
    /// All people involved from now on, beside the one whose case it is.
    pub involved: Vec<PersonId>,
    /// Of these, those whose hidden addresses and phones the case works with.
    pub protected: Vec<PersonId>,
}

/// Writes it down.
///
/// # Errors
/// `forbidden`, `not_found`, also for a person whom she does not know; the disk is full.
pub fn involve(session: &mut Session, input: InvolvePeople) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::CaseInvolve)?;
    for person in &input.involved {
        if !loaded.file.involved.0.contains(person) {
            session.allow(Action::PersonList, &session.person_subject(*person)?)?;
        }
    }
    for person in &input.protected {
        if !loaded.file.protected.0.contains(person) {
            session.allow(Action::PersonReadProtected, &session.protected_subject(*person)?)?;
        }
    }
    let own = loaded.facts.person;
    let file = CaseFile {
        involved: input.involved.iter().copied().filter(|p| *p != own).collect(),
        protected: input
            .protected
            .into_iter()
            .filter(|p| input.involved.contains(p) && *p != own)
            .collect(),
        ..loaded.file
    };
    session.write(|act| {
        act.edit(input.case, &file, None)?;
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}
