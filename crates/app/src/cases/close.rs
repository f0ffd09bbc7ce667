//! Closes a case: the responsible does, or the coordinator.

use super::{
    OneCase,
    move_case::{MoveCase, make},
};
use crate::{Result, Session};
use cartella_domain::{
    cases::{Move, Paper},
    codes::Coded,
    ids::CaseId,
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a case is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CloseCase {
    /// The case.
    pub case: CaseId,
    /// On which day; today without.
    pub on: Option<CivilDate>,
    /// Why (motivo di chiusura).
    pub reason: Option<Coded>,
    /// How the person lives (situazione alla chiusura).
    pub situation: Option<Coded>,
    /// The final report: by date and protocol, or why there is none.
    pub final_report: Option<Paper>,
    /// A word on it.
    pub note: Option<String>,
}

/// Closes it.
///
/// # Errors
/// `forbidden`, `not_found`; `move_missing` with what is asked for first (`asks`); `day_in_future`,
/// `day_before_state`, `unknown_code`; the disk is full.
pub fn close(session: &mut Session, input: CloseCase) -> Result<OneCase> {
    let step = Move::Close {
        reason: input.reason,
        situation: input.situation,
        final_report: input.final_report,
    };
    let input = MoveCase {
        case: input.case,
        step,
        on: input.on,
        reason: input.note,
    };
    make(session, input, Action::CaseClose)
}
