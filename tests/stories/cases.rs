//! Cases: opening, the team, the states with what they ask, closing, opening again, the list, the messages.

use cartella_app::{
    ErrorKind,
    cases::{
        AssignOperator, CaseListAsk, CaseRight, ChangeComune, CloseCase, CompleteCase, EndAssignment,
        LeaveMessage, MoveCase, OneCase, OpenCase, PaperKind, ReopenCase, SettleMessage, assign,
        change_comune, close, complete, end_assignment, get, leave_message, list, messages, move_case,
        my_messages, open, reopen, settle_message,
    },
    commands::Nothing,
};
use cartella_archive::audit;
use cartella_domain::{
    cases::{
        Ask, AssignmentRole, ComuneChange, Comuni, Finding, Move, Paper, Referral, State, StateName,
        motivi_chiusura, situazioni_chiusura,
    },
    ids::{CaseId, OperatorId, PersonId},
    people::Person,
    rights::{CaseFields, Confidentiality, Role},
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

pub(crate) fn person(office: &mut Office, surname: &str, name: &str, birth: &str) -> PersonId {
    let id: PersonId = office.session.id();
    let person = Person {
        surname: Some(surname.into()),
        name: Some(name.into()),
        birth: Some(birth.parse().unwrap()),
        ..Person::default()
    };
    let scope = ScopeId::new(id.uuid(), ScopeKind::Person);
    office
        .session
        .write(|act| act.create(scope, id, &person))
        .unwrap();
    id
}

pub(crate) fn opening(person: PersonId, service: Service) -> OpenCase {
    OpenCase {
        people: vec![person],
        service,
        referral: None,
        comuni: Some(Comuni {
            since: None,
            residence: Some("E514".into()),
            in_charge: Some("E514".into()),
            costs: None,
        }),
        involved: Vec::new(),
        protected: Vec::new(),
        responsible: None,
        psychologist: None,
        without_psychologist: None,
        assigned_from: None,
        running: None,
        paper_number: None,
    }
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn paper() -> Paper {
    Paper {
        on: Some(day("2026-03-02")),
        protocol: Some("12/2026".into()),
        waived: None,
    }
}

fn open_one(office: &mut Office, input: OpenCase) -> CaseId {
    open(&mut office.session, input).unwrap().cases[0]
}

fn step(office: &mut Office, case: CaseId, step: Move) -> Result<(), String> {
    let input = MoveCase {
        case,
        step,
        on: None,
        reason: None,
    };
    move_case(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| format!("{:?} {:?}", error.code, error.params))
}

fn record(office: &mut Office, case: CaseId, which: PaperKind) {
    let input = CompleteCase {
        case,
        which: Some(which),
        paper: Some(paper()),
        referral: None,
        state: None,
        comuni: None,
    };
    complete(&mut office.session, input).unwrap();
}

fn state(office: &mut Office, case: CaseId) -> StateName {
    get(&mut office.session, OneCase { case }).unwrap().episodes[0].state_name
}

fn assigning(case: CaseId, operator: OperatorId, role: AssignmentRole) -> AssignOperator {
    AssignOperator {
        case,
        operator,
        role,
        from: None,
        to: None,
        stands_in_for: None,
    }
}

#[test]
fn a_case_goes_from_referral_to_closure_and_opens_again_as_the_second_taking_in_charge() {
    let mut office = Office::new(11).unwrap();
    let me = office.session.operator();
    let psychologist = office.colleague("Riva", Role::Psicologo).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(&mut office, opening(child, Service::TutelaMinori));
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
    let closing = |reason: &str| CloseCase {
        case,
        on: None,
        reason: motivi_chiusura(Service::TutelaMinori).answer(reason),
        situation: situazioni_chiusura(Service::TutelaMinori).answer("1"),
        final_report: Some(paper()),
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
        [
            StateName::Segnalato,
            StateName::Assegnato,
            StateName::InValutazione,
            StateName::InCarico,
            StateName::ProgettoAttivo,
            StateName::Chiuso,
            StateName::Riaperto
        ]
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

#[test]
fn brothers_and_sisters_get_a_case_each_in_one_act() {
    let mut office = Office::new(13).unwrap();
    let me = office.session.operator();
    let children: Vec<_> = ["Anna", "Bruno", "Carla"]
        .iter()
        .map(|name| person(&mut office, "Verdi", name, "2014-02-03"))
        .collect();
    let input = OpenCase {
        people: children.clone(),
        responsible: Some(me),
        ..opening(children[0], Service::Aes)
    };
    let opened = open(&mut office.session, input).unwrap().cases;
    assert_eq!(opened.len(), 3);
    let page = get(&mut office.session, OneCase { case: opened[0] }).unwrap();
    assert_eq!(page.person.id, children[0]);
    assert_eq!(page.together.len(), 2);
    let all = list(
        &mut office.session,
        CaseListAsk {
            mine: true,
            ..CaseListAsk::default()
        },
    )
    .unwrap();
    assert_eq!(
        (
            all.total,
            all.lines.iter().map(|l| l.label.as_str()).collect::<Vec<_>>()
        ),
        (3, vec!["Verdi Anna", "Verdi Bruno", "Verdi Carla"])
    );
    let again = open(&mut office.session, opening(children[1], Service::Aes)).unwrap_err();
    assert_eq!(again.params["case"], opened[1].uuid().into());
}

#[test]
fn a_new_responsible_takes_over_and_the_old_one_stays_in_the_history() {
    let mut office = Office::new(14).unwrap();
    let me = office.session.operator();
    let luca = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::Aes)
        },
    );
    assert_eq!(state(&mut office, case), StateName::Assegnato);
    office.clock.set("2026-04-14T08:00:00Z");
    assign(
        &mut office.session,
        assigning(case, luca, AssignmentRole::Responsabile),
    )
    .unwrap();
    office.session.act_as(luca);
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let team: Vec<_> = page
        .assignments
        .iter()
        .map(|a| (a.name.as_str(), a.from, a.to, a.current))
        .collect();
    assert_eq!(
        team,
        [
            ("Galli Ada", Some(day("2026-04-14")), None, true),
            (
                "Neri Sara",
                Some(day("2026-03-02")),
                Some(day("2026-04-13")),
                false
            ),
        ]
    );
    let end = EndAssignment {
        assignment: page.assignments[0].id,
        to: day("2026-04-01"),
    };
    let error = end_assignment(&mut office.session, end).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Invalid);
    let error = assign(
        &mut office.session,
        assigning(case, OperatorId::default(), AssignmentRole::Psicologo),
    )
    .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Invalid, "nobody has this id");
}

#[test]
fn scenario_19_a_change_of_residence_asks_who_is_in_charge_and_who_bears_the_costs() {
    let mut office = Office::new(15).unwrap();
    let me = office.session.operator();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::TutelaMinori)
        },
    );
    let mut change = ComuneChange {
        on: day("2026-03-01"),
        residence: "F205".into(),
        in_charge: Some("F205".into()),
        placement: true,
        costs: None,
    };
    let said = |change: &ComuneChange| ChangeComune {
        case,
        change: change.clone(),
    };
    let refused = change_comune(&mut office.session, said(&change)).unwrap_err();
    assert_eq!(refused.params["field"], "costs".into());
    change.costs = Some("E514".into());
    change_comune(&mut office.session, said(&change)).unwrap();
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let now = page.comuni.unwrap();
    assert_eq!(
        (now.in_charge.as_deref(), now.costs.as_deref()),
        (Some("MILANO"), Some("LEGNANO"))
    );
    assert_eq!(page.past_comuni.len(), 1);
}

#[test]
fn a_message_is_left_without_reading_the_file_and_read_by_the_responsible_alone() {
    let mut office = Office::new(16).unwrap();
    let me = office.session.operator();
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::Aes)
        },
    );
    office.session.act_as(ada);
    let read_before = reads(&office, case);
    let message = LeaveMessage {
        case,
        text: "Ha chiamato la madre: domani non viene".into(),
        caller: Some("la madre".into()),
        phone: None,
    };
    leave_message(&mut office.session, message).unwrap();
    assert_eq!(reads(&office, case), read_before, "the file was not read");
    office.session.act_as(other);
    assert!(
        messages(&mut office.session, OneCase { case })
            .unwrap()
            .is_empty()
    );
    office.session.act_as(me);
    let waiting = my_messages(&mut office.session, Nothing {}).unwrap();
    assert_eq!(
        (waiting.len(), waiting[0].by.as_str(), waiting[0].about.as_str()),
        (1, "Galli Ada", "Rossi Anna")
    );
    let settle = SettleMessage {
        message: waiting[0].id,
    };
    settle_message(&mut office.session, settle).unwrap();
    assert!(my_messages(&mut office.session, Nothing {}).unwrap().is_empty());
    assert!(
        messages(&mut office.session, OneCase { case }).unwrap()[0]
            .settled
            .is_some()
    );
}

fn reads(office: &Office, case: CaseId) -> i64 {
    office
        .session
        .archive()
        .db()
        .query_row(
            "SELECT count(*) FROM audit WHERE subject = ?1 AND action = ?2",
            (case.to_string(), audit::Act::ReadCase.number()),
            |row| row.get(0),
        )
        .unwrap()
}

#[test]
fn the_list_is_filtered_by_right_service_state_and_name() {
    let mut office = Office::new(17).unwrap();
    let me = office.session.operator();
    let aes_only = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    works_in(&mut office, aes_only, Service::Aes);
    let manager = office.colleague("Sala", Role::Direzione).unwrap();
    for (surname, service) in [
        ("Rossi", Service::TutelaMinori),
        ("Bianchi", Service::Aes),
        ("Abate", Service::Aes),
    ] {
        let child = person(&mut office, surname, "Anna", "2015-05-17");
        let input = OpenCase {
            responsible: Some(me),
            ..opening(child, service)
        };
        open_one(&mut office, input);
    }
    let labels = |office: &mut Office, ask: CaseListAsk| {
        let found = list(&mut office.session, ask).unwrap();
        found.lines.into_iter().map(|line| line.label).collect::<Vec<_>>()
    };
    let all = CaseListAsk::default;
    assert_eq!(
        labels(&mut office, all()),
        ["Abate Anna", "Bianchi Anna", "Rossi Anna"]
    );
    let ask = CaseListAsk {
        service: Some(Service::TutelaMinori),
        states: vec![StateName::Segnalato],
        ..all()
    };
    assert_eq!(labels(&mut office, ask), ["Rossi Anna"]);
    let ask = CaseListAsk {
        text: Some("bian".into()),
        ..all()
    };
    assert_eq!(labels(&mut office, ask), ["Bianchi Anna"]);
    office.session.act_as(aes_only);
    assert_eq!(labels(&mut office, all()), ["Abate Anna", "Bianchi Anna"]);
    let mine = CaseListAsk { mine: true, ..all() };
    assert!(labels(&mut office, mine).is_empty());
    office.session.act_as(manager);
    assert!(labels(&mut office, all()).is_empty());
}

fn works_in(office: &mut Office, operator: OperatorId, service: Service) {
    use cartella_app::staff::{ChangeOperator, OperatorForm, change};
    let form = OperatorForm {
        surname: Some("Galli".into()),
        name: Some("Ada".into()),
        qualifica: Some(Role::AssistenteSociale),
        services: vec![service],
        ..OperatorForm::default()
    };
    change(&mut office.session, ChangeOperator { id: operator, form }).unwrap();
}

#[test]
fn a_colleague_of_the_service_sees_the_list_and_no_more_and_a_stranger_sees_nothing() {
    let mut office = Office::new(18).unwrap();
    let me = office.session.operator();
    let colleague = office.colleague("Riva", Role::Psicologo).unwrap();
    let stranger = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    works_in(&mut office, stranger, Service::Sad);
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            running: Some(State::InCarico {
                on: Some("2020".parse().unwrap()),
            }),
            ..opening(child, Service::TutelaMinori)
        },
    );
    let page = get(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(page.fields, CaseFields::Full);
    assert!(page.may.contains(&CaseRight::Close) && page.comuni.is_some());
    let reserved = page
        .readers
        .iter()
        .find(|r| r.level == Confidentiality::Reserved)
        .unwrap();
    assert_eq!(reserved.names, ["Neri Sara"]);
    office.session.act_as(colleague);
    let page = get(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(page.fields, CaseFields::List);
    assert_eq!(page.person.birth, Some("2015".parse().unwrap()));
    assert!(page.comuni.is_none() && page.findings.is_empty() && page.transitions.is_empty());
    assert_eq!(page.assignments[0].name, "Neri Sara");
    assert!(!page.may.contains(&CaseRight::Move) || page.may.contains(&CaseRight::Assign));
    office.session.act_as(stranger);
    let error = get(&mut office.session, OneCase { case }).unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotFound);
    let before = reads(&office, case);
    assert_eq!(before, 2, "two readings, and none of the stranger");
}
