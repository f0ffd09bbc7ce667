use super::*;
use crate::{services::Service, time::PartialDate};

fn situation(service: Service) -> CaseSituation {
    CaseSituation {
        service,
        responsible: true,
        psychologist: false,
        open_items: 3,
        orders_in_force: 0,
        without_report: false,
    }
}

fn on() -> Option<PartialDate> {
    Some("2019-05".parse().unwrap())
}

#[test]
fn a_running_case_enters_in_its_state_and_lists_what_would_have_been_asked() {
    let mut episode = Episode {
        state: State::ProgettoAttivo { on: on() },
        already_running: Some(true),
        ..Episode::default()
    };
    let found = |episode: &Episode| {
        to_complete(
            &CaseFile::default(),
            episode,
            &situation(Service::TutelaMinori),
            &PersonSituation::default(),
        )
    };
    let asked = |ask| Finding::Asked { ask };
    assert_eq!(
        found(&episode),
        [
            asked(Ask::Psychologist),
            asked(Ask::PrivacyNotice),
            asked(Ask::ConsentOrMandate),
            asked(Ask::SignedPlan),
            Finding::ReferralDate,
            Finding::Comuni,
        ]
    );
    episode.plan = Some(Paper {
        protocol: Some("88/2019".into()),
        on: Some("2019-06-01".parse().unwrap()),
        waived: None,
    });
    assert!(!found(&episode).contains(&asked(Ask::SignedPlan)));
}

#[test]
fn over_18_in_a_service_for_minors_asks_for_the_prosieguo() {
    let mut episode = Episode {
        state: State::Segnalato { on: on() },
        ..Episode::default()
    };
    let person = PersonSituation {
        age_at_opening: Some(18),
        adult_relation: Some(false),
    };
    let found =
        |episode: &Episode, service| to_complete(&CaseFile::default(), episode, &situation(service), &person);
    let minors = found(&episode, Service::TutelaMinori);
    assert!(minors.contains(&Finding::OverAge) && minors.contains(&Finding::NoAdultRelation));
    assert!(!found(&episode, Service::Sad).contains(&Finding::OverAge));
    episode.prosieguo = Some(Paper {
        on: Some("2026-01-01".parse().unwrap()),
        ..Paper::default()
    });
    assert!(!found(&episode, Service::TutelaMinori).contains(&Finding::OverAge));
}

#[test]
fn a_closed_case_asks_no_more_for_its_team() {
    let episode = Episode {
        state: State::Chiuso {
            on: on(),
            reason: None,
            situation: None,
            by: None,
            final_report: None,
        },
        ..Episode::default()
    };
    let mut case = situation(Service::TutelaMinori);
    case.responsible = false;
    let found = to_complete(&CaseFile::default(), &episode, &case, &PersonSituation::default());
    assert!(!found.contains(&Finding::Asked {
        ask: Ask::Responsible
    }));
    assert!(!found.contains(&Finding::Asked {
        ask: Ask::NothingOpen
    }));
    assert!(found.contains(&Finding::Asked {
        ask: Ask::ClosingReason
    }));
}
