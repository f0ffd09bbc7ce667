//! What rights need to know of a case and of a member of the staff, as it is kept.

use cartella_domain::{
    ids::{CaseId, OperatorId, PersonId},
    record::Body,
    rights::{AssignedOperator, CaseFacts},
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A case as rights saw it at a change of rights. Operators are named as laptops name them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseFact {
    /// Whose.
    pub person: Option<PersonId>,
    /// In which service.
    pub service: Option<Service>,
    /// Comune of residence and comune in charge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comuni: Vec<String>,
    /// Other people of the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub involved: Vec<PersonId>,
    /// Of these, those whose hidden contacts the case works with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected: Vec<PersonId>,
    /// Everybody ever assigned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assigned>,
    /// Who has a private scope in the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub private: Vec<OperatorId>,
    /// The lists of named readers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secret: Vec<(Uuid, Vec<OperatorId>)>,
    /// The office has decided who works on it: who opened it holds it no more by that alone.
    #[serde(default)]
    pub decided: bool,
}

/// An assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// Who.
    pub operator: OperatorId,
    /// As the one responsible.
    pub responsible: bool,
    /// First day.
    pub from: Option<CivilDate>,
    /// Last day.
    pub to: Option<CivilDate>,
}

impl CaseFact {
    /// As `domain::rights` takes it; `staff` says who an operator of a laptop is among the staff. None while the case
    /// lacks its person or service.
    #[must_use]
    pub fn for_rights(&self, case: CaseId, staff: impl Fn(OperatorId) -> OperatorId) -> Option<CaseFacts> {
        let assigned = |it: &Assigned| AssignedOperator {
            operator: staff(it.operator),
            responsible: it.responsible,
            from: it.from,
            to: it.to,
        };
        let all = |operators: &[OperatorId]| operators.iter().map(|operator| staff(*operator)).collect();
        Some(CaseFacts {
            case,
            service: self.service?,
            person: self.person?,
            comuni: self.comuni.clone(),
            involved: self.involved.clone(),
            protected: self.protected.clone(),
            assignments: self.assignments.iter().map(assigned).collect(),
            private_authors: all(&self.private),
            secret_lists: self
                .secret
                .iter()
                .map(|(list, names)| (*list, all(names)))
                .collect(),
        })
    }

    /// Everybody whom the case names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.person
            .iter()
            .chain(&self.involved)
            .chain(&self.protected)
            .copied()
    }
}

/// A member of the staff as rights saw her: her card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StaffFact {
    /// The card's fields.
    pub card: Body,
}

/// What was true from which change of rights on, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History<T>(pub Vec<(u64, T)>);

impl<T> Default for History<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> History<T> {
    /// What was true when `acl` was the newest.
    #[must_use]
    pub fn at(&self, acl: u64) -> Option<&T> {
        self.0
            .iter()
            .rev()
            .find(|(from, _)| *from <= acl)
            .map(|(_, fact)| fact)
    }
}
