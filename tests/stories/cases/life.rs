//! The life of a case: what each state asks, already running, closed, open again.

use super::{assigning, open_one, opening, paper, person, record, state, step};

use cartella_app::{
    ErrorKind,
    cases::{CloseCase, OneCase, OpenCase, PaperKind, ReopenCase, assign, close, get, reopen},
};
use cartella_domain::{
    cases::{
        Ask, AssignmentRole, Finding, Move, Referral, State, StateName, motivi_chiusura, situazioni_chiusura,
    },
    ids::{CaseId, OperatorId},
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

#[test]
fn a_case_walks_from_referral_to_its_plan_and_each_state_asks_for_its_papers() {
    let mut office = Office::new(11).unwrap();
    let (me, case) = referred(&mut office);
    assert_eq!(state(&mut office, case), StateName::Segnalato);
    assign(
        &mut office.session,
        assigning(case, me, AssignmentRole::Responsabile),
    )
    .unwrap();
    assert_eq!(
        state(&mut office, case),
        StateName::Segnalato,
        "the pair is not complete"
    );
    let psychologist = office.colleague("Riva", Role::Psicologo).unwrap();
    assign(
        &mut office.session,
        assigning(case, psychologist, AssignmentRole::Psicologo),
    )
    .unwrap();
    assert_eq!(state(&mut office, case), StateName::Assegnato);
    step(&mut office, case, Move::Assess).unwrap();
    let refused = step(&mut office, case, Move::TakeInCharge).unwrap_err();
    assert!(refused.contains("privacy_notice,consent_or_mandate"), "{refused}");
    record(&mut office, case, PaperKind::PrivacyNotice);
    record(&mut office, case, PaperKind::CourtMandate);
    step(&mut office, case, Move::TakeInCharge).unwrap();
    record(&mut office, case, PaperKind::Plan);
    step(&mut office, case, Move::StartPlan).unwrap();
    assert_eq!(state(&mut office, case), StateName::ProgettoAttivo);
}

fn referred(office: &mut Office) -> (OperatorId, CaseId) {
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(office, opening(child, Service::TutelaMinori));
    (office.session.operator(), case)
}

#[test]
fn scenario_20_a_closed_case_opens_again_as_the_second_taking_in_charge() {
    let mut office = Office::new(11).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let me = office.session.operator();
    let running = State::ProgettoAttivo {
        on: Some("2026-01".parse().unwrap()),
    };
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            running: Some(running),
            ..opening(child, Service::TutelaMinori)
        },
    );
    record(&mut office, case, PaperKind::CourtMandate);
    let closing = |reason: &str| CloseCase {
        case,
        on: None,
        reason: motivi_chiusura(Service::TutelaMinori).answer(reason),
        situation: situazioni_chiusura(Service::TutelaMinori).answer("1"),
        final_report: Some(paper()),
        report: None,
        note: Some("Obiettivi raggiunti".into()),
    };
    let refused = close(&mut office.session, closing("4")).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Precondition);
    record(&mut office, case, PaperKind::MandateEnded);
    close(&mut office.session, closing("4")).unwrap();
    office.clock.set("2027-01-11T08:00:00Z");
    let again = ReopenCase {
        case,
        on: None,
        referral: None,
        reason: None,
    };
    reopen(&mut office.session, again).unwrap();
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let episodes: Vec<_> = page
        .episodes
        .iter()
        .map(|e| (e.number, e.year, e.state_name))
        .collect();
    assert_eq!(
        episodes,
        [
            (2, Some(2027), StateName::Riaperto),
            (1, Some(2026), StateName::Chiuso)
        ]
    );
    let history: Vec<_> = page.transitions.iter().rev().map(|t| t.to).collect();
    assert_eq!(
        history,
        [StateName::ProgettoAttivo, StateName::Chiuso, StateName::Riaperto]
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_case_that_already_runs_enters_in_its_state_and_what_is_missing_never_blocks() {
    let mut office = Office::new(12).unwrap();
    let child = person(&mut office, "Bianchi", "Luca", "2012-01-01");
    let me = office.session.operator();
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            running: Some(State::ProgettoAttivo {
                on: Some("2019-05".parse().unwrap()),
            }),
            comuni: None,
            referral: Some(Referral {
                on: Some("2018".parse().unwrap()),
                ..Referral::default()
            }),
            ..opening(child, Service::TutelaMinori)
        },
    );
    let page = get(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(page.episodes[0].state_name, StateName::ProgettoAttivo);
    assert_eq!(page.first_referral, Some("2018".parse().unwrap()));
    let asked = |ask| Finding::Asked { ask };
    for finding in [
        asked(Ask::Psychologist),
        asked(Ask::PrivacyNotice),
        asked(Ask::ConsentOrMandate),
        asked(Ask::SignedPlan),
        Finding::Comuni,
        Finding::NoAdultRelation,
    ] {
        assert!(page.findings.contains(&finding), "{finding:?}");
    }
    record(&mut office, case, PaperKind::Plan);
    let page = get(&mut office.session, OneCase { case }).unwrap();
    assert!(!page.findings.contains(&asked(Ask::SignedPlan)));
    step(&mut office, case, Move::Monitor).unwrap();
}
