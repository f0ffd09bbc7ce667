//! The genogram of a person on a day, and the same as lines to read.

use super::{
    PictureOf,
    family::{Around, Known, around},
};
use crate::{Result, Session, people::PersonCard};
use cartella_documents::drawings::{
    Drawing,
    genogram::{Family, Member, draw},
};
use cartella_domain::{
    ids::PersonId,
    people::{Bond, Closeness, Relation, RelationKind},
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A genogram.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct GenogramPicture {
    /// Whom it is about.
    pub about: PersonId,
    /// The day.
    pub on: CivilDate,
    /// What is drawn.
    pub drawing: Drawing,
    /// Everybody in it.
    pub people: Vec<PersonCard>,
    /// What joins them, to be read: first her own ties.
    pub ties: Vec<TieLine>,
    /// Who lives with her.
    pub together: Vec<PersonId>,
}

/// A tie: "`other` is the `kind` of `subject`".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TieLine {
    /// Whom it speaks of.
    pub subject: PersonId,
    /// The other.
    pub other: PersonId,
    /// What the other is to the subject.
    pub kind: RelationKind,
    /// By what it came about.
    pub bond: Option<Bond>,
    /// How the two get on.
    pub closeness: Option<Closeness>,
    /// It held before the day and no more.
    pub ended: bool,
}

/// Draws it.
///
/// # Errors
/// `not_found` if she is not here or may not be known, `forbidden` if no more than her name may be; the disk is full.
pub fn genogram(session: &mut Session, input: PictureOf) -> Result<GenogramPicture> {
    let on = input.on.unwrap_or_else(|| session.today());
    let Around {
        about,
        people,
        relations,
        together,
    } = around(session, input.person, on)?;
    let born = |known: &&Known| known.card.birth.is_none_or(|birth| birth.earliest() <= on);
    let members: Vec<Member> = people
        .iter()
        .filter(born)
        .map(|known| member(known, on))
        .collect();
    let relations: Vec<Relation> = relations.into_values().collect();
    let drawing = draw(&Family {
        about,
        people: &members,
        relations: &relations,
        together: &together,
        day: on,
    });
    let shown: Vec<PersonId> = drawing
        .figures
        .iter()
        .filter_map(|figure| figure.person)
        .collect();
    let in_it = |id: PersonId| shown.contains(&id);
    let mut ties: Vec<TieLine> = relations
        .iter()
        .filter(|relation| in_it(relation.subject) && in_it(relation.other))
        .filter_map(|relation| line(relation, on))
        .collect();
    ties.sort_by_key(|tie| (tie.subject != about && tie.other != about, tie.ended, tie.kind));
    Ok(GenogramPicture {
        about,
        on,
        drawing,
        ties,
        together: together.into_iter().filter(|id| in_it(*id)).collect(),
        people: people
            .into_iter()
            .map(|known| known.card)
            .filter(|card| in_it(card.id))
            .collect(),
    })
}

/// A tie that holds on the day, or ended before it.
fn line(relation: &Relation, on: CivilDate) -> Option<TieLine> {
    let begun = relation.period.from.is_none_or(|from| from <= on);
    Some(TieLine {
        subject: relation.subject,
        other: relation.other,
        kind: relation.kind.filter(|_| begun)?,
        bond: relation.bond,
        closeness: relation.closeness,
        ended: !relation.period.contains(on),
    })
}

fn member(known: &Known, on: CivilDate) -> Member {
    let person = known.person.as_ref();
    let death = person
        .and_then(|person| person.death)
        .filter(|death| death.earliest() <= on);
    Member {
        id: known.card.id,
        names: names(known),
        birth: known.card.birth,
        death,
        age: person.and_then(|person| person.age_on(on)),
        sex: known.card.sex,
    }
}

/// Her name on one line and her surname on the next, or what else she is called.
pub(super) fn names(known: &Known) -> Vec<String> {
    let whole = || known.card.name.clone().into_iter().collect();
    let Some(person) = &known.person else {
        return whole();
    };
    let parts: Vec<String> = [&person.name, &person.surname]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    if parts.is_empty() { whole() } else { parts }
}
