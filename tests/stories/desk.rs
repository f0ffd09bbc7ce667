//! Segretariato sociale: a call noted in a breath, the waiting list, one step into a case, what counts without one.

use crate::cases::person;
use cartella_app::{
    Code, ErrorKind,
    cases::{OneCase, OpenCase, get},
    desk::{
        AcceptAccesso, Accepted, AccessoRef, AskDesk, AskDeskCount, DeskView, SaveAccesso, StepAccesso,
        accept, count, heard, list, save, take_step,
    },
    people::{CreatePerson, ListPeople, list as people_list},
};
use cartella_archive::{audit::Act, rows};
use cartella_domain::{
    cases::{Episode, Paper, StateName, decline_reasons},
    codes::Coded,
    desk::{Accesso, AccessoState, AccessoStateName, Caller, DeskStep, NamedPerson, access_modes, outcomes},
    ids::{OperatorId, RecordId},
    people::Person,
    record::AddSet,
    rights::Role,
    services::Service,
    staff::Operator,
    time::CivilDate,
};
use cartella_testkit::Office;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A mother phones about her son.
fn call() -> Accesso {
    Accesso {
        on: Some(day("2026-02-20")),
        mode: access_modes().answer("TELEFONO"),
        caller: Some(Caller {
            name: Some("Bianchi Laura".into()),
            phone: Some("333 1234567".into()),
            relation: Some("madre".into()),
        }),
        named: Some(NamedPerson {
            surname: Some("Verdi".into()),
            name: Some("Luca".into()),
            ..NamedPerson::default()
        }),
        need: Some("Non riesce più a gestire il figlio, teme la separazione.".into()),
        services: AddSet(vec![Service::TutelaMinori]),
        privacy_notice: Some(Paper {
            on: Some(day("2026-02-20")),
            ..Paper::default()
        }),
        ..Accesso::default()
    }
}

fn noted(office: &mut Office, card: Accesso) -> RecordId {
    let input = SaveAccesso {
        id: None,
        card,
        seen: Vec::new(),
    };
    save(&mut office.session, input).unwrap().id
}

fn seen(office: &Office, id: RecordId) -> Vec<String> {
    office.session.archive().seen(&id.to_string()).unwrap().0
}

fn opening(service: Service) -> OpenCase {
    serde_json::from_value(serde_json::json!({ "people": [], "service": service })).unwrap()
}

fn taking(office: &Office, id: RecordId, service: Service) -> AcceptAccesso {
    AcceptAccesso {
        id,
        new_person: Some(CreatePerson {
            person: Person {
                surname: Some("Verdi".into()),
                name: Some("Luca".into()),
                ..Person::default()
            },
            ..CreatePerson::default()
        }),
        case: opening(service),
        seen: seen(office, id),
    }
}

fn stepped(office: &mut Office, id: RecordId, step: DeskStep) -> Result<AccessoRef, Code> {
    let seen = seen(office, id);
    take_step(&mut office.session, StepAccesso { id, step, seen }).map_err(|error| error.code)
}

fn state(office: &Office, id: RecordId) -> AccessoState {
    let row = rows::get::<Accesso>(office.session.archive().db(), &id.to_string()).unwrap();
    row.unwrap().value.state
}

fn waiting(office: &mut Office) -> Vec<(RecordId, Option<u32>)> {
    let page = list(&mut office.session, AskDesk::default()).unwrap();
    page.lines.iter().map(|line| (line.id, line.days)).collect()
}

#[test]
fn a_call_becomes_a_person_a_referral_and_a_case_in_one_step() {
    let mut office = Office::new(41).unwrap();
    let id = noted(&mut office, call());
    let input = taking(&office, id, Service::TutelaMinori);
    let Accepted { person, cases } = accept(&mut office.session, input).unwrap();
    let page = get(&mut office.session, OneCase { case: cases[0] }).unwrap();
    assert_eq!((page.person.id, page.service), (person, Service::TutelaMinori));
    assert_eq!(page.episodes[0].state_name, StateName::Segnalato);
    let episode = rows::get::<Episode>(office.session.archive().db(), &page.episodes[0].id.to_string());
    let episode = episode.unwrap().unwrap().value;
    assert_eq!(episode.referral.unwrap().on, Some("2026-02-20".parse().unwrap()));
    assert_eq!(
        episode.privacy_notice,
        call().privacy_notice,
        "it was given at the desk"
    );
    assert!(matches!(state(&office, id), AccessoState::Accolta { cases: of, .. } if of == cases));
    assert_eq!(waiting(&mut office), []);
    let notes = heard(&mut office.session, OneCase { case: cases[0] });
    assert_eq!(
        notes.map(|_| ()).map_err(|error| error.kind),
        Err(ErrorKind::Forbidden),
        "nobody works on it yet"
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn what_was_said_is_read_where_the_diary_of_the_case_is() {
    let mut office = Office::new(42).unwrap();
    let me = office.session.operator();
    let id = noted(&mut office, call());
    let mut input = taking(&office, id, Service::TutelaMinori);
    input.case.responsible = Some(me);
    let taken = accept(&mut office.session, input).unwrap();
    let one = OneCase { case: taken.cases[0] };
    let notes = heard(&mut office.session, one).unwrap();
    assert_eq!(notes[0].need, call().need);
    assert!(notes[0].caller == call().caller);
    let read: i64 = office
        .session
        .archive()
        .db()
        .query_row(
            "SELECT count(*) FROM audit WHERE subject = ?1 AND action = ?2",
            (one.case.to_string(), Act::ReadReserved.number()),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(read, 1, "the need is reserved in tutela minori");
}

#[test]
fn it_becomes_all_of_that_or_nothing() {
    let mut office = Office::new(43).unwrap();
    let id = noted(&mut office, call());
    let people = |office: &mut Office| {
        let all = people_list(&mut office.session, ListPeople::default()).unwrap();
        all.lines.len()
    };
    let before = people(&mut office);
    let mut refused = taking(&office, id, Service::TutelaMinori);
    refused.case.comuni = Some(cartella_domain::cases::Comuni {
        residence: Some("Z0Z0".into()),
        ..Default::default()
    });
    let error = accept(&mut office.session, refused).unwrap_err();
    assert_eq!(error.code, Code::UnknownComune);
    assert_eq!(people(&mut office), before, "no person without her case");
    assert_eq!(state(&office, id), AccessoState::Creata);
    // The person stands in the registry with a case already: the card stays where it is.
    let known = person(&mut office, "Verdi", "Luca", "2014-01-01");
    let mut open = opening(Service::Aes);
    open.people = vec![known];
    cartella_app::cases::open(&mut office.session, open.clone()).unwrap();
    let again = AcceptAccesso {
        id,
        new_person: None,
        case: open,
        seen: seen(&office, id),
    };
    assert_eq!(
        accept(&mut office.session, again).unwrap_err().code,
        Code::CaseExists
    );
    assert_eq!(state(&office, id), AccessoState::Creata);
    let taken = taking(&office, id, Service::Aes);
    accept(&mut office.session, taken.clone()).unwrap();
    assert_eq!(
        accept(&mut office.session, taken).unwrap_err().code,
        Code::AccessoClosed
    );
}

#[test]
fn who_may_not_wait_comes_first_and_days_are_counted() {
    let mut office = Office::new(44).unwrap();
    office.clock.set("2026-03-02T09:00:00Z");
    let late = noted(&mut office, call());
    let urgent = noted(
        &mut office,
        Accesso {
            on: Some(day("2026-03-01")),
            priority: Some(9),
            ..call()
        },
    );
    let old = noted(
        &mut office,
        Accesso {
            on: Some(day("2026-01-31")),
            ..call()
        },
    );
    noted(
        &mut office,
        Accesso {
            outcome: outcomes().answer("INFORMAZIONE"),
            ..call()
        },
    );
    assert_eq!(
        waiting(&mut office),
        [(urgent, Some(1)), (old, Some(30)), (late, Some(10))],
        "who only asked does not wait"
    );
    stepped(&mut office, old, DeskStep::See).unwrap();
    stepped(
        &mut office,
        late,
        DeskStep::Send {
            to: Some("Consultorio di Legnano".into()),
        },
    )
    .unwrap();
    assert_eq!(waiting(&mut office), [(urgent, Some(1)), (old, Some(30))]);
}

#[test]
fn a_refusal_has_a_reason_and_closes_the_card_until_it_is_resumed() {
    let mut office = Office::new(47).unwrap();
    office.clock.set("2026-03-02T09:00:00Z");
    let urgent = noted(&mut office, call());
    let without = DeskStep::Refuse {
        reason: None,
        note: None,
    };
    assert_eq!(stepped(&mut office, urgent, without), Err(Code::ReasonMissing));
    let refuse = DeskStep::Refuse {
        reason: decline_reasons().answer("NON_COMPETENZA"),
        note: None,
    };
    stepped(&mut office, urgent, refuse).unwrap();
    assert_eq!(state(&office, urgent).name(), AccessoStateName::Respinta);
    let edit = SaveAccesso {
        id: Some(urgent),
        card: call(),
        seen: seen(&office, urgent),
    };
    assert_eq!(
        save(&mut office.session, edit).unwrap_err().code,
        Code::AccessoClosed
    );
    stepped(&mut office, urgent, DeskStep::Resume).unwrap();
    assert_eq!(waiting(&mut office).len(), 1);
}

#[test]
fn anonymous_calls_count_by_month_mode_and_outcome_though_they_never_become_a_case() {
    let mut office = Office::new(45).unwrap();
    office.clock.set("2026-03-10T09:00:00Z");
    for (on, code) in [
        ("2026-02-03", "INFORMAZIONE"),
        ("2026-02-28", "INFORMAZIONE"),
        ("2026-03-01", "INVIO"),
    ] {
        let card = Accesso {
            on: Some(day(on)),
            anonymous: Some(true),
            outcome: outcomes().answer(code),
            ..call()
        };
        let id = noted(&mut office, card);
        let stored = rows::get::<Accesso>(office.session.archive().db(), &id.to_string()).unwrap();
        assert!(
            stored.unwrap().value.named.is_none(),
            "who is anonymous has no name on it"
        );
    }
    let taken = noted(&mut office, call());
    let input = taking(&office, taken, Service::ServizioSocialeDiBase);
    accept(&mut office.session, input).unwrap();
    let days = AskDeskCount {
        from: day("2026-02-01"),
        to: day("2026-03-31"),
    };
    let counted = count(&mut office.session, days).unwrap();
    let lines: Vec<_> = counted
        .lines
        .iter()
        .map(|line| {
            (
                line.month.as_str(),
                line.outcome.as_str(),
                line.count,
                line.became_case,
                line.anonymous,
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            ("2026-02", "", 1, 1, 0),
            ("2026-02", "INFORMAZIONE", 2, 0, 2),
            ("2026-03", "INVIO", 1, 0, 1)
        ]
    );
    assert_eq!((counted.total, counted.became_case), (4, 1));
    let reversed = AskDeskCount {
        from: days.to,
        to: days.from,
    };
    assert_eq!(
        count(&mut office.session, reversed).unwrap_err().code,
        Code::PeriodReversed
    );
}

#[test]
fn a_card_says_something_from_the_lists_and_of_no_day_to_come() {
    let mut office = Office::new(46).unwrap();
    let mut tried = |card: Accesso| {
        let input = SaveAccesso {
            id: None,
            card,
            seen: Vec::new(),
        };
        save(&mut office.session, input)
            .map(|_| ())
            .map_err(|error| error.code)
    };
    let blank = Accesso {
        need: Some("  ".into()),
        ..Accesso::default()
    };
    assert_eq!(tried(blank), Err(Code::AccessoUnsaid));
    let tomorrow = Accesso {
        on: Some(day("2099-01-01")),
        ..call()
    };
    assert_eq!(tried(tomorrow), Err(Code::DayInFuture));
    let strange = Accesso {
        mode: Some(Coded {
            code: "PICCIONE".into(),
            ..access_modes().answer("TELEFONO").unwrap()
        }),
        ..call()
    };
    assert_eq!(tried(strange), Err(Code::UnknownCode));
    assert_eq!(tried(call()), Ok(()));
}

fn works(office: &mut Office, role: Role, services: &[Service]) -> OperatorId {
    let card = Operator {
        surname: Some(format!("{role:?}")),
        qualifica: Some(role),
        services: AddSet(services.to_vec()),
        coordinates: AddSet(if role == Role::Coordinatore {
            services.to_vec()
        } else {
            vec![]
        }),
        ..Operator::default()
    };
    let (id, org): (OperatorId, _) = (office.session.id(), office.session.org());
    office.session.write(|act| act.create(org, id, &card)).unwrap();
    id
}

#[test]
fn who_works_the_desk_reads_it_and_who_does_not_is_told_so() {
    let mut office = Office::new(47).unwrap();
    let id = noted(&mut office, call());
    let desk = [Service::ServizioSocialeDiBase];
    let tutela = [Service::TutelaMinori];
    // Reads and notes; decides.
    let who = [
        (Role::AssistenteSociale, &desk[..], true, true),
        (Role::Amministrativo, &desk[..], true, false),
        (Role::Psicologo, &desk[..], true, false),
        (Role::Coordinatore, &desk[..], true, true),
        (Role::EducatoreEnte, &desk[..], false, false),
        (Role::AssistenteSociale, &tutela[..], false, false),
        (Role::Coordinatore, &tutela[..], false, false),
        (Role::Direzione, &desk[..], false, false),
    ];
    for (role, services, reads, decides) in who {
        let operator = works(&mut office, role, services);
        office.session.act_as(operator);
        let page = cartella_app::desk::get(&mut office.session, AccessoRef { id });
        assert_eq!(
            page.as_ref().map(|page| page.may_decide).ok(),
            reads.then_some(decides),
            "{role:?}"
        );
        let all = AskDesk {
            view: DeskView::All,
            text: Some("verdi lu".into()),
            ..AskDesk::default()
        };
        let lines = list(&mut office.session, all).map(|page| page.lines.len()).ok();
        assert_eq!(lines, reads.then_some(1), "{role:?}");
        let stepped = stepped(&mut office, id, DeskStep::Resume);
        let expected = if decides {
            Code::AccessoClosed
        } else {
            Code::Forbidden
        };
        assert_eq!(stepped, Err(expected), "{role:?}");
    }
}
