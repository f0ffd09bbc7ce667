//! Families with children: parents together or apart, a grandmother, a foster family.

use super::{
    dice::Dice as _,
    families::{Family, Kin, YEAR, aged, ages, somebody},
    names::{self, Generation, Origin},
    texts::Noun,
};
use crate::SeededRandom;
use cartella_domain::{
    people::{RelationKind, ResponsibilityKind},
    services::Service,
    time::CivilDate,
};

/// Parents, one to three children, sometimes a grandmother or a foster family.
pub(super) fn with_children(random: &SeededRandom, service: Service, day: CivilDate) -> Family {
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
        if !together || (index > 0 && (age < from || age > to)) {
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
