//! Who sees which cases, and which stand out: silent ones, those without a plan or a responsible, full loads, old drafts.

use super::{coordinator, seen_by};
use crate::{
    cases::{open_one, opening, person},
    files::{case, draft, keep, paragraph, signed},
    tutela::as_other,
};
use cartella_app::{
    ErrorKind,
    board::{AskBoard, BoardOnly, get},
    commands::Nothing,
    session::{ChangeOfficeSettings, change_office_settings},
    staff::{ChangeOperator, change, list},
};
use cartella_domain::{
    board::AgeBand,
    cases::{Episode, State, StateName},
    ids::{CaseId, EpisodeId, OperatorId},
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::PartialDate,
};
use cartella_testkit::Office;

fn in_charge(office: &mut Office, file: CaseId) {
    let id: EpisodeId = office.session.id();
    let on = office.session.today();
    let episode = Episode {
        case: Some(file),
        state: State::InCarico {
            on: Some(PartialDate::exact(on)),
        },
        ..Episode::default()
    };
    let core = ScopeId::new(file.uuid(), ScopeKind::CaseCore);
    office
        .session
        .write(|act| act.create(core, id, &episode))
        .unwrap();
}

fn only(only: BoardOnly) -> AskBoard {
    AskBoard {
        only: Some(only),
        ..AskBoard::default()
    }
}

#[test]
fn who_coordinates_nothing_hears_no_in_a_calm_sentence_and_others_see_their_services_alone() {
    let mut office = Office::new(1601).unwrap();
    case(&mut office, Service::TutelaMinori, "Rossi");
    case(&mut office, Service::Sad, "Verdi");
    let refused = get(&mut office.session, AskBoard::default()).err().unwrap();
    assert_eq!(refused.kind, ErrorKind::Forbidden);
    for role in [
        Role::Amministrativo,
        Role::Direzione,
        Role::DpoAuditor,
        Role::AmmSistema,
    ] {
        let who = office.colleague("Galli", role).unwrap();
        let heard = as_other(&mut office.session, who, |session| {
            get(session, AskBoard::default())
        });
        assert_eq!(
            heard.err().map(|error| error.kind),
            Some(ErrorKind::Forbidden),
            "{role:?}"
        );
    }
    let of_sad = coordinator(&mut office, &[Service::Sad]);
    let board = seen_by(&mut office.session, of_sad, AskBoard::default());
    assert_eq!(board.services, [Service::Sad]);
    let labels: Vec<_> = board.cases.iter().map(|line| line.label.as_str()).collect();
    assert_eq!((labels, board.totals.open), (vec!["Verdi"], 1));
    let asked = AskBoard {
        service: Some(Service::TutelaMinori),
        ..AskBoard::default()
    };
    assert_eq!(seen_by(&mut office.session, of_sad, asked).totals.open, 0);
}

#[test]
fn a_case_is_silent_from_the_offices_day_on_and_a_note_makes_it_speak_again() {
    let mut office = Office::new(1602).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    let (quiet, told) = (
        case(&mut office, Service::TutelaMinori, "Bianchi"),
        case(&mut office, Service::TutelaMinori, "Conti"),
    );
    for file in [quiet, told] {
        in_charge(&mut office, file);
        let text = draft(&office, &[file], vec![paragraph("colloquio")]);
        signed(&mut office, &text);
    }
    office.clock.pass_minutes(59 * 24 * 60);
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert_eq!((board.silent_after_days, board.totals.silent), (60, 0));
    assert_eq!(board.totals.no_plan, 2);
    office.clock.pass_minutes(24 * 60);
    let text = draft(&office, &[told], vec![paragraph("telefonata")]);
    signed(&mut office, &text);
    let board = seen_by(&mut office.session, sala, only(BoardOnly::Silent));
    let lines: Vec<_> = board.cases.iter().map(|line| (line.case, line.days)).collect();
    assert_eq!(
        (lines, board.totals.silent, board.totals.open),
        (vec![(quiet, Some(60))], 1, 2)
    );
    let more = ChangeOfficeSettings {
        silent_after_days: Some(61),
        ..ChangeOfficeSettings::default()
    };
    as_other(&mut office.session, sala, |session| {
        change_office_settings(session, more)
    })
    .unwrap();
    let board = seen_by(&mut office.session, sala, only(BoardOnly::Silent));
    assert_eq!((board.silent_after_days, board.listed), (61, 0));
}

#[test]
fn filters_and_counts_are_of_the_same_cases() {
    let mut office = Office::new(1603).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori, Service::Aes]);
    let boy = person(&mut office, "Esposito", "Luca", "2014-05-07");
    let nobodys = open_one(&mut office, opening(boy, Service::TutelaMinori));
    let mine = case(&mut office, Service::Aes, "Ferrari");
    in_charge(&mut office, mine);
    let me = office.session.operator();
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    assert_eq!((board.totals.open, board.totals.nobody), (2, 1));
    let ages: Vec<_> = board.by_age.iter().map(|one| (one.of, one.count)).collect();
    assert_eq!(ages, [(AgeBand::Secondary, 1), (AgeBand::Unknown, 1)]);
    assert_eq!(board.comuni[0].of, "E514");
    assert_eq!(board.comune_names["E514"], "Legnano");
    let of = |office: &mut Office, ask: AskBoard| -> Vec<CaseId> {
        let board = seen_by(&mut office.session, sala, ask);
        assert_eq!(
            board.totals.open as usize,
            board.by_state.iter().map(|one| one.count as usize).sum::<usize>()
        );
        board.cases.iter().map(|line| line.case).collect()
    };
    assert_eq!(of(&mut office, only(BoardOnly::Nobody)), [nobodys]);
    assert_eq!(of(&mut office, only(BoardOnly::NoPlan)), [mine]);
    let ask = AskBoard {
        comune: Some("E514".into()),
        ..AskBoard::default()
    };
    assert_eq!(of(&mut office, ask), [nobodys]);
    let ask = AskBoard {
        operator: Some(me),
        ..AskBoard::default()
    };
    assert_eq!(of(&mut office, ask), [mine]);
    let ask = AskBoard {
        state: Some(StateName::InCarico),
        ..AskBoard::default()
    };
    assert_eq!(of(&mut office, ask), [mine]);
}

fn works(office: &mut Office, operator: OperatorId, percent: u16) {
    let cards = list(&mut office.session, Nothing {}).unwrap();
    let card = cards.into_iter().find(|card| card.id == operator).unwrap();
    let mut form = card.form;
    form.fte = Some(percent);
    let input = ChangeOperator {
        id: operator,
        form,
        seen: card.seen,
    };
    change(&mut office.session, input).unwrap();
}

#[test]
fn who_works_half_the_time_carries_twice_and_drafts_of_the_absent_are_counted_without_a_word() {
    let mut office = Office::new(1604).unwrap();
    let sala = coordinator(&mut office, &[Service::Aes]);
    let riva = office.colleague("Riva", Role::AssistenteSociale).unwrap();
    let me = office.session.operator();
    case(&mut office, Service::Aes, "Rossi");
    case(&mut office, Service::Aes, "Verdi");
    as_other_case(&mut office, riva);
    works(&mut office, me, 50);
    let few = ChangeOfficeSettings {
        cases_per_fte: Some(3),
        ..ChangeOfficeSettings::default()
    };
    change_office_settings(&mut office.session, few).unwrap();
    let text = draft(&office, &[], vec![paragraph("parolasegretissima")]);
    keep(&mut office, &text);
    office.clock.pass_minutes(8 * 24 * 60);
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    let loads: Vec<_> = board
        .loads
        .iter()
        .map(|load| (load.operator, load.responsible, load.tenths_per_fte, load.over))
        .collect();
    assert_eq!(loads, [(me, 2, Some(40), true), (riva, 1, Some(10), false)]);
    let drafts: Vec<_> = board
        .drafts
        .iter()
        .map(|one| (one.operator, one.count, one.old, one.oldest_days))
        .collect();
    assert_eq!(drafts, [(me, 1, 1, 8)]);
    assert!(
        !serde_json::to_string(&board)
            .unwrap()
            .contains("parolasegretissima")
    );
}

fn as_other_case(office: &mut Office, who: OperatorId) {
    let me = office.session.operator();
    office.session.act_as(who);
    case(office, Service::Aes, "Bruni");
    office.session.act_as(me);
}
