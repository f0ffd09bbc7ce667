//! A placement as the verbs need it, and its refusals as the screen hears them.

use crate::{
    Code, Error, Result, Session,
    tutela::{allow, court},
};
use cartella_archive::{
    queries::placements,
    rows::{self, Row},
};
use cartella_domain::{
    codes::{CodeList, Coded},
    ids::{CaseId, PersonId, RecordId},
    placements::{Collocamento, PlacementRefused, Stay},
    rights::Action,
    scope::{ScopeId, ScopeKind},
};

/// A placement in the hands of a verb.
pub(super) struct Loaded {
    pub id: RecordId,
    pub case: CaseId,
    pub row: Row<Collocamento>,
}

impl Loaded {
    /// Loads a placement for a verb that asks for this right of its case: `CourtRead` or `CourtWrite` for the stay,
    /// `MoneyRead` or `MoneyWrite` for what it costs.
    ///
    /// # Errors
    /// `not_found`, `forbidden`; the archive does not answer.
    pub(super) fn of(session: &Session, id: RecordId, action: Action) -> Result<Self> {
        let row = rows::get::<Collocamento>(session.archive().db(), &id.to_string())?
            .filter(|row| !row.deleted)
            .ok_or_else(|| Error::new(Code::NotFound))?;
        let case = row.value.case.ok_or_else(|| Error::new(Code::NotFound))?;
        allow(session, case, action)?;
        Ok(Self { id, case, row })
    }

    /// The scope of a kind of its case.
    pub(super) fn scope(&self, kind: ScopeKind) -> ScopeId {
        match kind {
            ScopeKind::CaseCourt => court(self.case),
            _ => ScopeId::new(self.case.uuid(), kind),
        }
    }

    /// The stays of the same minor in other placements, as far as the operator may read them.
    pub(super) fn other_stays(&self, session: &Session) -> Result<Vec<Stay>> {
        let person = session.case_facts(self.case)?.person;
        let all = readable(session, person)?;
        let others = all.iter().filter(|row| row.id != self.row.id);
        Ok(others.filter_map(|row| Stay::of(&row.value)).collect())
    }
}

/// The placements of a person in all cases whose court papers the operator may read.
pub(super) fn readable(session: &Session, person: PersonId) -> Result<Vec<Row<Collocamento>>> {
    let mut all = Vec::new();
    for person in session.same_person(person)? {
        all.extend(placements::of_person(session.archive().db(), person)?);
    }
    all.retain(|row| {
        let reads = |case| allow(session, case, Action::CourtRead).is_ok();
        row.value.case.is_some_and(reads)
    });
    Ok(all)
}

/// A code must be one of its list; none is none.
pub(super) fn listed(code: Option<&Coded>, list: CodeList, field: &str) -> Result<()> {
    match code {
        Some(code) if !list.has(code) => Err(Error::field(Code::UnknownCode, field)),
        _ => Ok(()),
    }
}

/// A refused step as the screen hears it.
pub(super) fn refused(refusal: PlacementRefused) -> Error {
    match refusal {
        PlacementRefused::NoSuchStep => Code::PlacementOtherState.into(),
        PlacementRefused::BeforeEntry => Error::field(Code::DayBeforeState, "on"),
        PlacementRefused::OutcomeMissing => Error::field(Code::PlacementOutcomeMissing, "outcome"),
        PlacementRefused::ReasonMissing => Error::field(Code::ReasonMissing, "reason"),
    }
}
