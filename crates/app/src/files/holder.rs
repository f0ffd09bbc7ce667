//! What a file hangs on, and what of it the operator may do.

use crate::{Code, Error, Result, Session, diary, error::readable};
use cartella_archive::{drafts, queries, rows};
use cartella_domain::{
    diary::DiaryEntry,
    drafts::DraftCopy,
    files::{Allegato, AttachedTo, actions_in},
    ids::{CaseId, EntryId, RecordId},
    record::Record as _,
    rights::{Action, Subject, level_of},
    scope::{ScopeId, ScopeKind},
};

/// What a file hangs on, for somebody who may read it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holder {
    /// The record.
    pub on: AttachedTo,
    /// In whose file it stands.
    pub case: Option<CaseId>,
    /// Where its files live.
    pub scope: ScopeId,
    /// She may attach.
    pub writes: bool,
}

impl Holder {
    /// A record of a court that is being written.
    pub(crate) fn of_court(kind: u16, id: RecordId, case: CaseId) -> Self {
        Self {
            on: AttachedTo { kind, id },
            case: Some(case),
            scope: ScopeId::new(case.uuid(), ScopeKind::CaseCourt),
            writes: true,
        }
    }

    /// Asks for the reading of what a file hangs on.
    ///
    /// # Errors
    /// `not_found` or `forbidden` if she may not read it, `not_found` where no file hangs.
    pub(crate) fn of(session: &Session, on: AttachedTo) -> Result<Self> {
        match on.kind {
            kind if kind == DiaryEntry::KIND.number => of_entry(session, on),
            kind if kind == DraftCopy::KIND.number => of_draft(session, on),
            _ => of_record(session, on),
        }
    }

    /// The same; none if she may not read it.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(crate) fn readable(session: &Session, on: AttachedTo) -> Result<Option<Self>> {
        readable(Self::of(session, on))
    }

    /// Goes on only if she may attach.
    ///
    /// # Errors
    /// `forbidden`.
    pub(crate) fn writable(self) -> Result<Self> {
        if self.writes {
            Ok(self)
        } else {
            Err(Code::Forbidden.into())
        }
    }
}

/// A signed entry: who reads all of it, where its circumstances stand.
fn of_entry(session: &Session, on: AttachedTo) -> Result<Holder> {
    let db = session.archive().db();
    let row = rows::get::<DiaryEntry>(db, &on.id.to_string())?.ok_or(Error::new(Code::NotFound))?;
    if !diary::is_open(session, EntryId(on.id.uuid()), &row.value)? {
        return Err(Code::NotFound.into());
    }
    let reserved = queries::diary::reserved(db, &row.id)?;
    let kept = reserved.into_iter().find(|part| part.value.header.is_some());
    let scope = kept.map_or(row.scope, |part| part.scope);
    let entry = row.value;
    let writes = match entry.case {
        Some(case) => {
            let subject = session.case_subject(case)?.at(entry.level);
            session.decide(Action::EntryWrite, &subject)?.is_allowed()
        }
        None if entry.collective.is_some() => session
            .decide(Action::ActivityWrite, &Subject::nobody())?
            .is_allowed(),
        None => true,
    };
    Ok(Holder {
        on,
        case: entry.case,
        scope: parsed(&scope)?,
        writes,
    })
}

/// A file, and what it hangs on, for somebody who may read that.
///
/// # Errors
/// `not_found`, `forbidden`.
pub(super) fn attached(session: &Session, id: RecordId) -> Result<(Allegato, Holder)> {
    let row = rows::get::<Allegato>(session.archive().db(), &id.to_string())?;
    let file = row
        .filter(|row| !row.deleted)
        .map(|row| row.value)
        .ok_or(Error::new(Code::NotFound))?;
    let on = file.of.ok_or(Error::new(Code::NotFound))?;
    let holder = Holder::of(session, on)?;
    Ok((file, holder))
}

/// A draft is its author's, and so are its files until it is signed.
fn of_draft(session: &Session, on: AttachedTo) -> Result<Holder> {
    let operator = session.operator().to_string();
    drafts::get(session.archive().db(), &operator, &on.id.to_string())?.ok_or(Error::new(Code::NotFound))?;
    Ok(Holder {
        on,
        case: None,
        scope: session.own(),
        writes: true,
    })
}

/// Any other record: by the scope that it lives in.
fn of_record(session: &Session, on: AttachedTo) -> Result<Holder> {
    let (kind, scope) = session.archive().place(&on.id.to_string())?;
    let scope = parsed(&scope)?;
    let (Some((reads, writes)), true) = (actions_in(scope.kind), scope.kind.is_of_case() && kind == on.kind)
    else {
        return Err(Code::NotFound.into());
    };
    let case = CaseId(scope.owner);
    let subject = session.case_subject(case)?.at(level_of(scope.kind));
    session.allow(reads, &subject)?;
    Ok(Holder {
        on,
        case: Some(case),
        scope,
        writes: session.decide(writes, &subject)?.is_allowed(),
    })
}

pub(super) fn parsed(scope: &str) -> Result<ScopeId> {
    scope.parse().map_err(|_| Error::new(Code::NotFound))
}
