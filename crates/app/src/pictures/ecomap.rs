//! The ecomap of a person's household on a day: whom and what it is tied to, and how.

use super::{
    family::{Around, Known, around},
    genogram::names,
};
use crate::{Result, Session, people::PersonCard};
use cartella_archive::queries::people as query;
use cartella_documents::drawings::{
    Drawing,
    ecomap::{self as drawing, draw},
};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Closeness, Energy, RelationKind, SocialTie, Surrounding},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Whose ecomap, of which day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EcomapOf {
    /// Whom it is about.
    pub person: PersonId,
    /// The day; today if none is said.
    #[serde(default)]
    pub on: Option<CivilDate>,
    /// The screen's word for each kind of thing, for what has no name of its own.
    pub words: BTreeMap<Surrounding, String>,
}

/// An ecomap.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct EcomapPicture {
    /// Whom it is about.
    pub about: PersonId,
    /// The day.
    pub on: CivilDate,
    /// What is drawn.
    pub drawing: Drawing,
    /// Who lives together.
    pub household: Vec<PersonCard>,
    /// What stands around, in the order of the ring.
    pub around: Vec<AroundLine>,
}

/// Somebody or something around the household.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct AroundLine {
    /// The record of the tie.
    pub id: RecordId,
    /// Of whom in the household.
    pub of: PersonId,
    /// The person, if it is one.
    pub person: Option<PersonCard>,
    /// What the person is to her.
    pub kind: Option<RelationKind>,
    /// What it is, if it is no person.
    pub surrounding: Option<Surrounding>,
    /// Its name.
    pub label: Option<String>,
    /// How the tie holds.
    pub closeness: Option<Closeness>,
    /// Which way its energy flows.
    pub energy: Option<Energy>,
}

/// Draws it.
///
/// # Errors
/// `not_found` if she is not here or may not be known, `forbidden` if no more than her name may be; the disk is full.
pub fn ecomap(session: &mut Session, input: EcomapOf) -> Result<EcomapPicture> {
    let on = input.on.unwrap_or_else(|| session.today());
    let family = around(session, input.person, on)?;
    let mut lines = people_around(&family, on);
    lines.extend(ties(session, &family, on)?);
    let shown: Vec<drawing::Around> = lines
        .iter()
        .map(|line| shown(line, &family, &input.words))
        .collect();
    let household: Vec<&Known> = family
        .people
        .iter()
        .filter(|known| family.together.contains(&known.card.id))
        .collect();
    let called: Vec<String> = household.iter().map(|known| names(known).join(" ")).collect();
    Ok(EcomapPicture {
        about: family.about,
        on,
        drawing: draw(&called, &shown),
        household: household.into_iter().map(|known| known.card.clone()).collect(),
        around: lines,
    })
}

fn shown(line: &AroundLine, family: &Around, words: &BTreeMap<Surrounding, String>) -> drawing::Around {
    let person = line.person.as_ref().map(|card| card.id);
    let known = person.and_then(|id| family.people.iter().find(|known| known.card.id == id));
    let word = line.surrounding.and_then(|one| words.get(&one).cloned());
    let called = known
        .map(names)
        .unwrap_or_else(|| [line.label.clone(), word].into_iter().flatten().collect());
    drawing::Around {
        key: line.id.to_string(),
        person,
        names: called,
        closeness: line.closeness,
        energy: line.energy,
    }
}

/// People tied to one of the household who do not live in it, each once.
fn people_around(family: &Around, on: CivilDate) -> Vec<AroundLine> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (id, relation) in &family.relations {
        let (subject, other) = (relation.subject, relation.other);
        let ends = match (
            family.together.contains(&subject),
            family.together.contains(&other),
        ) {
            (true, false) => Some((subject, other)),
            (false, true) => Some((other, subject)),
            _ => None,
        };
        let Some((of, outside)) = ends.filter(|_| relation.period.contains(on)) else {
            continue;
        };
        if !seen.insert(outside) {
            continue;
        }
        let card = family
            .people
            .iter()
            .find(|known| known.card.id == outside)
            .map(|known| known.card.clone());
        let seen_from = relation.seen_from(of).map(|(_, kind)| kind);
        lines.push(AroundLine {
            id: *id,
            of,
            person: card,
            kind: seen_from.or(relation.kind),
            surrounding: None,
            label: None,
            closeness: relation.closeness,
            energy: None,
        });
    }
    lines
}

/// The ties of those of the household whose page she may read.
fn ties(session: &Session, family: &Around, on: CivilDate) -> Result<Vec<AroundLine>> {
    let readable = family.people.iter().filter(|known| known.person.is_some());
    let household = readable
        .map(|known| known.card.id)
        .filter(|id| family.together.contains(id));
    let mut lines = Vec::new();
    for of in household {
        let same = session.same_person(of)?;
        for row in query::of_people::<SocialTie>(session.archive().db(), &same)? {
            let (id, tie) = (row.typed_id()?, row.value);
            if !tie.period.contains(on) {
                continue;
            }
            lines.push(AroundLine {
                id,
                of,
                person: None,
                kind: None,
                surrounding: tie.surrounding,
                label: tie.label,
                closeness: tie.closeness,
                energy: tie.energy,
            });
        }
    }
    lines.sort_by_key(|line| (line.surrounding, line.id));
    Ok(lines)
}
