//! Nobody is entered twice unnoticed.

use super::{add, person, try_add, with_code};
use cartella_app::{
    Code, Session,
    people::{self, NewAddress, SuggestDuplicates, Suggestion},
};
use cartella_domain::{
    ids::PersonId,
    people::{
        Address, IdentifierKind, Location, Person,
        duplicates::{Certainty, Reason},
    },
    rights::Role,
};
use cartella_testkit::Office;

fn suggest(session: &mut Session, person: Person) -> Vec<Suggestion> {
    let input = SuggestDuplicates {
        person,
        ..SuggestDuplicates::default()
    };
    people::suggest_duplicates(session, input).unwrap()
}

fn born(mut person: Person, birth: &str) -> Person {
    person.birth = birth.parse().ok();
    person
}

fn first(suggestions: &[Suggestion]) -> Option<(Option<PersonId>, Certainty)> {
    suggestions
        .first()
        .map(|first| (first.card.as_ref().map(|card| card.id), first.certainty))
}

#[test]
fn sound_alike_names_are_suggested_while_typing() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let known = add(session, born(person("El Amrani", "Mohamed"), "2010-02-01"));
    add(session, born(person("Rossi", "Anna"), "1980-01-01"));
    // When the name is typed letter by letter in another spelling
    assert!(suggest(session, person("", "")).is_empty());
    let by_surname = suggest(session, person("Elamrani", ""));
    assert!(by_surname.is_empty(), "a surname alone is shared by many");
    let by_name = suggest(session, person("Elamrani", "Muhammad"));
    assert_eq!(first(&by_name), Some((Some(known), Certainty::Possible)));
    let swapped = suggest(session, born(person("Muhammad", "Elamrani"), "2010-01-02"));
    assert_eq!(first(&swapped), Some((Some(known), Certainty::Probable)));
    assert_eq!(swapped[0].reasons, [Reason::SameSound, Reason::SwappedDayMonth]);
    // And a name misheard is found by the birth
    let misheard = suggest(session, born(person("El Amrami", "Mohamed"), "2010-02-01"));
    assert_eq!(first(&misheard), Some((Some(known), Certainty::Probable)));
    let elder = suggest(session, born(person("Elamrani", "Muhammad"), "1975-05-05"));
    assert!(elder.is_empty());
}

#[test]
fn the_same_door_is_a_reason_beside_the_surname() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let home = NewAddress {
        address: Address {
            location: Location {
                street: Some("via Roma".to_owned()),
                number: Some("12".to_owned()),
                place: Some("E514".to_owned()),
                ..Location::default()
            },
            ..Address::default()
        },
        protected: false,
    };
    let create = people::CreatePerson {
        person: person("Rossi", "Anna"),
        addresses: vec![home.clone()],
        ..people::CreatePerson::default()
    };
    let known = PersonId(people::create(session, create).unwrap().id.0);
    let typed = SuggestDuplicates {
        person: person("Rosi", ""),
        addresses: vec![home],
        ..SuggestDuplicates::default()
    };
    let found = people::suggest_duplicates(session, typed.clone()).unwrap();
    assert_eq!(first(&found), Some((Some(known), Certainty::Possible)));
    let except = SuggestDuplicates {
        except: Some(known),
        ..typed
    };
    assert!(people::suggest_duplicates(session, except).unwrap().is_empty());
}

#[test]
fn an_equal_code_stops_and_says_whose_it_is() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let code = "RSSMRA85M01H501Q";
    let known = add(
        session,
        with_code(person("Rossi", "Mario"), IdentifierKind::CodiceFiscale, code),
    );
    let other = with_code(
        person("Bianchi", "Ugo"),
        IdentifierKind::CodiceFiscale,
        "rssmra85m01 h501q",
    );
    let suggested = suggest(session, other.clone());
    assert_eq!(first(&suggested), Some((Some(known), Certainty::Certain)));
    let error = try_add(session, other).unwrap_err();
    assert_eq!(error.code, Code::PersonCodeTaken);
    assert_eq!(error.params["person"], known.uuid().into());
    // And whoever may not know her learns no more than that there is someone
    let manager = office.colleague("Alti", Role::Direzione).unwrap();
    let session = &mut office.session;
    session.act_as(manager);
    let typed = with_code(person("Rossi", "Mario"), IdentifierKind::CodiceFiscale, code);
    let hidden = suggest(session, typed);
    assert_eq!(first(&hidden), Some((None, Certainty::Certain)));
    assert_eq!(hidden[0].reasons, []);
}
