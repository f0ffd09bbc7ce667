//! Schools, their classes and who attends them (kinds 10 to 12).
//!
//! A small register: buildings (plessi) and the classes of a year are the office's, an enrolment is the
//! person's. A whole school or class can be spoken of in a diary without naming any pupil.

use crate::{
    ids::{ClassId, PersonId, SchoolId},
    people::Period,
    record::Record,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Ordine di scuola; the official codes are those of SINBA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum SchoolOrder {
    /// No school.
    #[serde(rename = "NESSUNA")]
    None,
    /// Taught in a facility.
    #[serde(rename = "STRUTTURA")]
    Facility,
    /// Asilo nido.
    #[serde(rename = "NIDO")]
    Nursery,
    /// Scuola dell'infanzia.
    #[serde(rename = "INFANZIA")]
    Infancy,
    /// Scuola primaria.
    #[serde(rename = "PRIMARIA")]
    Primary,
    /// Secondaria di I grado.
    #[serde(rename = "SECONDARIA_I")]
    LowerSecondary,
    /// Secondaria di II grado.
    #[serde(rename = "SECONDARIA_II")]
    UpperSecondary,
    /// Formazione professionale.
    #[serde(rename = "FORMAZIONE_PROFESSIONALE")]
    Vocational,
}

impl SchoolOrder {
    /// Every order, from the youngest.
    pub const ALL: &'static [Self] = &[
        Self::None,
        Self::Facility,
        Self::Nursery,
        Self::Infancy,
        Self::Primary,
        Self::LowerSecondary,
        Self::UpperSecondary,
        Self::Vocational,
    ];

    /// The SINBA code, 1 to 8.
    #[must_use]
    pub const fn official(self) -> u8 {
        match self {
            Self::None => 1,
            Self::Facility => 2,
            Self::Nursery => 3,
            Self::Infancy => 4,
            Self::Primary => 5,
            Self::LowerSecondary => 6,
            Self::UpperSecondary => 7,
            Self::Vocational => 8,
        }
    }
}

/// A school building (plesso). Lives in the office's scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 10, name = "school")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct School {
    /// Name of the building.
    #[field(1)]
    pub name: Option<String>,
    /// The institute that it belongs to.
    #[field(2)]
    pub institute: Option<String>,
    /// Codice meccanografico, ten characters.
    #[field(3)]
    pub code: Option<String>,
    /// Which school.
    #[field(4)]
    pub order: Option<SchoolOrder>,
    /// Belfiore code of the comune.
    #[field(5)]
    pub place: Option<String>,
    /// Street and number.
    #[field(6)]
    pub address: Option<String>,
    /// Phone of the office.
    #[field(7)]
    pub phone: Option<String>,
    /// Run by the state; no means paritaria.
    #[field(8)]
    pub state_run: Option<bool>,
    /// No longer in use.
    #[field(9)]
    pub closed: Option<bool>,
}

/// A class in one school year. Lives in the office's scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 11, name = "school_class")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct SchoolClass {
    /// Its school.
    #[field(1)]
    pub school: SchoolId,
    /// The calendar year in which the school year starts: 2025 for 2025/26.
    #[field(2)]
    pub year: u16,
    /// Year of the course ("3"); for the infancy school the age group.
    #[field(3)]
    pub grade: Option<String>,
    /// Section ("B").
    #[field(4)]
    pub section: Option<String>,
}

impl SchoolClass {
    /// What the class is called: "3B".
    #[must_use]
    pub fn label(&self) -> String {
        let parts = [self.grade.as_deref(), self.section.as_deref()];
        parts.into_iter().flatten().map(str::trim).collect()
    }
}

/// One person's school year. Lives in the person's scope.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 12, name = "school_enrolment")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct SchoolEnrolment {
    /// Who.
    #[field(1)]
    pub person: PersonId,
    /// The calendar year in which the school year starts.
    #[field(2)]
    pub year: u16,
    /// Which school; unknown or none for "no school".
    #[field(3)]
    pub school: Option<SchoolId>,
    /// Which class.
    #[field(4)]
    pub class: Option<ClassId>,
    /// The order, where the school is unknown or there is none.
    #[field(5)]
    pub order: Option<SchoolOrder>,
    /// Repeating the year (fermo).
    #[field(6)]
    pub repeating: Option<bool>,
    /// Support teacher, minutes a week.
    #[field(7)]
    pub support_minutes: Option<u32>,
    /// Days, where shorter than the school year.
    #[field(8)]
    pub period: Period,
    /// Anything else.
    #[field(9)]
    pub note: Option<String>,
}

/// The school year of a day, as the calendar year in which it starts: 1 September to 31 August.
/// The first day is a parameter of the region's calendar; for telling years apart September is enough.
#[must_use]
pub fn school_year_of(day: crate::time::CivilDate) -> u16 {
    use chrono::Datelike;
    let year = if day.0.month() >= 9 {
        day.year()
    } else {
        day.year() - 1
    };
    u16::try_from(year).unwrap_or_default()
}

/// Whether a text has the shape of a codice meccanografico: province and order in four letters, five digits or
/// letters, a check character.
#[must_use]
pub fn is_school_code(code: &str) -> bool {
    let code = code.trim();
    code.len() == 10
        && code.bytes().take(4).all(|sign| sign.is_ascii_alphabetic())
        && code.bytes().all(|sign| sign.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn school_years_start_in_september() {
        for (day, year) in [("2025-08-31", 2024), ("2025-09-01", 2025), ("2026-06-08", 2025)] {
            assert_eq!(school_year_of(day.parse().unwrap()), year);
        }
    }

    #[test]
    fn orders_have_their_sinba_codes_and_codes_their_shape() {
        for (index, order) in SchoolOrder::ALL.iter().enumerate() {
            assert_eq!(usize::from(order.official()), index + 1);
        }
        assert!(is_school_code("MIEE8AB01P") && is_school_code("miic8ab00t"));
        assert!(!is_school_code("MIEE8AB01") && !is_school_code("1IEE8AB01P") && !is_school_code(""));
    }
}
