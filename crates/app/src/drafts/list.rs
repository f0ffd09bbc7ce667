//! Her open drafts: what is still to be signed.

use crate::{
    Result, Session,
    commands::Nothing,
    names::{Names, names},
    rome_date,
};
use cartella_archive::drafts::{self, Draft};
use cartella_domain::{
    diary::{Collective, EntryDraft, EntryKind, FORM_ENTRY},
    ids::{CaseId, DraftId, RecordId},
    time::{CivilDate, Instant},
};
use serde::Serialize;
use ts_rs::TS;

/// Days after which a draft is shown as old (domain.md 7.2).
pub const OLD_AFTER_DAYS: i64 = 7;

/// Letters of the text shown in the list.
const EXCERPT: usize = 120;

/// A line of the list of drafts.
#[derive(Clone, Serialize, TS)]
pub struct DraftSummary {
    /// The draft.
    pub id: DraftId,
    /// Which form: the name of its record's kind.
    pub form: String,
    /// The case or person it was started from.
    pub subject: Option<RecordId>,
    /// For a diary entry, its kind.
    pub kind: Option<EntryKind>,
    /// For a diary entry, the day of the event.
    pub occurred_on: Option<CivilDate>,
    /// For a diary entry, the files that it goes into.
    pub files: Vec<CaseId>,
    /// For a diary entry, the group, class or school that it is about.
    pub collective: Option<Collective>,
    /// For a diary entry: it has no file and is about no group, class or school.
    pub to_place: bool,
    /// For a diary entry: nothing was typed.
    pub empty: bool,
    /// The first words.
    pub excerpt: String,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was last kept.
    pub saved_at: Instant,
    /// It has been waiting too long.
    pub old: bool,
    /// What its files and subject are called.
    pub names: Names,
}

/// The operator's open drafts, the oldest first.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, _: Nothing) -> Result<Vec<DraftSummary>> {
    let operator = session.operator().to_string();
    let open = drafts::list(session.archive().db(), &operator)?;
    open.into_iter()
        .filter(|draft| draft.kind != crate::session::VIEW)
        .map(|draft| summary(session, draft))
        .collect()
}

/// A draft as a line.
pub(super) fn summary(session: &Session, draft: Draft) -> Result<DraftSummary> {
    let entry = (draft.kind == FORM_ENTRY)
        .then(|| serde_json::from_value::<EntryDraft>(draft.content).unwrap_or_default());
    let subject = draft
        .subject
        .as_deref()
        .and_then(|subject| uuid::Uuid::parse_str(subject).ok());
    let files = entry.as_ref().map(EntryDraft::files).unwrap_or_default();
    let collective = entry.as_ref().and_then(|entry| entry.collective.clone());
    let about = collective.iter().flat_map(Collective::ids);
    let ids = files.iter().map(|case| case.uuid()).chain(subject).chain(about);
    let age = session.today().days_since(rome_date(draft.created_at));
    Ok(DraftSummary {
        id: DraftId(uuid::Uuid::parse_str(&draft.id).unwrap_or_default()),
        form: draft.kind,
        subject: subject.map(RecordId),
        kind: entry.as_ref().map(|entry| entry.header.kind),
        occurred_on: entry.as_ref().and_then(|entry| entry.occurred_on),
        to_place: entry.as_ref().is_some_and(EntryDraft::is_to_place),
        empty: entry.as_ref().is_some_and(EntryDraft::is_empty),
        excerpt: entry.as_ref().map(excerpt).unwrap_or_default(),
        names: names(session, ids)?,
        collective,
        files,
        created_at: draft.created_at,
        saved_at: draft.saved_at,
        old: age > OLD_AFTER_DAYS,
    })
}

fn excerpt(entry: &EntryDraft) -> String {
    let text = entry.texts.iter().flat_map(|text| &text.segments);
    let mut words = text
        .map(|segment| segment.text.trim())
        .filter(|text| !text.is_empty());
    words.next().unwrap_or_default().chars().take(EXCERPT).collect()
}
