//! The list of cases: mine, of my services, of my comune; dense, filtered, with the last contact.

use crate::{Result, Session};
use cartella_archive::{
    queries::{
        cases::{self, CaseLine, CaseQuery},
        people::merged_among,
    },
    rows, search,
};
use cartella_domain::{
    cases::StateName,
    ids::PersonId,
    people::Person,
    rights::{Action, Actor, CaseFields, Standing, Subject, case_fields, decide, standing_in_service},
    services::Service,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CaseListAsk {
    /// Only those to which the operator is assigned.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub mine: bool,
    /// Only of this service.
    pub service: Option<Service>,
    /// Only in one of these states; any when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<StateName>>")]
    pub states: Vec<StateName>,
    /// Words of the person's name, code or phone.
    pub text: Option<String>,
    /// How many lines to leave out.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub offset: u32,
}

/// One line of the list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseListLine {
    /// The case.
    pub case: String,
    /// Whose.
    pub person: String,
    /// Surname and name.
    pub label: String,
    /// Year of birth.
    pub birth_year: Option<String>,
    /// The service.
    pub service: Option<Service>,
    /// Number of the last episode.
    pub episode: u32,
    /// Its state.
    pub state: Option<StateName>,
    /// Since when, as a partial date.
    pub since: Option<String>,
    /// Name of the comune in charge.
    pub comune: Option<String>,
    /// Who is responsible.
    pub responsible: Option<String>,
    /// The operator is assigned to it.
    pub mine: bool,
    /// She may open its page.
    pub readable: bool,
    /// Day and hour of the newest entry of the diary, where she may know it.
    pub last_contact: Option<String>,
    /// Earliest open due date, where she may know it.
    pub next_due: Option<String>,
    /// Two people wrote its card or state without seeing each other, and somebody still has to choose.
    pub clashed: bool,
}

/// A page of the list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseList {
    /// At most 200 lines, 50 while a name is typed, by surname and name.
    pub lines: Vec<CaseListLine>,
    /// How many there are in all.
    pub total: u32,
    /// So many people have such a name that not all of them were looked at.
    pub too_many_names: bool,
}

const PAGE: u32 = 200;
/// Lines of a list that is asked for with every letter typed: it must be there before the next.
const TYPED_PAGE: u32 = 50;
/// People that a filter by name looks at, at most: with more, another letter is asked for.
const PEOPLE: u32 = 1_000;

/// The cases that the operator may see in the list.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, input: CaseListAsk) -> Result<CaseList> {
    let actor = session.actor()?;
    let people = match input.text.as_deref().map(search::words) {
        Some(words) if !words.is_empty() => Some(people(session, &words)?),
        _ => None,
    };
    let page = if people.is_some() { TYPED_PAGE } else { PAGE };
    let too_many_names = people
        .as_ref()
        .is_some_and(|people| people.len() >= PEOPLE as usize);
    let query = CaseQuery {
        services: services(&actor),
        comune: may_list(&actor, Standing::COMUNE)
            .then(|| actor.comune.clone())
            .flatten(),
        operator: session.operator().to_string(),
        day: session.today().to_string(),
        mine: input.mine,
        service: input.service.map(|service| service.code().to_owned()),
        states: input.states.iter().filter_map(state_text).collect(),
        people,
    };
    let (lines, total) = cases::list(session.archive().db(), &query, input.offset, page)?;
    let shown: Vec<String> = lines.iter().map(|line| line.person.clone()).collect();
    let merged = merged_among(session.archive().db(), &shown)?;
    let lines = lines.into_iter().map(|line| {
        let line = if merged.contains(&line.person) {
            as_merged(session, line)?
        } else {
            line
        };
        view(&actor, line)
    });
    Ok(CaseList {
        lines: lines.collect::<Result<_>>()?,
        total,
        too_many_names,
    })
}

/// Everybody found by these words, under every record that was merged into one.
fn people(session: &Session, words: &[String]) -> Result<Vec<String>> {
    let db = session.archive().db();
    let mut ids: Vec<String> = search::people(db, words, PEOPLE)?
        .into_iter()
        .map(|hit| hit.subject)
        .collect();
    for merged in merged_among(db, &ids)? {
        if let Ok(id) = merged.parse() {
            ids.extend(session.same_person(PersonId(id))?.iter().map(PersonId::to_string));
        }
    }
    Ok(ids)
}

/// The line of a case whose person was merged into another record shows that one.
fn as_merged(session: &Session, mut line: CaseLine) -> Result<CaseLine> {
    let Ok(recorded) = line.person.parse().map(PersonId) else {
        return Ok(line);
    };
    let standing = session.standing_record(recorded)?;
    if standing != recorded
        && let Some(row) = rows::get::<Person>(session.archive().db(), &standing.to_string())?
    {
        line.person = row.id;
        line.surname = row.value.surname;
        line.name = row.value.name;
        line.birth = row.value.birth.map(|birth| birth.to_string());
    }
    Ok(line)
}

fn may_list(actor: &Actor, standing: Standing) -> bool {
    decide(actor, Action::CaseList, &Subject::of(standing)).is_allowed()
}

/// Codes of the services whose cases the actor sees without being assigned.
fn services(actor: &Actor) -> Vec<String> {
    Service::ALL
        .iter()
        .filter(|service| may_list(actor, standing_in_service(actor, **service, &[])))
        .map(|service| service.code().to_owned())
        .collect()
}

fn state_text(state: &StateName) -> Option<String> {
    serde_json::to_value(state).ok()?.as_str().map(str::to_owned)
}

fn view(actor: &Actor, line: CaseLine) -> Result<CaseListLine> {
    let service = Service::from_code(&line.service);
    let mut standing = service.map_or(Standing::NONE, |service| {
        standing_in_service(actor, service, &line.comuni)
    });
    if line.mine {
        standing = standing | Standing::ASSIGNED;
    }
    let full = case_fields(actor, standing) == CaseFields::Full;
    let known = |text: Option<String>| text.filter(|_| full);
    let label: Vec<&str> = [line.surname.as_deref(), line.name.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    Ok(CaseListLine {
        label: label.join(" "),
        birth_year: line.birth.as_deref().map(|birth| birth.chars().take(4).collect()),
        service,
        episode: line.episode,
        state: serde_json::from_value(line.state.into()).ok(),
        since: line.since,
        comune: line
            .comuni
            .last()
            .and_then(|code| cartella_domain::places::at(code, None))
            .map(|place| place.name.to_owned()),
        responsible: line.responsible.filter(|name| !name.is_empty()),
        mine: line.mine,
        readable: decide(actor, Action::CaseRead, &Subject::of(standing)).is_allowed(),
        last_contact: known(line.last_contact),
        next_due: known(line.next_due),
        clashed: line.clashed,
        case: line.id,
        person: line.person,
    })
}
