//! Who sees what: the list, the page, messages for the responsible.

use super::{open_one, opening, person};

use cartella_app::{
    ErrorKind,
    cases::{
        AskMessages, CaseListAsk, CaseRight, LeaveMessage, OneCase, OpenCase, SettleMessage, get,
        leave_message, list, messages, my_messages, open, settle_message,
    },
};
use cartella_archive::audit;
use cartella_domain::{
    cases::{State, StateName},
    ids::{CaseId, OperatorId},
    rights::{CaseFields, Confidentiality, Role},
    services::Service,
};
use cartella_testkit::Office;

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
    let waiting = my_messages(&mut office.session, AskMessages::default()).unwrap();
    assert_eq!(
        (waiting.len(), waiting[0].by.as_str(), waiting[0].about.as_str()),
        (1, "Galli Ada", "Rossi Anna")
    );
    let settle = SettleMessage {
        message: waiting[0].id,
    };
    settle_message(&mut office.session, settle).unwrap();
    assert!(
        my_messages(&mut office.session, AskMessages::default())
            .unwrap()
            .is_empty()
    );
    let settled = my_messages(&mut office.session, AskMessages { settled: true }).unwrap();
    assert_eq!((settled.len(), settled[0].id), (1, settle.message));
    assert!(
        messages(&mut office.session, OneCase { case }).unwrap()[0]
            .settled
            .is_some()
    );
}

#[test]
fn a_message_on_a_case_without_a_responsible_waits_for_the_coordinator() {
    let mut office = Office::new(13).unwrap();
    let me = office.session.operator();
    let child = person(&mut office, "Rossi", "Anna", "2014");
    let case = open_one(&mut office, opening(child, Service::Aes));
    let message = LeaveMessage {
        case,
        text: "Chiama la scuola".into(),
        caller: None,
        phone: None,
    };
    leave_message(&mut office.session, message).unwrap();
    let mut waiting = |operator| {
        office.session.act_as(operator);
        my_messages(&mut office.session, AskMessages::default())
            .unwrap()
            .len()
    };
    assert_eq!(waiting(me), 0, "who left it has nothing to do");
    let head = {
        office.session.act_as(me);
        office.colleague("Testa", Role::Coordinatore).unwrap()
    };
    office.session.act_as(head);
    let found = my_messages(&mut office.session, AskMessages::default()).unwrap();
    assert_eq!(found.len(), 1);
}

#[test]
fn the_reading_of_somebody_elses_message_stands_in_the_audit_once() {
    let mut office = Office::new(14).unwrap();
    let me = office.session.operator();
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::Aes)
        },
    );
    let reserved = audit::Act::ReadReserved;
    office.session.act_as(ada);
    let message = LeaveMessage {
        case,
        text: "Ha chiamato il padre".into(),
        caller: None,
        phone: None,
    };
    leave_message(&mut office.session, message).unwrap();
    messages(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(
        events(&office, case, reserved),
        0,
        "one's own words leave no trace"
    );
    office.session.act_as(me);
    for _ in 0..3 {
        my_messages(&mut office.session, AskMessages::default()).unwrap();
        messages(&mut office.session, OneCase { case }).unwrap();
    }
    assert_eq!(
        events(&office, case, reserved),
        1,
        "Oggi asks again at every turn"
    );
}

fn reads(office: &Office, case: CaseId) -> i64 {
    events(office, case, audit::Act::ReadCase)
}

fn events(office: &Office, case: CaseId, act: audit::Act) -> i64 {
    office
        .session
        .archive()
        .db()
        .query_row(
            "SELECT count(*) FROM audit WHERE subject = ?1 AND action = ?2",
            (case.to_string(), act.number()),
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
    change(
        &mut office.session,
        ChangeOperator {
            id: operator,
            form,
            seen: Vec::new(),
        },
    )
    .unwrap();
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
    assert!(!page.may.contains(&CaseRight::Close) && !page.may.contains(&CaseRight::Write));
    office.session.act_as(stranger);
    let error = get(&mut office.session, OneCase { case }).err().unwrap();
    assert_eq!(error.kind, ErrorKind::NotFound);
    let before = reads(&office, case);
    assert_eq!(before, 2, "two readings, and none of the stranger");
}

#[test]
fn opening_a_case_is_no_way_to_a_hidden_address() {
    let mut office = Office::new(15).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let mother = person(&mut office, "Bianchi", "Rita", "1985");
    let clerk = office.colleague("Galli", Role::Amministrativo).unwrap();
    office.session.act_as(clerk);
    let concerning = |protected: Vec<_>| OpenCase {
        involved: vec![mother],
        protected,
        ..opening(child, Service::Aes)
    };
    let refused = open(&mut office.session, concerning(vec![mother])).err().unwrap();
    assert_eq!(refused.kind, ErrorKind::Forbidden, "she may not read it");
    open(&mut office.session, concerning(Vec::new())).unwrap();
}
