//! The diary of a case, newest first, page by page.

use super::{
    mentioned::mentioned,
    reading::{Reader, views},
    view::EntryView,
};
use crate::{
    Code, Error, Result, Session,
    names::{Names, names},
};
use cartella_archive::queries::diary::{After, Of, Wanted, page};
use cartella_domain::{
    diary::{Category, EntryKind},
    ids::{CaseId, OperatorId},
    scope::{ScopeId, ScopeKind},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Entries on one page, and read at once while filtering.
const PAGE: u32 = 50;

/// Which entries.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ListEntries {
    /// The case; without, the activities of groups, classes and schools.
    pub case: Option<CaseId>,
    /// Only of these kinds; any when empty.
    #[ts(optional, as = "Option<Vec<EntryKind>>")]
    pub kinds: Vec<EntryKind>,
    /// Only with a paragraph of this category (`observed`, `documented`, ... , `none`).
    pub category: Option<String>,
    /// Only by this author.
    pub author: Option<OperatorId>,
    /// From this day.
    pub from: Option<CivilDate>,
    /// To this day, included.
    pub to: Option<CivilDate>,
    /// Where the last page ended.
    pub after: Option<String>,
}

/// A page of the diary.
#[derive(Clone, Serialize, TS)]
pub struct DiaryPage {
    /// The entries, newest first.
    pub entries: Vec<EntryView>,
    /// Where the next page begins; none at the end.
    pub next: Option<String>,
    /// What the people, colleagues and files in it are called.
    pub names: Names,
}

/// A page of the diary; what she may not read shows as a stub, what must not show is left out.
///
/// # Errors
/// `forbidden` or `not_found` if she reads no diary there.
pub fn list(session: &mut Session, input: ListEntries) -> Result<DiaryPage> {
    let reader = match input.case {
        Some(case) => Reader::of_case(session, case)?,
        None => Reader::of_none(session)?,
    };
    let office = session.archive().identity().office;
    let of = input
        .case
        .map_or(Of::Scope(ScopeId::new(office, ScopeKind::Activities)), Of::Case);
    let wanted = Wanted {
        author: input.author,
        from: input.from,
        to: input.to,
    };
    let mut after = input.after.as_deref().map(cursor).transpose()?;
    let mut entries = Vec::new();
    loop {
        let rows = page(session.archive().db(), of, &wanted, after.as_ref(), PAGE)?;
        let whole = rows.len() == PAGE as usize;
        after = rows.last().map(|last| After {
            happened: last.happened.clone(),
            id: last.row.id.clone(),
        });
        let rows = rows.into_iter().map(|listed| listed.row).collect();
        let found = views(session, &reader, rows)?;
        entries.extend(found.into_iter().filter(|entry| matches(entry, &input)));
        if !whole {
            after = None;
        }
        if after.is_none() || entries.len() >= PAGE as usize {
            break;
        }
    }
    let names = names(session, mentioned(&entries))?;
    Ok(DiaryPage {
        entries,
        next: after.map(|after| format!("{}|{}", after.happened, after.id)),
        names,
    })
}

fn cursor(text: &str) -> Result<After> {
    let (happened, id) = text
        .split_once('|')
        .ok_or_else(|| Error::field(Code::BadInput, "after"))?;
    Ok(After {
        happened: happened.to_owned(),
        id: id.to_owned(),
    })
}

/// Whether an entry passes the filters that ask about its content: a stub passes none of them.
fn matches(entry: &EntryView, wanted: &ListEntries) -> bool {
    let kind = entry.header.as_ref().map(|header| header.kind);
    let of_kind = wanted.kinds.is_empty() || kind.is_some_and(|kind| wanted.kinds.contains(&kind));
    let of_category = wanted.category.as_deref().is_none_or(|category| {
        entry
            .segments
            .iter()
            .filter(|segment| segment.text.is_some())
            .any(|segment| code(segment.category.as_ref()) == category)
    });
    of_kind && of_category
}

fn code(category: Option<&Category>) -> &'static str {
    match category {
        None => "none",
        Some(Category::Observed) => "observed",
        Some(Category::Documented { .. }) => "documented",
        Some(Category::Reported { .. }) => "reported",
        Some(Category::Assessment { .. }) => "assessment",
        Some(Category::Hypothesis) => "hypothesis",
        Some(Category::Decision) => "decision",
        Some(Category::Commitment { .. }) => "commitment",
    }
}
