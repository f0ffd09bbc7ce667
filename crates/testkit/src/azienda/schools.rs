//! The schools of the ten comuni, their classes, and who attends them from year to year.

use super::{dice::Dice as _, names::COMUNI};
use crate::SeededRandom;
use cartella_app::{
    Result, Session,
    people::{self, SaveEnrolment},
    schools::{self, SaveClass, SaveSchool},
};
use cartella_domain::{
    ids::{ClassId, PersonId, SchoolId},
    schools::{School, SchoolClass, SchoolEnrolment, SchoolOrder, school_year_of},
    time::CivilDate,
};
use std::collections::BTreeMap;

/// Names of buildings, an order each in turn.
const NAMES: [(&str, SchoolOrder); 14] = [
    ("Scuola dell'infanzia Arcobaleno", SchoolOrder::Infancy),
    ("Scuola primaria Toscanini", SchoolOrder::Primary),
    ("Scuola secondaria Leonardo da Vinci", SchoolOrder::LowerSecondary),
    ("Istituto superiore Galilei", SchoolOrder::UpperSecondary),
    ("Scuola dell'infanzia Girasole", SchoolOrder::Infancy),
    ("Scuola primaria Don Milani", SchoolOrder::Primary),
    ("Scuola secondaria Bonvesin", SchoolOrder::LowerSecondary),
    ("Istituto professionale Bernocchi", SchoolOrder::UpperSecondary),
    ("Scuola primaria Rodari", SchoolOrder::Primary),
    ("Scuola secondaria Franchi", SchoolOrder::LowerSecondary),
    ("Scuola dell'infanzia Montessori", SchoolOrder::Infancy),
    ("Scuola primaria De Amicis", SchoolOrder::Primary),
    ("Scuola secondaria Manzoni", SchoolOrder::LowerSecondary),
    ("Liceo Cavalleri", SchoolOrder::UpperSecondary),
];

type ClassKey = (SchoolId, u16, u32, &'static str);

/// The register.
#[derive(Debug, Default)]
pub struct Schools {
    schools: Vec<(SchoolId, SchoolOrder)>,
    classes: BTreeMap<ClassKey, ClassId>,
}

/// The order and the year of the course of a child in a school year: the year in which she is six is the first of the
/// primary school. Nothing before three and after the upper secondary.
#[must_use]
pub fn course(born: CivilDate, year: u16) -> Option<(SchoolOrder, u32)> {
    let age = u32::try_from(i32::from(year) - born.year()).ok()?;
    match age {
        3..=5 => Some((SchoolOrder::Infancy, age - 2)),
        6..=10 => Some((SchoolOrder::Primary, age - 5)),
        11..=13 => Some((SchoolOrder::LowerSecondary, age - 10)),
        14..=18 => Some((SchoolOrder::UpperSecondary, age - 13)),
        _ => None,
    }
}

impl Schools {
    /// Writes the buildings.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn found(session: &mut Session) -> Result<Self> {
        let mut register = Self::default();
        for ((name, order), (comune, belfiore)) in NAMES.iter().zip(COMUNI.iter().cycle()) {
            let school = School {
                name: Some((*name).to_owned()),
                institute: Some(format!("Istituto comprensivo di {comune}")),
                order: Some(*order),
                place: Some((*belfiore).to_owned()),
                state_run: Some(true),
                ..School::default()
            };
            let input = SaveSchool {
                id: None,
                school,
                seen: Vec::new(),
            };
            let saved = schools::save_school(session, input)?;
            register.schools.push((SchoolId(saved.id.uuid()), *order));
        }
        Ok(register)
    }

    /// Enrols a child for the school year of a day, in the building where she went before while its order is hers.
    ///
    /// # Errors
    /// The disk does not take it; the operator may not write of the child.
    pub fn enrol(
        &mut self,
        session: &mut Session,
        random: &SeededRandom,
        (person, born): (PersonId, CivilDate),
        (day, before): (CivilDate, Option<SchoolId>),
    ) -> Result<Option<SchoolId>> {
        let year = school_year_of(day);
        let Some((order, grade)) = course(born, year) else {
            return Ok(None);
        };
        let fitting: Vec<SchoolId> = self
            .schools
            .iter()
            .filter(|(_, own)| *own == order)
            .map(|(id, _)| *id)
            .collect();
        let kept = before.filter(|school| fitting.contains(school));
        let Some(school) = kept.or_else(|| random.pick(&fitting).copied()) else {
            return Ok(None);
        };
        let class = self.class(session, (school, year, grade, random.word("A|B|C")))?;
        let enrolment = SchoolEnrolment {
            person,
            year,
            school: Some(school),
            class: Some(class),
            support_minutes: random.chance(60).then_some(11 * 60),
            ..SchoolEnrolment::default()
        };
        let input = SaveEnrolment {
            id: None,
            enrolment,
            seen: Vec::new(),
        };
        people::save_enrolment(session, input)?;
        Ok(Some(school))
    }

    fn class(&mut self, session: &mut Session, key: ClassKey) -> Result<ClassId> {
        if let Some(class) = self.classes.get(&key) {
            return Ok(*class);
        }
        let (school, year, grade, section) = key;
        let input = SaveClass {
            id: None,
            class: SchoolClass {
                school,
                year,
                grade: Some(grade.to_string()),
                section: Some(section.to_owned()),
            },
            seen: Vec::new(),
        };
        let class = ClassId(schools::save_class(session, input)?.id.uuid());
        self.classes.insert(key, class);
        Ok(class)
    }
}
