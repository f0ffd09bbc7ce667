use super::*;
use crate::time::{CivilDate, PartialDate};
use proptest::prelude::*;

const ROSSI: &str = "RSSMRA85M01H501Q";

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn code(text: &str) -> CodiceFiscale {
    CodiceFiscale::parse(text).unwrap()
}

fn computed(surname: &str, name: &str, sex: Sex, date: &str, belfiore: &str) -> Option<String> {
    let birth = Birth {
        date: day(date),
        sex,
        belfiore,
    };
    compute(surname, name, birth).map(String::from)
}

#[test]
fn codes_are_computed_as_the_decree_says() {
    for (surname, name, sex, date, belfiore, expected) in [
        ("Rossi", "Mario", Sex::M, "1985-08-01", "H501", ROSSI),
        ("Rossi", "Maria", Sex::F, "1985-08-01", "H501", "RSSMRA85M41H501U"),
        ("Fo", "Ugo", Sex::M, "1950-07-09", "H501", "FOXGUO50L09H501Q"),
        (
            "De Luca",
            "Chiara",
            Sex::F,
            "2014-12-05",
            "E514",
            "DLCCHR14T45E514R",
        ),
        ("Ali", "Aya", Sex::F, "2016-01-31", "Z336", "LAIYAA16A71Z336I"),
        (
            "Nicolò",
            "Agata",
            Sex::F,
            "2012-02-29",
            "F205",
            "NCLGTA12B69F205U",
        ),
        (
            "NICOLO'",
            "Agata",
            Sex::F,
            "2012-02-29",
            "F205",
            "NCLGTA12B69F205U",
        ),
    ] {
        let found = computed(surname, name, sex, date, belfiore);
        assert_eq!(found.as_deref(), Some(expected), "{surname}");
        assert!(CodiceFiscale::parse(expected).is_ok());
    }
    assert_eq!(computed("", "Mario", Sex::M, "1985-08-01", "H501"), None);
    assert_eq!(computed("محمد", "Mario", Sex::M, "1985-08-01", "H501"), None);
    assert_eq!(computed("Rossi", "Mario", Sex::M, "1985-08-01", "H5"), None);
}

#[test]
fn names_with_four_consonants_skip_the_second() {
    for (name, letters) in [
        ("Gianfranco", "GFR"),
        ("Maria", "MRA"),
        ("Al", "LAX"),
        ("Marco", "MRC"),
        ("O", "OXX"),
    ] {
        assert_eq!(name_part(name).as_deref(), Some(letters));
    }
    assert_eq!(surname_part("Gianfranco").as_deref(), Some("GNF"));
}

#[test]
fn a_code_is_read_as_people_type_it() {
    for text in [
        "rssmra85m01h501q",
        " RSS MRA 85M01 H501Q ",
        "RSS-MRA-85M01-H501-Q",
    ] {
        assert_eq!(code(text).as_str(), ROSSI);
    }
}

#[test]
fn what_is_wrong_is_said() {
    for (text, error) in [
        ("", NotACodice::Length { found: 0 }),
        ("RSSMRA85M01H501", NotACodice::Length { found: 15 }),
        ("RSSMRA85M01H501A", NotACodice::CheckLetter),
        ("RSSMRB85M01H501Q", NotACodice::CheckLetter),
        ("RSSMRA85G01H501Q", NotACodice::Character { position: 9 }),
        ("RSS1RA85M01H501Q", NotACodice::Character { position: 4 }),
        ("RSSMRA85MA1H501Q", NotACodice::Character { position: 10 }),
        ("RSSMRA85M32H501Q", NotACodice::Date),
        ("RSSMRA85M00H501Q", NotACodice::Date),
        ("RSSMRA85M40H501Q", NotACodice::Date),
        ("NCLGTA13B69F205U", NotACodice::Date),
    ] {
        assert_eq!(CodiceFiscale::parse(text).err(), Some(error), "{text}");
    }
}

#[test]
fn the_seven_omocodie_of_the_tax_office_are_accepted() {
    let base = code(ROSSI);
    for text in [
        "RSSMRA85M01H50MI",
        "RSSMRA85M01H5LMT",
        "RSSMRA85M01HRLMO",
        "RSSMRA85M0MHRLMG",
        "RSSMRA85MLMHRLMR",
        "RSSMRA8RMLMHRLMD",
        "RSSMRAURMLMHRLMA",
    ] {
        let found = code(text);
        assert!(found.is_omocodia() && base.omocodie().contains(&found), "{text}");
        assert_eq!(found.base().as_str(), ROSSI);
    }
    assert!(!base.is_omocodia());
}

#[test]
fn all_127_omocodie_say_the_same_of_the_birth() {
    let base = code(ROSSI);
    let today = day("2026-04-14");
    let said = base.decode(today).unwrap();
    let all = base.omocodie();
    let distinct: std::collections::HashSet<_> = all.iter().map(CodiceFiscale::as_str).collect();
    assert_eq!((all.len(), distinct.len()), (127, 127));
    for omocodia in all {
        let again = CodiceFiscale::parse(omocodia.as_str()).unwrap();
        assert!(again.decode(today).unwrap() == said, "{}", omocodia.as_str());
        assert_eq!(again.base().as_str(), ROSSI);
    }
}

#[test]
fn inps_takes_omocodia_only_in_the_last_three_digits() {
    for (text, fits) in [
        (ROSSI, true),
        ("RSSMRA85M01HRLMO", true),
        ("RSSMRA85M0MHRLMG", false),
        ("RSSMRAURMLMHRLMA", false),
    ] {
        assert_eq!(code(text).fits_inps(), fits, "{text}");
    }
}

#[test]
fn the_century_is_the_latest_that_is_not_in_the_future() {
    let aya = code("LAIYAA16A71Z336I");
    let said = aya.decode(day("2026-04-14")).unwrap();
    assert_eq!(
        (said.date, said.century_earlier),
        (day("2016-01-31"), Some(day("1916-01-31")))
    );
    assert_eq!((said.sex, said.belfiore.as_str()), (Sex::F, "Z336"));
    assert_eq!(aya.decode(day("2016-01-31")).unwrap().date, day("2016-01-31"));
    assert_eq!(aya.decode(day("2016-01-30")).unwrap().date, day("1916-01-31"));
    assert_eq!(
        code(ROSSI).decode(day("2026-04-14")).unwrap().date,
        day("1985-08-01")
    );
    let leap = compute(
        "Rossi",
        "Mario",
        Birth {
            date: day("2000-02-29"),
            sex: Sex::M,
            belfiore: "H501",
        },
    );
    let said = leap.unwrap().decode(day("2026-04-14")).unwrap();
    assert_eq!((said.date, said.century_earlier), (day("2000-02-29"), None));
}

#[test]
fn disagreements_are_named_and_the_unknown_agrees() {
    let known = Known {
        surname: Some("Rossi"),
        name: Some("Mario"),
        birth: "1985-08-01".parse().ok(),
        sex: Some(Sex::M),
        belfiore: Some("H501"),
    };
    let code = code("RSSMRAURMLMHRLMA");
    assert_eq!(code.mismatches(&known), []);
    assert_eq!(code.mismatches(&Known::default()), []);
    let with = |birth: &str| {
        let birth: Option<PartialDate> = birth.parse().ok();
        code.mismatches(&Known { birth, ..known })
    };
    assert_eq!(with("1985"), []);
    assert_eq!(with("1985-09"), [Mismatch::Birth]);
    assert_eq!(with("1990~"), []);
    let other = Known {
        surname: Some("Bianchi"),
        name: Some("Luca"),
        birth: "1986-08-01".parse().ok(),
        sex: Some(Sex::F),
        belfiore: Some("F205"),
    };
    let all = [
        Mismatch::Surname,
        Mismatch::Name,
        Mismatch::Birth,
        Mismatch::Sex,
        Mismatch::Birthplace,
    ];
    assert_eq!(code.mismatches(&other), all);
}

#[test]
fn other_codes_have_their_own_shapes() {
    for (text, provisional) in [
        ("01234567897", true),
        ("93000000013", true),
        ("01234567890", false),
        ("0123456789", false),
        ("", false),
        ("0123456789A", false),
    ] {
        assert_eq!(is_provisional(text), provisional, "{text}");
    }
    assert!(is_stp("STP0301230000001") && is_eni("ENI0301230000001"));
    for text in [
        "STP030123000001",
        "STP03012300000012",
        "ENI030123000000A",
        "ENI",
        "",
    ] {
        assert!(!is_stp(text) && !is_eni(text), "{text}");
    }
    assert!(!is_stp("ENI0301230000001"));
    assert_eq!(stp_expiry(day("2026-08-31")), day("2027-02-28"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn random_texts_never_panic(text in "\\PC{0,40}|[A-Z0-9 à-ÿ]{16}|[A-Z]{6}[0-9L-V]{2}[A-T][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z]") {
        let normal = normalise(&text);
        let _ = (is_provisional(&normal), is_stp(&normal), is_eni(&normal), check_letter(&normal));
        if let Ok(code) = CodiceFiscale::parse(&text) {
            prop_assert_eq!(code.omocodie().len(), 127);
            prop_assert!(code.decode(CivilDate::from_ymd(2026, 4, 14).unwrap()).is_some());
        }
    }

    #[test]
    fn what_is_computed_is_decoded(days in 0_i64..36_000, female: bool, surname in "[A-Za-zàèìòù' ]{1,12}", name in "[A-Z][a-z]{1,9}") {
        let today = CivilDate::from_ymd(2026, 4, 14).unwrap();
        let birth = Birth {
            date: today.plus_days(-days),
            sex: if female { Sex::F } else { Sex::M },
            belfiore: "E514",
        };
        if let Some(code) = compute(&surname, &name, birth) {
            let said = code.decode(today).unwrap();
            prop_assert_eq!((said.date, said.sex, said.belfiore.as_str()), (birth.date, birth.sex, "E514"));
        }
    }
}
