use super::*;
use crate::{
    codice_fiscale::Sex,
    people::{Acknowledgement, Citizenship, Identifier, Period, ResidencePermit},
};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn today() -> CivilDate {
    day("2026-04-14")
}

fn codes(person: &Person) -> Vec<FindingCode> {
    findings(person, today())
        .iter()
        .map(|finding| finding.code)
        .collect()
}

fn rossi() -> Person {
    Person {
        surname: Some("Rossi".into()),
        name: Some("Mario".into()),
        sex: Some(Sex::M),
        birth: "1985-08-01".parse().ok(),
        birthplace: Some("H501".into()),
        ..Person::default()
    }
}

fn with(mut person: Person, kind: IdentifierKind, code: &str) -> Person {
    person.identifiers.0.push(Identifier::new(kind, code));
    person
}

#[test]
fn a_sound_person_has_nothing_to_look_at() {
    assert_eq!(
        codes(&with(rossi(), IdentifierKind::CodiceFiscale, "RSSMRA85M01H501Q")),
        []
    );
    let only_surname = Person {
        surname: Some("Ali".into()),
        ..Person::default()
    };
    assert_eq!(codes(&only_surname), []);
    let only_alias = Person {
        aliases: ["il Biondo".to_owned()].into_iter().collect(),
        ..Person::default()
    };
    assert_eq!(codes(&only_alias), []);
    assert_eq!(codes(&Person::default()), [FindingCode::NoName]);
}

#[test]
fn a_code_of_someone_else_is_a_warning_that_can_be_acknowledged() {
    let mut person = with(rossi(), IdentifierKind::CodiceFiscale, "DLCCHR14T45E514R");
    let all = [
        FindingCode::CfSurname,
        FindingCode::CfName,
        FindingCode::CfBirth,
        FindingCode::CfSex,
        FindingCode::CfBirthplace,
    ];
    assert_eq!(codes(&person), all);
    assert!(
        findings(&person, today())
            .iter()
            .all(|f| f.severity == Severity::Warning && !f.acknowledged)
    );
    person.acknowledged.0.push(Acknowledgement {
        finding: "cf_sex".into(),
        about: "DLCCHR14T45E514R".into(),
        on: today(),
    });
    let seen = |person: &Person| {
        findings(person, today())
            .into_iter()
            .filter(|finding| finding.acknowledged)
            .map(|finding| finding.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(seen(&person), [FindingCode::CfSex]);
    person.identifiers = [Identifier::new(IdentifierKind::CodiceFiscale, "FOXGUO50L09H501Q")]
        .into_iter()
        .collect();
    assert_eq!(seen(&person), [], "another code asks again");
}

#[test]
fn omocodia_in_the_year_is_right_and_noted_for_inps() {
    let person = with(rossi(), IdentifierKind::CodiceFiscale, "RSSMRAURMLMHRLMA");
    assert_eq!(codes(&person), [FindingCode::CfOmocodiaInps]);
}

#[test]
fn codes_with_a_mistake_are_kept_and_shown() {
    let wrong = with(rossi(), IdentifierKind::CodiceFiscale, "RSSMRA85M01H501A");
    assert_eq!(codes(&wrong), [FindingCode::IdentifierMalformed]);
    let two = with(
        with(rossi(), IdentifierKind::CodiceFiscale, "RSSMRA85M01H501Q"),
        IdentifierKind::CodiceFiscale,
        "RSSMRA85M01H50MI",
    );
    assert_eq!(codes(&two), [FindingCode::IdentifierTwice]);
    let mut stp = with(rossi(), IdentifierKind::Stp, "STP0301230000001");
    stp.identifiers.0[0].period.until = Some(day("2026-04-13"));
    assert_eq!(codes(&stp), [FindingCode::IdentifierExpired]);
    stp.identifiers.0[0].period.until = Some(today());
    assert_eq!(codes(&stp), []);
}

#[test]
fn dates_of_a_life_stand_in_order() {
    let life = |birth: &str, death: &str| Person {
        surname: Some("X".into()),
        birth: birth.parse().ok(),
        death: death.parse().ok(),
        ..Person::default()
    };
    for (birth, death, expected) in [
        ("2026-04-14", "", None),
        ("2026-04-15", "", Some(FindingCode::BirthInFuture)),
        ("1950-05-05", "2026-04-15", Some(FindingCode::DeathInFuture)),
        ("1950-05-05", "1950-05-04", Some(FindingCode::DeathBeforeBirth)),
        ("1950-05-05", "1950-05-05", None),
        ("1950-05-05", "1950", None),
        ("1950", "1950-01-01", None),
        ("1950-05", "1950-04", Some(FindingCode::DeathBeforeBirth)),
        ("1950-05-05", "1949", Some(FindingCode::DeathBeforeBirth)),
    ] {
        assert_eq!(
            codes(&life(birth, death)).first().copied(),
            expected,
            "{birth} {death}"
        );
    }
}

#[test]
fn permits_citizenships_and_unaccompanied_minors() {
    let permit = |expires: &str, status| Person {
        surname: Some("X".into()),
        residence_permit: Some(ResidencePermit {
            expires: Some(day(expires)),
            status,
            ..ResidencePermit::default()
        }),
        ..Person::default()
    };
    for (expires, status, expected) in [
        ("2026-06-14", None, None),
        ("2026-06-13", None, Some(FindingCode::PermitExpiring)),
        ("2026-04-14", None, Some(FindingCode::PermitExpiring)),
        ("2026-04-13", None, Some(FindingCode::PermitExpired)),
        ("2026-04-13", Some(PermitStatus::Renewing), None),
        (
            "2027-01-01",
            Some(PermitStatus::Expired),
            Some(FindingCode::PermitExpired),
        ),
    ] {
        assert_eq!(
            codes(&permit(expires, status)).first().copied(),
            expected,
            "{expires}"
        );
    }
    let mut person = Person {
        msna: Some(true),
        birth: "2008-04-14".parse().ok(),
        ..rossi()
    };
    person.citizenships = ["380", "504", "818"]
        .map(|country| Citizenship {
            country: country.into(),
            period: Period::default(),
        })
        .into_iter()
        .collect();
    assert_eq!(
        codes(&person),
        [FindingCode::MsnaOfAge, FindingCode::CitizenshipsOverTwo]
    );
    person.birth = "2008-04-15".parse().ok();
    person.citizenships.0[2].period.until = Some(day("2020-01-01"));
    assert_eq!(codes(&person), []);
}
