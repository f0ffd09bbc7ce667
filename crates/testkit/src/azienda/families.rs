//! Families as they are before anybody writes of them: who is whose mother, who lives where, at ages that fit.

use super::{
    dice::Dice as _,
    names::{self, Generation, Origin},
    texts::Noun,
};
use crate::SeededRandom;
use cartella_domain::{
    people::{RelationKind, ResponsibilityKind},
    services::Service,
    time::CivilDate,
};

/// Days in a year, on the average.
const YEAR: i64 = 365;

/// Somebody.
#[derive(Debug, Clone)]
pub struct Somebody {
    /// Surname.
    pub surname: String,
    /// First name.
    pub name: String,
    /// She is a woman.
    pub woman: bool,
    /// Birth.
    pub born: CivilDate,
    /// Belfiore code of the place.
    pub birthplace: &'static str,
    /// The country of her citizenship, where that is not Italy's.
    pub state: Option<&'static str>,
    /// In which of the family's homes.
    pub home: usize,
}

/// Somebody around whose case it is, as its texts call her.
#[derive(Debug, Clone)]
pub struct Kin {
    /// Which of the family's people.
    pub who: usize,
    /// "la madre".
    pub noun: Noun,
    /// "madre".
    pub role: &'static str,
    /// She is mother or father.
    pub parent: bool,
    /// Entries speak with her.
    pub spoken_with: bool,
}

/// A family.
#[derive(Debug, Clone, Default)]
pub struct Family {
    /// Its people.
    pub people: Vec<Somebody>,
    /// "The second is the `kind` of the first."
    pub ties: Vec<(usize, usize, RelationKind)>,
    /// Who decides for which minor.
    pub held: Vec<(usize, usize, ResponsibilityKind)>,
    /// In how many homes it lives.
    pub homes: usize,
    /// Whom the service follows, each with the people around.
    pub subjects: Vec<(usize, Vec<Kin>)>,
    /// The parents live apart.
    pub apart: bool,
}

impl Family {
    fn add(&mut self, somebody: Somebody) -> usize {
        self.people.push(somebody);
        self.people.len() - 1
    }

    fn born(&self, who: usize) -> CivilDate {
        self.people
            .get(who)
            .map_or_else(CivilDate::default, |somebody| somebody.born)
    }

    fn is_woman(&self, who: usize) -> bool {
        self.people.get(who).is_some_and(|somebody| somebody.woman)
    }
}

/// The ages, in years, at which a service takes somebody on and at which it ends.
#[must_use]
pub const fn ages(service: Service) -> (i64, i64) {
    match service {
        Service::Aes => (3, 13),
        Service::AesSecondaria => (14, 18),
        Service::SpazioNeutro => (2, 14),
        Service::EducativaDomiciliareOrdinaria => (5, 16),
        Service::Affidi => (1, 15),
        Service::Sad | Service::SadDimissioniProtette => (72, 94),
        Service::ServizioSocialeDiBase => (24, 58),
        _ => (0, 16),
    }
}

/// The family of whom a service takes on, on a day.
#[must_use]
pub fn of_service(random: &SeededRandom, service: Service, day: CivilDate) -> Family {
    match service {
        Service::Sad | Service::SadDimissioniProtette => old(random, day),
        Service::ServizioSocialeDiBase => adult(random, day),
        _ => with_children(random, service, day),
    }
}

/// A family that no service follows.
#[must_use]
pub fn neighbours(random: &SeededRandom, day: CivilDate) -> Family {
    let service = if random.chance(30) {
        Service::Sad
    } else {
        Service::TutelaMinori
    };
    Family {
        subjects: Vec::new(),
        ..of_service(random, service, day)
    }
}

/// A day on which somebody of so many years on `day` was born; on a working day or any other.
fn aged(random: &SeededRandom, day: CivilDate, (from, to): (i64, i64)) -> CivilDate {
    // A year has a day more in four: the margin keeps ages within their bounds on both ends.
    day.plus_days(-random.between(from * YEAR + from / 4 + 3, (to + 1) * YEAR + to / 4 - 3))
}

fn somebody(
    random: &SeededRandom,
    (origin, surname): (&Origin, String),
    (woman, generation): (bool, Generation),
    (born, home): (CivilDate, usize),
) -> Somebody {
    Somebody {
        surname,
        name: origin.first(random, woman, generation),
        woman,
        born,
        birthplace: origin.birthplace(random, generation),
        state: origin.state(),
        home,
    }
}

/// Parents, one to three children, sometimes a grandmother or a foster family.
fn with_children(random: &SeededRandom, service: Service, day: CivilDate) -> Family {
    let origin = names::origin(random);
    let apart = service == Service::SpazioNeutro || random.chance(45);
    let alone = !apart && service != Service::Affidi && random.chance(12);
    let mut family = Family {
        homes: 1,
        apart,
        ..Family::default()
    };
    let first = aged(random, day, ages(service));
    let mother_born = first.plus_days(-random.between(19 * YEAR, 37 * YEAR));
    let surname = origin.surname(random);
    let own = if alone {
        surname.clone()
    } else {
        origin.surname(random)
    };
    let mother = family.add(somebody(
        random,
        (origin, own),
        (true, Generation::Grown),
        (mother_born, 0),
    ));
    let father = (!alone).then(|| {
        let born = mother_born.plus_days(-random.between(-3 * YEAR, 8 * YEAR));
        let home = usize::from(apart);
        family.homes += home;
        let grown = (false, Generation::Grown);
        family.add(somebody(random, (origin, surname.clone()), grown, (born, home)))
    });
    if let Some(father) = father.filter(|_| !apart) {
        family.ties.push((father, mother, couple(random)));
    } else if let Some(father) = father {
        family.ties.push((father, mother, RelationKind::ExPartner));
    }
    let children = children(random, &mut family, (origin, &surname), (first, day));
    for child in &children {
        parents_of(random, &mut family, service, (*child, mother, father));
    }
    let grandmother = grandmother(random, &mut family, origin, (mother, &children));
    let fostering = (service == Service::Affidi).then(|| foster(random, &mut family, (&children, day)));
    follow(
        random,
        &mut family,
        service,
        day,
        (&children, mother, father, grandmother, fostering),
    );
    family
}

fn couple(random: &SeededRandom) -> RelationKind {
    if random.chance(65) {
        RelationKind::Spouse
    } else {
        RelationKind::Cohabitant
    }
}

/// The first child and up to two younger ones, born before the day and at least a year apart.
fn children(
    random: &SeededRandom,
    family: &mut Family,
    (origin, surname): (&Origin, &str),
    (first, day): (CivilDate, CivilDate),
) -> Vec<usize> {
    let mut births = vec![first];
    let mut last = first;
    for _ in 0..random.between(0, 2) {
        last = last.plus_days(random.between(420, 5 * YEAR));
        if last.plus_days(60) < day {
            births.push(last);
        }
    }
    let mut children = Vec::new();
    for born in births {
        let young = (random.chance(49), Generation::Young);
        let mut child = somebody(random, (origin, surname.to_owned()), young, (born, 0));
        // No two of one family have one name.
        while family.people.iter().any(|other| other.name == child.name) {
            child = somebody(
                random,
                (origin, surname.to_owned()),
                (!child.woman, Generation::Young),
                (born, 0),
            );
        }
        children.push(family.add(child));
    }
    children
}

fn parents_of(
    random: &SeededRandom,
    family: &mut Family,
    service: Service,
    (child, mother, father): (usize, usize, Option<usize>),
) {
    family.ties.push((child, mother, RelationKind::Mother));
    let limited = matches!(service, Service::Affidi | Service::SpazioNeutro)
        || (service == Service::TutelaMinori && random.chance(35));
    let kind = match (father, limited) {
        (None, _) => ResponsibilityKind::Sole,
        (_, true) => ResponsibilityKind::Limited,
        _ => ResponsibilityKind::Full,
    };
    family.held.push((child, mother, kind));
    if let Some(father) = father {
        family.ties.push((child, father, RelationKind::Father));
        family.held.push((child, father, kind));
    }
}

fn grandmother(
    random: &SeededRandom,
    family: &mut Family,
    origin: &Origin,
    (mother, children): (usize, &[usize]),
) -> Option<usize> {
    if !random.chance(25) {
        return None;
    }
    let born = family
        .born(mother)
        .plus_days(-random.between(20 * YEAR, 34 * YEAR));
    let surname = origin.surname(random);
    let home = family.homes;
    family.homes += 1;
    let who = family.add(somebody(
        random,
        (origin, surname),
        (true, Generation::Old),
        (born, home),
    ));
    for child in children {
        family.ties.push((*child, who, RelationKind::Grandparent));
    }
    Some(who)
}

/// The couple that fosters the children, in a home of its own.
fn foster(random: &SeededRandom, family: &mut Family, (children, day): (&[usize], CivilDate)) -> [usize; 2] {
    let origin = names::italian();
    let home = family.homes;
    family.homes += 1;
    let couple = [true, false].map(|woman| {
        let born = aged(random, day, (36, 56));
        let surname = origin.surname(random);
        family.add(somebody(
            random,
            (origin, surname),
            (woman, Generation::Grown),
            (born, home),
        ))
    });
    for child in children {
        for adult in couple {
            family.ties.push((*child, adult, RelationKind::FosterParent));
        }
        if let Some(card) = family.people.get_mut(*child) {
            card.home = home;
        }
    }
    couple
}

type Around<'a> = (
    &'a [usize],
    usize,
    Option<usize>,
    Option<usize>,
    Option<[usize; 2]>,
);

/// Who of the children is followed, and how texts call the people around.
fn follow(
    random: &SeededRandom,
    family: &mut Family,
    service: Service,
    day: CivilDate,
    (children, mother, father, grandmother, fostering): Around<'_>,
) {
    let (from, to) = ages(service);
    for (index, child) in children.iter().enumerate() {
        let age = day.days_since(family.born(*child)) / 366;
        let together = index == 0 || (service == Service::TutelaMinori && random.chance(60));
        if !together || age < from || age > to {
            continue;
        }
        let kin = |who, phrase, woman, role, parent| Kin {
            who,
            noun: Noun::said(phrase, woman),
            role,
            parent,
            spoken_with: fostering.is_none(),
        };
        let mut around = vec![kin(mother, "la madre", true, "madre", true)];
        around.extend(father.map(|father| kin(father, "il padre", false, "padre", true)));
        around.extend(grandmother.map(|who| kin(who, "la nonna materna", true, "nonna", false)));
        for (who, phrase, woman, role) in fostering
            .map(|[woman, man]| {
                [
                    (woman, "l'affidataria", true, "affidataria"),
                    (man, "l'affidatario", false, "affidatario"),
                ]
            })
            .into_iter()
            .flatten()
        {
            around.push(Kin {
                spoken_with: true,
                ..kin(who, phrase, woman, role, false)
            });
        }
        if service == Service::SpazioNeutro {
            let visiting = if father.is_some() { "padre" } else { "madre" };
            for kin in &mut around {
                kin.spoken_with = kin.role == visiting;
            }
        }
        around.extend(
            children
                .iter()
                .filter(|other| *other != child)
                .filter_map(|other| {
                    let sibling = family.people.get(*other)?;
                    let (article, tie) = if sibling.woman {
                        ("la", "sorella")
                    } else {
                        ("il", "fratello")
                    };
                    Some(Kin {
                        who: *other,
                        noun: Noun::named(article, tie, &sibling.name, sibling.woman),
                        role: tie,
                        parent: false,
                        spoken_with: false,
                    })
                }),
        );
        family.subjects.push((*child, around));
    }
}

/// An old person, perhaps with husband or wife, and who cares.
fn old(random: &SeededRandom, day: CivilDate) -> Family {
    let origin = names::italian();
    let woman = random.chance(66);
    let mut family = Family {
        homes: 1,
        ..Family::default()
    };
    let surname = origin.surname(random);
    let born = aged(random, day, (72, 94));
    let subject = family.add(somebody(
        random,
        (origin, surname.clone()),
        (woman, Generation::Old),
        (born, 0),
    ));
    let mut around = Vec::new();
    let wife_or_husband = random.chance(35);
    if wife_or_husband {
        let born = born.plus_days(random.between(-4 * YEAR, 4 * YEAR));
        let other = origin.surname(random);
        let who = family.add(somebody(
            random,
            (origin, other),
            (!woman, Generation::Old),
            (born, 0),
        ));
        family.ties.push((subject, who, RelationKind::Spouse));
        let (phrase, role) = if woman {
            ("il marito", "marito")
        } else {
            ("la moglie", "moglie")
        };
        around.push((who, phrase, role));
    }
    let carers = if wife_or_husband {
        random.between(0, 1)
    } else {
        random.between(1, 2)
    };
    for _ in 0..carers {
        let daughter = random.chance(64);
        let home = family.homes;
        family.homes += 1;
        let born = born.plus_days(random.between(22 * YEAR, 38 * YEAR));
        let own = if daughter && woman {
            origin.surname(random)
        } else {
            surname.clone()
        };
        let who = family.add(somebody(
            random,
            (origin, own),
            (daughter, Generation::Grown),
            (born, home),
        ));
        family.ties.push((subject, who, RelationKind::Child));
        let (phrase, role) = if daughter {
            ("la figlia", "figlia")
        } else {
            ("il figlio", "figlio")
        };
        around.push((who, phrase, role));
    }
    let kin = around.into_iter().map(|(who, phrase, role)| Kin {
        who,
        noun: Noun::said(phrase, family.is_woman(who)),
        role,
        parent: false,
        spoken_with: true,
    });
    let kin = kin.collect();
    family.subjects.push((subject, kin));
    family
}

/// A grown person in need, mostly with children.
fn adult(random: &SeededRandom, day: CivilDate) -> Family {
    let origin = names::origin(random);
    let woman = random.chance(60);
    let mut family = Family {
        homes: 1,
        ..Family::default()
    };
    let surname = origin.surname(random);
    let born = aged(random, day, ages(Service::ServizioSocialeDiBase));
    let subject = family.add(somebody(
        random,
        (origin, surname.clone()),
        (woman, Generation::Grown),
        (born, 0),
    ));
    let grown = day.days_since(born) - 20 * YEAR;
    if woman && grown > 4 * YEAR && random.chance(70) {
        let born = born.plus_days(random.between(20 * YEAR, 20 * YEAR + (grown - YEAR).min(18 * YEAR)));
        let girl = random.chance(50);
        let child = family.add(somebody(
            random,
            (origin, surname),
            (girl, Generation::Young),
            (born, 0),
        ));
        family.ties.push((child, subject, RelationKind::Mother));
        family.held.push((child, subject, ResponsibilityKind::Full));
    }
    let card = family.people.get(subject).cloned();
    let own = card.map(|card| Kin {
        who: subject,
        noun: Noun::adult(&card.surname, card.woman),
        role: "diretto interessato",
        parent: false,
        spoken_with: true,
    });
    family.subjects.push((subject, own.into_iter().collect()));
    family
}
