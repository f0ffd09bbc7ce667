//! The files of a case or of one record, as far as she may read what they hang on.

use super::{holder::Holder, remove, view::FileView};
use crate::{Result, Session, cases::OneCase, names::Names, names::names};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    files::{Allegato, AttachedTo},
    ids::RecordId,
    rights::Action,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Files, in the order in which they were attached.
#[derive(Clone, Serialize, TS)]
pub struct FilesOf {
    /// The files.
    pub files: Vec<FileView>,
    /// The records on which she may hang one, of those that have some.
    pub writable: Vec<RecordId>,
    /// What those who attached them are called.
    pub names: Names,
}

/// The files in the file of a case.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<FilesOf> {
    session.allow(Action::CaseRead, &session.case_subject(input.case)?)?;
    let rows = queries::files::of_case(session.archive().db(), input.case)?;
    shown(session, rows)
}

/// The files that hang on one record; none if it has none.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(session: &mut Session, input: AttachedTo) -> Result<FilesOf> {
    let holder = Holder::of(session, input)?;
    let rows = queries::files::of_record(session.archive().db(), &input.id.to_string())?;
    let mut found = shown(session, rows)?;
    if holder.writes && !found.writable.contains(&input.id) {
        found.writable.push(input.id);
    }
    Ok(found)
}

fn shown(session: &Session, rows: Vec<Row<Allegato>>) -> Result<FilesOf> {
    let mut holders: BTreeMap<RecordId, Option<Holder>> = BTreeMap::new();
    let mut files = Vec::new();
    for row in rows {
        let Some(on) = row.value.of else { continue };
        let holder = match holders.get(&on.id) {
            Some(known) => *known,
            None => *holders.entry(on.id).or_insert(Holder::readable(session, on)?),
        };
        if let Some(holder) = holder {
            let may = remove::may(session, &holder, &row.value);
            files.push(FileView::of(session, row, may)?);
        }
    }
    let of_files = files.iter().flat_map(|file| {
        let removed = file.removed.as_ref().map(|removed| removed.by);
        [file.by, removed].into_iter().flatten()
    });
    let names = names(session, of_files.map(|by| by.uuid()).collect::<Vec<_>>())?;
    let writable = holders
        .into_iter()
        .filter_map(|(id, holder)| holder?.writes.then_some(id));
    Ok(FilesOf {
        writable: writable.collect(),
        files,
        names,
    })
}
