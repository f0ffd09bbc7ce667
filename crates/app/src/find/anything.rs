//! One line of typing against people, cases, diary and files.
//!
//! Search must not tell: a hit that the operator may not know of is left out as if there were none. Reserved
//! words are found by who may read them, and even then shown only after the entry was opened (and that opening
//! audited). A search is written in the audit once, when it settles, never for a key.

use super::{
    file::{FileHit, file},
    snippet::{Piece, pieces},
};
use crate::{Result, Session, diary::may_read};
use cartella_archive::{
    audit, queries, rows,
    search::{self, Found},
};
use cartella_domain::{
    cases::{CaseFile, StateName},
    diary::{DiaryEntry, EntryKind, ReservedSegment, Wording},
    files::Allegato,
    ids::{CaseId, EntryId, OperatorId, PersonId},
    people::{Contact, Person},
    record::Record,
    rights::{Action, Confidentiality, Subject},
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, str::FromStr as _};
use ts_rs::TS;
use uuid::Uuid;

/// What is looked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Find {
    /// What was typed.
    pub text: String,
    /// The typing has come to rest, or a hit is being opened: the search goes into the audit.
    #[serde(default)]
    pub settled: bool,
    /// Hits of each sort at most; 8 when not said.
    pub limit: Option<u32>,
}

/// What was found, each sort in its own order.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Hits {
    /// People.
    pub people: Vec<PersonHit>,
    /// Cases of those people.
    pub cases: Vec<CaseHit>,
    /// Entries, the newest first.
    pub diary: Vec<DiaryHit>,
    /// Files, the last attached first.
    pub files: Vec<FileHit>,
}

impl Hits {
    fn count(&self) -> u64 {
        (self.people.len() + self.cases.len() + self.diary.len() + self.files.len()) as u64
    }
}

/// A person found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonHit {
    /// The person.
    pub id: PersonId,
    /// Surname and name.
    pub name: String,
    /// Date of birth, as far as known.
    pub birth: Option<PartialDate>,
    /// The phone that matched, and whose it is.
    pub phone: Option<String>,
    /// Name with what was looked for marked.
    pub pieces: Vec<Piece>,
}

/// A case found by its person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseHit {
    /// The case.
    pub id: CaseId,
    /// Its person.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The service.
    pub service: Service,
    /// Where it stands.
    pub state: Option<StateName>,
    /// The day of the last entry.
    pub last_contact: Option<String>,
}

/// An entry found by its words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiaryHit {
    /// The entry.
    pub id: EntryId,
    /// Its case; none for groups, classes and schools, and while it waits to be placed.
    pub case: Option<CaseId>,
    /// The person whose case it is.
    pub name: Option<String>,
    /// The day of the event.
    pub on: CivilDate,
    /// What sort of entry.
    pub kind: Option<EntryKind>,
    /// Who wrote it.
    pub author: OperatorId,
    /// The text around what was looked for; empty for a reserved text, which is shown when it is opened.
    pub pieces: Vec<Piece>,
    /// The words stand in a reserved part.
    pub reserved: bool,
}

/// Looks for everything that begins with what was typed.
///
/// # Errors
/// `forbidden` for a role that searches nothing; the archive does not answer.
pub fn anything(session: &mut Session, input: Find) -> Result<Hits> {
    session.allow(Action::Search, &Subject::nobody())?;
    let words = search::words(&input.text);
    if words.is_empty() {
        return Ok(Hits::default());
    }
    let limit = input.limit.unwrap_or(8).clamp(1, 50);
    let mut hits = Hits::default();
    for person in people_found(session, &words, limit)? {
        hits.cases.extend(cases_of(session, person.id, &person.name)?);
        hits.people.push(person);
    }
    hits.cases.truncate(limit as usize);
    for found in search::texts(session.archive.db(), &words, limit * 8)? {
        if found.kind == Allegato::KIND.number {
            if hits.files.len() < limit as usize {
                hits.files.extend(file(session, &found, &words)?);
            }
        } else if hits.diary.len() < limit as usize {
            hits.diary.extend(entry(session, &found, &words)?);
        }
    }
    if input.settled {
        let mut event = audit::Event::new(audit::Act::Search);
        event.fingerprint = Some(session.archive.fingerprint(&words.join(" "))?);
        event.count = Some(hits.count());
        session.note(event)?;
    }
    Ok(hits)
}

fn people_found(session: &Session, words: &[String], limit: u32) -> Result<Vec<PersonHit>> {
    let db = session.archive.db();
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for found in search::people(db, words, limit * 4)? {
        let Some(record) = Uuid::from_str(&found.subject).ok().map(PersonId) else {
            continue;
        };
        if !session.may_lead_to(&found.scope, record)? {
            continue;
        }
        let id = session.standing_record(record)?;
        if !seen.insert(id) {
            continue;
        }
        let subject = session.person_subject(id)?;
        if people.len() == limit as usize || !session.decide(Action::PersonList, &subject)?.is_allowed() {
            continue;
        }
        let Some(row) = rows::get::<Person>(db, &id.to_string())?.filter(|row| !row.deleted) else {
            continue;
        };
        let phone = if found.kind == Contact::KIND.number {
            rows::get::<Contact>(db, &found.id)?.map(|contact| contact.value.value)
        } else {
            None
        };
        let name = row.value.display_name();
        people.push(PersonHit {
            id,
            pieces: pieces(&name, words),
            name,
            birth: row.value.birth,
            phone,
        });
    }
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people)
}

/// The cases of a person, under any of her records, that the operator may see in the list.
pub(crate) fn cases_of(session: &Session, person: PersonId, name: &str) -> Result<Vec<CaseHit>> {
    let db = session.archive.db();
    let mut hits = Vec::new();
    let mut rows = Vec::new();
    for record in session.same_person(person)? {
        rows.extend(queries::cases::of_person(db, record)?);
    }
    for row in rows {
        let id: CaseId = row.typed_id()?;
        let Some(service) = row.value.service else {
            continue;
        };
        let subject = session.case_subject(id)?;
        if session.decide(Action::CaseList, &subject)?.is_allowed() {
            let state = queries::cases::episodes(db, id)?
                .first()
                .map(|episode| episode.value.state.name());
            let reads = session.decide(Action::CaseRead, &subject)?.is_allowed();
            let last_contact = if reads {
                queries::cases::last_contact(db, id)?
            } else {
                None
            };
            hits.push(CaseHit {
                id,
                person,
                name: name.to_owned(),
                service,
                state,
                last_contact,
            });
        }
    }
    Ok(hits)
}

/// A found text as the operator may see it; `None` if she may not know of it, or it was annulled.
fn entry(session: &Session, found: &Found, words: &[String]) -> Result<Option<DiaryHit>> {
    let db = session.archive.db();
    let (id, reserved) = if found.kind == DiaryEntry::KIND.number {
        (found.id.clone(), None)
    } else if found.kind == ReservedSegment::KIND.number {
        let Some(part) = rows::get::<ReservedSegment>(db, &found.id)? else {
            return Ok(None);
        };
        (part.value.entry.to_string(), Some(part.value))
    } else {
        return Ok(None);
    };
    let Some(row) = rows::get::<DiaryEntry>(db, &id)? else {
        return Ok(None);
    };
    let entry_id: EntryId = row.typed_id()?;
    let entry = row.value;
    let level = reserved.as_ref().map_or(entry.level, |part| part.read_by.level);
    let named = reserved
        .as_ref()
        .is_some_and(|part| part.read_by.readers.contains(&session.operator));
    if !may_read(session, &entry, level, named)? {
        return Ok(None);
    }
    let name = match entry.case {
        Some(case) => person_of(session, case)?,
        None => None,
    };
    let shown = if reserved.is_some() || level != Confidentiality::Service {
        Vec::new()
    } else {
        pieces(&open_text(&entry), words)
    };
    Ok(Some(DiaryHit {
        id: entry_id,
        case: entry.case,
        name,
        on: entry.occurred_on,
        kind: entry.header.as_ref().map(|header| header.kind),
        author: entry.author,
        pieces: shown,
        reserved: reserved.is_some(),
    }))
}

fn person_of(session: &Session, case: CaseId) -> Result<Option<String>> {
    let db = session.archive.db();
    let person = rows::get::<CaseFile>(db, &case.to_string())?.and_then(|row| row.value.person);
    match person {
        Some(person) => Ok(rows::get::<Person>(db, &person.to_string())?.map(|row| row.value.display_name())),
        None => Ok(None),
    }
}

fn open_text(entry: &DiaryEntry) -> String {
    let texts = entry
        .segments
        .iter()
        .filter_map(|segment| match &segment.wording {
            Wording::Open { text, .. } => Some(text.as_str()),
            Wording::Withheld { .. } => None,
        });
    texts.collect::<Vec<_>>().join(" ")
}
