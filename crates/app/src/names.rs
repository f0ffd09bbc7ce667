//! What people, colleagues and cases are called, beside an answer that holds their ids.

use crate::{Result, Session};
use cartella_archive::queries;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// What one record is called.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Name {
    /// Surname and name; of a case, those of its person.
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
