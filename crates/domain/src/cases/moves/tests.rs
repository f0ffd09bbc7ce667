use super::*;
use crate::cases::referral_sources;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn date(text: &str) -> Option<PartialDate> {
    Some(text.parse().unwrap())
}

fn paper() -> Option<Paper> {
    Some(Paper {
        on: Some(day("2026-01-20")),
        protocol: Some("1234/2026".into()),
        waived: None,
    })
}

fn case(service: Service) -> CaseSituation {
    CaseSituation {
        service,
        responsible: true,
        psychologist: true,
        open_items: 0,
        orders_in_force: 0,
        without_report: false,
    }
}

fn step(episode: &Episode, step: &Move, case: &CaseSituation) -> Result<State, MoveRefused> {
    advance(
        episode,
        step,
        OperatorId::default(),
        day("2026-04-14"),
        day("2026-04-14"),
        case,
    )
}

fn at(state: State) -> Episode {
    Episode {
        state,
        ..Episode::default()
    }
}

fn missing_of(result: Result<State, MoveRefused>) -> Vec<Ask> {
    match result {
        Err(MoveRefused::Missing(asks)) => asks,
        other => panic!("expected something missing, found {other:?}"),
    }
}

#[test]
fn a_case_of_child_protection_walks_from_referral_to_closure() {
    let tm = case(Service::TutelaMinori);
    let mut episode = at(State::Segnalato {
        on: date("2026-01-10"),
    });
    episode.privacy_notice = paper();
    episode.court_mandate = paper();
    episode.plan = paper();
    let moves = [
        (Move::Assign, StateName::Assegnato),
        (Move::Assess, StateName::InValutazione),
        (Move::TakeInCharge, StateName::InCarico),
        (Move::StartPlan, StateName::ProgettoAttivo),
        (Move::Monitor, StateName::InMonitoraggio),
        (Move::StartPlan, StateName::ProgettoAttivo),
        (
            Move::Suspend {
                until: None,
                reason: suspension_reasons().answer("RICOVERO"),
            },
            StateName::Sospeso,
        ),
        (Move::Resume, StateName::ProgettoAttivo),
        (
            Move::Close {
                reason: motivi_chiusura(Service::TutelaMinori).answer("3"),
                situation: situazioni_chiusura(Service::TutelaMinori).answer("2"),
                final_report: paper(),
            },
            StateName::Chiuso,
        ),
    ];
    for (made, reached) in moves {
        episode.state = step(&episode, &made, &tm).unwrap();
        assert_eq!(episode.state.name(), reached);
    }
    assert!(next_moves(&episode.state).is_empty());
}

#[test]
fn assigning_asks_for_the_pair_only_where_a_pair_works() {
    let episode = at(State::Segnalato { on: None });
    let mut alone = case(Service::TutelaMinori);
    alone.psychologist = false;
    assert_eq!(
        missing_of(step(&episode, &Move::Assign, &alone)),
        [Ask::Psychologist]
    );
    let mut explained = episode.clone();
    explained.without_psychologist = Some(Paper {
        waived: Some("posto vacante".into()),
        ..Paper::default()
    });
    assert!(step(&explained, &Move::Assign, &alone).is_ok());
    alone.service = Service::Sad;
    assert!(step(&episode, &Move::Assign, &alone).is_ok());
    alone.responsible = false;
    assert_eq!(
        missing_of(step(&episode, &Move::Assign, &alone)),
        [Ask::Responsible]
    );
}

#[test]
fn taking_in_charge_asks_for_the_informativa_and_consent_or_a_mandate() {
    let tm = case(Service::TutelaMinori);
    let mut episode = at(State::InValutazione { on: None });
    assert_eq!(
        missing_of(step(&episode, &Move::TakeInCharge, &tm)),
        [Ask::PrivacyNotice, Ask::ConsentOrMandate]
    );
    episode.privacy_notice = Some(Paper {
        waived: Some("Irreperibili".into()),
        ..Paper::default()
    });
    episode.consent = Some(Paper {
        waived: Some("  ".into()),
        ..Paper::default()
    });
    assert_eq!(
        missing_of(step(&episode, &Move::TakeInCharge, &tm)),
        [Ask::ConsentOrMandate]
    );
    episode.court_mandate = paper();
    assert!(step(&episode, &Move::TakeInCharge, &tm).is_ok());
}

#[test]
fn scenario_20_closing_under_an_order_asks_for_its_end_a_transfer_or_coming_of_age() {
    let tm = case(Service::TutelaMinori);
    let mut episode = at(State::InMonitoraggio { on: date("2026-02") });
    episode.court_mandate = paper();
    let close = |code: &str| Move::Close {
        reason: motivi_chiusura(Service::TutelaMinori).answer(code),
        situation: situazioni_chiusura(Service::TutelaMinori).answer("1"),
        final_report: paper(),
    };
    assert_eq!(missing_of(step(&episode, &close("4"), &tm)), [Ask::MandateEnded]);
    for code in ["1", "2", "3"] {
        assert!(step(&episode, &close(code), &tm).is_ok(), "{code}");
    }
    episode.mandate_ended = paper();
    assert!(step(&episode, &close("4"), &tm).is_ok());
}

#[test]
fn closing_asks_for_reason_situation_report_and_nothing_open() {
    let mut sad = case(Service::Sad);
    sad.open_items = 2;
    let bare = Move::Close {
        reason: None,
        situation: None,
        final_report: None,
    };
    assert_eq!(
        missing_of(step(&at(State::InCarico { on: None }), &bare, &sad)),
        [
            Ask::ClosingReason,
            Ask::ClosingSituation,
            Ask::FinalReport,
            Ask::NothingOpen
        ]
    );
}

#[test]
fn where_the_office_wants_none_a_case_closes_without_a_final_report() {
    let bare = Move::Close {
        reason: motivi_chiusura(Service::Sad).answer("CONCLUSIONE"),
        situation: situazioni_chiusura(Service::Sad).answer("DOMICILIO"),
        final_report: None,
    };
    let episode = at(State::InCarico { on: None });
    let sad = case(Service::Sad);
    assert_eq!(missing_of(step(&episode, &bare, &sad)), [Ask::FinalReport]);
    assert!(step(&episode, &bare, &sad.asking_report(false)).is_ok());
    assert_eq!(
        missing_of(step(&episode, &bare, &sad.asking_report(true))),
        [Ask::FinalReport]
    );
}

#[test]
fn a_code_of_another_list_is_refused() {
    let wrong = Move::Decline {
        reason: referral_sources().answer("1"),
        sent_to: None,
    };
    assert_eq!(
        step(&at(State::default()), &wrong, &case(Service::Sad)),
        Err(MoveRefused::UnknownCode)
    );
}

#[test]
fn no_move_skips_a_state_or_goes_back_in_time_or_into_the_future() {
    let sad = case(Service::Sad);
    let mut episode = at(State::Segnalato { on: date("2026-03") });
    assert_eq!(
        step(&episode, &Move::StartPlan, &sad),
        Err(MoveRefused::NoSuchMove)
    );
    assert_eq!(step(&episode, &Move::Resume, &sad), Err(MoveRefused::NoSuchMove));
    let on = |text| {
        advance(
            &episode,
            &Move::Assign,
            OperatorId::default(),
            day(text),
            day("2026-04-14"),
            &sad,
        )
    };
    assert_eq!(on("2026-02-28"), Err(MoveRefused::BeforeState));
    assert_eq!(on("2026-04-15"), Err(MoveRefused::InFuture));
    assert!(on("2026-03-01").is_ok());
    episode.state = State::Sospeso {
        on: None,
        until: None,
        reason: None,
        from: Running::InCarico,
    };
    assert_eq!(
        step(&episode, &Move::TakeInCharge, &sad),
        Err(MoveRefused::NoSuchMove)
    );
    assert_eq!(
        step(&episode, &Move::Resume, &sad).map(|state| state.name()),
        Ok(StateName::InCarico)
    );
}
