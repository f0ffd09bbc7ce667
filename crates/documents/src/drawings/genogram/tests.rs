//! Families on paper: who stands in which row, who is joined to whom, that nobody stands on anybody.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Family, Member, draw};
use crate::drawings::{Drawing, StrokeSign, svg};
use cartella_domain::{
    codice_fiscale::Sex::{self, F, M},
    ids::PersonId,
    people::{Bond, Closeness, Period, Relation, RelationKind as Kind},
    time::{CivilDate, PartialDate},
};
use std::collections::BTreeSet;
use uuid::Uuid;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn member(number: u128, name: &str, born: i32, sex: Sex) -> Member {
    Member {
        id: id(number),
        names: vec![name.to_owned()],
        birth: Some(PartialDate {
            year: born,
            month: None,
            day: None,
            estimated: false,
        }),
        death: None,
        age: Some(u32::try_from(2026 - born).unwrap()),
        sex: Some(sex),
    }
}

/// "`other` is the `kind` of `subject`".
fn tie(subject: u128, kind: Kind, other: u128) -> Relation {
    Relation {
        subject: id(subject),
        other: id(other),
        kind: Some(kind),
        ..Relation::default()
    }
}

fn drawn(people: &[Member], relations: &[Relation], together: &[u128]) -> Drawing {
    on(people, relations, together, day("2026-04-14"))
}

fn on(people: &[Member], relations: &[Relation], together: &[u128], day: CivilDate) -> Drawing {
    let together: BTreeSet<PersonId> = together.iter().map(|number| id(*number)).collect();
    draw(&Family {
        about: id(1),
        people,
        relations,
        together: &together,
        day,
    })
}

fn at(drawing: &Drawing, number: u128) -> (i32, i32) {
    let figure = drawing
        .figures
        .iter()
        .find(|figure| figure.person == Some(id(number)));
    figure.map(|figure| (figure.x, figure.y)).unwrap()
}

fn count(drawing: &Drawing, sign: StrokeSign) -> usize {
    drawing
        .strokes
        .iter()
        .filter(|stroke| stroke.sign == sign)
        .count()
}

/// Nobody stands on anybody, and all of it is inside the picture.
fn nobody_overlaps(drawing: &Drawing) {
    for (number, one) in drawing.figures.iter().enumerate() {
        assert!((20..=drawing.width - 20).contains(&one.x) && (20..=drawing.height - 20).contains(&one.y));
        for other in &drawing.figures[number + 1..] {
            assert!(
                one.y.abs_diff(other.y) >= 100 || one.x.abs_diff(other.x) >= 150,
                "{} on {}",
                one.key,
                other.key
            );
        }
    }
}

/// Three unions and three generations: a father with children by two women and a new wife, a mother with a new partner.
fn three_unions() -> (Vec<Member>, Vec<Relation>) {
    let people = vec![
        member(1, "Luca", 2014, M),
        member(2, "Sara", 2016, F),
        member(3, "Giulia", 1985, F),
        member(4, "Marco", 1980, M),
        member(5, "Anna", 1978, F),
        member(6, "Omar", 2006, M),
        member(7, "Elena", 1990, F),
        member(8, "Nino", 2023, M),
        member(9, "Paolo", 1983, M),
        member(10, "Rosa", 1955, F),
        member(11, "Carlo", 1950, M),
        member(12, "Pia", 1958, F),
    ];
    let mut relations = vec![
        tie(4, Kind::ExPartner, 3),
        tie(4, Kind::Spouse, 7),
        tie(3, Kind::Cohabitant, 9),
        tie(10, Kind::Spouse, 11),
    ];
    for (child, mother, father) in [(1, 3, 4), (2, 3, 4), (6, 5, 4), (8, 7, 4), (4, 10, 11)] {
        relations.push(tie(child, Kind::Mother, mother));
        relations.push(tie(child, Kind::Father, father));
    }
    relations.push(tie(3, Kind::Mother, 12));
    (people, relations)
}

#[test]
fn twelve_people_and_three_unions_stand_in_their_rows() {
    let (people, relations) = three_unions();
    let drawing = drawn(&people, &relations, &[1, 2, 3, 9]);
    assert_eq!(drawing.figures.len(), 12);
    nobody_overlaps(&drawing);
    let row = |number| at(&drawing, number).1;
    for parent in [3, 4, 5, 7, 9] {
        assert_eq!(row(parent), row(4));
    }
    for child in [1, 2, 6, 8] {
        assert_eq!(row(child), row(1));
    }
    for grandparent in [10, 11, 12] {
        assert_eq!(row(grandparent), row(10));
    }
    assert!(row(10) < row(4) && row(4) < row(1));
    // Marco with Giulia and with Elena, Rosa with Carlo; Giulia with Paolo; Marco with Anna by their child alone.
    assert_eq!(
        (
            count(&drawing, StrokeSign::Union),
            count(&drawing, StrokeSign::Cohabitation),
            count(&drawing, StrokeSign::Parents)
        ),
        (3, 1, 1)
    );
    assert_eq!(count(&drawing, StrokeSign::Parted), 1);
    assert!(count(&drawing, StrokeSign::Household) >= 2);
}

#[test]
fn brothers_and_sisters_stand_by_age_and_a_man_left_of_his_wife() {
    let people = [
        member(1, "Ada", 2010, F),
        member(2, "Bruno", 2004, M),
        member(3, "Carla", 2007, F),
        member(4, "Dina", 1975, F),
        member(5, "Enzo", 1973, M),
    ];
    let mut relations = vec![tie(4, Kind::Spouse, 5)];
    for child in 1..=3 {
        relations.extend([tie(child, Kind::Mother, 4), tie(child, Kind::Father, 5)]);
    }
    let drawing = drawn(&people, &relations, &[]);
    let x = |number| at(&drawing, number).0;
    assert!(x(2) < x(3) && x(3) < x(1));
    assert!(x(5) < x(4));
    assert!(
        (i32::midpoint(x(5), x(4)) - x(3)).abs() <= 10,
        "the parents stand over the middle of their children"
    );
}

#[test]
fn the_day_decides_what_holds() {
    let people = [
        member(1, "Luca", 2014, M),
        member(2, "Giulia", 1985, F),
        member(3, "Paolo", 1983, M),
        member(4, "Ines", 1980, F),
    ];
    let married = Relation {
        period: Period {
            from: Some(day("2010-06-01")),
            until: Some(day("2020-01-31")),
        },
        ..tie(2, Kind::Spouse, 3)
    };
    let fostered = Relation {
        period: Period {
            from: Some(day("2021-02-01")),
            until: None,
        },
        ..tie(1, Kind::FosterParent, 4)
    };
    let relations = [
        tie(1, Kind::Mother, 2),
        tie(1, Kind::Father, 3),
        married,
        fostered,
    ];
    let before = on(&people, &relations, &[], day("2019-05-01"));
    assert_eq!(
        (
            count(&before, StrokeSign::Parted),
            count(&before, StrokeSign::Fostered)
        ),
        (0, 0)
    );
    assert_eq!(before.figures.len(), 3, "who is not yet family is not in it");
    let after = on(&people, &relations, &[], day("2026-05-01"));
    assert_eq!(
        count(&after, StrokeSign::Parted),
        2,
        "a marriage that ended has two bars"
    );
    assert!(count(&after, StrokeSign::Fostered) > 0);
    assert_eq!(after.figures.len(), 4);
}

#[test]
fn bonds_and_feelings_have_signs_of_their_own() {
    let people = [
        member(1, "Luca", 2014, M),
        member(2, "Giulia", 1985, F),
        member(3, "Marta", 2012, F),
    ];
    let adopted = Relation {
        bond: Some(Bond::Adoptive),
        closeness: Some(Closeness::Conflict),
        ..tie(1, Kind::Mother, 2)
    };
    let drawing = drawn(&people, &[adopted, tie(1, Kind::Sibling, 3)], &[]);
    assert!(count(&drawing, StrokeSign::Adopted) > 0);
    assert_eq!(count(&drawing, StrokeSign::Conflict), 1);
    assert_eq!(
        drawing.figures.len(),
        3,
        "a sister without a known parent is in it"
    );
    assert_eq!(at(&drawing, 3).1, at(&drawing, 1).1);
}

#[test]
fn ties_that_contradict_each_other_are_drawn_all_the_same() {
    let people = [
        member(1, "Luca", 2014, M),
        member(2, "Giulia", 1985, F),
        member(3, "Rosa", 1955, F),
    ];
    // She is said to be mother of her own mother, and everybody is somebody's sibling.
    let relations = [
        tie(1, Kind::Mother, 2),
        tie(2, Kind::Mother, 3),
        tie(3, Kind::Mother, 1),
        tie(1, Kind::Sibling, 3),
        tie(1, Kind::Spouse, 2),
        tie(1, Kind::Mother, 1),
    ];
    let drawing = drawn(&people, &relations, &[1]);
    assert_eq!(drawing.figures.len(), 3);
    nobody_overlaps(&drawing);
}

#[test]
fn somebody_alone_is_a_picture_too() {
    let drawing = drawn(&[member(1, "Luca", 2014, M)], &[], &[]);
    assert_eq!(drawing.figures.len(), 1);
    assert_eq!(drawing.figures[0].texts[2].text, "12");
}

#[test]
fn thirty_people_stand_apart() {
    let mut people = Vec::new();
    let mut relations = Vec::new();
    // Five generations of couples with two or three children each, all of them kin of number 1.
    for number in 1..=30_u128 {
        let sex = if number % 2 == 0 { F } else { M };
        people.push(member(
            number,
            "Persona",
            2020 - i32::try_from(number).unwrap(),
            sex,
        ));
    }
    for child in 1..=14_u128 {
        relations.push(tie(child, Kind::Mother, child * 2 + 2));
        relations.push(tie(child, Kind::Father, child * 2 + 1));
    }
    relations.push(tie(1, Kind::Sibling, 2));
    let drawing = drawn(&people, &relations, &[1, 2, 3, 4]);
    assert_eq!(drawing.figures.len(), 30);
    nobody_overlaps(&drawing);
}

#[test]
fn the_file_is_markup_whatever_a_name_holds() {
    let mut evil = member(1, "<script>&\"x", 2014, M);
    evil.names.push("Rossi\u{7}".to_owned());
    let file = svg::write(&drawn(&[evil], &[], &[]), "Genogramma & \"altro\"");
    assert!(file.contains("&lt;script&gt;") && !file.contains("<script"));
    assert!(file.contains("<title>Genogramma &amp; &quot;altro&quot;</title>"));
    assert!(!file.contains('\u{7}'));
}
