//! `cargo xtask bench board [--json FILE]`: the board of an office of 20,000 open cases and 150 operators, as its screen asks
//! for it, whole and filtered, and its workbook.
//!
//! The archive is made in bulk for the occasion: a person, an episode, a responsible and a psicologo a case, a note for two
//! in three, an order in one of eight, one of them in forty without a responsible. The median of some runs, on the wall.
#![allow(clippy::print_stdout, reason = "a measuring program")]

#[allow(dead_code, reason = "the other benchmarks use the rest")]
#[path = "clocks.rs"]
mod clocks;

use anyhow::{Result, bail};
use cartella_app::{
    Session,
    board::{AskBoard, BoardOnly, BoardWords, ExportBoard, export, get},
};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile, Comuni, Episode, State},
    diary::DiaryEntry,
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    people::Person,
    record::AddSet,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
    time::{CivilDate, PartialDate},
    tutela::{Provvedimento, TIPI},
};
use cartella_testkit::Office;
use cartella_tests::report::{Figure, Report};
use std::path::PathBuf;

const CASES: usize = 20_000;
const OPERATORS: usize = 150;
const RUNS: usize = 11;
const COMUNI: [&str; 4] = ["E514", "F205", "A010", "B301"];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = match (arguments.next().as_deref(), arguments.next()) {
        (None, None) => None,
        (Some("--json"), Some(path)) => Some(PathBuf::from(path)),
        _ => bail!("cargo xtask bench board [--json FILE]"),
    };
    let mut report = Report::new(file);
    let mut office = Office::new(78)?;
    let staff = grow(&mut office)?;
    office.session.act_as(staff.coordinator);
    office.clock.pass_minutes(90 * 24 * 60);
    let whole = AskBoard::default();
    let filtered = AskBoard {
        comune: Some("E514".to_owned()),
        operator: staff.operators.first().copied(),
        only: Some(BoardOnly::Silent),
        ..AskBoard::default()
    };
    for (name, ask) in [
        ("board of 20,000 cases", whole.clone()),
        ("the same, filtered", filtered),
    ] {
        let shown = median(|| get(&mut office.session, ask.clone()).map(drop))?;
        report.show("board", &Figure::alone(name, shown, "ms"));
    }
    let words = BoardWords {
        sheets: ["Cartelle".to_owned(), "Carico".to_owned()],
        cases: vec![String::new(); 11],
        loads: vec![String::new(); 7],
        states: [].into(),
        yes: "sì".to_owned(),
    };
    let out = ExportBoard {
        ask: whole,
        by_code: true,
        words,
    };
    let written = median(|| export(&mut office.session, out.clone()).map(drop))?;
    report.show("board", &Figure::alone("its workbook", written, "ms"));
    report.write()
}

fn median(mut run: impl FnMut() -> cartella_app::Result<()>) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = clocks::wall();
        run().map_err(|error| anyhow::anyhow!("{error:?}"))?;
        times.push(clocks::wall() - start);
    }
    times.sort_by(f64::total_cmp);
    Ok(times.get(RUNS / 2).copied().unwrap_or_default())
}

struct Staff {
    coordinator: OperatorId,
    operators: Vec<OperatorId>,
}

fn grow(office: &mut Office) -> Result<Staff> {
    let day = office.session.today();
    let mut staff = Staff {
        coordinator: office.session.id(),
        operators: Vec::new(),
    };
    let done = office.session.bulk(|session| {
        hire(session, staff.coordinator, Role::Coordinatore)?;
        for _ in 0..OPERATORS {
            let operator = session.id();
            hire(session, operator, Role::AssistenteSociale)?;
            staff.operators.push(operator);
        }
        for index in 0..CASES {
            let of = |offset: usize| staff.operators.get((index + offset) % OPERATORS).copied();
            one(session, index, [of(0), of(7)], day)?;
        }
        Ok(())
    });
    done.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(staff)
}

fn hire(session: &mut Session, id: OperatorId, role: Role) -> cartella_app::Result<()> {
    let services = vec![Service::TutelaMinori, Service::Aes, Service::Sad];
    let card = Operator {
        surname: Some(format!("Operatrice {id}")),
        qualifica: Some(role),
        coordinates: AddSet(if role == Role::Coordinatore {
            services.clone()
        } else {
            Vec::new()
        }),
        services: AddSet(services),
        ..Operator::default()
    };
    let org = session.org();
    session.write(|act| act.create(org, id, &card))
}

/// A file of one of three services and one of the comuni.
fn file(index: usize, person: PersonId) -> CaseFile {
    let service = [Service::TutelaMinori, Service::Aes, Service::Sad]
        .get(index % 3)
        .copied();
    let comune = COMUNI.get(index % COMUNI.len()).map(|code| (*code).to_owned());
    CaseFile {
        person: Some(person),
        service,
        comuni: Some(Comuni {
            residence: comune.clone(),
            in_charge: comune,
            ..Comuni::default()
        }),
        ..CaseFile::default()
    }
}

fn one(
    session: &mut Session,
    index: usize,
    [responsible, other]: [Option<OperatorId>; 2],
    day: CivilDate,
) -> cartella_app::Result<()> {
    let (person, case): (PersonId, CaseId) = (session.id(), session.id());
    let (episode, first, second, order): (EpisodeId, RecordId, RecordId, RecordId) =
        (session.id(), session.id(), session.id(), session.id());
    let entry = session.id::<RecordId>();
    let author = session.operator();
    let days = i64::try_from(index % 6_000).unwrap_or(0);
    let card = Person {
        surname: Some(format!("Cognome{index}")),
        birth: Some(PartialDate::exact(day.plus_days(-days - 500))),
        ..Person::default()
    };
    let file = file(index, person);
    let service = file.service;
    let taken = Episode {
        case: Some(case),
        number: Some(1),
        state: State::InCarico {
            on: Some(PartialDate::exact(day)),
        },
        ..Episode::default()
    };
    let works = |operator, role| Assignment {
        case: Some(case),
        operator,
        role,
        from: Some(day),
        ..Assignment::default()
    };
    let written = DiaryEntry {
        case: Some(case),
        author,
        occurred_on: day.plus_days(days % 90),
        ..DiaryEntry::default()
    };
    let ordered = Provvedimento {
        case: Some(case),
        kind: TIPI.answer("MONIT"),
        arrived_on: Some(day),
        ..Provvedimento::default()
    };
    session.write(|act| {
        act.create(ScopeId::new(person.uuid(), ScopeKind::Person), person, &card)?;
        let scope = |kind| ScopeId::new(case.uuid(), kind);
        let core = scope(ScopeKind::CaseCore);
        act.create(core, case, &file)?;
        act.create(core, episode, &taken)?;
        if !index.is_multiple_of(40) {
            act.create(core, first, &works(responsible, AssignmentRole::Responsabile))?;
        }
        act.create(core, second, &works(other, AssignmentRole::Psicologo))?;
        if index % 3 != 1 {
            let on = written.occurred_on.to_string();
            act.sign(scope(ScopeKind::CaseDiary), entry, &written, &on)?;
        }
        if index.is_multiple_of(8) && service == Some(Service::TutelaMinori) {
            act.create(scope(ScopeKind::CaseCourt), order, &ordered)?;
        }
        Ok(())
    })
}
