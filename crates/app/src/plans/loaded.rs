//! A plan as the verbs need it, and its refusals as the screen hears them.

use crate::{Code, Error, Result, Session};
use cartella_archive::{
    queries::plans,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{CaseId, RecordId},
    plans::{Goal, Plan, PlanRefused, PlanSignature},
    rights::Action,
    scope::{ScopeId, ScopeKind},
};

/// A plan in the hands of a verb.
pub(super) struct Loaded {
    pub id: RecordId,
    pub case: CaseId,
    pub plan: Plan,
    pub row: Row<Plan>,
}

impl Loaded {
    /// Loads a plan for a verb that asks for this right of its case.
    ///
    /// # Errors
    /// `not_found`, `forbidden`; the archive does not answer.
    pub(super) fn of(session: &Session, id: RecordId, action: Action) -> Result<Self> {
        let row = rows::get::<Plan>(session.archive().db(), &id.to_string())?
            .filter(|row| !row.deleted)
            .ok_or_else(|| Error::new(Code::NotFound))?;
        let case = row.value.case.ok_or_else(|| Error::new(Code::NotFound))?;
        session.allow(action, &session.case_subject(case)?)?;
        Ok(Self {
            id,
            case,
            plan: row.value.clone(),
            row,
        })
    }

    pub(super) fn goals(&self, session: &Session) -> Result<Vec<Row<Goal>>> {
        Ok(plans::goals(session.archive().db(), self.id)?)
    }

    pub(super) fn signatures(&self, session: &Session) -> Result<Vec<Row<PlanSignature>>> {
        Ok(plans::signatures(session.archive().db(), self.id)?)
    }
}

/// The scope of a case's plans.
pub(super) fn core(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseCore)
}

/// A refused step as the screen hears it.
pub(super) fn refused(refusal: &PlanRefused) -> Error {
    match refusal {
        PlanRefused::NoSuchStep => Code::PlanOtherState.into(),
        PlanRefused::Incomplete => Error::field(Code::PlanIncomplete, "kind"),
        PlanRefused::NoBasis => Error::field(Code::PeiWithoutBasis, "diagnosi"),
        PlanRefused::NoGoal => Error::field(Code::PlanNoGoal, "goals"),
        PlanRefused::NoParty => Error::field(Code::PlanNoParty, "parties"),
        PlanRefused::Unsigned(count) => {
            Error::new(Code::PlanUnsigned).with("count", i64::try_from(*count).unwrap_or(0))
        }
        PlanRefused::ReasonMissing => Error::field(Code::ReasonMissing, "reason"),
        PlanRefused::Day => Error::field(Code::DayBeforeState, "on"),
    }
}
