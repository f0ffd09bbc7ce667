//! Phase A: what the registry, the referral and the desk say.

use super::{Origin, coded, text};
use crate::{
    people::{AddressKind, Contact, ContactKind, IdentifierKind, Person},
    phases::{Facts, Valore},
};

pub(super) fn told(key: &str, facts: &Facts<'_>) -> Option<(Valore, Origin)> {
    match key {
        "NUCLEO" | "NUNF" => household(key, facts).map(|value| (value, Origin::Household)),
        "RESIDENZA" => {
            let comuni = facts.file.comuni.as_ref()?;
            Some((Valore::Place(comuni.residence.clone()?), Origin::Case))
        }
        "SEGNALAZIONE_DATA" | "SEGNALAZIONE_FONTE" | "PROV" => {
            referral(key, facts).map(|value| (value, Origin::Referral))
        }
        "SEGNALANTE" | "BISOGNO_ESPRESSO" | "TIRI" => heard(key, facts).map(|value| (value, Origin::Desk)),
        "DOMICILIO" | "TELEFONO" | "CELLULARE" | "EMAIL" => {
            reach(key, facts).map(|value| (value, Origin::Person))
        }
        _ => of_person(key, facts.person?, facts).map(|value| (value, Origin::Person)),
    }
}

fn of_person(key: &str, person: &Person, facts: &Facts<'_>) -> Option<Valore> {
    match key {
        "COGNOME" => text(person.surname.as_ref()),
        "NOME" => text(person.name.as_ref()),
        "CODICE_FISCALE" => identifier(person, facts, IdentifierKind::CodiceFiscale),
        "TEAM" => {
            identifier(person, facts, IdentifierKind::Team).or_else(|| text(person.health_card.as_ref()))
        }
        "GENERE" => word("ANAGRAFICA-GENERE", person.sex),
        "NASCITA" => person.birth.map(Valore::Day),
        "LUOGO_NASCITA" => person.birthplace.clone().map(Valore::Place),
        "STATO_CIVILE" => word("ANAGRAFICA-STATO-CIVILE", person.marital_status),
        "TITOLO_STUDIO" => word("ANAGRAFICA-TITOLO-STUDIO", person.education),
        "OCAS" => word("ANAGRAFICA-LAVORO", person.work),
        "CITTADINANZA" => citizenship(person, facts, 0),
        "SECONDA_CITTADINANZA" => citizenship(person, facts, 1),
        "MEDICO" => text(person.doctor.as_ref().and_then(|doctor| doctor.name.as_ref())),
        _ => None,
    }
}

/// A value of one of the registry's lists, by the name that it is stored under.
fn word<T: serde::Serialize>(list: &str, value: Option<T>) -> Option<Valore> {
    let stored = serde_json::to_value(value?).ok()?;
    Some(coded(list, stored.as_str()?))
}

fn identifier(person: &Person, facts: &Facts<'_>, kind: IdentifierKind) -> Option<Valore> {
    let current = person.identifiers_on(facts.today);
    let found = current.into_iter().find(|one| one.kind == kind)?;
    Some(Valore::Text(found.value.clone()))
}

fn citizenship(person: &Person, facts: &Facts<'_>, nth: usize) -> Option<Valore> {
    let held = person.citizenships.iter();
    let mut held = held.filter(|one| one.period.contains(facts.today));
    held.nth(nth).map(|one| Valore::Country(one.country.clone()))
}

fn household(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    if facts.household.is_empty() {
        return None;
    }
    Some(match key {
        "NUNF" => Valore::Number(u32::try_from(facts.household.len()).unwrap_or(u32::MAX)),
        _ => Valore::Text(facts.household.join(", ")),
    })
}

fn referral(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let referral = facts.episode.referral.as_ref()?;
    match key {
        "SEGNALAZIONE_DATA" => referral.on.map(Valore::Day),
        _ => referral.source.clone().map(|source| Valore::Codes(vec![source])),
    }
}

fn heard(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let heard = facts.heard.iter().find(|note| note.episode == Some(facts.id))?;
    match key {
        "SEGNALANTE" => text(heard.caller.as_ref().and_then(|caller| caller.name.as_ref())),
        "TIRI" => {
            let asked = heard.services.iter();
            let codes: Vec<&str> = asked.map(|service| service.code()).collect();
            Some(Valore::Text(codes.join(", ")))
        }
        _ => text(heard.need.as_ref()),
    }
}

fn reach(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    if key == "DOMICILIO" {
        let mut lived = facts.addresses.iter();
        let found =
            lived.find(|one| one.kind == Some(AddressKind::Domicile) && one.period.contains(facts.today))?;
        return found.location.place.clone().map(Valore::Place);
    }
    let wanted = match key {
        "TELEFONO" => ContactKind::Phone,
        "CELLULARE" => ContactKind::Mobile,
        _ => ContactKind::Email,
    };
    let hers = |one: &&Contact| one.kind == Some(wanted) && one.period.contains(facts.today);
    let found = facts.contacts.iter().find(hers)?;
    Some(Valore::Text(found.value.clone()))
}
