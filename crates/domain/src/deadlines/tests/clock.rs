//! Terms in hours: absolute, whatever the clocks do.

use super::{super::deadline, *};
use crate::deadlines::State;

#[test]
fn a_403_over_the_night_in_which_clocks_go_forward_has_24_hours_all_the_same() {
    let placed = at("2026-03-28 20:00");
    let papers = computed(&term(Code::C403Trasmissione, placed));
    assert_eq!(shown(papers.due), "2026-03-29 21:00");
    assert_eq!(papers.due, Moment::At(placed.plus_millis(24 * 3_600_000)));
    // 72 hours from a Friday afternoon before it.
    let asked = computed(&term(Code::C403Richiesta, at("2026-03-27 15:00")));
    assert_eq!(shown(asked.due), "2026-03-30 16:00");
}

#[test]
fn and_over_the_night_in_which_they_go_back() {
    let papers = computed(&term(Code::C403Trasmissione, at("2026-10-24 20:00")));
    assert_eq!(shown(papers.due), "2026-10-25 19:00");
    let decree = computed(&term(Code::C403Decreto, at("2026-10-24 11:00")));
    assert_eq!(shown(decree.due), "2026-10-26 10:00");
}

#[test]
fn clocks_in_italy_show_an_hour_once_twice_or_not_at_all() {
    let moment = |date: &str, time: &str| Instant::in_rome(day(date), time.parse().unwrap());
    assert_eq!(moment("2026-03-29", "02:30"), None);
    let first = moment("2026-10-25", "02:30").unwrap();
    assert_eq!(first.to_string(), "2026-10-25T00:30:00.000Z");
    let summer = moment("2026-07-01", "00:30").unwrap();
    assert_eq!(
        (summer.rome_date(), summer.rome_time().to_string()),
        (day("2026-07-01"), "00:30".to_owned())
    );
    assert_eq!(summer.to_string(), "2026-06-30T22:30:00.000Z");
}

#[test]
fn a_day_term_that_starts_with_a_moment_counts_from_its_day_in_italy() {
    // Half past midnight in Italy is still the day before in UTC.
    let decree = Instant::in_rome(day("2026-06-01"), "00:30".parse().unwrap()).unwrap();
    assert_eq!(
        shown(computed(&term(Code::C403Udienza, decree)).due),
        "2026-06-16"
    );
}

#[test]
fn the_clock_of_a_403_runs_to_the_minute_and_stays_red_when_it_is_over() {
    let office = Office::default();
    let found = deadline(
        &term(Code::C403Trasmissione, at("2026-03-13 17:40")),
        &office,
        &[],
        &[],
    )
    .unwrap();
    let standing = |text| found.standing(at(text), &office);
    let running = standing("2026-03-14 11:28");
    assert_eq!(
        (running.state, running.minutes),
        (State::DueSoon, Some(6 * 60 + 12))
    );
    assert_eq!(standing("2026-03-14 17:40").state, State::DueSoon);
    let over = standing("2026-03-14 17:41");
    assert_eq!((over.state, over.minutes), (State::Overdue, Some(-1)));
    assert_eq!(standing("2027-03-14 17:41").state, State::Overdue);
}

#[test]
fn hours_from_a_day_of_which_the_hour_is_not_known_count_from_its_beginning() {
    let found = computed(&term(Code::C403Trasmissione, day("2026-03-13")));
    assert_eq!(shown(found.due), "2026-03-14 00:00");
}
