//! Rettifica: a signed correction beside what it corrects; both stay to be read.

use super::reading::Reader;
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{queries, rows, rows::Row};
use cartella_domain::{
    diary::{Annulment, DiaryEntry, Rectification, ReservedSegment},
    ids::{ActId, EntryId, RecordId, SegmentId},
    rights::{Action, Decision},
    scope::ScopeId,
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What should be read in place of a paragraph, or of the whole entry.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Correction {
    /// The paragraph; none for the whole entry.
    pub segment: Option<SegmentId>,
    /// What should be read.
    pub text: Option<String>,
}

/// An entry to correct.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Rectify {
    /// The entry.
    pub entry: EntryId,
    /// Why.
    pub reason: String,
    /// What should be read.
    pub corrections: Vec<Correction>,
    /// The right day of the event.
    pub occurred_on: Option<CivilDate>,
    /// The right hour of the event.
    pub starts: Option<ClockTime>,
}

/// Signs a correction; each part of it lives where what it corrects lives.
///
/// # Errors
/// `reason_missing`, `future_date`, `nothing_written`, `entry_annulled`, `forbidden`.
pub fn rectify(session: &mut Session, input: Rectify) -> Result<Nothing> {
    let db = session.archive().db();
    let id = input.entry.to_string();
    let row = rows::get::<DiaryEntry>(db, &id)?.ok_or(Code::NotFound)?;
    let reserved = queries::diary::reserved(db, &id)?;
    let annulled = !queries::diary::beside::<Annulment>(db, std::slice::from_ref(&id))?.is_empty();
    let reader = Reader::of_entry(session, &row.value)?;
    let records = records(session, &input, &row)?;
    if annulled {
        return Err(Code::EntryAnnulled.into());
    }
    let mut signed = Vec::new();
    for record in records {
        let part = reserved.iter().find(|part| part.value.segment == record.segment);
        let scope = allowed_scope(session, &reader, &row, part)?;
        signed.push((scope, session.id::<RecordId>(), record));
    }
    let today = session.today().to_string();
    session.write(|act| {
        for (scope, id, record) in &signed {
            act.sign(*scope, *id, record, &today)?;
            if let Some(case) = record.case {
                act.scope_of(*scope, case.uuid());
            }
        }
        Ok(())
    })?;
    Ok(Nothing {})
}

fn records(session: &Session, input: &Rectify, row: &Row<DiaryEntry>) -> Result<Vec<Rectification>> {
    if input.reason.trim().is_empty() {
        return Err(Error::field(Code::ReasonMissing, "reason"));
    }
    if input.occurred_on.is_some_and(|day| day > session.today()) {
        return Err(Error::field(Code::FutureDate, "occurred_on"));
    }
    let base = Rectification {
        entry: input.entry,
        case: row.value.case,
        author: session.operator(),
        signed_at: session.now(),
        reason: input.reason.trim().to_owned(),
        act: session.id::<ActId>(),
        ..Rectification::default()
    };
    let mut records = Vec::new();
    if input.occurred_on.is_some() || input.starts.is_some() {
        records.push(Rectification {
            occurred_on: input.occurred_on,
            starts: input.starts,
            ..base.clone()
        });
    }
    for correction in &input.corrections {
        let known = row
            .value
            .segments
            .iter()
            .any(|segment| Some(segment.id) == correction.segment);
        if correction.segment.is_some() && !known {
            return Err(Code::NotFound.into());
        }
        let text = correction
            .text
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        if let Some(text) = text {
            records.push(Rectification {
                segment: correction.segment,
                text: Some(text.to_owned()),
                ..base.clone()
            });
        }
    }
    if records.is_empty() {
        return Err(Error::field(Code::NothingWritten, "text"));
    }
    Ok(records)
}

/// The scope of what is corrected, if she may correct it.
fn allowed_scope(
    session: &Session,
    reader: &Reader,
    row: &Row<DiaryEntry>,
    part: Option<&Row<ReservedSegment>>,
) -> Result<ScopeId> {
    let entry = &row.value;
    let (level, named, scope) = part.map_or((entry.level, false, &row.scope), |part| {
        let named = part.value.read_by.readers.contains(&session.operator());
        (part.value.read_by.level, named, &part.scope)
    });
    match reader.decide(Action::EntryRectify, level, entry.author, named) {
        Decision::Allowed { .. } => scope.parse().map_err(|_| Code::NotFound.into()),
        Decision::Hidden => Err(Code::NotFound.into()),
        Decision::Stub | Decision::Forbidden => Err(Code::Forbidden.into()),
    }
}
