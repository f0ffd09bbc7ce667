//! A family enters the registry: its people, ties, homes and phones, each by the verb that a desk would use.

use super::{
    dice::Dice as _,
    families::{Family, Somebody},
    names,
};
use crate::SeededRandom;
use cartella_app::{
    Code, Error, Result, Session,
    people::{self, CreatePerson, NewAddress, NewContact, SaveHousehold, SaveRelation, SaveResponsibility},
};
use cartella_domain::{
    codice_fiscale::{Birth, Sex, compute},
    ids::PersonId,
    people::{
        Address, AddressKind, Citizenship, Contact, ContactKind, Household, HouseholdKind, Identifier,
        IdentifierKind, Location, Member, MemberGroup, ParentalResponsibility, Period, Person,
    },
    record::AddSet,
    time::{CivilDate, PartialDate},
};

/// Writes a family; answers its people in their order.
///
/// # Errors
/// The disk does not take it.
pub fn settle(session: &mut Session, random: &SeededRandom, family: &Family) -> Result<Vec<PersonId>> {
    let homes: Vec<Location> = (0..family.homes).map(|_| home(random)).collect();
    // Now and then a woman lives where nobody must find her.
    let hidden = family.apart && random.chance(6);
    let mut ids = Vec::new();
    for (index, somebody) in family.people.iter().enumerate() {
        let place = homes.get(somebody.home).cloned().unwrap_or_default();
        let reached = somebody.born.plus_days(14 * 365) < session.today() && (index < 2 || random.chance(40));
        let phone = reached.then(|| names::mobile(random));
        ids.push(person(
            session,
            somebody,
            place,
            (phone, hidden && somebody.home == 0),
        )?);
    }
    let id = |index: usize| ids.get(index).copied().ok_or_else(|| Error::new(Code::NotFound));
    for (one, other, kind) in &family.ties {
        let tie = SaveRelation {
            id: None,
            one: id(*one)?,
            other: id(*other)?,
            kind: *kind,
            bond: None,
            period: Period::default(),
            caregiver: None,
            closeness: None,
            note: None,
            seen: Vec::new(),
        };
        people::save_relation(session, tie)?;
    }
    for (minor, adult, kind) in &family.held {
        let held = SaveResponsibility {
            id: None,
            responsibility: ParentalResponsibility {
                minor: id(*minor)?,
                adult: id(*adult)?,
                kind: Some(*kind),
                ..ParentalResponsibility::default()
            },
            seen: Vec::new(),
        };
        people::save_responsibility(session, held)?;
    }
    for home in 0..family.homes {
        household(session, family, home, &ids)?;
    }
    Ok(ids)
}

fn home(random: &SeededRandom) -> Location {
    let (street, number) = names::street(random);
    Location {
        street: Some(street),
        number: Some(number),
        place: Some(names::comune(random).1.to_owned()),
        ..Location::default()
    }
}

fn person(
    session: &mut Session,
    somebody: &Somebody,
    place: Location,
    (phone, hidden): (Option<String>, bool),
) -> Result<PersonId> {
    let address = NewAddress {
        address: Address {
            kind: Some(AddressKind::Residence),
            location: place,
            ..Address::default()
        },
        protected: hidden,
    };
    let contacts = phone.into_iter().map(|value| NewContact {
        contact: Contact {
            kind: Some(ContactKind::Mobile),
            value,
            ..Contact::default()
        },
        protected: hidden,
    });
    let mut input = CreatePerson {
        person: card(somebody),
        addresses: vec![address],
        contacts: contacts.collect(),
        draft: None,
    };
    let first = people::create(session, input.clone());
    let saved = match first {
        // Two of one name and birthday would have one code: the second is written without, to be asked for.
        Err(error) if matches!(error.code, Code::PersonCodeTaken | Code::PersonCodeTakenHidden) => {
            input.person.identifiers = AddSet::default();
            people::create(session, input)?
        }
        other => other?,
    };
    Ok(PersonId(saved.id.uuid()))
}

fn card(somebody: &Somebody) -> Person {
    let sex = if somebody.woman { Sex::F } else { Sex::M };
    let birth = Birth {
        date: somebody.born,
        sex,
        belfiore: somebody.birthplace,
    };
    let code = compute(&somebody.surname, &somebody.name, birth);
    let identifiers = code.map(|code| Identifier::new(IdentifierKind::CodiceFiscale, code.as_str()));
    let citizenships = somebody.state.map(|state| Citizenship {
        country: state.to_owned(),
        period: Period::default(),
    });
    Person {
        surname: Some(somebody.surname.clone()),
        name: Some(somebody.name.clone()),
        sex: Some(sex),
        birth: Some(PartialDate::exact(somebody.born)),
        birthplace: Some(somebody.birthplace.to_owned()),
        identifiers: identifiers.into_iter().collect(),
        citizenships: citizenships.into_iter().collect(),
        ..Person::default()
    }
}

fn household(session: &mut Session, family: &Family, home: usize, ids: &[PersonId]) -> Result<()> {
    let living = family
        .people
        .iter()
        .zip(ids)
        .filter(|(somebody, _)| somebody.home == home);
    let oldest: Option<CivilDate> = living.clone().map(|(somebody, _)| somebody.born).min();
    let members: Vec<Member> = living
        .map(|(somebody, id)| Member {
            person: *id,
            period: Period::default(),
            group: MemberGroup::Cohabiting,
            holder: Some(somebody.born) == oldest,
        })
        .collect();
    let Some(first) = members.first().map(|member| member.person) else {
        return Ok(());
    };
    let input = SaveHousehold {
        id: None,
        person: first,
        household: Household {
            kind: Some(HouseholdKind::Registry),
            members: AddSet(members),
            ..Household::default()
        },
        seen: Vec::new(),
    };
    people::save_household(session, input).map(drop)
}
