//! The list of people, whole by name or filtered by what is typed.

use super::{cards, same::is_protected};
use crate::{Result, Session};
use cartella_archive::{
    queries::people::{After, merges, of_people, page},
    rows::{self, Row},
    search,
};
use cartella_domain::{
    ids::PersonId,
    people::{Address, AddressKind, Contact, ContactKind, Merges, Person},
    places,
    rights::{PersonFields, person_fields},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// Which people.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListPeople {
    /// Names in any order, part of a code, a phone; empty for all.
    pub filter: String,
    /// Where the page before ended.
    pub after: Option<ListedAfter>,
}

/// The last line of a page.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ListedAfter {
    /// The name it is sorted by.
    pub sort_name: String,
    /// Its person.
    pub id: PersonId,
}

/// One page of the list.
#[derive(Clone, Serialize, TS)]
pub struct PeoplePage {
    /// The people.
    pub lines: Vec<PersonLine>,
    /// Where the next page begins; none if this is the last.
    pub after: Option<ListedAfter>,
}

/// One person of the list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonLine {
    /// Who she is.
    pub card: super::PersonCard,
    /// Her nicknames.
    pub aliases: Vec<String>,
    /// Her code in use.
    pub code: Option<String>,
    /// The comune where she lives.
    pub comune: Option<String>,
    /// A phone.
    pub phone: Option<String>,
    /// Two people wrote her card without seeing each other, and somebody still has to choose.
    pub clashed: bool,
}

const PAGE: u32 = 100;
const HITS: u32 = 60;

/// Answers the people of a filter, or the next page of all of them.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, input: ListPeople) -> Result<PeoplePage> {
    let words = search::words(&input.filter);
    if words.is_empty() {
        whole(session, input.after)
    } else {
        Ok(PeoplePage {
            lines: found(session, &words)?,
            after: None,
        })
    }
}

fn whole(session: &Session, after: Option<ListedAfter>) -> Result<PeoplePage> {
    let db = session.archive().db();
    let all = merges(db)?;
    let merges = Merges::new(all.iter().map(|row| &row.value));
    let after = after.map(|after| After {
        sort_name: after.sort_name,
        id: after.id.to_string(),
    });
    let rows = page(db, after.as_ref(), PAGE)?;
    let last = rows
        .last()
        .map(|(sort_name, row)| (sort_name.clone(), row.typed_id()));
    let is_last = rows.len() < PAGE as usize;
    let mut people = Vec::new();
    for (_, row) in rows {
        let id: PersonId = row.typed_id()?;
        if merges.resolve(id) == id {
            people.push(row);
        }
    }
    let after = match last {
        Some((sort_name, id)) if !is_last => Some(ListedAfter { sort_name, id: id? }),
        _ => None,
    };
    Ok(PeoplePage {
        lines: lines(session, people)?,
        after,
    })
}

/// The people whom words find; a hidden address or phone leads only to whom it may be shown.
fn found(session: &Session, words: &[String]) -> Result<Vec<PersonLine>> {
    let db = session.archive().db();
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for hit in search::people(db, words, HITS)? {
        let Ok(subject) = hit.subject.parse::<Uuid>() else {
            continue;
        };
        let id = PersonId(subject);
        if !session.may_lead_to(&hit.scope, id)? {
            continue;
        }
        let id = session.standing_record(id)?;
        if !seen.insert(id) {
            continue;
        }
        people.extend(rows::get::<Person>(db, &id.to_string())?.filter(|row| !row.deleted));
    }
    let mut lines = lines(session, people)?;
    lines.sort_by_cached_key(|line| line.card.name.as_deref().map(str::to_lowercase));
    Ok(lines)
}

fn lines(session: &Session, people: Vec<Row<Person>>) -> Result<Vec<PersonLine>> {
    let actor = session.actor()?;
    let mut lines = Vec::with_capacity(people.len());
    for row in people {
        let id: PersonId = row.typed_id()?;
        let fields = person_fields(&actor, session.person_subject(id)?.standing);
        if fields != PersonFields::Nothing {
            lines.push(line(session, id, &row, fields)?);
        }
    }
    Ok(lines)
}

fn line(session: &Session, id: PersonId, row: &Row<Person>, fields: PersonFields) -> Result<PersonLine> {
    let person = &row.value;
    let card = cards::of(session, id, Some(person), fields);
    if fields != PersonFields::Full {
        return Ok(PersonLine {
            card,
            aliases: Vec::new(),
            code: None,
            comune: None,
            phone: None,
            clashed: false,
        });
    }
    let db = session.archive().db();
    let today = session.today();
    let same = session.same_person(id)?;
    let addresses = of_people::<Address>(db, &same)?;
    let contacts = of_people::<Contact>(db, &same)?;
    let mut homes: Vec<&Address> = addresses
        .iter()
        .filter(|row| !is_protected(row) && row.value.period.contains(today))
        .map(|row| &row.value)
        .collect();
    homes.sort_by_key(|address| address.kind.unwrap_or(AddressKind::Other));
    let place = homes.iter().find_map(|address| address.location.place.as_deref());
    let phone = contacts
        .iter()
        .filter(|row| !is_protected(row) && row.value.period.contains(today))
        .find(|row| matches!(row.value.kind, Some(ContactKind::Phone | ContactKind::Mobile)));
    Ok(PersonLine {
        card,
        aliases: person.aliases.0.clone(),
        code: person
            .identifiers_on(today)
            .first()
            .map(|identifier| identifier.value.clone())
            .filter(|code| !code.is_empty()),
        comune: place
            .and_then(|code| places::at(code, None))
            .map(|place| place.name.to_owned()),
        phone: phone.map(|row| row.value.value.clone()),
        clashed: row.clashed(),
    })
}
