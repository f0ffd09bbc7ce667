//! The worked numbers and scenarios of the trade's specification (14.1, 14.2) that are about terms.

use super::{
    super::{Holiday, Length, State, deadline, months_tenths},
    *,
};

fn made(term: &Term) -> super::super::Deadline {
    deadline(term, &Office::default(), &[], &[]).unwrap()
}

#[test]
fn kpi_of_assignment_and_scenario_7() {
    let order = term(Code::TmAssegnazione, day("2026-04-02"));
    let found = made(&order);
    assert_eq!(shown(found.due), "2026-04-14");
    let why = found.explanation.clone().unwrap();
    assert_eq!(why.length, Some(Length::WorkingDays(7)));
    assert_eq!(
        why.holidays.iter().map(|s| s.holiday).collect::<Vec<_>>(),
        [Holiday::EasterMonday]
    );
    assert!(why.weekends && !why.stated && why.moved_from.is_none());
    let state = |text| found.standing(at(text), &Office::default()).state;
    assert_eq!(state("2026-04-06 09:00"), State::InTime);
    assert_eq!(state("2026-04-07 09:00"), State::DueSoon);
    assert_eq!(state("2026-04-14 23:59"), State::DueSoon);
    assert_eq!(state("2026-04-15 00:00"), State::Overdue);
    let standing = found.standing(at("2026-04-17 09:00"), &Office::default());
    assert_eq!(standing.days, -3);
}

#[test]
fn kpi_of_a_report_to_the_ordinary_court() {
    let mandate = Term {
        met: Some(day("2025-06-30").into()),
        ..term(Code::TmRelTo, day("2025-01-20"))
    };
    let found = made(&mandate);
    assert_eq!(
        found.standing(at("2026-01-01 09:00"), &Office::default()).state,
        State::MetLate
    );
    let days = found.days_taken(day("2026-01-01"));
    assert_eq!((days, months_tenths(days)), (161, 53));
}

#[test]
fn an_affido_of_24_months_and_its_four_alerts_and_scenario_10() {
    let found = made(&term(Code::AffidoScadenza, day("2025-09-15")));
    assert_eq!(shown(found.due), "2027-09-15");
    let alerts: Vec<_> = found.alert_days().iter().map(ToString::to_string).collect();
    assert_eq!(alerts, ["2027-05-18", "2027-06-17", "2027-07-17", "2027-08-16"]);
    let standing = |text| found.standing(at(text), &Office::default());
    assert_eq!(standing("2027-05-17 09:00").alert, None);
    assert_eq!(standing("2027-05-18 09:00").alert, Some(120));
    assert_eq!(standing("2027-08-01 09:00").alert, Some(60));
    assert_eq!(standing("2027-09-15 23:59").state, State::DueSoon);
    for after in ["2027-09-16 00:00", "2031-01-01 09:00"] {
        assert_eq!(standing(after).state, State::Overdue, "never closed by itself");
    }
}

#[test]
fn the_clock_of_art_403() {
    for (code, start, end) in [
        (Code::C403Trasmissione, "2026-03-13 17:40", "2026-03-14 17:40"),
        (Code::C403Richiesta, "2026-03-14 15:00", "2026-03-17 15:00"),
        (Code::C403Decreto, "2026-03-16 11:00", "2026-03-18 11:00"),
        (Code::C403Udienza, "2026-03-18 11:00", "2026-04-02"),
    ] {
        assert_eq!(shown(computed(&term(code, at(start))).due), end);
    }
}

#[test]
fn isee_and_stp_expire() {
    assert_eq!(due(Code::IseeScadenza, "2026-01-15"), "2026-12-31");
    assert_eq!(due(Code::IseeScadenza, "2026-12-20"), "2026-12-31");
    assert_eq!(due(Code::IseeScadenza, "2026-12-31"), "2026-12-31");
    assert_eq!(due(Code::StpScadenza, "2026-08-31"), "2027-02-28");
    let isee = made(&term(Code::IseeScadenza, day("2026-01-15")));
    assert_eq!(isee.alert_days(), [day("2026-12-01")]);
}
