//! The calendar, and the rules of counting.

use super::{
    super::{Calendar, Holiday, LeapBirth, Length, Skipped, Stated, easter},
    *,
};
use proptest::prelude::*;

#[test]
fn easter_falls_where_the_church_says() {
    for text in [
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2008-03-23",
        "2038-04-25",
    ] {
        assert_eq!(easter(day(text).year()), Some(day(text)));
    }
}

fn holiday(office: &Office, text: &str) -> Option<Holiday> {
    Calendar::of(office).holiday(day(text))
}

#[test]
fn every_holiday_of_2026_and_no_other_day() {
    let office = Office::default();
    let calendar = Calendar::of(&office);
    let found: Vec<_> = (0..365)
        .map(|offset| day("2026-01-01").plus_days(offset))
        .filter(|day| calendar.holiday(*day).is_some())
        .map(|day| day.0.format("%m-%d").to_string())
        .collect();
    assert_eq!(
        found,
        [
            "01-01", "01-06", "04-05", "04-06", "04-25", "05-01", "06-02", "08-15", "10-04", "11-01",
            "12-08", "12-25", "12-26"
        ]
    );
}

#[test]
fn the_fourth_of_october_from_the_year_that_the_office_says() {
    let mut office = Office::default();
    assert_eq!(holiday(&office, "2025-10-04"), None);
    assert_eq!(holiday(&office, "2027-10-04"), Some(Holiday::SanFrancesco));
    // A Monday: seven working days from the Thursday before end a day later.
    assert_eq!(due(Code::TmAssegnazione, "2027-09-30"), "2027-10-12");
    office.san_francesco_from = None;
    assert_eq!(holiday(&office, "2027-10-04"), None);
    let end = compute(&term(Code::TmAssegnazione, day("2027-09-30")), &office).unwrap();
    assert_eq!(shown(end.due), "2027-10-11");
}

#[test]
fn the_patron_saint_of_the_offices_comune_is_not_worked() {
    let office = Office {
        patron: "12-07".parse().ok(),
        ..Office::default()
    };
    let end = compute(&term(Code::TmAssegnazione, day("2026-12-03")), &office).unwrap();
    assert_eq!(shown(end.due), "2026-12-16");
    let skipped: Vec<_> = end.explanation.holidays.iter().map(|s| s.holiday).collect();
    assert_eq!(skipped, [Holiday::Patron, Holiday::Immaculate]);
    assert_eq!(due(Code::TmAssegnazione, "2026-12-03"), "2026-12-15");
}

#[test]
fn only_a_term_of_a_proceeding_moves_off_a_day_that_is_not_worked() {
    // 15 days from 21 March 2026 are Easter Sunday; Easter Monday follows.
    let hearing = computed(&term(Code::C403Udienza, day("2026-03-21")));
    assert_eq!(shown(hearing.due), "2026-04-07");
    assert_eq!(hearing.explanation.moved_from, Some(day("2026-04-05")));
    assert!(hearing.explanation.weekends);
    assert_eq!(
        hearing.explanation.holidays,
        [Skipped {
            on: day("2026-04-06"),
            holiday: Holiday::EasterMonday
        }]
    );
    // A Saturday counts as not worked too (art. 155 c.p.c.).
    assert_eq!(due(Code::AccessoAtti, "2026-03-12"), "2026-04-13");
    // Six months from Christmas: 25 June; the eighteenth birthday and a contract stay where they fall.
    assert_eq!(due(Code::MaggioreEta, "2008-12-25"), "2026-12-25");
    assert_eq!(due(Code::SnSemestrale, "2026-06-25"), "2026-12-25");
}

#[test]
fn somebody_born_on_29_february_comes_of_age_on_1_march_or_as_the_office_decides() {
    assert_eq!(due(Code::MaggioreEta, "2008-02-29"), "2026-03-01");
    let office = Office {
        leap_birth: LeapBirth::LastOfFebruary,
        ..Office::default()
    };
    let birth = term(Code::MaggioreEta, day("2008-02-29"));
    assert_eq!(shown(compute(&birth, &office).unwrap().due), "2026-02-28");
    assert_eq!(due(Code::ProsieguoFine, "2007-02-28"), "2028-02-28");
    assert_eq!(
        due(Code::MaggioreEta, "2010-02-28"),
        "2028-02-28",
        "of a leap year"
    );
}

#[test]
fn working_days_between_are_those_of_a_term() {
    let office = Office::default();
    let calendar = Calendar::of(&office);
    assert_eq!(calendar.worked_between(day("2026-04-02"), day("2026-04-14")), 7);
    assert_eq!(calendar.worked_between(day("2026-04-02"), day("2026-04-02")), 0);
    assert_eq!(calendar.worked_between(day("2026-04-14"), day("2026-04-02")), 0);
}

proptest! {
    #[test]
    fn so_many_working_days_lie_in_a_term_of_working_days(start in 0i64..20_000, days in 1u16..260) {
        let starts = day("1990-01-01").plus_days(start);
        let stated = Term {
            stated: Some(Stated::For(Length::WorkingDays(days))),
            ..term(Code::TmAssegnazione, starts)
        };
        let office = Office { patron: "12-07".parse().ok(), ..Office::default() };
        let end = compute(&stated, &office).unwrap().due.date();
        let calendar = Calendar::of(&office);
        prop_assert!(calendar.is_worked(end) || days == 0);
        prop_assert_eq!(calendar.worked_between(starts, end), u32::from(days));
    }

    #[test]
    fn no_term_ends_before_its_start_and_any_is_computed_at_the_ends_of_the_calendar(
        start in -90_000_000i64..90_000_000, code in 0..Code::ALL.len(), months in 0u16..u16::MAX,
    ) {
        let starts = day("2000-01-01").plus_days(start);
        let stated = Term {
            stated: Some(Stated::For(Length::Months(months))),
            ..term(Code::ALL[code], starts)
        };
        let end = compute(&stated, &Office::default()).unwrap().due;
        prop_assert!(end.date() >= starts);
    }
}
