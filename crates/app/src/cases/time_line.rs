//! A case along time: its states, who worked on it, how much was written in each month.

use super::{OneCase, get::name, loaded::Loaded};
use crate::{PaperHead, Result, Session, names::names};
use cartella_archive::{audit, queries};
use cartella_domain::{
    cases::{AssignmentRole, Phase, Transition, phases},
    ids::OperatorId,
    rights::{Action, CaseFields, case_fields},
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A case along time.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimeLine {
    /// Whose case it is.
    pub label: String,
    /// Today, where the line ends if the case is open.
    pub today: CivilDate,
    /// Its states, the first first.
    pub phases: Vec<Phase>,
    /// Who worked on it, the first first.
    pub team: Vec<TeamSpan>,
    /// What was written; empty for who may not know of the diary.
    pub months: Vec<MonthCount>,
}

/// The days of one operator.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamSpan {
    /// Her name.
    pub name: String,
    /// As what.
    pub role: AssignmentRole,
    /// First day.
    pub from: CivilDate,
    /// Last day; none if it still holds.
    pub to: Option<CivilDate>,
}

/// Notes of a month.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthCount {
    /// "2026-04".
    pub month: String,
    /// How many.
    pub notes: u32,
}

/// Reads it; the audit says so before anything is shown.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn time_line(session: &mut Session, input: OneCase) -> Result<TimeLine> {
    let loaded = Loaded::of(session, input.case, Action::CaseRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(input.case))?;
    let fields = case_fields(&session.actor()?, loaded.subject.standing);
    let db = session.archive().db();
    let moves: Vec<Transition> = queries::cases::transitions(db, input.case)?
        .into_iter()
        .rev()
        .map(|row| row.value)
        .collect();
    let months = if fields == CaseFields::Full {
        queries::diary::months(db, input.case)?
    } else {
        Vec::new()
    };
    let person = session.standing_record(loaded.facts.person)?;
    Ok(TimeLine {
        label: crate::people::card(session, person)?.name.unwrap_or_default(),
        today: session.today(),
        phases: phases(&moves),
        team: team(session, &loaded)?,
        months: months
            .into_iter()
            .map(|(month, notes)| MonthCount { month, notes })
            .collect(),
    })
}

/// Says in the audit that it goes to paper.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn time_line_printed(session: &mut Session, input: OneCase) -> Result<PaperHead> {
    session.allow(Action::CaseRead, &session.case_subject(input.case)?)?;
    session.print(audit::Event::new(audit::Act::Print), input.case)
}

fn team(session: &Session, loaded: &Loaded) -> Result<Vec<TeamSpan>> {
    let operators = loaded.assignments.iter().filter_map(|row| row.value.operator);
    let called = names(session, operators.map(OperatorId::uuid))?;
    let mut team: Vec<TeamSpan> = loaded
        .assignments
        .iter()
        .filter_map(|row| {
            Some(TeamSpan {
                name: name(&called, row.value.operator.map(OperatorId::uuid)),
                role: row.value.role,
                from: row.value.from?,
                to: row.value.to,
            })
        })
        .collect();
    team.sort_by_key(|span| (span.from, span.role));
    Ok(team)
}
