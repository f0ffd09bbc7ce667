//! Families as they are before anybody writes of them: who is whose mother, who lives where, at ages that fit.

use super::{
    children,
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
pub(super) const YEAR: i64 = 365;

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
    pub(super) fn add(&mut self, somebody: Somebody) -> usize {
        self.people.push(somebody);
        self.people.len() - 1
    }

    pub(super) fn born(&self, who: usize) -> CivilDate {
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
        _ => children::with_children(random, service, day),
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
pub(super) fn aged(random: &SeededRandom, day: CivilDate, (from, to): (i64, i64)) -> CivilDate {
    // A year has a day more in four: the margin keeps ages within their bounds on both ends.
    day.plus_days(-random.between(from * YEAR + from / 4 + 3, (to + 1) * YEAR + to / 4 - 3))
}

pub(super) fn somebody(
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
    around.extend(carers(
        random,
        &mut family,
        (subject, woman, &surname),
        wife_or_husband,
    ));
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

/// The daughters and sons who care: none or one beside a husband or wife, else one or two.
fn carers(
    random: &SeededRandom,
    family: &mut Family,
    (subject, woman, surname): (usize, bool, &str),
    wife_or_husband: bool,
) -> Vec<(usize, &'static str, &'static str)> {
    let origin = names::italian();
    let born = family.born(subject);
    let mut around = Vec::new();
    let many = if wife_or_husband {
        random.between(0, 1)
    } else {
        random.between(1, 2)
    };
    for _ in 0..many {
        let daughter = random.chance(64);
        let home = family.homes;
        family.homes += 1;
        let born = born.plus_days(random.between(22 * YEAR, 38 * YEAR));
        let own = if daughter && woman {
            origin.surname(random)
        } else {
            surname.to_owned()
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
    around
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
