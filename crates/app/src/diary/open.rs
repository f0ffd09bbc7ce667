//! Whether an entry, or what stands with it outside the diary, is open to the operator: its files, what was agreed in it.

use super::reading::{Reader, may_read};
use crate::{Code, Error, Result, Session};
use cartella_archive::{
    queries,
    rows::{self, Row},
};
use cartella_domain::{
    diary::{Annulment, AnnulmentReason, DiaryEntry, NextAction},
    ids::EntryId,
    rights::{Action, Confidentiality, level_of},
    scope::ScopeId,
};

/// Whether she may read all of an entry, its circumstances included; not where it was annulled as of another family.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn is_open(session: &Session, id: EntryId, entry: &DiaryEntry) -> Result<bool> {
    let db = session.archive().db();
    let id = id.to_string();
    let reserved = queries::diary::reserved(db, &id)?;
    let me = session.operator();
    let kept = reserved.iter().find(|row| row.value.header.is_some());
    let named = kept.is_some_and(|row| row.value.read_by.readers.contains(&me));
    if (entry.header.is_none() && kept.is_none()) || !may_read(session, entry, entry.level, named)? {
        return Ok(false);
    }
    let annulments = queries::diary::beside::<Annulment>(db, std::slice::from_ref(&id))?;
    let withdrawn = annulments
        .iter()
        .any(|row| row.value.reason == AnnulmentReason::FascicoloSbagliato);
    Ok(!withdrawn || entry.author == me || Reader::of_entry(session, entry)?.coordinates())
}

/// Whether she may know what was agreed: what stands with a text of fewer readers is theirs, and whose it is to do.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn sees_action(session: &Session, row: &Row<NextAction>) -> Result<bool> {
    let (db, me) = (session.archive().db(), session.operator());
    let scope: ScopeId = row.scope.parse().map_err(|_| Error::new(Code::NotFound))?;
    let level = level_of(scope.kind);
    let hers = row.value.author == me || row.value.who == Some(me);
    if hers || level == Confidentiality::Service {
        return Ok(true);
    }
    let Some(entry) = row.value.entry.map(|entry| entry.to_string()) else {
        let Some(case) = row.value.case else {
            return Ok(false);
        };
        let subject = session.case_subject(case)?.at(level);
        return Ok(session.decide(Action::EntryRead, &subject)?.is_allowed());
    };
    let Some(of) = rows::get::<DiaryEntry>(db, &entry)? else {
        return Ok(false);
    };
    let named = queries::diary::reserved(db, &entry)?
        .iter()
        .any(|part| part.scope == row.scope && part.value.read_by.readers.contains(&me));
    may_read(session, &of.value, level, named)
}
