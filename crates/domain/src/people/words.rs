//! What a person is found by: names in any order, codes past and present, phones, the street.
//!
//! Beside the words as written stand the words as they sound (`phonetic_key`), each marked so that no name is
//! taken for one: suggestions of doubles look those up.

use super::{Address, Contact, ContactKind, Person, phone_digits, phonetic_key};
use crate::{
    places,
    record::{Body, Record},
    search::{Class, Indexed},
};
use uuid::Uuid;

/// What stands before the sound of a word in the index.
const SOUND: &str = "zzq";

/// The words under which the sounds of a name stand in the index.
#[must_use]
pub fn sounds(name: &str) -> Vec<String> {
    phonetic_key(name)
        .split(' ')
        .filter(|key| !key.is_empty())
        .map(|key| format!("{SOUND}{}", key.to_lowercase()))
        .collect()
}

/// The words of a person.
#[must_use]
pub fn person(id: Uuid, body: &Body) -> Option<Indexed> {
    let person = Person::decode(body).value;
    let names: Vec<&str> = [person.surname.as_deref(), person.name.as_deref()]
        .into_iter()
        .flatten()
        .chain(person.aliases.iter().map(String::as_str))
        .collect();
    let codes = person
        .identifiers
        .iter()
        .map(|identifier| identifier.value.clone());
    let words = names
        .iter()
        .map(|name| (*name).to_owned())
        .chain(codes)
        .chain(person.birth.map(|birth| birth.year.to_string()))
        .chain(names.iter().flat_map(|name| sounds(name)));
    indexed(id, words)
}

/// The words of an address, found with its person.
#[must_use]
pub fn address(_: Uuid, body: &Body) -> Option<Indexed> {
    let address = Address::decode(body).value;
    let place = address
        .location
        .place
        .as_deref()
        .and_then(|code| places::at(code, None));
    let words = [
        address.location.street,
        address.location.number,
        address.location.town,
    ]
    .into_iter()
    .flatten()
    .chain(place.map(|place| place.name.to_owned()));
    indexed(address.person.uuid(), words)
}

/// The words of a contact, found with its person.
#[must_use]
pub fn contact(_: Uuid, body: &Body) -> Option<Indexed> {
    let contact = Contact::decode(body).value;
    let word = match contact.kind {
        Some(ContactKind::Email | ContactKind::Pec) => contact.value.clone(),
        Some(ContactKind::Phone | ContactKind::Mobile) | None => phone_digits(&contact.value),
    };
    indexed(contact.person.uuid(), std::iter::once(word))
}

fn indexed(subject: Uuid, words: impl Iterator<Item = String>) -> Option<Indexed> {
    let text = words
        .filter(|word| !word.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    (!text.is_empty()).then_some(Indexed {
        class: Class::Person,
        subject,
        minutes: 0,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(words: fn(Uuid, &Body) -> Option<Indexed>, body: &serde_json::Value) -> Option<String> {
        words(Uuid::from_u128(1), body.as_object().unwrap()).map(|found| found.text)
    }

    #[test]
    fn people_are_found_by_names_codes_past_and_present_and_sound() {
        let body = json!({
            "surname": "De Luca", "name": "Chiara", "aliases": ["Kiki"], "birth": "2014-12-05",
            "identifiers": [
                { "kind": "CF_PROVVISORIO", "value": "93000000013", "period": { "until": "2025-01-01" } },
                { "kind": "CF", "value": "DLCCHR14T45E514R" },
            ],
        });
        assert_eq!(
            text(person, &body).as_deref(),
            Some("De Luca Chiara Kiki 93000000013 DLCCHR14T45E514R 2014 zzqdeluka zzqkiara zzqkiki")
        );
        assert_eq!(text(person, &json!({})), None);
    }

    #[test]
    fn contacts_and_addresses_lead_to_their_person() {
        let id = "01890000-0000-7000-8000-000000000001";
        let phone = json!({ "person": id, "kind": "CELLULARE", "value": "+39 333 123 4567" });
        let found = contact(Uuid::from_u128(9), phone.as_object().unwrap()).unwrap();
        assert_eq!(
            (found.text.as_str(), found.subject.to_string().as_str()),
            ("3331234567", id)
        );
        let home =
            json!({ "person": id, "location": { "street": "via Roma", "number": "1", "place": "E514" } });
        assert_eq!(text(address, &home).as_deref(), Some("via Roma 1 Legnano"));
    }
}
