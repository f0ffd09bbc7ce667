//! How many came to the desk: by month, by how they came and how it ended, also where it never became a case.

use super::allow;
use crate::{Code, Error, Result, Session};
use cartella_archive::queries::desk;
use cartella_domain::{rights::Action, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Of which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskDeskCount {
    /// From this day.
    pub from: CivilDate,
    /// To this day.
    pub to: CivilDate,
}

/// How many of one month came in one way and ended in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskCountLine {
    /// The month, as `2026-03`.
    pub month: String,
    /// Code of the mode; empty where it was not said.
    pub mode: String,
    /// Code of the outcome; empty where it was not said.
    pub outcome: String,
    /// How many.
    pub count: u32,
    /// Of these, how many became a case.
    pub became_case: u32,
    /// Of these, how many were anonymous.
    pub anonymous: u32,
}

/// The counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskCount {
    /// By month, mode and outcome.
    pub lines: Vec<DeskCountLine>,
    /// In all.
    pub total: u32,
    /// Of these, how many became a case.
    pub became_case: u32,
}

/// Counts them.
///
/// # Errors
/// `forbidden` for who does not work at the desk; `period_reversed`; the archive does not answer.
pub fn count(session: &mut Session, input: AskDeskCount) -> Result<DeskCount> {
    allow(session, Action::DeskList)?;
    if input.to < input.from {
        return Err(Error::field(Code::PeriodReversed, "to"));
    }
    let lines: Vec<DeskCountLine> = desk::count(session.archive().db(), input.from, input.to)?
        .into_iter()
        .map(|one| DeskCountLine {
            month: one.month,
            mode: one.mode,
            outcome: one.outcome,
            count: one.count,
            became_case: one.became_case,
            anonymous: one.anonymous,
        })
        .collect();
    Ok(DeskCount {
        total: lines.iter().map(|line| line.count).sum(),
        became_case: lines.iter().map(|line| line.became_case).sum(),
        lines,
    })
}
