//! Orders that wait for somebody and terms that are over.

use super::{coordinator, seen_by};
use crate::{
    cases::{assigning, open_one, opening, person},
    tutela::{as_other, coming_in, day, order, registered},
};
use cartella_app::{board::AskBoard, cases::assign, commands::Nothing, today::today};
use cartella_domain::{
    cases::AssignmentRole,
    deadlines::{Code, State},
    ids::{CaseId, OperatorId},
    services::Service,
    tutela::Provvedimento,
};
use cartella_testkit::Office;

fn nobodys(office: &mut Office, name: &str) -> CaseId {
    let minor = person(office, "Rossi", name, "2015-06-01");
    open_one(office, opening(minor, Service::TutelaMinori))
}

fn comes_in(office: &mut Office, sala: OperatorId, case: CaseId, urgent: bool) {
    let order = Provvedimento {
        arrived_on: Some(day("2026-04-02")),
        urgent: Some(urgent),
        ..order("MONIT")
    };
    as_other(&mut office.session, sala, |session| {
        registered(session, coming_in(&[case], order, Vec::new()))
    });
}

/// Scenario 7 of the reference: Easter Monday and the weekends are no working days.
#[test]
fn scenario_7_an_order_of_2_april_without_anybody_is_overdue_after_the_14th() {
    let mut office = Office::new(1611).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    let (calm, urgent) = (nobodys(&mut office, "Anna"), nobodys(&mut office, "Luca"));
    office.clock.set("2026-04-02T08:00:00Z");
    comes_in(&mut office, sala, calm, false);
    comes_in(&mut office, sala, urgent, true);
    office.clock.set("2026-04-14T21:30:00Z");
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    let orders: Vec<_> = board
        .orders
        .iter()
        .map(|order| (order.case, order.worked_days))
        .collect();
    assert_eq!(orders, [(urgent, Some(7)), (calm, Some(7))], "urgent ones first");
    let told = as_other(&mut office.session, sala, |session| today(session, Nothing {})).unwrap();
    let told = told.to_assign.unwrap();
    assert_eq!((told.urgent, told.all), (1, 2), "she hears of them in Oggi");
    assert!(
        today(&mut office.session, Nothing {})
            .unwrap()
            .to_assign
            .is_none()
    );
    let state = |board: &cartella_app::board::Board| board.orders[0].standing.unwrap().state;
    assert_eq!(state(&board), State::DueSoon);
    assert_eq!(board.orders[0].due, Some(day("2026-04-14")));
    assert_eq!((board.totals.overdue, board.totals.to_assign), (0, 2));
    office.clock.set("2026-04-14T22:30:00Z");
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert_eq!((state(&board), board.totals.overdue), (State::Overdue, 2));
    let codes: Vec<_> = board
        .overdue
        .iter()
        .map(|item| item.deadline.unwrap().key.code)
        .collect();
    assert_eq!(codes, [Code::TmAssegnazione; 2]);
    // Assigned, it waits for nobody any more.
    let me = office.session.operator();
    let assigning = assigning(urgent, me, AssignmentRole::Responsabile);
    as_other(&mut office.session, sala, |session| assign(session, assigning)).unwrap();
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert_eq!((board.orders.len(), board.orders[0].case), (1, calm));
}

#[test]
fn overdue_terms_are_those_that_oggi_tells_of() {
    let mut office = Office::new(1612).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    let file = nobodys(&mut office, "Anna");
    office.clock.set("2026-04-02T08:00:00Z");
    comes_in(&mut office, sala, file, false);
    let me = office.session.operator();
    let helping = assigning(file, me, AssignmentRole::Psicologo);
    as_other(&mut office.session, sala, |session| assign(session, helping)).unwrap();
    office.clock.set("2026-05-04T08:00:00Z");
    let mine = today(&mut office.session, Nothing {}).unwrap().due.overdue;
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert!(!mine.is_empty() && mine == board.overdue);
    let other = AskBoard {
        comune: Some("F205".into()),
        ..AskBoard::default()
    };
    assert!(
        seen_by(&mut office.session, sala, other).overdue.is_empty(),
        "filters hold for terms too"
    );
}

/// What only ends an order waits for nobody.
#[test]
fn a_revocation_of_a_case_without_anybody_waits_for_nobody() {
    let mut office = Office::new(1613).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    let file = nobodys(&mut office, "Anna");
    as_other(&mut office.session, sala, |session| {
        registered(session, coming_in(&[file], order("REVOCA"), Vec::new()))
    });
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert!(board.orders.is_empty());
    let told = as_other(&mut office.session, sala, |session| today(session, Nothing {})).unwrap();
    assert_eq!(told.to_assign.unwrap().all, 0);
    comes_in(&mut office, sala, file, false);
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert_eq!(board.orders.len(), 1);
}
