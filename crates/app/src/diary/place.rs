//! Giving an entry that waits its file: a new signed entry there, and an annulment that says where it went.
//!
//! A record lives in one scope for ever, and what is signed is never moved: the entry is signed again in its file,
//! with the day on which it was first written down, and says from which one it comes.

use super::{
    sign::SignAnswer,
    signing::{prepare, write},
};
use crate::{Code, Result, Session, files::Carried};
use cartella_archive::{queries, rows};
use cartella_domain::{
    diary::{Annulment, AnnulmentReason, DiaryEntry, EntryDraft, reopen},
    files::AttachedTo,
    ids::{CaseId, EntryId, RecordId},
    record::Record as _,
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an entry belongs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlaceEntry {
    /// The signed entry that waits.
    pub entry: EntryId,
    /// Its files.
    pub files: Vec<CaseId>,
}

/// Puts a signed entry into its files.
///
/// # Errors
/// `not_found` if it is not hers, `entry_placed` if it stands somewhere already, `forbidden`.
pub fn place(session: &mut Session, input: PlaceEntry) -> Result<SignAnswer> {
    let db = session.archive().db();
    let id = input.entry.to_string();
    let row = rows::get::<DiaryEntry>(db, &id)?.ok_or(Code::NotFound)?;
    let entry = row.value;
    if entry.author != session.operator() {
        return Err(Code::NotFound.into());
    }
    let scope: ScopeId = row.scope.parse().map_err(|_| Code::NotFound)?;
    let gone = !queries::diary::beside::<Annulment>(db, std::slice::from_ref(&id))?.is_empty();
    if gone || entry.case.is_some() || entry.collective.is_some() || scope != session.own() {
        return Err(Code::EntryPlaced.into());
    }
    if input.files.is_empty() {
        return Err(Code::BadInput.into());
    }
    let mut draft = EntryDraft {
        act: Some(entry.act),
        ..reopen(input.entry, &entry, &[])
    };
    for text in &mut draft.texts {
        text.files.clone_from(&input.files);
    }
    let plan = match prepare(session, &draft, entry.recorded_at, Some(input.entry))? {
        Ok(plan) => plan,
        Err(findings) => return Ok(SignAnswer::NotYet { findings }),
    };
    let annulment = Annulment {
        entry: input.entry,
        case: None,
        author: session.operator(),
        signed_at: session.now(),
        reason: AnnulmentReason::Collocata,
        note: None,
    };
    let annulment_id: RecordId = session.id();
    let today = session.today().to_string();
    let entries: Vec<EntryId> = plan.entries().map(|(id, _)| id).collect();
    let from = AttachedTo {
        kind: DiaryEntry::KIND.number,
        id: RecordId(input.entry.uuid()),
    };
    let carried = Carried::to_entries(session, from, &plan, input.files.len())?;
    session.write(|act| {
        write(act, &plan.rows)?;
        carried.write(act)?;
        act.sign(scope, annulment_id, &annulment, &today)
    })?;
    Ok(SignAnswer::Signed {
        act: plan.act,
        entries,
        notices: plan.notices,
    })
}
