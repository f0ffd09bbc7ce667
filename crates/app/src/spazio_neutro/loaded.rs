//! A path as the verbs need it, and its refusals as the screen hears them.

use crate::{Code, Error, Result, Session, tutela::allow};
use cartella_archive::{
    queries::spazio_neutro as stored,
    rows::{self, Row},
};
use cartella_domain::{
    codes::{CodeList, Coded},
    ids::{CaseId, RecordId},
    rights::Action,
    spazio_neutro::{IncontroSn, PercorsoRefused, PercorsoSn},
};

/// A path in the hands of a verb.
pub(super) struct Loaded {
    pub id: RecordId,
    pub case: CaseId,
    pub path: PercorsoSn,
}

impl Loaded {
    /// Loads a path for a verb that writes in its case.
    ///
    /// # Errors
    /// `not_found`, `forbidden`; the archive does not answer.
    pub(super) fn writable(session: &Session, id: RecordId) -> Result<Self> {
        let row = rows::get::<PercorsoSn>(session.archive().db(), &id.to_string())?
            .filter(|row| !row.deleted)
            .ok_or_else(|| Error::new(Code::NotFound))?;
        let case = row.value.case.ok_or_else(|| Error::new(Code::NotFound))?;
        allow(session, case, Action::CourtWrite)?;
        Ok(Self {
            id,
            case,
            path: row.value,
        })
    }

    /// The same, while it goes on.
    ///
    /// # Errors
    /// `sn_closed` once it ended.
    pub(super) fn open(session: &Session, id: RecordId) -> Result<Self> {
        let loaded = Self::writable(session, id)?;
        if loaded.path.closed.is_some() {
            return Err(Code::SnClosed.into());
        }
        Ok(loaded)
    }

    /// Its meetings.
    pub(super) fn meetings(&self, session: &Session) -> Result<Vec<Row<IncontroSn>>> {
        Ok(stored::beside(session.archive().db(), self.id)?)
    }
}

/// A code must be one of its list; none is none.
pub(super) fn listed(code: Option<&Coded>, list: CodeList, field: &str) -> Result<()> {
    match code {
        Some(code) if !list.has(code) => Err(Error::field(Code::UnknownCode, field)),
        _ => Ok(()),
    }
}

/// A path that may not be written so, as the screen hears it.
pub(super) fn refused(refusal: PercorsoRefused) -> Error {
    match refusal {
        PercorsoRefused::WithoutOrder => Error::field(Code::SnWithoutOrder, "provvedimento"),
        PercorsoRefused::WithoutRequest => Error::field(Code::SnWithoutRequest, "requested_on"),
        PercorsoRefused::BeforeRequest => Error::field(Code::DayBeforeState, "on"),
    }
}
