//! How near an operator stands to a case or a person on a day, from assignments, services and comuni.

use super::Actor;
use crate::{
    ids::{CaseId, OperatorId, PersonId},
    services::Service,
    time::CivilDate,
};
use std::ops::BitOr;
use uuid::Uuid;

/// A set of nearnesses; several may hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Standing(u8);

impl Standing {
    /// No nearness at all.
    pub const NONE: Self = Self(0);
    /// Responsible for the case; always together with `ASSIGNED`.
    pub const RESPONSIBLE: Self = Self(1);
    /// Assigned to the case: responsible, psicologo, educatore, substitute.
    pub const ASSIGNED: Self = Self(1 << 1);
    /// Works in the service of the case.
    pub const SERVICE: Self = Self(1 << 2);
    /// Works for the comune of residence or the comune in charge.
    pub const COMUNE: Self = Self(1 << 3);
    /// The person has no case at all yet.
    pub const FREE: Self = Self(1 << 4);
    /// Wrote the thing asked about.
    pub const AUTHOR: Self = Self(1 << 5);
    /// Is on the list of named readers.
    pub const NAMED: Self = Self(1 << 6);
    /// Coordinates the service of the case.
    pub const COORDINATES: Self = Self(1 << 7);

    /// Whether every nearness of `other` holds.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether she works on the case or in its service: to be named as a reader does not bring a case to who has
    /// nothing to do with it.
    pub(super) const fn sees_the_case(self) -> bool {
        self.has(Self::ASSIGNED) || self.has(Self::SERVICE)
    }

    /// As a coordinator stands: to work in a service is not to coordinate it.
    #[must_use]
    pub(super) const fn of_coordinator(self) -> Self {
        let others = self.0 & !Self::SERVICE.0;
        if self.has(Self::COORDINATES) {
            Self(others | Self::SERVICE.0)
        } else {
            Self(others)
        }
    }
}

impl BitOr for Standing {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// An assignment as rights see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssignedOperator {
    /// Who.
    pub operator: OperatorId,
    /// As the one responsible.
    pub responsible: bool,
    /// From this day; unknown in cases that ran before this program.
    pub from: Option<CivilDate>,
    /// To this day, included; open without.
    pub to: Option<CivilDate>,
}

impl AssignedOperator {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: CivilDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A case as rights see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// The case.
    pub case: CaseId,
    /// Its service.
    pub service: Service,
    /// Whose case it is.
    pub person: PersonId,
    /// Comune of residence and comune in charge (Belfiore codes).
    pub comuni: Vec<String>,
    /// Other people of the case: its operators see who they are, one hop and no further.
    pub involved: Vec<PersonId>,
    /// Of the people involved, those whose hidden addresses and phones the case works with.
    pub protected: Vec<PersonId>,
    /// Everybody ever assigned.
    pub assignments: Vec<AssignedOperator>,
    /// Who has written something for "solo autore e responsabile", messages for the responsible included.
    pub private_authors: Vec<OperatorId>,
    /// The lists of named readers of the case's secret entries.
    pub secret_lists: Vec<(Uuid, Vec<OperatorId>)>,
}

/// How near the actor stands to a case that is about to be opened in a service for a comune.
#[must_use]
pub fn standing_in_service(actor: &Actor, service: Service, comuni: &[String]) -> Standing {
    let mut standing = Standing::NONE;
    if actor.services.contains(&service) {
        standing = standing | Standing::SERVICE;
    }
    if actor.coordinates.contains(&service) {
        standing = standing | Standing::COORDINATES;
    }
    if actor
        .comune
        .as_ref()
        .is_some_and(|comune| comuni.contains(comune))
    {
        standing = standing | Standing::COMUNE;
    }
    standing
}

/// How near the actor stands to a case on a day.
#[must_use]
pub fn standing_in_case(actor: &Actor, case: &CaseFacts, day: CivilDate) -> Standing {
    let mut standing = standing_in_service(actor, case.service, &case.comuni);
    for assignment in case
        .assignments
        .iter()
        .filter(|a| a.operator == actor.operator && a.holds_on(day))
    {
        standing = standing | Standing::ASSIGNED;
        if assignment.responsible {
            standing = standing | Standing::RESPONSIBLE;
        }
    }
    standing
}

/// How near the actor stands to a person on a day, given every case of the archive. A person of no case is free:
/// whoever keeps the registry may work on her.
#[must_use]
pub fn standing_to_person(actor: &Actor, cases: &[CaseFacts], person: PersonId, day: CivilDate) -> Standing {
    standing_by(actor, cases, person, day, |case| &case.involved)
}

/// The same for hidden addresses and phones: a case whose person she is not counts only if it was said to
/// work with them, so that the case of a violent father never leads to the mother.
#[must_use]
pub fn standing_to_protected(
    actor: &Actor,
    cases: &[CaseFacts],
    person: PersonId,
    day: CivilDate,
) -> Standing {
    standing_by(actor, cases, person, day, |case| &case.protected)
}

fn standing_by(
    actor: &Actor,
    cases: &[CaseFacts],
    person: PersonId,
    day: CivilDate,
    reached: impl Fn(&CaseFacts) -> &[PersonId],
) -> Standing {
    let mut of_no_case = true;
    let mut standing = Standing::NONE;
    for case in cases {
        if case.person == person || case.involved.contains(&person) {
            of_no_case = false;
        }
        if case.person == person || reached(case).contains(&person) {
            of_no_case = false;
            standing = standing | standing_in_case(actor, case, day);
        }
    }
    if of_no_case { Standing::FREE } else { standing }
}
