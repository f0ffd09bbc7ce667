//! Who belongs to a person's family and what joins them, as far as the operator may know.

use crate::{
    Code, Result, Session,
    people::{PersonCard, card_of_read},
};
use cartella_archive::{audit, queries::people as query, rows};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Household, Person, Relation, living_together},
    rights::{Action, PersonFields, person_fields},
    time::CivilDate,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A picture of more people than this is no picture: who is furthest is left out.
const MOST: usize = 60;

/// Somebody of the family.
pub(super) struct Known {
    pub card: PersonCard,
    /// Her record, where more than the name may be known.
    pub person: Option<Person>,
}

/// A family around one person.
pub(super) struct Around {
    /// The record that stands for her.
    pub about: PersonId,
    /// Everybody found, she first, then by distance.
    pub people: Vec<Known>,
    /// The ties among them, each end the record that stands for the person.
    pub relations: BTreeMap<RecordId, Relation>,
    /// Who lives with her on the day, herself included.
    pub together: BTreeSet<PersonId>,
}

/// Reads it. The reading of her page is in the audit before the answer.
///
/// # Errors
/// `not_found` if she is not here or may not be known, `forbidden` if no more than her name may be; the disk is full.
pub(super) fn around(session: &mut Session, id: PersonId, day: CivilDate) -> Result<Around> {
    let about = session.standing_record(id)?;
    let first = known(session, about)?.ok_or(Code::NotFound)?;
    session.allow(Action::PersonRead, &session.person_subject(about)?)?;
    session.note(audit::Event::new(audit::Act::ReadPerson).about(about))?;
    let mut found = BTreeSet::from([about]);
    let mut people = vec![first];
    let mut relations = BTreeMap::new();
    let mut waiting = VecDeque::from([about]);
    while let Some(one) = waiting.pop_front() {
        let same = session.same_person(one)?;
        for row in query::relations(session.archive().db(), &same)? {
            let (id, mut relation) = (row.typed_id()?, row.value);
            relation.subject = session.standing_record(relation.subject)?;
            relation.other = session.standing_record(relation.other)?;
            for end in [relation.subject, relation.other] {
                if found.contains(&end) || people.len() >= MOST {
                    continue;
                }
                if let Some(person) = known(session, end)?.filter(|known| known.card.name.is_some()) {
                    found.insert(end);
                    people.push(person);
                    waiting.push_back(end);
                }
            }
            if found.contains(&relation.subject) && found.contains(&relation.other) {
                relations.insert(id, relation);
            }
        }
    }
    let together = together(session, about, day)?;
    Ok(Around {
        about,
        people,
        relations,
        together,
    })
}

/// As much of a person as may be known; none if she is not on this computer.
pub(super) fn known(session: &Session, id: PersonId) -> Result<Option<Known>> {
    let row = rows::get::<Person>(session.archive().db(), &id.to_string())?.filter(|row| !row.deleted);
    let Some(row) = row else { return Ok(None) };
    let fields = person_fields(&session.actor()?, session.person_subject(id)?.standing);
    if fields == PersonFields::Nothing {
        return Ok(None);
    }
    let card = card_of_read(session, id, Some(&row.value), fields);
    let person = (fields == PersonFields::Full).then_some(row.value);
    Ok(Some(Known { card, person }))
}

/// Who lives with her on the day, herself among them.
fn together(session: &Session, about: PersonId, day: CivilDate) -> Result<BTreeSet<PersonId>> {
    let same = session.same_person(about)?;
    let rows = query::households(session.archive().db(), &same)?;
    let households: Vec<Household> = rows.into_iter().map(|row| row.value).collect();
    let mut together = BTreeSet::from([about]);
    for id in living_together(&households, &same, day) {
        together.insert(session.standing_record(id)?);
    }
    Ok(together)
}
