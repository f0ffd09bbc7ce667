//! Pictures of a family: drawn from what stands in the record on a day, and of what she may know.

use super::{add, day, details, person};
use cartella_app::{
    Session,
    people::{self, RemoveFromPerson, SaveHousehold, SaveRelation, SaveSocialTie},
    pictures::{self, EcomapOf, PictureKind, PictureLeaves, PictureOf, SavePicture},
};
use cartella_domain::{
    codice_fiscale::Sex,
    ids::PersonId,
    people::{
        Bond, Closeness, Energy, Household, HouseholdKind, Member, MemberGroup, Period, Person, RelationKind,
        SocialTie, Surrounding,
    },
};
use cartella_testkit::Office;
use std::collections::BTreeMap;

fn tie(session: &mut Session, one: PersonId, kind: RelationKind, other: PersonId) {
    let tie = SaveRelation {
        id: None,
        one,
        other,
        kind,
        bond: None::<Bond>,
        period: Period::default(),
        caregiver: None,
        closeness: Some(Closeness::Strong),
        note: None,
        seen: Vec::new(),
    };
    people::save_relation(session, tie).unwrap();
}

/// Aya, her mother Zohra, her father Karim who lives elsewhere, and her teacher.
fn family(session: &mut Session) -> [PersonId; 4] {
    let of = |surname: &str, name: &str, sex, birth: &str| Person {
        sex: Some(sex),
        birth: Some(birth.parse().unwrap()),
        ..person(surname, name)
    };
    let aya = add(session, of("Ali", "Aya", Sex::F, "2016-01-31"));
    let zohra = add(session, of("Ali", "Zohra", Sex::F, "1988-03-02"));
    let karim = add(session, of("Ben Salah", "Karim", Sex::M, "1984-11-20"));
    let teacher = add(session, of("Moretti", "Laura", Sex::F, "1979-05-05"));
    tie(session, aya, RelationKind::Mother, zohra);
    tie(session, aya, RelationKind::Father, karim);
    tie(session, aya, RelationKind::Teacher, teacher);
    let living = |person| Member {
        person,
        period: Period::default(),
        group: MemberGroup::Cohabiting,
        holder: false,
    };
    let household = Household {
        kind: Some(HouseholdKind::Actual),
        members: [living(aya), living(zohra)].into_iter().collect(),
        ..Household::default()
    };
    let order = SaveHousehold {
        id: None,
        person: aya,
        household,
        seen: Vec::new(),
    };
    people::save_household(session, order).unwrap();
    [aya, zohra, karim, teacher]
}

fn parish(session: &mut Session, of: PersonId, period: Period) {
    let tie = SocialTie {
        person: of,
        surrounding: Some(Surrounding::Faith),
        closeness: Some(Closeness::Weak),
        energy: Some(Energy::Received),
        period,
        ..SocialTie::default()
    };
    people::save_social_tie(
        session,
        SaveSocialTie {
            id: None,
            tie,
            seen: Vec::new(),
        },
    )
    .unwrap();
}

#[test]
fn a_genogram_holds_kin_and_who_lives_together() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let [aya, zohra, karim, teacher] = family(session);
    let picture = pictures::genogram(
        session,
        PictureOf {
            person: aya,
            on: None,
        },
    )
    .unwrap();
    let shown: Vec<PersonId> = picture
        .drawing
        .figures
        .iter()
        .filter_map(|figure| figure.person)
        .collect();
    assert!([aya, zohra, karim].iter().all(|id| shown.contains(id)));
    assert!(!shown.contains(&teacher), "a teacher is no kin");
    assert_eq!(picture.together.len(), 2);
    assert_eq!(picture.ties.len(), 2);
    // A year before she was born there was no Aya to draw.
    let before = PictureOf {
        person: zohra,
        on: Some(day("2015-01-01")),
    };
    let picture = pictures::genogram(session, before).unwrap();
    assert!(
        picture
            .drawing
            .figures
            .iter()
            .all(|figure| figure.person != Some(aya))
    );
}

#[test]
fn an_ecomap_holds_what_is_around_on_the_day() {
    let mut office = Office::new(2).unwrap();
    let session = &mut office.session;
    let [aya, _, karim, teacher] = family(session);
    parish(
        session,
        aya,
        Period {
            from: Some(day("2026-01-01")),
            until: Some(day("2026-02-28")),
        },
    );
    let words = BTreeMap::from([(Surrounding::Faith, "Parrocchia".to_owned())]);
    let of = |on: &str| EcomapOf {
        person: aya,
        on: Some(day(on)),
        words: words.clone(),
    };
    let picture = pictures::ecomap(session, of("2026-02-01")).unwrap();
    let people: Vec<PersonId> = picture
        .around
        .iter()
        .filter_map(|line| Some(line.person.as_ref()?.id))
        .collect();
    assert!(people.contains(&karim) && people.contains(&teacher));
    assert_eq!(picture.household.len(), 2);
    let named = |picture: &pictures::EcomapPicture| {
        picture
            .drawing
            .figures
            .iter()
            .flat_map(|figure| &figure.texts)
            .any(|text| text.text == "Parrocchia")
    };
    assert!(named(&picture));
    assert!(
        !named(&pictures::ecomap(session, of("2026-03-01")).unwrap()),
        "the tie is over"
    );
    // And the page has it, until it is said to have been a mistake.
    let tie = details(session, aya).social_ties.remove(0);
    let gone = RemoveFromPerson {
        person: aya,
        id: tie.id,
        reason: None,
    };
    people::remove(session, gone).unwrap();
    assert!(details(session, aya).social_ties.is_empty());
}

#[test]
fn a_picture_that_leaves_is_in_the_audit() {
    let mut office = Office::new(3).unwrap();
    let session = &mut office.session;
    let [aya, ..] = family(session);
    let order = SavePicture {
        picture: PictureKind::Genogram(PictureOf {
            person: aya,
            on: None,
        }),
        title: "Genogramma di Ali Aya".into(),
        by: PictureLeaves::File,
    };
    let file = pictures::save(session, order).unwrap();
    assert!(file.svg.contains("<title>Genogramma di Ali Aya</title>") && file.svg.contains("Zohra"));
    let exported: i64 = session
        .archive()
        .db()
        .query_row("SELECT count(*) FROM audit WHERE action = 31", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(exported, 1);
}

#[test]
fn something_else_needs_a_name() {
    let mut office = Office::new(4).unwrap();
    let session = &mut office.session;
    let [aya, ..] = family(session);
    let tie = SocialTie {
        person: aya,
        surrounding: Some(Surrounding::Other),
        ..SocialTie::default()
    };
    let refused = people::save_social_tie(
        session,
        SaveSocialTie {
            id: None,
            tie,
            seen: Vec::new(),
        },
    );
    assert_eq!(
        refused.err().map(|error| error.code),
        Some(cartella_app::Code::RelationUnsaid)
    );
}
