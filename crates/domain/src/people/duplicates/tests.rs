use super::*;
use crate::people::{Identifier, IdentifierKind, Location};

fn traits(surname: &str, name: &str, birth: &str) -> Traits {
    Traits::of(&person(surname, name, birth), [], [])
}

fn person(surname: &str, name: &str, birth: &str) -> Person {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Person {
        surname: given(surname),
        name: given(name),
        birth: birth.parse().ok(),
        ..Person::default()
    }
}

fn with_code(mut person: Person, kind: IdentifierKind, code: &str) -> Traits {
    person.identifiers = [Identifier::new(kind, code)].into_iter().collect();
    Traits::of(&person, [], [])
}

fn stored(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn names_and_births_that_a_slip_of_the_pen_makes() {
    let known = traits("De Luca", "Chiara", "2014-12-05");
    let table = "
        De Luca | Chiara       | 2014-12-05 | probable same_sound equal_birth
        Deluca  | Kiara        | 2014-12-05 | probable same_sound equal_birth
        Chiara  | De Luca      | 2014-12-05 | probable same_sound equal_birth
        De Luca | Chiara       | 2014-05-12 | probable same_sound swapped_day_month
        De Luca | Chiara       | 2014-12-06 | probable same_sound one_digit_off
        De Luca | Chiara       | 2014-03-21 | possible same_sound same_year
        De Luca | Chiara       | 2014       | possible same_sound same_year
        De Luca | Chiara Maria | 2014-12-05 | probable near_sound equal_birth
        De Lucia | Chiara      | 2014-12-05 | probable near_sound equal_birth
        De Luac | Chiara       | 2014-12-05 | probable near_sound equal_birth
        De Luca |              | 2014-12-05 | possible same_surname equal_birth
        Bianchi | Chiara       | 2014-12-05 | possible same_name equal_birth
        De Luca | Chiara       | 1987-01-30 |
        De Luca | Marco        | 2014-12-05 |
        De Luca | Marco        | 2011-02-07 |
        Bianchi | Marco        | 2014-12-05 |
                |              |            |";
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let found = score(&traits(cells[0], cells[1], cells[2]), &known);
        let said = found.map(|likeness| {
            let reasons = likeness.reasons.iter().map(stored);
            let words: Vec<_> = std::iter::once(stored(&likeness.certainty))
                .chain(reasons)
                .collect();
            words.join(" ")
        });
        assert_eq!(said.unwrap_or_default(), cells[3], "{row}");
    }
}

#[test]
fn transliterations_meet() {
    let known = traits("El Amrani", "Mohamed", "2010-02-01");
    for (surname, name) in [
        ("Elamrani", "Muhammad"),
        ("Mohammed", "El Amrani"),
        ("El Hamrani", "Mohammad"),
    ] {
        let found = score(&traits(surname, name, "2010-02-01"), &known).unwrap();
        assert_eq!(found.certainty, Certainty::Probable, "{surname} {name}");
    }
}

#[test]
fn an_equal_code_is_certain_whatever_the_names() {
    let kind = IdentifierKind::Stp;
    let one = with_code(person("Ali", "", ""), kind, "STP 030 123 0000001");
    let other = with_code(person("Diop", "Awa", "1990-01-01"), kind, "stp0301230000001");
    let found = score(&one, &other).unwrap();
    assert_eq!(
        (found.certainty, found.reasons[0]),
        (Certainty::Certain, Reason::EqualCode)
    );
    let none = with_code(person("Ali", "", ""), IdentifierKind::None, "");
    let none_either = with_code(person("Diop", "", ""), IdentifierKind::None, "");
    assert_eq!(score(&none, &none_either), None);
}

#[test]
fn the_same_door_counts_beside_a_name_not_alone() {
    let address = |street: &str, number: &str| Address {
        location: Location {
            street: Some(street.into()),
            number: Some(number.into()),
            place: Some("E514".into()),
            ..Location::default()
        },
        ..Address::default()
    };
    let (here, same) = (address("Via Roma", "12/B"), address("via roma", "12 b"));
    let known = Traits::of(&person("Rossi", "Anna", ""), [&here], []);
    let surname_only = Traits::of(&person("Rosi", "", ""), [&same], []);
    let found = score(&surname_only, &known).unwrap();
    assert_eq!(found.certainty, Certainty::Possible);
    assert_eq!(found.reasons, [Reason::SameSurname, Reason::SameAddress]);
    let sister = Traits::of(&person("Rossi", "Lucia", ""), [&same], []);
    assert_eq!(score(&sister, &known), None);
    let elsewhere = Traits::of(&person("Rossi", "", ""), [&address("via Roma", "14")], []);
    assert_eq!(score(&elsewhere, &known), None);
}

#[test]
fn an_alias_meets_a_name() {
    let mut nickname = person("", "", "1999-04-05");
    nickname.aliases = ["Kiko".to_owned()].into_iter().collect();
    let mut known = person("Ndiaye", "Cheikh", "1999-04-05");
    known.aliases = ["Chico".to_owned()].into_iter().collect();
    let found = score(&Traits::of(&nickname, [], []), &Traits::of(&known, [], [])).unwrap();
    assert_eq!(found.reasons, [Reason::SameAlias, Reason::EqualBirth]);
}

#[test]
fn an_estimated_birth_neither_joins_nor_parts() {
    let known = traits("Ali", "Aya", "2016-01-31");
    let found = score(&traits("Ali", "Aya", "2010~"), &known).unwrap();
    assert_eq!(found.reasons, [Reason::SameSound]);
}
