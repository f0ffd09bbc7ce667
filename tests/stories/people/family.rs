//! Families: ties seen from both ends, households over time, who decides, warnings, school.

use super::{add, day, details, person};
use cartella_app::{
    Code, Session,
    people::{
        self, RemoveFromPerson, SaveAlert, SaveEnrolment, SaveHousehold, SaveRelation, SaveResponsibility,
    },
    schools::{self, ListPupils, SaveClass, SaveSchool},
};
use cartella_domain::{
    codice_fiscale::Sex,
    ids::{ClassId, PersonId, SchoolId},
    people::{
        AlertKind, Household, HouseholdKind, Member, MemberGroup, ParentalResponsibility, Period, Person,
        RelationKind, ResponsibilityKind,
    },
    schools::{School, SchoolClass, SchoolEnrolment},
};
use cartella_testkit::Office;

fn tie(one: PersonId, other: PersonId, kind: RelationKind) -> SaveRelation {
    SaveRelation {
        id: None,
        one,
        other,
        kind,
        bond: None,
        period: Period::default(),
        caregiver: None,
        closeness: None,
        note: None,
        seen: Vec::new(),
    }
}

#[test]
fn a_tie_written_on_one_page_stands_on_both() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let mother = Person {
        sex: Some(Sex::F),
        ..person("Ali", "Zohra")
    };
    let (mother, child) = (add(session, mother), add(session, person("Ali", "Aya")));
    // When the mother's page says that Aya is her child
    people::save_relation(session, tie(mother, child, RelationKind::Child)).unwrap();
    // Then each page names the other as she is to it
    let of_mother = &details(session, mother).relations;
    let of_child = &details(session, child).relations;
    assert_eq!(
        (of_mother[0].other.id, of_mother[0].kind),
        (child, Some(RelationKind::Child))
    );
    assert_eq!(
        (of_child[0].other.id, of_child[0].kind),
        (mother, Some(RelationKind::Mother))
    );
    // And an edit from the other page changes the one tie
    let turned = SaveRelation {
        id: Some(of_child[0].id),
        seen: of_child[0].seen.clone(),
        ..tie(child, mother, RelationKind::Guardian)
    };
    people::save_relation(session, turned).unwrap();
    let of_mother = details(session, mother).relations;
    assert_eq!(of_mother.len(), 1);
    assert_eq!(of_mother[0].kind, Some(RelationKind::Ward));
    // And nobody is related to herself
    let error = people::save_relation(session, tie(child, child, RelationKind::Sibling)).unwrap_err();
    assert_eq!(error.code, Code::RelationWithSelf);
    // And what was a mistake goes from both pages
    let remove = RemoveFromPerson {
        person: mother,
        id: of_mother[0].id,
        reason: None,
    };
    people::remove(session, remove).unwrap();
    assert!(details(session, mother).relations.is_empty() && details(session, child).relations.is_empty());
}

#[test]
fn a_household_knows_who_lived_there_when() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let (mother, child) = (
        add(session, person("Ali", "Zohra")),
        add(session, person("Ali", "Aya")),
    );
    let stay = |person, until: Option<&str>| Member {
        person,
        period: Period {
            from: Some(day("2020-01-01")),
            until: until.map(day),
        },
        group: MemberGroup::Cohabiting,
        holder: person == mother,
    };
    let household = |until| Household {
        kind: Some(HouseholdKind::Actual),
        members: [stay(mother, None), stay(child, until)].into_iter().collect(),
        ..Household::default()
    };
    let saved = people::save_household(
        session,
        SaveHousehold {
            id: None,
            person: child,
            household: household(None),
            seen: Vec::new(),
        },
    )
    .unwrap();
    let of_mother = details(session, mother).households;
    assert_eq!(of_mother.len(), 1);
    let current = |view: &people::HouseholdView| {
        let members = view.members.iter().filter(|member| member.current);
        members.map(|member| member.card.id).collect::<Vec<_>>()
    };
    assert_eq!(current(&of_mother[0]), [mother, child]);
    // When the child is placed elsewhere
    let moved = SaveHousehold {
        id: Some(saved.id),
        person: child,
        household: household(Some("2026-02-27")),
        seen: of_mother[0].seen.clone(),
    };
    people::save_household(session, moved).unwrap();
    // Then she no longer lives there, and the household is still found on her page
    let of_child = details(session, child).households;
    assert_eq!(current(&of_child[0]), [mother]);
    assert_eq!(of_child[0].members.len(), 2);
}

#[test]
fn responsibility_warnings_and_their_ends() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let (father, child) = (
        add(session, person("Ali", "Omar")),
        add(session, person("Ali", "Aya")),
    );
    let held = ParentalResponsibility {
        minor: child,
        adult: father,
        kind: Some(ResponsibilityKind::Limited),
        order: Some("TM Milano 12/2026".to_owned()),
        ..ParentalResponsibility::default()
    };
    let save = SaveResponsibility {
        id: None,
        responsibility: held,
        seen: Vec::new(),
    };
    people::save_responsibility(session, save).unwrap();
    let of_father = details(session, father).responsibilities;
    assert!(!of_father[0].of_minor && of_father[0].other.id == child);
    // Given a warning
    let alert = SaveAlert {
        id: None,
        person: father,
        address: None,
        kind: AlertKind::NotAlone,
        reason: Some("minacce a una collega".to_owned()),
        review: Some(day("2026-09-01")),
        ended: None,
        seen: Vec::new(),
    };
    let saved = people::save_alert(session, alert.clone()).unwrap();
    let operator = session.operator();
    let shown = details(session, father);
    assert_eq!(shown.alerts[0].value.author, operator);
    assert_eq!(shown.operators[&operator], "Neri Sara");
    assert_eq!(shown.alerts[0].value.on, Some(day("2026-03-02")));
    // When it ends, it stays with who ended it
    let end = SaveAlert {
        id: Some(saved.id),
        ended: Some("chiarito".to_owned()),
        seen: shown.alerts[0].seen.clone(),
        ..alert
    };
    people::save_alert(session, end).unwrap();
    let shown = details(session, father);
    assert!(!shown.alerts[0].value.holds_on(day("2026-03-02")));
    assert_eq!(
        shown.alerts[0].value.ended.as_ref().map(|ended| ended.by),
        Some(operator)
    );
}

fn plesso_and_class(session: &mut Session) -> (SchoolId, ClassId) {
    let school = School {
        name: Some("Carducci".to_owned()),
        code: Some("miee8ab01p".to_owned()),
        ..School::default()
    };
    let save = |school| SaveSchool {
        id: None,
        school,
        seen: Vec::new(),
    };
    let plesso = SchoolId(schools::save_school(session, save(school.clone())).unwrap().id.0);
    let wrong = School {
        code: Some("123".to_owned()),
        ..school
    };
    let error = schools::save_school(session, save(wrong)).unwrap_err();
    assert_eq!(error.code, Code::SchoolCodeInvalid);
    let class = SaveClass {
        id: None,
        class: SchoolClass {
            school: plesso,
            year: 2025,
            grade: Some("3".to_owned()),
            section: Some("B".to_owned()),
        },
        seen: Vec::new(),
    };
    let class = ClassId(schools::save_class(session, class).unwrap().id.0);
    (plesso, class)
}

#[test]
fn pupils_are_found_by_plesso_and_class() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let (plesso, class) = plesso_and_class(session);
    let mut pupils = Vec::new();
    for (surname, class) in [("Rossi", Some(class)), ("Bianchi", None)] {
        let pupil = add(session, person(surname, "Anna"));
        let enrolment = SchoolEnrolment {
            person: pupil,
            year: 2025,
            school: Some(plesso),
            class,
            ..SchoolEnrolment::default()
        };
        let save = SaveEnrolment {
            id: None,
            enrolment,
            seen: Vec::new(),
        };
        people::save_enrolment(session, save).unwrap();
        pupils.push(pupil);
    }
    let mut found = |class| {
        let input = ListPupils {
            school: plesso,
            class,
            year: None,
        };
        let found = schools::pupils(session, input).unwrap();
        found.into_iter().map(|pupil| pupil.card.id).collect::<Vec<_>>()
    };
    assert_eq!(found(None), [pupils[1], pupils[0]]);
    assert_eq!(found(Some(class)), [pupils[0]]);
    let shown = details(session, pupils[0]);
    assert_eq!(
        shown.enrolments[0]
            .class
            .as_ref()
            .map(|(_, label)| label.as_str()),
        Some("3B")
    );
}
