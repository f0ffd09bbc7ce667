//! What people, colleagues and cases are called, beside an answer that holds their ids.

use crate::{Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    ids::{CaseId, PersonId, RecordId},
    rights::Action,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// What one record is called.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Name {
    /// Surname and name; of a case, those of its person; of a school its name, of a class "3B".
    pub name: String,
    /// For a case, the code of its service.
    pub service: Option<String>,
}

/// Names by id.
pub type Names = BTreeMap<String, Name>;

/// The names of these records; what is not here has none.
pub(crate) fn names(session: &Session, ids: impl IntoIterator<Item = Uuid>) -> Result<Names> {
    let mut ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Names::new());
    }
    let found = queries::names::of(session.archive().db(), &ids)?;
    Ok(found
        .into_iter()
        .map(|named| {
            let name = Name {
                name: named.name,
                service: named.service,
            };
            (named.id, name)
        })
        .collect())
}

/// Records whose names a form shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskNames {
    /// People, colleagues, cases.
    pub ids: Vec<RecordId>,
}

/// The names of the people, colleagues and cases of a form; what she may not see in a list has none.
///
/// # Errors
/// The archive does not answer.
pub fn names_of(session: &mut Session, input: AskNames) -> Result<Names> {
    let mut shown = Vec::new();
    for id in input.ids {
        let id = id.uuid();
        let as_case = session.case_subject(CaseId(id));
        let seen = match as_case {
            Ok(subject) => session.allow(Action::CaseList, &subject).is_ok(),
            Err(_) => {
                let subject = session.person_subject(PersonId(id))?;
                session.allow(Action::PersonList, &subject).is_ok()
            }
        };
        if seen {
            shown.push(id);
        }
    }
    names(session, shown)
}
