//! Who lives with whom (nucleo familiare, kind 6), over time.

use super::{Period, codes::codes};
use crate::{
    ids::PersonId,
    record::{AddSet, Record},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// By which rule the members belong together.
    HouseholdKind {
        /// As registered with the comune.
        Registry = "ANAGRAFICO" / "",
        /// As they actually live.
        Actual = "DI_FATTO" / "",
        /// As declared for the ISEE.
        Isee = "ISEE" / "",
    }
}

codes! {
    /// How close a member is; the three groups of SISO.
    MemberGroup {
        /// Nucleo familiare convivente.
        Cohabiting = "CONVIVENTE" / "",
        /// Altri familiari.
        Relative = "ALTRO_FAMILIARE" / "",
        /// Gruppo amicale.
        Friend = "AMICALE" / "",
    }
}

/// A household. Its scope is its own, of kind household.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 6, name = "household")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Household {
    /// By which rule.
    #[field(1)]
    pub kind: Option<HouseholdKind>,
    /// A name to tell it by, if wanted.
    #[field(2)]
    pub label: Option<String>,
    /// Its members, past ones included.
    #[field(3, set)]
    pub members: AddSet<Member>,
    /// Anything else.
    #[field(4)]
    pub note: Option<String>,
}

/// One person's stay in a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// The days of the stay.
    #[serde(default)]
    pub period: Period,
    /// Living there, or belonging without living there.
    pub group: MemberGroup,
    /// Intestatario of the scheda di famiglia.
    #[serde(default)]
    pub holder: bool,
}

impl Household {
    /// The stays that hold on a day: holder first, then who lives there.
    #[must_use]
    pub fn members_on(&self, day: CivilDate) -> Vec<&Member> {
        let mut members: Vec<_> = self.members.iter().filter(|m| m.period.contains(day)).collect();
        members.sort_by_key(|member| (!member.holder, member.group, member.person));
        members
    }

    /// Who lived there on a day.
    #[must_use]
    pub fn cohabiting_on(&self, day: CivilDate) -> Vec<PersonId> {
        self.members_on(day)
            .into_iter()
            .filter(|member| member.group == MemberGroup::Cohabiting)
            .map(|member| member.person)
            .collect()
    }
}

/// With whom a person lives on a day, herself among them: as the household in fact says, else the registered one, else one
/// whose kind nobody said. Empty where none of them has her. `same` are the records that are her.
#[must_use]
pub fn living_together(households: &[Household], same: &[PersonId], day: CivilDate) -> Vec<PersonId> {
    let of_kind = |kind: Option<HouseholdKind>| {
        let hers = households.iter().filter(move |household| household.kind == kind);
        hers.map(|household| household.cohabiting_on(day))
            .find(|members| members.iter().any(|member| same.contains(member)))
    };
    of_kind(Some(HouseholdKind::Actual))
        .or_else(|| of_kind(Some(HouseholdKind::Registry)))
        .or_else(|| of_kind(None))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn members_are_those_of_the_day() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let person = |n| PersonId(Uuid::from_u128(n));
        let stay = |n, from: &str, until: Option<&str>, holder| Member {
            person: person(n),
            period: Period {
                from: Some(day(from)),
                until: until.map(day),
            },
            group: MemberGroup::Cohabiting,
            holder,
        };
        let mut grandmother = stay(4, "2010-01-01", None, false);
        grandmother.group = MemberGroup::Relative;
        let household = Household {
            members: [
                stay(2, "2010-01-01", None, false),
                stay(3, "2012-06-01", Some("2025-09-14"), false),
                grandmother,
                stay(1, "2010-01-01", None, true),
                stay(3, "2026-02-01", None, false),
            ]
            .into_iter()
            .collect(),
            ..Household::default()
        };
        let who = |on| {
            household
                .members_on(day(on))
                .iter()
                .map(|m| m.person)
                .collect::<Vec<_>>()
        };
        assert_eq!(who("2011-01-01"), [person(1), person(2), person(4)]);
        assert_eq!(who("2025-09-14"), [person(1), person(2), person(3), person(4)]);
        assert_eq!(who("2025-12-25"), [person(1), person(2), person(4)]);
        assert_eq!(
            household.cohabiting_on(day("2026-02-01")),
            [person(1), person(2), person(3)]
        );
    }
}
