//! Another person, named beside something: as much of her as the operator may know.

use crate::{Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    codice_fiscale::Sex,
    ids::PersonId,
    people::Person,
    rights::{PersonFields, person_fields},
    time::PartialDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A person in one line.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonCard {
    /// The record that stands for her.
    pub id: PersonId,
    /// "Cognome Nome"; none if she may not be known, or is not on this computer.
    pub name: Option<String>,
    /// Birth; the year alone where only the name may be known.
    pub birth: Option<PartialDate>,
    /// Whole years today, or at death.
    pub age: Option<u32>,
    /// Sex, where more than the name may be known.
    pub sex: Option<Sex>,
    /// Whether she has died, where more than the name may be known.
    pub died: bool,
}

/// The card of the person that `id` is one of.
pub(crate) fn card(session: &Session, id: PersonId) -> Result<PersonCard> {
    let id = session.standing_record(id)?;
    let row = rows::get::<Person>(session.archive().db(), &id.to_string())?;
    let fields = person_fields(&session.actor()?, session.person_subject(id)?.standing);
    let person = row.filter(|row| !row.deleted).map(|row| row.value);
    Ok(of(session, id, person.as_ref(), fields))
}

/// The card of a person already read.
pub(crate) fn of(
    session: &Session,
    id: PersonId,
    person: Option<&Person>,
    fields: PersonFields,
) -> PersonCard {
    let known = person.filter(|_| fields != PersonFields::Nothing);
    let whole = known.filter(|_| fields == PersonFields::Full);
    let birth = known.and_then(|person| person.birth);
    let year = |birth: PartialDate| PartialDate {
        month: None,
        day: None,
        ..birth
    };
    PersonCard {
        id,
        name: known.map(Person::display_name),
        birth: if whole.is_some() { birth } else { birth.map(year) },
        age: whole.and_then(|person| person.age_on(session.today())),
        sex: whole.and_then(|person| person.sex),
        died: whole.is_some_and(|person| person.death.is_some()),
    }
}
