//! Who exercises parental responsibility for a minor (responsabilità genitoriale, kind 7), over time.

use super::{Period, codes::codes};
use crate::{
    ids::{PersonId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// How it is held (c.c. 316 ff., 330, 333, 337-quater; L. 184/1983).
    ResponsibilityKind {
        /// By both parents, in full.
        Full = "PIENA_CONDIVISA" / "",
        /// By this parent alone.
        Sole = "ESCLUSIVA" / "",
        /// Limited by the court (c.c. 333).
        Limited = "LIMITATA" / "",
        /// Suspended.
        Suspended = "SOSPESA" / "",
        /// Lost (c.c. 330).
        Lost = "DECADUTA" / "",
        /// Reinforced sole custody.
        SuperSole = "AFFIDO_SUPER_ESCLUSIVO" / "",
        /// A guardian.
        Guardianship = "TUTELA" / "",
        /// Has not recognised the child.
        NotRecognised = "NON_RICONOSCIUTO" / "",
    }
}

impl ResponsibilityKind {
    /// Whether whoever holds it in this way decides for the child, at least in part.
    #[must_use]
    pub const fn decides(self) -> bool {
        !matches!(self, Self::Suspended | Self::Lost | Self::NotRecognised)
    }
}

/// What one adult may decide for one minor, and since when. Lives in the minor's scope.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 7, name = "parental_responsibility")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ParentalResponsibility {
    /// The child.
    #[field(1)]
    pub minor: PersonId,
    /// The parent or guardian.
    #[field(2)]
    pub adult: PersonId,
    /// How it is held.
    #[field(3)]
    pub kind: Option<ResponsibilityKind>,
    /// Its days.
    #[field(4)]
    pub period: Period,
    /// What it is limited to or from, in the words of the order.
    #[field(5)]
    pub limits: Option<String>,
    /// The order that made it so: authority, number, date.
    #[field(6)]
    pub order: Option<String>,
    /// That order, as the minor's file holds it.
    #[field(7)]
    pub provvedimento: Option<RecordId>,
}

/// The responsibilities for a minor that hold on a day.
#[must_use]
pub fn holders_on(
    responsibilities: &[ParentalResponsibility],
    minor: PersonId,
    day: CivilDate,
) -> Vec<&ParentalResponsibility> {
    responsibilities
        .iter()
        .filter(|held| held.minor == minor && held.period.contains(day))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_father_loses_it_on_the_day_of_the_order() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let person = |n| PersonId(Uuid::from_u128(n));
        let (child, mother, father) = (person(1), person(2), person(3));
        let held = |adult, kind, from, until: Option<&str>| ParentalResponsibility {
            minor: child,
            adult,
            kind: Some(kind),
            period: Period {
                from: Some(day(from)),
                until: until.map(day),
            },
            ..ParentalResponsibility::default()
        };
        let all = [
            held(mother, ResponsibilityKind::Full, "2015-01-01", Some("2026-03-01")),
            held(father, ResponsibilityKind::Full, "2015-01-01", Some("2026-03-01")),
            held(father, ResponsibilityKind::Lost, "2026-03-02", None),
            held(mother, ResponsibilityKind::Sole, "2026-03-02", None),
        ];
        let deciding = |on| {
            holders_on(&all, child, day(on))
                .into_iter()
                .filter(|held| held.kind.is_some_and(ResponsibilityKind::decides))
                .map(|held| held.adult)
                .collect::<Vec<_>>()
        };
        assert_eq!(deciding("2026-03-01"), [mother, father]);
        assert_eq!(deciding("2026-03-02"), [mother]);
        assert!(holders_on(&all, mother, day("2026-03-02")).is_empty());
    }
}
