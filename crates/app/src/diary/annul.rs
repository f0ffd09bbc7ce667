//! Annulla (resta traccia): the entry stays, and says that it no longer counts and why.

use super::reading::Reader;
use crate::{Code, Error, Result, Session, files::Carried};
use cartella_archive::{drafts, queries, rows};
use cartella_domain::{
    diary::{Annulment, AnnulmentReason, DiaryEntry, FORM_ENTRY, ReservedSegment, reopen},
    ids::{DraftId, EntryId, RecordId},
    rights::{Action, Decision},
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// An entry to annul.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Annul {
    /// The entry.
    pub entry: EntryId,
    /// Why.
    pub reason: AnnulmentReason,
    /// Why, in words; asked when the reason is another.
    pub note: Option<String>,
}

/// An annulled entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Annulled {
    /// The draft with its text, ready for the right file; only for its author and when the file was wrong.
    pub draft: Option<DraftId>,
}

/// Annuls a signed entry. Signed in the wrong file, its text opens again as a draft of its author's.
///
/// # Errors
/// `entry_annulled` if it is already, `reason_missing`, `forbidden`.
pub fn annul(session: &mut Session, input: Annul) -> Result<Annulled> {
    let db = session.archive().db();
    let id = input.entry.to_string();
    let row = rows::get::<DiaryEntry>(db, &id)?.ok_or(Code::NotFound)?;
    let reserved = queries::diary::reserved(db, &id)?;
    let annulled = !queries::diary::beside::<Annulment>(db, std::slice::from_ref(&id))?.is_empty();
    let entry = row.value;
    let reader = Reader::of_entry(session, &entry)?;
    let reserved: Vec<ReservedSegment> = reserved.into_iter().map(|part| part.value).collect();
    let named = reserved
        .iter()
        .any(|part| part.read_by.readers.contains(&session.operator()));
    match reader.decide(Action::EntryAnnul, entry.level, entry.author, named) {
        Decision::Allowed { .. } => {}
        Decision::Hidden => return Err(Code::NotFound.into()),
        Decision::Stub | Decision::Forbidden => return Err(Code::Forbidden.into()),
    }
    if annulled {
        return Err(Code::EntryAnnulled.into());
    }
    let note = input
        .note
        .map(|note| note.trim().to_owned())
        .filter(|note| !note.is_empty());
    if note.is_none() && matches!(input.reason, AnnulmentReason::Altro | AnnulmentReason::Collocata) {
        return Err(Error::field(Code::ReasonMissing, "note"));
    }
    let annulment = Annulment {
        entry: input.entry,
        case: entry.case,
        author: session.operator(),
        signed_at: session.now(),
        reason: input.reason,
        note,
    };
    let scope: ScopeId = row.scope.parse().map_err(|_| Code::NotFound)?;
    let annulment_id: RecordId = session.id();
    let today = session.today().to_string();
    session.write(|act| act.sign(scope, annulment_id, &annulment, &today))?;
    let again = input.reason == AnnulmentReason::FascicoloSbagliato && entry.author == session.operator();
    let draft = again
        .then(|| open_again(session, input.entry, &entry, &reserved))
        .transpose()?;
    Ok(Annulled { draft })
}

fn open_again(
    session: &mut Session,
    id: EntryId,
    entry: &DiaryEntry,
    reserved: &[ReservedSegment],
) -> Result<DraftId> {
    let draft: DraftId = session.id();
    let content = serde_json::to_value(reopen(id, entry, reserved)).map_err(|_| Code::BadInput)?;
    session.archive().save_draft(&drafts::Draft {
        id: draft.to_string(),
        kind: FORM_ENTRY.to_owned(),
        operator: session.operator().to_string(),
        subject: None,
        content,
        started_from: json!({}),
        // Its writing began when the entry's did: what was recorded in time is not late in the right file.
        created_at: entry.recorded_at,
        saved_at: session.now(),
    })?;
    let files = Carried::to_draft(session, RecordId(id.uuid()), draft)?;
    session.write(|act| files.write(act))?;
    session.touch("draft");
    Ok(draft)
}
