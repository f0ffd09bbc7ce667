//! Who might already be in the registry, while a person is being typed.

use super::{
    PersonCard, cards,
    create::{NewAddress, NewContact},
    same::is_protected,
};
use crate::{Result, Session};
use cartella_archive::{queries::people as query, rows, search};
use cartella_domain::{
    ids::PersonId,
    people::{
        Address, Contact, IdentifierKind, Person,
        duplicates::{Certainty, Likeness, Reason, Traits, score},
        phone_digits, words,
    },
    time::PartialDate,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// A person as typed so far.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SuggestDuplicates {
    /// Who she is.
    pub person: Person,
    /// Where she lives.
    pub addresses: Vec<NewAddress>,
    /// How she is reached.
    pub contacts: Vec<NewContact>,
    /// The record being edited, which is no double of itself.
    pub except: Option<PersonId>,
}

/// Someone who might be her.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    /// How sure it is.
    pub certainty: Certainty,
    /// Who; none where the operator may not know: then only that there is someone, and to ask the coordinator.
    pub card: Option<PersonCard>,
    /// Why; nothing where the operator may not know who.
    pub reasons: Vec<Reason>,
}

const HITS: u32 = 40;
const SHOWN: usize = 6;

/// Suggests who might already be in the registry, the most alike first. Says nothing of cases or services; of
/// people whom the operator may not know, at most that there is one, and only if it is very likely she.
///
/// # Errors
/// The archive does not answer.
pub fn suggest_duplicates(session: &mut Session, input: SuggestDuplicates) -> Result<Vec<Suggestion>> {
    let person = input.person.tidied();
    let addresses: Vec<_> = input
        .addresses
        .into_iter()
        .map(|new| new.address.tidied())
        .collect();
    let contacts: Vec<_> = input
        .contacts
        .into_iter()
        .map(|new| new.contact.tidied())
        .collect();
    let typed = Traits::of(&person, &addresses, &contacts);
    let except = match input.except {
        Some(id) => session.same_person(id)?,
        None => Vec::new(),
    };
    let mut scored: Vec<(PersonId, Likeness)> = Vec::new();
    for id in candidates(session, &person, &addresses, &contacts)? {
        if except.contains(&id) {
            continue;
        }
        if let Some(likeness) = score(&typed, &traits(session, id)?) {
            scored.push((id, likeness));
        }
    }
    scored.sort_by_key(|(id, likeness)| (std::cmp::Reverse(likeness.points), *id));
    suggestions(session, scored)
}

fn suggestions(session: &Session, scored: Vec<(PersonId, Likeness)>) -> Result<Vec<Suggestion>> {
    let mut shown: Vec<Suggestion> = Vec::new();
    let mut named = BTreeSet::new();
    for (id, likeness) in scored {
        let card = cards::card(session, id)?;
        if card.name.is_some() {
            if named.insert(card.id) {
                shown.push(Suggestion {
                    certainty: likeness.certainty,
                    card: Some(card),
                    reasons: likeness.reasons,
                });
            }
        } else if likeness.certainty >= Certainty::Probable && shown.iter().all(|s| s.card.is_some()) {
            shown.push(Suggestion {
                certainty: likeness.certainty,
                card: None,
                reasons: Vec::new(),
            });
        }
        if shown.len() >= SHOWN {
            break;
        }
    }
    Ok(shown)
}

/// Records worth comparing: equal codes, names that sound the same, the same birth, phone or door.
fn candidates(
    session: &Session,
    person: &Person,
    addresses: &[Address],
    contacts: &[Contact],
) -> Result<BTreeSet<PersonId>> {
    let db = session.archive().db();
    let mut found = BTreeSet::new();
    let mut questions: Vec<Vec<String>> = Vec::new();
    let codes = person
        .identifiers
        .iter()
        .filter(|i| i.kind != IdentifierKind::None);
    questions.extend(codes.map(|identifier| search::words(&identifier.value)));
    let surname = words::sounds(person.surname.as_deref().unwrap_or_default());
    let name = words::sounds(person.name.as_deref().unwrap_or_default());
    questions.push([surname.clone(), name.clone()].concat());
    questions.extend(person.aliases.iter().map(|alias| words::sounds(alias)));
    questions.push(surname.clone());
    questions.extend(
        contacts
            .iter()
            .map(|contact| search::words(&phone_digits(&contact.value))),
    );
    questions.extend(addresses.iter().map(|address| {
        let door = [&address.location.street, &address.location.number];
        let door: Vec<&str> = door.into_iter().flatten().map(String::as_str).collect();
        search::words(&door.join(" "))
    }));
    for question in questions.iter().filter(|words| !words.is_empty()) {
        for hit in search::people(db, question, HITS)? {
            found.extend(hit.subject.parse::<Uuid>().map(PersonId));
        }
    }
    if !surname.is_empty() || !name.is_empty() {
        for row in query::born(db, &births(person.birth), HITS)? {
            found.insert(row.typed_id()?);
        }
    }
    Ok(found)
}

/// A whole birth, and the same with day and month changed round.
fn births(birth: Option<PartialDate>) -> Vec<String> {
    let Some(birth) = birth.filter(|birth| birth.day.is_some() && !birth.estimated) else {
        return Vec::new();
    };
    let turned = PartialDate {
        month: birth.day,
        day: birth.month,
        ..birth
    };
    vec![birth.to_string(), turned.to_string()]
}

/// What is compared of a record; hidden addresses and phones only where they may be read.
fn traits(session: &Session, id: PersonId) -> Result<Traits> {
    let db = session.archive().db();
    let Some(row) = rows::get::<Person>(db, &id.to_string())?.filter(|row| !row.deleted) else {
        return Ok(Traits::default());
    };
    let reads = session.protected_decision(id)?.is_allowed();
    let addresses = query::of_people::<Address>(db, &[id])?;
    let contacts = query::of_people::<Contact>(db, &[id])?;
    Ok(Traits::of(
        &row.value,
        addresses
            .iter()
            .filter(|row| reads || !is_protected(row))
            .map(|row| &row.value),
        contacts
            .iter()
            .filter(|row| reads || !is_protected(row))
            .map(|row| &row.value),
    ))
}
