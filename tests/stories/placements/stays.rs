//! Where a minor is placed: phases, requests, one facility at a time, the comune that bears the costs, who may write.

use super::{begun, day, discharge, enter, facility, only, page, placed, refusal, stepped};
use crate::{
    files::case,
    tutela::{as_other, coming_in, mandate, order, registered},
};
use cartella_app::{
    Code,
    cases::{ChangeComune, OneCase, change_comune, open_in_case},
    commands::Nothing,
    placements::{
        RemoveFromPlacement, SaveBeside, SavePlacement, StepPlacement, facilities, of_case, remove, running,
        save, save_absence, save_request, step,
    },
};
use cartella_domain::{
    cases::{CaseFile, ComuneChange, OpenItemKind, situazioni_chiusura},
    ids::{CaseId, RecordId},
    placements::{
        AssenzaCom, Collocamento, CollocamentoFinding, FORME, MotivoAssenza, PlacementStep,
        RichiestaDisponibilita, StatoCollocamento, StatoRichiesta,
    },
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    tutela::Termine,
};
use cartella_testkit::Office;

/// A facility is asked and accepts; the office cannot do so before it.
fn asked_and_answered(office: &mut Office, id: RecordId, facility: RecordId) {
    let asked = RichiestaDisponibilita {
        struttura: Some(facility),
        sent_on: Some(day("2026-03-01")),
        ..RichiestaDisponibilita::default()
    };
    let request = save_request(&mut office.session, SaveBeside::new(id, asked.clone()))
        .unwrap()
        .id;
    let on = day("2026-03-02");
    let state = StatoRichiesta::Accettata { on };
    let mut answered = SaveBeside::new(id, RichiestaDisponibilita { state, ..asked });
    answered.id = Some(request);
    let early = save_request(&mut office.session, answered.clone()).unwrap_err();
    assert_eq!(early.code, Code::RequestOtherState, "the facility answers first");
    answered.value.state = StatoRichiesta::AccettataStruttura { on };
    save_request(&mut office.session, answered).unwrap();
}

#[test]
fn a_placement_goes_from_the_search_to_the_discharge_with_its_exact_day_and_its_days_are_counted() {
    let mut office = Office::new(701).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let aurora = facility(&mut office, "Casa Aurora");
    let id = begun(&mut office, case, aurora);
    asked_and_answered(&mut office, id, aurora);
    let sent = PlacementStep::Transmit {
        on: day("2026-03-03"),
        to: Some(" Servizi sociali ".into()),
        protocol: None,
    };
    stepped(&mut office, id, sent).unwrap();
    assert_eq!(
        refusal(&mut office, id, discharge("2026-03-20")),
        Code::PlacementOtherState
    );
    assert_eq!(refusal(&mut office, id, enter("2026-06-16")), Code::DayInFuture);
    stepped(&mut office, id, enter("2026-03-10")).unwrap();
    assert_eq!(only(&mut office, case).days, 98, "to today, today included");
    assert_eq!(
        refusal(&mut office, id, discharge("2026-03-09")),
        Code::DayBeforeState
    );
    stepped(&mut office, id, discharge("2026-04-02")).unwrap();
    let shown = only(&mut office, case);
    assert_eq!(shown.days, 23);
    assert_eq!(shown.findings, [CollocamentoFinding::NoRate]);
    assert!(matches!(
        &shown.placement.value.state,
        StatoCollocamento::Dimesso { left, outcome, .. } if *left == day("2026-04-02") && outcome.code == "4"
    ));
    assert_eq!(
        shown.requests[0].value.state,
        StatoRichiesta::AccettataStruttura {
            on: day("2026-03-02")
        }
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// domain.md 12.1: one residential placement at a time; to be moved on the day of the discharge is no overlap.
#[test]
fn a_minor_who_is_placed_enters_no_second_facility_before_leaving_the_first() {
    let mut office = Office::new(702).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let first = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let other = facility(&mut office, "Il Ponte");
    let second = begun(&mut office, case, other);
    let refused = stepped(&mut office, second, enter("2026-05-04")).unwrap_err();
    assert_eq!(refused.code, Code::PlacedAlready);
    stepped(&mut office, first, discharge("2026-05-04")).unwrap();
    stepped(&mut office, second, enter("2026-05-04")).unwrap();
    let running = running(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(running.len(), 1);
    assert_eq!(running[0].facility.as_deref(), Some("Il Ponte"));
    // Taken back, the first one stands again, and the two meet.
    assert_eq!(
        refusal(&mut office, first, PlacementStep::Undo),
        Code::PlacedAlready
    );
}

#[test]
fn one_that_a_court_ordered_names_its_order_and_one_of_another_file_is_refused() {
    let mut office = Office::new(703).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Rossi");
    let stranger = case(&mut office, Service::TutelaMinori, "Bianchi");
    let mut came = |of: CaseId| {
        let input = coming_in(&[of], order("COLL_COM"), vec![mandate(Termine::NonIndicato)]);
        registered(&mut office.session, input).orders[0]
    };
    let (own, foreign) = (came(minor), came(stranger));
    let id = placed(&mut office, minor, "Casa Aurora", "2026-02-10");
    let saved = |office: &mut Office, provvedimento| {
        let shown = only(office, minor).placement;
        let input = SavePlacement {
            id: Some(id),
            case: minor,
            placement: Collocamento {
                forma: FORME.answer("2"),
                provvedimento,
                ..shown.value
            },
            seen: shown.seen,
        };
        save(&mut office.session, input).map(|_| ())
    };
    saved(&mut office, None).unwrap();
    assert!(
        only(&mut office, minor)
            .findings
            .contains(&CollocamentoFinding::OrderMissing)
    );
    assert_eq!(
        saved(&mut office, Some(foreign)).unwrap_err().code,
        Code::NotFound
    );
    saved(&mut office, Some(own)).unwrap();
    let shown = only(&mut office, minor);
    assert!(!shown.findings.contains(&CollocamentoFinding::OrderMissing));
    assert!(
        shown.placement.value.state.is_running(),
        "a change of the card leaves the stay alone"
    );
}

#[test]
fn absences_are_recorded_and_what_was_a_mistake_is_taken_off() {
    let mut office = Office::new(704).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let away = AssenzaCom {
        from: Some(day("2026-04-04")),
        until: Some(day("2026-04-06")),
        reason: Some(MotivoAssenza::RientroFamiglia),
        reduced: Some(true),
        ..AssenzaCom::default()
    };
    let reversed = AssenzaCom {
        until: Some(day("2026-04-01")),
        ..away.clone()
    };
    let refused = save_absence(&mut office.session, SaveBeside::new(id, reversed)).unwrap_err();
    assert_eq!(refused.code, Code::EndsBeforeStart);
    let absence = save_absence(&mut office.session, SaveBeside::new(id, away))
        .unwrap()
        .id;
    let shown = only(&mut office, case);
    assert_eq!(
        (shown.absences.len(), shown.days),
        (1, 98),
        "days away stay days of the placement"
    );
    let input = RemoveFromPlacement {
        placement: id,
        id: absence,
    };
    remove(&mut office.session, input).unwrap();
    assert!(only(&mut office, case).absences.is_empty());
    assert_eq!(
        remove(&mut office.session, input).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

fn comune_changed(office: &mut Office, case: CaseId, costs: Option<&str>) -> Result<(), Code> {
    let input = ChangeComune {
        case,
        change: ComuneChange {
            on: day("2026-06-01"),
            residence: "F205".into(),
            in_charge: Some("F205".into()),
            placement: false,
            costs: costs.map(str::to_owned),
        },
    };
    change_comune(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| error.code)
}

/// domain.md 14.2, 19: nobody has to remember that there is a placement, and both comuni are kept.
#[test]
fn scenario_19_with_a_placement_in_progress_the_comune_for_costs_is_asked_though_nobody_said_so() {
    let mut office = Office::new(705).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let minor = case(&mut office, Service::TutelaMinori, "Rossi");
    let id = placed(&mut office, minor, "Casa Aurora", "2026-03-10");
    assert_eq!(comune_changed(&mut office, minor, None), Err(Code::CostsNotSaid));
    assert_eq!(comune_changed(&mut office, minor, Some("E514")), Ok(()));
    let file = cartella_archive::rows::get::<CaseFile>(office.session.archive().db(), &minor.to_string())
        .unwrap()
        .unwrap()
        .value;
    let comuni = file.comuni.unwrap();
    assert_eq!(
        (comuni.in_charge.as_deref(), comuni.costs.as_deref()),
        (Some("F205"), Some("E514"))
    );
    // In another file of the same minor too.
    let person = office.session.case_facts(minor).unwrap().person;
    let other = case(&mut office, Service::Aes, "Rossi");
    let file = CaseFile {
        person: Some(person),
        service: Some(Service::Aes),
        ..CaseFile::default()
    };
    office.session.write(|act| act.edit(other, &file, None)).unwrap();
    assert_eq!(comune_changed(&mut office, other, None), Err(Code::CostsNotSaid));
    // After the discharge nothing is asked.
    stepped(&mut office, id, discharge("2026-06-02")).unwrap();
    assert_eq!(comune_changed(&mut office, other, None), Ok(()));
}

#[test]
fn who_does_not_work_on_the_case_sees_no_placement_and_everybody_sees_the_facilities() {
    let mut office = Office::new(706).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Rossi");
    let id = placed(&mut office, minor, "Casa Aurora", "2026-02-10");
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    as_other(&mut office.session, other, |session| {
        let refused = of_case(session, OneCase { case: minor }).map(|_| ()).unwrap_err();
        assert_eq!(refused.code, Code::Forbidden);
        assert!(running(session, OneCase { case: minor }).is_err());
        let known = facilities(session, Nothing {}).unwrap();
        assert_eq!(known[0].value.name.as_deref(), Some("Casa Aurora"));
    });
    // Each record in its scope: the stay where courts are, what it costs where money is.
    let row = cartella_archive::rows::get::<Collocamento>(office.session.archive().db(), &id.to_string())
        .unwrap()
        .unwrap();
    assert_eq!(
        row.scope,
        ScopeId::new(minor.uuid(), ScopeKind::CaseCourt).to_string()
    );
    let school = case(&mut office, Service::Aes, "Bianchi");
    let refused = of_case(&mut office.session, OneCase { case: school })
        .map(|_| ())
        .unwrap_err();
    assert_eq!(refused.code, Code::CaseNotUnderCourt);
    assert!(page(&mut office, minor).writes);
}

/// Two record the discharge without seeing each other: both days are kept, and the page says so.
#[test]
fn two_days_of_discharge_written_at_once_are_both_kept_until_somebody_chooses() {
    let mut office = Office::new(707).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let seen = only(&mut office, case).placement.seen;
    for on in ["2026-05-04", "2026-05-05"] {
        let input = StepPlacement {
            id,
            step: discharge(on),
            seen: seen.clone(),
        };
        // The second knows nothing of the first: on another laptop the minor is still there.
        step(&mut office.session, input).unwrap();
    }
    let shown = only(&mut office, case).placement;
    let clashes = shown.clashes.unwrap();
    assert_eq!(clashes["state"].as_array().unwrap().len(), 2);
    assert_eq!(
        clashes.as_object().unwrap().len(),
        1,
        "only the state is in question"
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// domain.md 2.4: nothing is open at closing; a minor who stays in the facility stays placed.
#[test]
fn a_running_placement_keeps_a_case_open_unless_the_minor_stays_there() {
    let mut office = Office::new(709).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let found = open_in_case(&mut office.session, OneCase { case }).unwrap();
    assert!(
        found
            .iter()
            .any(|item| item.kind == OpenItemKind::Placement && item.id == id)
    );
    let left = |code| situazioni_chiusura(Service::TutelaMinori).answer(code);
    let holds = |code| found.iter().any(|item| item.holds_back(left(code).as_ref()));
    assert!(holds("1"), "back with the family, she is still placed");
    assert!(!holds("4"), "who stays in the facility stays placed");
    stepped(&mut office, id, discharge("2026-04-02")).unwrap();
    let found = open_in_case(&mut office.session, OneCase { case }).unwrap();
    assert!(found.iter().all(|item| item.kind != OpenItemKind::Placement));
}
