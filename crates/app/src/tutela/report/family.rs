//! The opening of a report: the minor, her parents and who lives with her, as the registry has them. A hidden address is
//! never in it.

use crate::{
    Result, Session,
    cases::{self, Named, OneCase},
    people::{self, AddressView, PersonRef},
};
use cartella_domain::{
    ids::CaseId,
    people::Location,
    places,
    services::Audience,
    tutela::{LegameRelazione, PersonaRelazione},
};

/// The people of these minors' families, each once.
pub(super) fn family(session: &mut Session, cases: &[CaseId]) -> Result<Vec<PersonaRelazione>> {
    let mut found: Vec<PersonaRelazione> = Vec::new();
    let mut around: Vec<(Named, LegameRelazione)> = Vec::new();
    for case in cases {
        let page = cases::get(session, OneCase { case: *case })?;
        let minor = Named {
            id: page.person.id,
            name: page.person.label,
        };
        let for_minors = page.service.area().audience == Audience::Minors;
        let tie = if for_minors {
            LegameRelazione::Minore
        } else {
            LegameRelazione::Persona
        };
        add(session, &mut found, &minor, tie)?;
        let parents = [
            (page.header.mother.filter(|_| for_minors), LegameRelazione::Madre),
            (page.header.father.filter(|_| for_minors), LegameRelazione::Padre),
        ];
        around.extend(parents.into_iter().filter_map(|(named, tie)| Some((named?, tie))));
        let there = page.header.lives_with.into_iter();
        around.extend(there.map(|named| (named, LegameRelazione::Convivente)));
    }
    around.sort_by_key(|(_, tie)| *tie);
    for (named, tie) in around {
        add(session, &mut found, &named, tie)?;
    }
    Ok(found)
}

fn add(
    session: &mut Session,
    found: &mut Vec<PersonaRelazione>,
    named: &Named,
    tie: LegameRelazione,
) -> Result<()> {
    if found.iter().any(|known| known.person == named.id) {
        return Ok(());
    }
    let details = people::get(session, PersonRef { id: named.id })?.details;
    let mut person = PersonaRelazione {
        person: named.id,
        name: named.name.clone(),
        tie,
        birth: None,
        birthplace: None,
        residence: None,
    };
    if let Some(details) = details {
        let value = &details.person.value;
        person.birth = value.birth;
        person.birthplace = place(value.birthplace.as_deref()).or_else(|| value.birth_town.clone());
        person.residence = details.addresses.iter().find_map(residence);
    }
    found.push(person);
    Ok(())
}

fn residence(view: &AddressView) -> Option<String> {
    let shown = view.current && !view.protected;
    shown.then(|| words(&view.record.value.location)).flatten()
}

fn words(location: &Location) -> Option<String> {
    let street = [&location.street, &location.number];
    let street: Vec<&str> = street.into_iter().filter_map(|part| part.as_deref()).collect();
    let place = place(location.place.as_deref());
    let parts = [
        Some(street.join(" ")).filter(|street| !street.is_empty()),
        location.town.clone(),
        place,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(", ")).filter(|words| !words.is_empty())
}

fn place(code: Option<&str>) -> Option<String> {
    Some(places::at(code?, None)?.name.to_string())
}
