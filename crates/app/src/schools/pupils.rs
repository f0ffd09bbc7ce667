//! Who attends a school, or one class of it: people found by plesso and class.

use crate::{
    Result, Session,
    find::{CaseHit, cases_of},
    people::{PersonCard, card},
};
use cartella_archive::queries;
use cartella_domain::{
    ids::{ClassId, SchoolId},
    rights::{Action, Subject},
    schools::school_year_of,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which pupils.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ListPupils {
    /// Of which school.
    pub school: SchoolId,
    /// Of which class; of all without.
    pub class: Option<ClassId>,
    /// The calendar year in which the school year starts; the present one without.
    pub year: Option<u16>,
}

/// A pupil.
#[derive(Clone, Serialize, TS)]
pub struct Pupil {
    /// Who.
    pub card: PersonCard,
    /// In which class.
    pub class: Option<ClassId>,
    /// Her cases, as far as the operator sees them in the list.
    pub cases: Vec<CaseHit>,
}

/// The pupils whom the operator may know, by name. Of the others nothing is said.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn pupils(session: &mut Session, input: ListPupils) -> Result<Vec<Pupil>> {
    session.allow(Action::SchoolRead, &Subject::nobody())?;
    let year = input.year.unwrap_or_else(|| school_year_of(session.today()));
    let db = session.archive().db();
    let mut pupils: Vec<Pupil> = Vec::new();
    for row in queries::schools::enrolments(db, input.school, input.class, year)? {
        let card = card(session, row.value.person)?;
        let Some(name) = card.name.clone() else { continue };
        if pupils.iter().all(|pupil| pupil.card.id != card.id) {
            pupils.push(Pupil {
                cases: cases_of(session, card.id, &name)?,
                card,
                class: row.value.class,
            });
        }
    }
    pupils.sort_by_cached_key(|pupil| pupil.card.name.as_deref().map(str::to_lowercase));
    Ok(pupils)
}
