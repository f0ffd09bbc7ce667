//! Scenario 20: a case under an order of a court is not closed before the order is.

use super::{coming_in, day, mandate, order, page, registered};
use crate::cases::{opening, person};
use cartella_app::{
    cases::{CloseCase, OpenCase, close, open},
    tutela::{EditInFile, EndOrder, edit_mandate, end_order},
};
use cartella_domain::{
    cases::{Paper, State, motivi_chiusura, situazioni_chiusura},
    ids::CaseId,
    services::Service,
    tutela::{Cessazione, StatoMandato, Termine},
};
use cartella_testkit::Office;

fn running(office: &mut Office) -> CaseId {
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let input = OpenCase {
        responsible: Some(office.session.operator()),
        running: Some(State::ProgettoAttivo {
            on: Some("2026-01".parse().unwrap()),
        }),
        ..opening(child, Service::TutelaMinori)
    };
    open(&mut office.session, input).unwrap().cases[0]
}

fn closing(case: CaseId, reason: &str) -> CloseCase {
    CloseCase {
        case,
        on: None,
        reason: motivi_chiusura(Service::TutelaMinori).answer(reason),
        situation: situazioni_chiusura(Service::TutelaMinori).answer("1"),
        final_report: Some(Paper {
            on: Some(day("2026-03-02")),
            protocol: Some("12/2026".into()),
            waived: None,
        }),
        report: None,
        note: None,
    }
}

fn refusal(office: &mut Office, input: CloseCase) -> String {
    let error = close(&mut office.session, input).unwrap_err();
    format!("{:?} {:?}", error.code, error.params)
}

#[test]
fn scenario_20_closing_is_blocked_until_the_order_is_revoked_and_its_mandates_are_answered() {
    let mut office = Office::new(420).unwrap();
    let case = running(&mut office);
    let done = registered(
        &mut office.session,
        coming_in(&[case], order("MONIT"), vec![mandate(Termine::NonIndicato)]),
    );
    let refused = refusal(&mut office, closing(case, "4"));
    assert!(
        refused.contains("nothing_open") && refused.contains("mandate_ended"),
        "{refused}"
    );
    let mandate = page(&mut office.session, case).orders[0].mandates[0]
        .mandate
        .clone();
    let mut value = mandate.value;
    value.state = StatoMandato::Adempiuto {
        on: day("2026-03-02"),
        note: None,
    };
    let answered = EditInFile {
        id: mandate.id,
        value,
        seen: mandate.seen,
        everywhere: false,
    };
    edit_mandate(&mut office.session, answered).unwrap();
    let refused = refusal(&mut office, closing(case, "4"));
    assert!(
        !refused.contains("nothing_open") && refused.contains("mandate_ended"),
        "{refused}"
    );
    let end = EndOrder {
        order: done.orders[0],
        on: office.session.today(),
        how: Cessazione::Revoca,
        note: None,
        everywhere: false,
    };
    end_order(&mut office.session, end).unwrap();
    close(&mut office.session, closing(case, "4")).unwrap();
}

#[test]
fn scenario_20_transfer_and_coming_of_age_need_no_revocation() {
    for (seed, reason) in [(421, "1"), (422, "3")] {
        let mut office = Office::new(seed).unwrap();
        let case = running(&mut office);
        registered(
            &mut office.session,
            coming_in(&[case], order("MONIT"), Vec::new()),
        );
        close(&mut office.session, closing(case, reason)).unwrap();
    }
}
