//! Sostituzione: on dated days another operator has what the team has; the responsible stays, and it ends by itself.

use crate::{
    board::coordinator,
    cases::{assigning, open_one, opening, person},
    files::case,
    tutela::{as_other, day},
};
use cartella_app::{
    Code, ErrorKind,
    agenda::{CreateAction, action_create},
    cases::{OneCase, assign, get},
    commands::Nothing,
    office::{AskRequests, requests},
    substitutions::{
        AskSubstitutable, ChangeSubstitutionEnd, MakeSubstitution, ask, change_end, choose, list, make,
    },
    today::today,
};
use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId, RecordId},
    record::AddSet,
    rights::{Action, Confidentiality, Office as Answers, Role},
    services::Service,
    staff::{Operator, SubstitutionState},
};
use cartella_testkit::Office;

/// An office with its coordinator, an operator who goes away, and one of another service.
struct Stage {
    office: Office,
    sala: OperatorId,
    riva: OperatorId,
    case: CaseId,
}

fn stage(seed: u64) -> Stage {
    let mut office = Office::new(seed).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    let riva: OperatorId = office.session.id();
    let card = Operator {
        surname: Some("Riva".into()),
        qualifica: Some(Role::AssistenteSociale),
        services: AddSet(vec![Service::Sad]),
        ..Operator::default()
    };
    let org = office.session.org();
    office.session.write(|act| act.create(org, riva, &card)).unwrap();
    let child = person(&mut office, "Rossi", "Luca", "2015-06-01");
    let case = open_one(&mut office, opening(child, Service::TutelaMinori));
    let me = office.session.operator();
    assign(
        &mut office.session,
        assigning(case, me, AssignmentRole::Responsabile),
    )
    .unwrap();
    Stage {
        office,
        sala,
        riva,
        case,
    }
}

impl Stage {
    /// From Monday 9 to Friday 13 March 2026; today is the 2nd.
    fn week(&self) -> MakeSubstitution {
        MakeSubstitution {
            absent: self.office.session.operator(),
            substitute: self.riva,
            from: day("2026-03-09"),
            to: day("2026-03-13"),
            cases: None,
        }
    }

    fn made(&mut self, input: MakeSubstitution) -> RecordId {
        let sala = self.sala;
        as_other(&mut self.office.session, sala, |session| make(session, input))
            .unwrap()
            .id
    }

    /// Whether who stands in may read what is reserved to the team.
    fn reads(&mut self, on: &str) -> bool {
        self.office.clock.set(&format!("{on}T08:00:00Z"));
        let (riva, case) = (self.riva, self.case);
        as_other(&mut self.office.session, riva, |session| {
            let subject = session.case_subject(case).unwrap();
            session
                .allow(Action::EntryRead, &subject.at(Confidentiality::Reserved))
                .is_ok()
        })
    }
}

#[test]
fn on_her_days_she_has_what_the_team_has_and_the_responsible_stays() {
    let mut stage = stage(1701);
    let id = stage.made(stage.week());
    let days = ["2026-03-08", "2026-03-09", "2026-03-13", "2026-03-14"];
    assert_eq!(days.map(|on| stage.reads(on)), [false, true, true, false]);
    stage.office.clock.set("2026-03-10T08:00:00Z");
    let case = stage.case;
    let page = get(&mut stage.office.session, OneCase { case }).unwrap();
    let current: Vec<_> = page.assignments.iter().filter(|one| one.current).collect();
    let named = |role| current.iter().find(|one| one.role == role).unwrap();
    let me = stage.office.session.operator();
    assert_eq!(named(AssignmentRole::Responsabile).operator, Some(me));
    assert_eq!(
        named(AssignmentRole::Sostituto).stands_in_for.as_deref(),
        Some("Neri Sara")
    );
    let shown = list(&mut stage.office.session, Nothing {}).unwrap();
    let lines: Vec<_> = shown
        .lines
        .iter()
        .map(|line| (line.id, line.state, line.cases))
        .collect();
    assert_eq!(lines, [(id, SubstitutionState::Running, 1)]);
}

#[test]
fn what_the_absent_promised_is_due_for_both() {
    let mut stage = stage(1702);
    stage.made(stage.week());
    let promise = CreateAction {
        case: Some(stage.case),
        what: "Telefonare alla scuola".into(),
        who: None,
        due: Some(day("2026-03-10")),
    };
    action_create(&mut stage.office.session, promise).unwrap();
    let riva = stage.riva;
    let told = |stage: &mut Stage, who: Option<OperatorId>| -> Vec<String> {
        let me = stage.office.session.operator();
        let page = as_other(&mut stage.office.session, who.unwrap_or(me), |session| {
            today(session, Nothing {})
        });
        let due = page.unwrap().due;
        due.overdue
            .into_iter()
            .chain(due.today)
            .map(|item| item.what)
            .collect()
    };
    stage.office.clock.set("2026-03-10T08:00:00Z");
    assert_eq!(told(&mut stage, None), ["Telefonare alla scuola"]);
    assert_eq!(told(&mut stage, Some(riva)), ["Telefonare alla scuola"]);
    stage.office.clock.set("2026-03-16T08:00:00Z");
    assert_eq!(told(&mut stage, Some(riva)), [""; 0]);
    assert_eq!(told(&mut stage, None), ["Telefonare alla scuola"]);
}

#[test]
fn she_comes_back_earlier_later_or_does_not_go() {
    let mut stage = stage(1703);
    let id = stage.made(stage.week());
    let sala = stage.sala;
    let until = |stage: &mut Stage, to: Option<&str>| {
        let input = ChangeSubstitutionEnd { id, to: to.map(day) };
        as_other(&mut stage.office.session, sala, |session| {
            change_end(session, input)
        })
        .map(drop)
        .map_err(|error| error.code)
    };
    until(&mut stage, Some("2026-03-20")).unwrap();
    assert!(stage.reads("2026-03-20"));
    until(&mut stage, Some("2026-03-11")).unwrap();
    assert_eq!(
        ["2026-03-11", "2026-03-12"].map(|on| stage.reads(on)),
        [true, false]
    );
    assert_eq!(
        until(&mut stage, Some("2026-03-01")),
        Err(Code::LastDayBeforeFirst)
    );
    assert_eq!(until(&mut stage, None), Err(Code::SubstitutionBegun));
    stage.office.clock.set("2026-03-03T08:00:00Z");
    until(&mut stage, None).unwrap();
    assert!(!stage.reads("2026-03-09"));
    stage.office.clock.set("2026-03-09T08:00:00Z");
    let shown = list(&mut stage.office.session, Nothing {}).unwrap();
    assert_eq!(shown.lines[0].state, SubstitutionState::CalledOff);
}

#[test]
fn a_case_that_comes_to_the_absent_meanwhile_is_stood_in_for_too() {
    let mut stage = stage(1704);
    stage.made(stage.week());
    let other = stage.office.colleague("Bruni", Role::AssistenteSociale).unwrap();
    let me = stage.office.session.operator();
    stage.office.session.act_as(other);
    let new = case(&mut stage.office, Service::TutelaMinori, "Verdi");
    stage.office.session.act_as(me);
    let minor = person(&mut stage.office, "Conti", "Anna", "2015");
    let sala = stage.sala;
    let opened = as_other(&mut stage.office.session, sala, |session| {
        let input = opening(minor, Service::TutelaMinori);
        cartella_app::cases::open(session, input).unwrap().cases[0]
    });
    stage.office.clock.set("2026-03-11T08:00:00Z");
    let input = assigning(opened, me, AssignmentRole::Responsabile);
    as_other(&mut stage.office.session, sala, |session| assign(session, input)).unwrap();
    stage.case = opened;
    assert_eq!(
        ["2026-03-11", "2026-03-13", "2026-03-14"].map(|on| stage.reads(on)),
        [true, true, false]
    );
    stage.case = new;
    assert!(
        !stage.reads("2026-03-11"),
        "a case that is not hers is not stood in for"
    );
}

#[test]
fn only_who_assigns_lets_somebody_stand_in_and_nobody_for_herself() {
    let mut stage = stage(1705);
    stage.office.session.answer_to(Answers::Enrolled);
    let week = stage.week();
    let mine = make(&mut stage.office.session, week).err().unwrap();
    assert_eq!(mine.kind, ErrorKind::Forbidden);
    let sala = stage.sala;
    let refused = |stage: &mut Stage, input: MakeSubstitution| {
        let answer = as_other(&mut stage.office.session, sala, |session| make(session, input));
        answer.err().map(|error| error.code)
    };
    let wrong = MakeSubstitution {
        substitute: stage.office.session.operator(),
        ..stage.week()
    };
    assert_eq!(refused(&mut stage, wrong), Some(Code::SubstituteIsAbsent));
    let wrong = MakeSubstitution {
        to: day("2026-03-08"),
        ..stage.week()
    };
    assert_eq!(refused(&mut stage, wrong), Some(Code::LastDayBeforeFirst));
    let wrong = MakeSubstitution {
        absent: stage.riva,
        substitute: stage.office.session.operator(),
        ..stage.week()
    };
    assert_eq!(refused(&mut stage, wrong), Some(Code::SubstitutionNoCases));
    // A case of a service that she does not coordinate is left out of all of them, and refused when it is named.
    let me = stage.office.session.operator();
    stage.office.session.answer_to(Answers::Own);
    let home = case(&mut stage.office, Service::Sad, "Galli");
    stage.office.session.answer_to(Answers::Enrolled);
    let named = MakeSubstitution {
        cases: Some(vec![home]),
        ..stage.week()
    };
    assert!(matches!(
        refused(&mut stage, named),
        Some(Code::Forbidden | Code::NotFound)
    ));
    let week = stage.week();
    let made = as_other(&mut stage.office.session, sala, |session| make(session, week)).unwrap();
    assert_eq!((made.cases, made.left_out), (1, 1));
    let asked = AskSubstitutable {
        absent: me,
        from: day("2026-03-09"),
        to: day("2026-03-13"),
    };
    let offered = as_other(&mut stage.office.session, sala, |session| choose(session, asked)).unwrap();
    assert_eq!(
        offered.iter().map(|one| one.case).collect::<Vec<_>>(),
        [stage.case]
    );
}

#[test]
fn who_goes_away_asks_the_office_a_request_a_case() {
    let mut stage = stage(1706);
    let week = stage.week();
    let alone = ask(&mut stage.office.session, week).err().unwrap();
    assert_eq!(alone.code, Code::OfficeNone);
    stage.office.session.answer_to(Answers::Enrolled);
    let for_another = MakeSubstitution {
        absent: stage.sala,
        ..stage.week()
    };
    let refused = ask(&mut stage.office.session, for_another).err().unwrap();
    assert_eq!(refused.code, Code::Forbidden, "for herself alone");
    let week = stage.week();
    ask(&mut stage.office.session, week).unwrap();
    let mine = requests(&mut stage.office.session, AskRequests { subject: None }).unwrap();
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0].subject, Some(RecordId(stage.case.uuid())));
    assert!(
        !stage.reads("2026-03-10"),
        "nothing changes until the office has done it"
    );
}

#[test]
fn who_stands_in_for_some_cases_does_not_for_those_that_come_meanwhile() {
    let mut stage = stage(1707);
    let some = MakeSubstitution {
        cases: Some(vec![stage.case]),
        ..stage.week()
    };
    stage.made(some);
    let (me, sala) = (stage.office.session.operator(), stage.sala);
    let minor = person(&mut stage.office, "Conti", "Anna", "2015");
    let opened = open_one(&mut stage.office, opening(minor, Service::TutelaMinori));
    let input = assigning(opened, me, AssignmentRole::Responsabile);
    as_other(&mut stage.office.session, sala, |session| assign(session, input)).unwrap();
    assert!(stage.reads("2026-03-11"), "of the case that was named");
    stage.case = opened;
    assert!(!stage.reads("2026-03-11"));
}
