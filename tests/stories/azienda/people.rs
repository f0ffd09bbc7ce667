//! Families of the generated azienda: ages that fit, and schools that fit the ages.

use super::Azienda;
use cartella_domain::{
    cases::{CaseFile, Episode},
    people::{Person, Relation, RelationKind},
    schools::{School, SchoolEnrolment},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::azienda::course;

fn born(person: &Person) -> CivilDate {
    person.birth.unwrap().date().unwrap()
}

/// Parents are of an age to be parents; whose case it is was born before it and is of an age for the service.
pub fn fit(azienda: &Azienda) {
    let mut mothers = 0;
    for relation in azienda.all::<Relation>() {
        let relation = relation.value;
        let child: Person = azienda.one(relation.subject);
        let other: Person = azienda.one(relation.other);
        let gap = born(&child).days_since(born(&other)) / 365;
        match relation.kind.unwrap() {
            RelationKind::Mother => {
                mothers += 1;
                assert!((18..=46).contains(&gap), "a mother of {gap} at birth");
            }
            RelationKind::Father => assert!((15..=60).contains(&gap), "a father of {gap} at birth"),
            RelationKind::Grandparent => assert!((38..=85).contains(&gap), "a grandmother of {gap}"),
            RelationKind::Parent => panic!("a parent of unknown sex"),
            _ => {}
        }
    }
    assert!(mothers > 30, "{mothers}");
    for row in azienda.all::<CaseFile>() {
        let id = row.id.clone();
        let file = row.value;
        let person: Person = azienda.one(file.person.unwrap());
        let episode = azienda.all::<Episode>();
        let episode = episode
            .iter()
            .find(|row| row.value.case.unwrap().to_string() == id)
            .unwrap();
        let referred = episode.value.referral.as_ref().unwrap().on.unwrap().earliest();
        assert!(referred >= born(&person), "a case older than whose it is");
        let age = episode.value.recorded_on.unwrap().days_since(born(&person)) / 365;
        let (from, to) = match file.service.unwrap() {
            Service::Aes => (3, 14),
            Service::AesSecondaria => (14, 19),
            Service::Sad | Service::SadDimissioniProtette => (72, 95),
            Service::ServizioSocialeDiBase => (24, 59),
            _ => (0, 17),
        };
        assert!((from..=to).contains(&age), "{age} years in {:?}", file.service);
        let oldest = azienda.grown.last_day.days_since(born(&person)) / 365;
        let over = !episode.value.state.name().is_open();
        assert!(
            over || to > 20 || oldest <= 19,
            "{oldest} years and still followed as a minor"
        );
    }
}

/// Pupils attend a school of the order that their age asks for.
pub fn attend_their_school(azienda: &Azienda) {
    let enrolments = azienda.all::<SchoolEnrolment>();
    assert!(enrolments.len() > 4, "{}", enrolments.len());
    for row in enrolments {
        let enrolment = row.value;
        let person: Person = azienda.one(enrolment.person);
        let school: School = azienda.one(enrolment.school.unwrap());
        let (order, _) = course(born(&person), enrolment.year).unwrap();
        assert_eq!(
            school.order,
            Some(order),
            "born {} in {}",
            born(&person),
            enrolment.year
        );
    }
}
