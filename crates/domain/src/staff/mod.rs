//! Who works here: operators, their roles, services and dates. Everybody sees the list; it lives in the office's scope.
//! Who stands in for whom on which days, too (`substitution`).

mod substitution;

pub use substitution::{Substitution, SubstitutionState};

use crate::{
    board::FULL_TIME,
    ids::OperatorId,
    record::{AddSet, Record},
    rights::{Actor, Office, Role},
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member of staff (operatore).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 1, name = "operator")]
pub struct Operator {
    /// Surname.
    #[field(1)]
    pub surname: Option<String>,
    /// Name.
    #[field(2)]
    pub name: Option<String>,
    /// What she signs as (qualifica), and her first role.
    #[field(3)]
    pub qualifica: Option<Role>,
    /// Roles beside it: a coordinator who also follows cases.
    #[field(4, set)]
    pub further_roles: AddSet<Role>,
    /// The services in which she works.
    #[field(5, set)]
    pub services: AddSet<Service>,
    /// The services that she coordinates.
    #[field(6, set)]
    pub coordinates: AddSet<Service>,
    /// Belfiore code of the comune for which an assistente sociale of a comune works.
    #[field(7)]
    pub comune: Option<String>,
    /// First day of work here; open without.
    #[field(8)]
    pub from: Option<CivilDate>,
    /// Last day of work here, included; open without.
    #[field(9)]
    pub to: Option<CivilDate>,
    /// The body that employs her, when it is not the office (ente accreditato).
    #[field(10)]
    pub employer: Option<String>,
    /// How much of a full working time she works, in percent; all of it when not said.
    #[field(11)]
    pub fte: Option<u16>,
}

impl Operator {
    /// Whether she works here on a day.
    #[must_use]
    pub fn works_on(&self, day: CivilDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// How much of a full working time she works, in percent.
    #[must_use]
    pub fn fte_percent(&self) -> u16 {
        self.fte.unwrap_or(FULL_TIME)
    }

    /// Her roles on a day, the qualifica first; none outside her dates.
    #[must_use]
    pub fn roles_on(&self, day: CivilDate) -> Vec<Role> {
        if !self.works_on(day) {
            return Vec::new();
        }
        let mut roles: Vec<Role> = self.qualifica.into_iter().collect();
        roles.extend(self.further_roles.iter().copied());
        roles.dedup();
        roles
    }

    /// How she acts on a day. Who is alone in an archive that is its own office and named no service works in all.
    #[must_use]
    pub fn actor(&self, id: OperatorId, office: Office, day: CivilDate) -> Actor {
        let all = || Service::ALL.to_vec();
        let services: Vec<_> = self.services.iter().copied().collect();
        let coordinates: Vec<_> = self.coordinates.iter().copied().collect();
        let unsaid = office == Office::Own && services.is_empty() && coordinates.is_empty();
        Actor {
            operator: id,
            roles: self.roles_on(day),
            services: if unsaid { all() } else { services },
            coordinates: if unsaid { all() } else { coordinates },
            comune: self.comune.clone(),
            office,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn outside_her_dates_an_operator_has_no_role() {
        let operator = Operator {
            qualifica: Some(Role::AssistenteSociale),
            further_roles: [Role::Coordinatore].into_iter().collect(),
            from: Some(day("2026-01-01")),
            to: Some(day("2026-03-31")),
            ..Operator::default()
        };
        let roles = |on| operator.roles_on(day(on));
        assert_eq!(roles("2025-12-31"), []);
        assert_eq!(roles("2026-03-31"), [Role::AssistenteSociale, Role::Coordinatore]);
        assert_eq!(roles("2026-04-01"), []);
    }

    #[test]
    fn alone_in_her_own_office_she_works_in_every_service_until_she_says_otherwise() {
        let mut operator = Operator {
            qualifica: Some(Role::AssistenteSociale),
            ..Operator::default()
        };
        let services = |operator: &Operator, office| {
            operator
                .actor(OperatorId::default(), office, day("2026-01-01"))
                .services
        };
        assert_eq!(services(&operator, Office::Own), Service::ALL);
        assert_eq!(services(&operator, Office::Enrolled), []);
        operator.services = [Service::Aes].into_iter().collect();
        assert_eq!(services(&operator, Office::Own), [Service::Aes]);
    }
}
