//! `cargo xtask bench terms [--json FILE]`: the deadlines of 20,000 cases computed anew, and read as the screens do.
//!
//! The archive is made in bulk for the occasion: a person with a birth and a residence permit a case, an operator for
//! every sixty. Figures are on the wall, since the disk takes part.
#![allow(clippy::print_stdout, reason = "a measuring program")]

#[allow(dead_code, reason = "the other benchmarks use the rest")]
#[path = "clocks.rs"]
mod clocks;

use anyhow::{Result, bail};
use cartella_app::{
    agenda::{AskRange, range},
    cases::OneCase,
    commands::Nothing,
    deadlines::{ChangeRules, change_rules, of_case},
    today::today,
};
use cartella_domain::{
    agenda::AgendaView,
    cases::{Assignment, AssignmentRole, CaseFile, Episode},
    deadlines::Office as Terms,
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    people::{Person, ResidencePermit},
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::{CivilDate, PartialDate},
};
use cartella_testkit::Office;
use cartella_tests::report::{Figure, Report};
use std::path::PathBuf;

const CASES: usize = 20_000;
const CASES_EACH: usize = 60;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = match (arguments.next().as_deref(), arguments.next()) {
        (None, None) => None,
        (Some("--json"), Some(path)) => Some(PathBuf::from(path)),
        _ => bail!("cargo xtask bench terms [--json FILE]"),
    };
    let mut report = Report::new(file);
    let mut office = Office::new(77)?;
    let own = office.session.operator();
    let coordinator = office.colleague("Sala", Role::Coordinatore)?;
    let cases = grow(&mut office)?;
    office.session.act_as(coordinator);
    let decided = ChangeRules {
        office: Terms {
            patron: "12-07".parse().ok(),
            ..Terms::default()
        },
        reason: "Patrono del comune".into(),
    };
    let anew = taken(|| change_rules(&mut office.session, decided).map(drop))?;
    let name = format!("deadlines of {CASES} cases computed anew");
    report.show("terms", &Figure::alone(name, anew, "ms"));
    office.session.act_as(own);
    let shown = taken(|| today(&mut office.session, Nothing {}).map(drop))?;
    report.show("terms", &Figure::alone("Oggi", shown, "ms"));
    let month = AskRange {
        view: AgendaView::Month,
        day: office.session.today(),
    };
    let month = taken(|| range(&mut office.session, month).map(drop))?;
    report.show("terms", &Figure::alone("a month of the agenda", month, "ms"));
    if let Some(case) = cases.first().copied() {
        let one = taken(|| of_case(&mut office.session, OneCase { case }).map(drop))?;
        report.show("terms", &Figure::alone("the deadlines of a case", one, "ms"));
    }
    report.write()
}

fn taken(run: impl FnOnce() -> cartella_app::Result<()>) -> Result<f64> {
    let start = clocks::wall();
    run().map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(clocks::wall() - start)
}

/// The cases: the first of the archive's own operator, the others of colleagues that the laptop does not know.
fn grow(office: &mut Office) -> Result<Vec<CaseId>> {
    let own = office.session.operator();
    let day = office.session.today();
    let mut cases = Vec::new();
    let done = office.session.bulk(|session| {
        let mut operator = own;
        for index in 0..CASES {
            if index > 0 && index % CASES_EACH == 0 {
                operator = session.id();
            }
            cases.push(one(session, index, operator, day)?);
        }
        Ok(())
    });
    done.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(cases)
}

fn one(
    session: &mut cartella_app::Session,
    index: usize,
    operator: OperatorId,
    day: CivilDate,
) -> cartella_app::Result<CaseId> {
    let (person, case, episode): (PersonId, CaseId, EpisodeId) = (session.id(), session.id(), session.id());
    let assignment: RecordId = session.id();
    let days = i64::try_from(index % 6_000).unwrap_or(0);
    let card = Person {
        surname: Some(format!("Cognome{index}")),
        birth: Some(PartialDate::exact(day.plus_days(-days - 500))),
        residence_permit: Some(ResidencePermit {
            expires: Some(day.plus_days(days % 700)),
            ..ResidencePermit::default()
        }),
        ..Person::default()
    };
    let file = CaseFile {
        person: Some(person),
        service: Some(Service::TutelaMinori),
        ..CaseFile::default()
    };
    let taken = Episode {
        case: Some(case),
        number: Some(1),
        ..Episode::default()
    };
    let assigned = Assignment {
        case: Some(case),
        operator: Some(operator),
        role: AssignmentRole::Responsabile,
        from: Some(day),
        ..Assignment::default()
    };
    session.write(|act| {
        act.create(ScopeId::new(person.uuid(), ScopeKind::Person), person, &card)?;
        let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
        act.create(core, case, &file)?;
        act.create(core, episode, &taken)?;
        act.create(core, assignment, &assigned)
    })?;
    Ok(case)
}
