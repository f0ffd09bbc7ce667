//! Saying later what a signed paragraph is: a record beside it, its text untouched.

use super::reading::Reader;
use crate::{Code, Result, Session, commands::Nothing};
use cartella_archive::{queries, rows};
use cartella_domain::{
    diary::{Category, Classification, DiaryEntry, Wording},
    ids::{EntryId, RecordId, SegmentId},
    rights::{Action, Decision},
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paragraph to classify.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Classify {
    /// The entry.
    pub entry: EntryId,
    /// The paragraph.
    pub segment: SegmentId,
    /// What it is; none for "da classificare".
    pub category: Option<Category>,
}

/// Classifies a signed paragraph.
///
/// # Errors
/// `not_found` if there is no such paragraph for her, `forbidden`.
pub fn classify(session: &mut Session, input: Classify) -> Result<Nothing> {
    let db = session.archive().db();
    let id = input.entry.to_string();
    let row = rows::get::<DiaryEntry>(db, &id)?.ok_or(Code::NotFound)?;
    let entry = row.value;
    let segment = entry.segments.iter().find(|segment| segment.id == input.segment);
    let segment = segment.ok_or(Code::NotFound)?;
    let (level, named, scope) = match &segment.wording {
        Wording::Open { .. } => (entry.level, false, row.scope),
        Wording::Withheld { .. } => {
            let parts = queries::diary::reserved(db, &id)?;
            let part = parts
                .into_iter()
                .find(|part| part.value.segment == Some(input.segment));
            let part = part.ok_or(Code::NotFound)?;
            let named = part.value.read_by.readers.contains(&session.operator());
            (part.value.read_by.level, named, part.scope)
        }
    };
    let known = queries::diary::classification(db, &id, &input.segment.to_string())?;
    let reader = Reader::of_entry(session, &entry)?;
    match reader.decide(Action::EntryClassify, level, entry.author, named) {
        Decision::Allowed { .. } => {}
        Decision::Hidden => return Err(Code::NotFound.into()),
        Decision::Stub | Decision::Forbidden => return Err(Code::Forbidden.into()),
    }
    let record = Classification {
        entry: input.entry,
        segment: input.segment,
        category: input.category,
        by: session.operator(),
        case: entry.case,
    };
    let scope: ScopeId = scope.parse().map_err(|_| Code::NotFound)?;
    let new: RecordId = session.id();
    let known = known.map(|row| row.typed_id::<RecordId>()).transpose()?;
    session.write(|act| match known {
        Some(id) => act.edit(id, &record, None),
        None => act.create(scope, new, &record),
    })?;
    Ok(Nothing {})
}
