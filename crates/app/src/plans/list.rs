//! The plans of a case in a line each, and the lists that their forms offer.

use crate::{Result, Session, cases::OneCase, commands::Nothing};
use cartella_archive::queries::plans;
use cartella_domain::{
    codes::{CodeList, Coded},
    ids::RecordId,
    plans::{PlanStateName, goal_outcomes, next_review, plan_closing_reasons, plan_kinds},
    rights::Action,
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A plan in one line.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanLine {
    /// The plan.
    pub id: RecordId,
    /// What kind.
    pub kind: Option<Coded>,
    /// What it is about.
    pub subject: Option<String>,
    /// Where it stands.
    pub state: PlanStateName,
    /// From this day.
    pub starts: Option<CivilDate>,
    /// When it is to be reviewed next.
    pub next_review: Option<CivilDate>,
    /// Two people wrote it without seeing each other.
    pub clashed: bool,
}

/// The plans of a case.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlansOfCase {
    /// The last first.
    pub lines: Vec<PlanLine>,
    /// The operator may begin one.
    pub may_write: bool,
}

/// The plans of a case.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; the archive does not answer.
pub fn list(session: &mut Session, input: OneCase) -> Result<PlansOfCase> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::PlanRead, &subject)?;
    let db = session.archive().db();
    let mut lines = Vec::new();
    for row in plans::of_case(db, input.case)? {
        let id: RecordId = row.typed_id()?;
        let reviews = plans::reviews(db, id)?;
        lines.push(PlanLine {
            id,
            next_review: next_review(&row.value, reviews.iter().map(|row| &row.value)),
            clashed: row.clashed(),
            kind: row.value.kind,
            subject: row.value.subject,
            state: row.value.state.name(),
            starts: row.value.starts,
        });
    }
    Ok(PlansOfCase {
        lines,
        may_write: session.decide(Action::PlanWrite, &subject)?.is_allowed(),
    })
}

/// The codes of the forms of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanCodes {
    /// Kinds.
    pub kinds: Vec<Coded>,
    /// How a goal came out.
    pub outcomes: Vec<Coded>,
    /// Why a plan is closed.
    pub closing_reasons: Vec<Coded>,
}

/// The codes of the forms of a plan.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn codes(_: &mut Session, _: Nothing) -> Result<PlanCodes> {
    let all = |list: CodeList| list.codes.iter().filter_map(|code| list.answer(code)).collect();
    Ok(PlanCodes {
        kinds: all(plan_kinds()),
        outcomes: all(goal_outcomes()),
        closing_reasons: all(plan_closing_reasons()),
    })
}
