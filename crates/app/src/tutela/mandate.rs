//! A mandate is corrected, answered, ended; the diary entries that answer it are named.

use super::{
    add::accepted_mandate,
    edit::{EditInFile, edit},
    in_file::writable,
    under::authority_of,
};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::{queries, rows};
use cartella_domain::{
    ids::{EntryId, RecordId},
    tutela::{Mandato, Provvedimento},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Corrects a mandate, or says that it was answered or ended.
///
/// # Errors
/// `forbidden`, `not_found`; `unknown_code`; the disk is full.
pub fn edit_mandate(session: &mut Session, input: EditInFile<Mandato>) -> Result<OneCase> {
    let (_, row) = writable::<Mandato>(session, input.id)?;
    let mut value = accepted_mandate(input.value)?;
    let plan = |value| EditInFile { value, ..input };
    if let Some(id) = row.value.provvedimento {
        let order = rows::get::<Provvedimento>(session.archive().db(), &id.to_string())?;
        if let Some(order) = order {
            let kind = authority_of(session, &order.value)?;
            value = value.under(&order.value, kind);
        }
    }
    edit(session, plan(value))
}

/// Which entries answer a mandate.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AnswerMandate {
    /// The mandate, in its file.
    pub mandate: RecordId,
    /// These do.
    #[serde(default)]
    pub add: Vec<EntryId>,
    /// These do not.
    #[serde(default)]
    pub remove: Vec<EntryId>,
}

/// Names entries of the case's diary as answers to a mandate; their text is untouched.
///
/// # Errors
/// `forbidden`, `not_found` also for an entry of another case; the disk is full.
pub fn answer_mandate(session: &mut Session, input: AnswerMandate) -> Result<OneCase> {
    let (case, row) = writable::<Mandato>(session, input.mandate)?;
    for entry in &input.add {
        let found = queries::tutela::entry(session.archive().db(), &entry.to_string())?;
        if found.is_none_or(|entry| entry.value.case != Some(case)) {
            return Err(Error::new(Code::NotFound));
        }
    }
    let mut mandate = row.value;
    let answers = &mut mandate.answers.0;
    answers.retain(|entry| !input.remove.contains(entry));
    for entry in input.add {
        if !answers.contains(&entry) {
            answers.push(entry);
        }
    }
    session.write(|act| {
        act.edit(input.mandate, &mandate, None)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
