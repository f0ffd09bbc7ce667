//! One family: people with their codes, who is whose mother, where they live, which phone rings.

use super::{
    names,
    texts::{Cast, pick},
};
use crate::SeededRandom;
use cartella_app::{Act, Result, Session};
use cartella_domain::{
    codice_fiscale::{Birth, Sex, compute},
    ids::{HouseholdId, PersonId, RecordId},
    people::{
        Address, AddressKind, Contact, ContactKind, Household, HouseholdKind, Identifier, IdentifierKind,
        Location, Member, MemberGroup, ParentalResponsibility, Period, Person, Relation, RelationKind,
        ResponsibilityKind, Whose,
    },
    record::AddSet,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::{CivilDate, PartialDate},
};

/// Somebody of the family whom the service follows.
pub struct Subject {
    /// The person.
    pub person: PersonId,
    /// In which service.
    pub service: Service,
    /// How texts call the people around.
    pub cast: Cast,
}

/// A family that was written.
pub struct Family {
    /// Who is followed.
    pub subjects: Vec<Subject>,
    /// How many people it has.
    pub people: usize,
}

struct Somebody {
    id: PersonId,
    card: Person,
}

/// Writes one family.
pub fn write(session: &mut Session, random: &SeededRandom, today: CivilDate) -> Result<Family> {
    if random.next() % 10 < 3 {
        old(session, random, today)
    } else {
        with_children(session, random, today)
    }
}

/// An old person and, mostly, who cares.
fn old(session: &mut Session, random: &SeededRandom, today: CivilDate) -> Result<Family> {
    let woman = !random.next().is_multiple_of(3);
    let subject = somebody(
        session,
        random,
        (&names::surname(random), woman),
        years(random, today, 72..96),
    );
    let daughter = !random.next().is_multiple_of(3);
    let carer = somebody(
        session,
        random,
        (&names::surname(random), daughter),
        years(random, today, 42..62),
    );
    let (kind, relative) = if daughter {
        (RelationKind::Caregiver, "la figlia")
    } else {
        (RelationKind::Caregiver, "il figlio")
    };
    let first = subject.card.name.clone().unwrap_or_default();
    let subjects = vec![Subject {
        person: subject.id,
        service: Service::Sad,
        cast: cast(random, &first, relative),
    }];
    let ties = vec![(carer.id, kind, subject.id)];
    let people = vec![subject, carer];
    let count = people.len();
    store(session, random, &people, &ties)?;
    Ok(Family {
        subjects,
        people: count,
    })
}

/// Parents, one to three children, sometimes a grandmother.
fn with_children(session: &mut Session, random: &SeededRandom, today: CivilDate) -> Result<Family> {
    let surname = names::surname(random);
    let mother = somebody(
        session,
        random,
        (&names::surname(random), true),
        years(random, today, 26..46),
    );
    let father = somebody(session, random, (&surname, false), years(random, today, 28..52));
    let mut people = vec![mother, father];
    let mut ties = Vec::new();
    let mut subjects = Vec::new();
    let followed = random.next() % 3 + 1;
    for child in 0..followed {
        let girl = random.next().is_multiple_of(2);
        let card = somebody(session, random, (&surname, girl), years(random, today, 1..17));
        ties.extend(
            people
                .first()
                .map(|mother| (mother.id, RelationKind::Mother, card.id)),
        );
        ties.extend(
            people
                .get(1)
                .map(|father| (father.id, RelationKind::Father, card.id)),
        );
        if child == 0 || random.next().is_multiple_of(3) {
            let service = service(random);
            let relative = if random.next().is_multiple_of(4) {
                "il padre"
            } else {
                "la madre"
            };
            let first = card.card.name.clone().unwrap_or_default();
            subjects.push(Subject {
                person: card.id,
                service,
                cast: cast(random, &first, relative),
            });
        }
        people.push(card);
    }
    let count = people.len();
    store(session, random, &people, &ties)?;
    Ok(Family {
        subjects,
        people: count,
    })
}

fn service(random: &SeededRandom) -> Service {
    match random.next() % 10 {
        0..=3 => Service::TutelaMinori,
        4..=6 => Service::Aes,
        7 => Service::Affidi,
        8 => Service::SpazioNeutro,
        _ => Service::EducativaDomiciliareOrdinaria,
    }
}

fn cast(random: &SeededRandom, subject: &str, relative: &str) -> Cast {
    Cast {
        subject: subject.to_owned(),
        relative: relative.to_owned(),
        place: pick(random, names::PLACES).map_or_else(String::new, |place| (*place).to_owned()),
        colleague: pick(random, names::COLLEAGUES).map_or_else(String::new, |name| (*name).to_owned()),
    }
}

fn years(random: &SeededRandom, today: CivilDate, ages: std::ops::Range<u64>) -> CivilDate {
    let days = ages.start * 365 + random.next() % ((ages.end - ages.start) * 365);
    today.plus_days(-i64::try_from(days).unwrap_or(0))
}

fn somebody(
    session: &Session,
    random: &SeededRandom,
    (surname, woman): (&str, bool),
    born: CivilDate,
) -> Somebody {
    let name = names::first(random, woman);
    let sex = if woman { Sex::F } else { Sex::M };
    let (_, belfiore) = names::comune(random);
    let code = compute(
        surname,
        &name,
        Birth {
            date: born,
            sex,
            belfiore,
        },
    );
    let identifiers = code.map(|code| Identifier::new(IdentifierKind::CodiceFiscale, code.as_str()));
    let card = Person {
        surname: Some(surname.to_owned()),
        name: Some(name),
        sex: Some(sex),
        birth: Some(PartialDate::exact(born)),
        birthplace: Some(belfiore.to_owned()),
        identifiers: identifiers.into_iter().collect(),
        ..Person::default()
    };
    Somebody {
        id: session.id(),
        card,
    }
}

fn store(
    session: &mut Session,
    random: &SeededRandom,
    people: &[Somebody],
    ties: &[(PersonId, RelationKind, PersonId)],
) -> Result<()> {
    let ids: Vec<RecordId> = (0..people.len() * 2 + ties.len() * 2 + 1)
        .map(|_| session.id())
        .collect();
    let mut ids = ids.into_iter();
    let mut fresh = move || ids.next().unwrap_or_default();
    let (street, number) = names::street(random);
    let home = Location {
        street: Some(street),
        number: Some(number),
        place: Some(names::comune(random).1.to_owned()),
        ..Location::default()
    };
    session.write(|act| {
        for (index, person) in people.iter().enumerate() {
            let phone = (index < 2).then(|| names::mobile(random));
            write_person(act, person, &home, (phone, &mut fresh))?;
        }
        for tie in ties {
            write_tie(act, *tie, &mut fresh)?;
        }
        let household: HouseholdId = HouseholdId(fresh().uuid());
        let member = |(index, somebody): (usize, &Somebody)| Member {
            person: somebody.id,
            period: Period::default(),
            group: MemberGroup::Cohabiting,
            holder: index == 0,
        };
        let record = Household {
            kind: Some(HouseholdKind::Registry),
            members: AddSet(people.iter().enumerate().map(member).collect()),
            ..Household::default()
        };
        act.create(
            ScopeId::new(household.uuid(), ScopeKind::Household),
            household,
            &record,
        )
    })
}

fn write_person(
    act: &mut Act<'_>,
    person: &Somebody,
    home: &Location,
    (phone, fresh): (Option<String>, &mut dyn FnMut() -> RecordId),
) -> Result<()> {
    let scope = ScopeId::new(person.id.uuid(), ScopeKind::Person);
    act.create(scope, person.id, &person.card)?;
    let address = Address {
        person: person.id,
        kind: Some(AddressKind::Residence),
        location: home.clone(),
        ..Address::default()
    };
    act.create(scope, fresh(), &address)?;
    let Some(value) = phone else { return Ok(()) };
    let contact = Contact {
        person: person.id,
        kind: Some(ContactKind::Mobile),
        value,
        whose: Whose::default(),
        ..Contact::default()
    };
    act.create(scope, fresh(), &contact)
}

fn write_tie(
    act: &mut Act<'_>,
    (adult, kind, person): (PersonId, RelationKind, PersonId),
    fresh: &mut dyn FnMut() -> RecordId,
) -> Result<()> {
    let scope = ScopeId::new(person.uuid(), ScopeKind::Person);
    let relation = Relation {
        subject: person,
        other: adult,
        kind: Some(kind),
        ..Relation::default()
    };
    act.create(scope, fresh(), &relation)?;
    if !matches!(kind, RelationKind::Mother | RelationKind::Father) {
        return Ok(());
    }
    let held = ParentalResponsibility {
        minor: person,
        adult,
        kind: Some(ResponsibilityKind::Full),
        ..ParentalResponsibility::default()
    };
    act.create(scope, fresh(), &held)
}
