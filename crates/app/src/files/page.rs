//! All files of a case in one list: what each is, on what it hangs, when and by whom. Of notes that she may not read it says that
//! they are there, as the diary does, and nothing of what hangs on them.

use super::{holder::Holder, list::FilesOf, of_case};
use crate::{Result, Session, cases::OneCase, diary};
use cartella_archive::{audit, queries, rows};
use cartella_domain::{
    codes::Coded,
    diary::{DiaryEntry, EntryKind},
    files::AttachedTo,
    ids::{CaseId, EntryId, RecordId},
    record::Record as _,
    rights::{Action, Decision},
    time::CivilDate,
    tutela::{Provvedimento, Relazione},
};
use serde::Serialize;
use std::collections::{BTreeMap, btree_map::Entry};
use ts_rs::TS;

/// What a file hangs on, as one line says it.
#[derive(Clone, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum HangsOn {
    /// A note of the diary.
    Entry {
        /// The day of the event.
        on: CivilDate,
        /// What sort.
        kind: Option<EntryKind>,
    },
    /// An order of a court.
    Order {
        /// What it is.
        kind: Option<Coded>,
        /// Its number.
        number: Option<String>,
        /// The day that it bears.
        on: Option<CivilDate>,
    },
    /// A report to a court.
    Report {
        /// What it is.
        kind: Option<Coded>,
        /// The last day that it tells of.
        to: Option<CivilDate>,
    },
    /// Anything else.
    Other,
}

/// The files of a case.
#[derive(Clone, Serialize, TS)]
pub struct FilesPage {
    /// Whose case it is.
    pub label: String,
    /// The files.
    pub all: FilesOf,
    /// What they hang on.
    pub hang: BTreeMap<RecordId, HangsOn>,
    /// There are notes that she may not read: what hangs on them is not here.
    pub withheld: bool,
}

/// The list; that it was looked at is in the audit.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn page(session: &mut Session, input: OneCase) -> Result<FilesPage> {
    let case = input.case;
    let all = of_case(session, input)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let mut hang = BTreeMap::new();
    for on in all.files.iter().filter_map(|file| file.on) {
        if let Entry::Vacant(place) = hang.entry(on.id) {
            place.insert(said(session, on)?);
        }
    }
    let called = crate::names::names(session, [case.uuid()])?;
    Ok(FilesPage {
        label: called
            .into_values()
            .next()
            .map(|name| name.name)
            .unwrap_or_default(),
        withheld: withheld(session, case)?,
        all,
        hang,
    })
}

/// What stands in the list, for who may read it.
fn said(session: &Session, on: AttachedTo) -> Result<HangsOn> {
    let (db, id) = (session.archive().db(), on.id.to_string());
    if Holder::readable(session, on)?.is_none() {
        return Ok(HangsOn::Other);
    }
    let said = match on.kind {
        kind if kind == DiaryEntry::KIND.number => {
            rows::get::<DiaryEntry>(db, &id)?.map(|row| HangsOn::Entry {
                on: row.value.occurred_on,
                kind: row.value.header.map(|header| header.kind),
            })
        }
        kind if kind == Provvedimento::KIND.number => {
            rows::get::<Provvedimento>(db, &id)?.map(|row| HangsOn::Order {
                kind: row.value.kind,
                number: row.value.number,
                on: row.value.issued_on,
            })
        }
        kind if kind == Relazione::KIND.number => {
            rows::get::<Relazione>(db, &id)?.map(|row| HangsOn::Report {
                kind: row.value.kind,
                to: row.value.to,
            })
        }
        _ => None,
    };
    Ok(said.unwrap_or(HangsOn::Other))
}

/// Whether the diary shows her that there is something, and not what.
fn withheld(session: &Session, case: CaseId) -> Result<bool> {
    let subject = session.case_subject(case)?;
    for row in queries::diary::circumstances_apart(session.archive().db(), case)? {
        let id: EntryId = row.typed_id()?;
        let shows = session.decide(Action::EntryRead, &subject.at(row.value.level))?;
        if shows == Decision::Stub && !diary::is_open(session, id, &row.value)? {
            return Ok(true);
        }
    }
    Ok(false)
}
