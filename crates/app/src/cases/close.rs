//! Closes a case: the responsible does, or the coordinator.

use super::{
    OneCase,
    move_case::{MoveCase, make},
};
use crate::{Result, Session, tutela::final_paper};
use cartella_domain::{
    cases::{Move, Paper},
    codes::Coded,
    ids::{CaseId, RecordId},
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
    /// The final report on paper: by date and protocol, or why there is none.
    pub final_report: Option<Paper>,
    /// The final report written here and signed; in place of the paper.
    pub report: Option<RecordId>,
    /// A word on it.
    pub note: Option<String>,
}

/// Closes it.
///
/// # Errors
/// `forbidden`, `not_found`; `move_missing` with what is asked for first (`asks`); `final_report_not_signed`;
/// `day_in_future`, `day_before_state`, `unknown_code`; the disk is full.
pub fn close(session: &mut Session, input: CloseCase) -> Result<OneCase> {
    let final_report = match input.report {
        Some(report) => {
            session.allow(Action::CaseClose, &session.case_subject(input.case)?)?;
            Some(final_paper(session, input.case, report)?)
        }
        None => input.final_report,
    };
    let step = Move::Close {
        reason: input.reason,
        situation: input.situation,
        final_report,
    };
    let input = MoveCase {
        case: input.case,
        step,
        on: input.on,
        reason: input.note,
    };
    make(session, input, Action::CaseClose)
}
