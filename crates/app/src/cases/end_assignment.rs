//! Ends an operator's work on a case.

use super::{OneCase, loaded::Loaded};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{cases::Assignment, ids::RecordId, rights::Action, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which assignment ends when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndAssignment {
    /// The assignment.
    #[ts(type = "string")]
    pub assignment: Uuid,
    /// Its last day, included.
    pub to: CivilDate,
}

/// Ends it. It stays in the case's history.
///
/// # Errors
/// `forbidden`, `not_found`; `last_day_before_first`; the disk is full.
pub fn end_assignment(session: &mut Session, input: EndAssignment) -> Result<OneCase> {
    let id = RecordId(input.assignment);
    let row = rows::get::<Assignment>(session.archive().db(), &id.to_string())?
        .ok_or(Error::new(Code::NotFound))?;
    let case = row.value.case.ok_or(Error::new(Code::NotFound))?;
    Loaded::of(session, case, Action::CaseAssign)?;
    if row.value.from.is_some_and(|from| input.to < from) {
        return Err(Error::field(Code::LastDayBeforeFirst, "to"));
    }
    let ended = Assignment {
        to: Some(input.to),
        ..row.value
    };
    session.write(|act| {
        act.edit(id, &ended, None)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
