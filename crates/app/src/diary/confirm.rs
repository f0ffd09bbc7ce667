//! Conferma: a colleague named as co-author says that the entry tells it as it was. Nothing ever waits for it.

use super::reading::{Reader, may_read, views};
use crate::{
    Code, Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::{queries, rows, rows::Row};
use cartella_domain::{
    diary::{Confirmation, DiaryEntry},
    ids::{CaseId, EntryId, OperatorId, RecordId},
    scope::ScopeId,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An entry to confirm.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Confirm {
    /// The entry.
    pub entry: EntryId,
}

/// An entry that waits for her confirmation: that there is one, by whom, when; its text shows when it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToConfirm {
    /// The entry.
    pub entry: EntryId,
    /// Its file; none for a group, class or school.
    pub case: Option<CaseId>,
    /// Who signed it.
    pub author: OperatorId,
    /// The day of the event.
    pub occurred_on: CivilDate,
}

/// Confirms a signed entry as its co-author, beside it, for those who read it.
///
/// # Errors
/// `not_found` if it is not here or not hers to read, `entry_annulled`, `forbidden` if it does not name her or she has
/// confirmed it already.
pub fn confirm(session: &mut Session, input: Confirm) -> Result<Nothing> {
    let db = session.archive().db();
    let id = input.entry.to_string();
    let row = rows::get::<DiaryEntry>(db, &id)?.ok_or(Code::NotFound)?;
    let reserved = queries::diary::reserved(db, &id)?;
    let (entry, scope) = (row.value.clone(), row.scope.clone());
    let reader = Reader::of_entry(session, &entry)?;
    let shown = views(session, &reader, vec![row])?;
    let view = shown.first().ok_or(Code::NotFound)?;
    if view.annulment.is_some() {
        return Err(Code::EntryAnnulled.into());
    }
    if !view.may.confirm {
        return Err(Code::Forbidden.into());
    }
    // Beside the circumstances that name her: a reserved entry's stand in the scope of its readers.
    let kept = reserved.iter().find(|part| part.value.header.is_some());
    let scope = kept.map_or(scope.as_str(), |part| part.scope.as_str());
    let scope: ScopeId = scope.parse().map_err(|_| Code::NotFound)?;
    let confirmation = Confirmation {
        entry: input.entry,
        case: entry.case,
        author: session.operator(),
        signed_at: session.now(),
        hash: entry.hash,
    };
    let new: RecordId = session.id();
    let today = session.today().to_string();
    session.write(|act| {
        act.sign(scope, new, &confirmation, &today)?;
        if let Some(case) = confirmation.case {
            act.scope_of(scope, case.uuid());
        }
        Ok(())
    })?;
    Ok(Nothing {})
}

/// The entries that wait for the operator's confirmation, the oldest first, and what those in them are called.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn own_to_confirm(session: &Session) -> Result<(Vec<ToConfirm>, Names)> {
    let mut waiting = Vec::new();
    for row in queries::diary::to_confirm(session.archive().db(), session.operator())? {
        let named = |row: &Row<DiaryEntry>| -> Result<bool> {
            let parts = queries::diary::reserved(session.archive().db(), &row.id)?;
            let me = session.operator();
            Ok(parts.iter().any(|part| part.value.read_by.readers.contains(&me)))
        };
        let entry = &row.value;
        if entry.author != session.operator() && may_read(session, entry, entry.level, named(&row)?)? {
            waiting.push(ToConfirm {
                entry: row.typed_id()?,
                case: entry.case,
                author: entry.author,
                occurred_on: entry.occurred_on,
            });
        }
    }
    let ids = waiting
        .iter()
        .flat_map(|one| one.case.map(CaseId::uuid).into_iter().chain([one.author.uuid()]));
    let names = names(session, ids)?;
    Ok((waiting, names))
}
