//! The header of a case in one line: with whom the child lives, who has responsibility, her father and mother, what
//! comes next, when there was the last contact.

use crate::{Result, Session, deadlines::next_of_case, names::names};
use cartella_archive::queries::{self, family::Family};
use cartella_domain::{
    agenda::AgendaDeadline,
    ids::{CaseId, PersonId},
    people::{Alert, RelationKind, ResponsibilityKind, holders_on, living_together},
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A person and what she is called.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    /// Her id.
    pub id: PersonId,
    /// Surname and name.
    pub name: String,
}

/// The header of a case.
#[derive(Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct CaseHeader {
    /// Who lives with the person, in the household in fact, else the registered one.
    pub lives_with: Vec<Named>,
    /// Who exercises parental responsibility.
    pub responsibility: Vec<Named>,
    /// Her mother.
    pub mother: Option<Named>,
    /// Her father.
    pub father: Option<Named>,
    /// The earliest open due date.
    pub next_due: Option<CivilDate>,
    /// What is due then.
    pub next_what: Option<String>,
    /// Which deadline is due then, where it is one.
    pub next_deadline: Option<AgendaDeadline>,
    /// Day and hour of the newest entry of the diary.
    pub last_contact: Option<String>,
}

/// The header of a person's case. Her relatives stand here because the case concerns her: their own pages ask again.
///
/// # Errors
/// The archive does not answer.
pub(super) fn header(
    session: &Session,
    case: CaseId,
    person: PersonId,
    family: &Family,
) -> Result<CaseHeader> {
    let day = session.today();
    let lives_with = lives_with(family, person, day);
    let responsible: Vec<PersonId> = holders_on(&family.responsibilities, person, day)
        .into_iter()
        .filter(|held| held.kind.is_some_and(ResponsibilityKind::decides))
        .map(|held| held.adult)
        .collect();
    let mother = parent(family, person, day, RelationKind::Mother);
    let father = parent(family, person, day, RelationKind::Father);
    let everybody = lives_with
        .iter()
        .chain(&responsible)
        .chain(&mother)
        .chain(&father);
    let called = names(session, everybody.map(|id| id.uuid()))?;
    let named = |id: PersonId| Named {
        id,
        name: called
            .get(&id.to_string())
            .map(|name| name.name.clone())
            .unwrap_or_default(),
    };
    let db = session.archive().db();
    let (next_due, next_what) = queries::cases::next_due(db, case)?.unzip();
    let deadline = next_of_case(session, case, person)?
        .filter(|deadline| next_due.is_none_or(|due: CivilDate| deadline.due.date() <= due));
    Ok(CaseHeader {
        lives_with: lives_with.into_iter().map(named).collect(),
        responsibility: responsible.into_iter().map(named).collect(),
        mother: mother.map(named),
        father: father.map(named),
        next_due: deadline.as_ref().map(|deadline| deadline.due.date()).or(next_due),
        next_what: next_what.filter(|what| deadline.is_none() && !what.is_empty()),
        next_deadline: deadline.map(|deadline| AgendaDeadline {
            key: deadline.key,
            due: deadline.due,
            alerted: false,
        }),
        last_contact: queries::cases::last_contact(db, case)?,
    })
}

fn lives_with(family: &Family, person: PersonId, day: CivilDate) -> Vec<PersonId> {
    let mut members = living_together(&family.households, &[person], day);
    members.retain(|member| *member != person);
    members
}

fn parent(family: &Family, person: PersonId, day: CivilDate, kind: RelationKind) -> Option<PersonId> {
    family
        .relations
        .iter()
        .filter(|relation| relation.period.contains(day))
        .filter_map(|relation| relation.seen_from(person))
        .find(|(_, seen)| *seen == kind)
        .map(|(other, _)| other)
}

/// Whether an adult relation is recorded: a parent, grandparent, uncle, foster parent or guardian.
pub(super) fn has_adult_relation(family: &Family, person: PersonId) -> bool {
    !family.responsibilities.is_empty()
        || family
            .relations
            .iter()
            .filter_map(|relation| relation.seen_from(person))
            .any(|(_, kind)| {
                matches!(
                    kind,
                    RelationKind::Mother
                        | RelationKind::Father
                        | RelationKind::Parent
                        | RelationKind::Grandparent
                        | RelationKind::Uncle
                        | RelationKind::FosterParent
                        | RelationKind::Guardian
                )
            })
}

/// What is recorded of her family under every record that was merged into hers, as if under hers.
pub(super) fn family(session: &Session, person: PersonId) -> Result<Family> {
    let mut all = Family::default();
    for one in session.same_person(person)? {
        let mut found = queries::family::of(session.archive().db(), one)?;
        for relation in &mut found.relations {
            for end in [&mut relation.subject, &mut relation.other] {
                *end = if *end == one {
                    person
                } else {
                    session.standing_record(*end)?
                };
            }
        }
        for held in &mut found.responsibilities {
            held.minor = person;
            held.adult = session.standing_record(held.adult)?;
        }
        for household in &mut found.households {
            for member in &mut household.members.0 {
                member.person = session.standing_record(member.person)?;
            }
        }
        all.relations.extend(found.relations);
        all.responsibilities.extend(found.responsibilities);
        all.households.extend(found.households);
    }
    Ok(all)
}

/// What to know before going there.
pub(super) fn alerts(session: &Session, person: PersonId) -> Result<Vec<Alert>> {
    let today = session.today();
    let mut found = Vec::new();
    for one in session.same_person(person)? {
        found.extend(queries::family::alerts(session.archive().db(), one)?);
    }
    found.retain(|alert| alert.holds_on(today));
    Ok(found)
}
