//! The last restitution and the discharge: a path ends, or goes on after all.

use super::{
    SnPathRef,
    loaded::{Loaded, listed, refused},
};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    spazio_neutro::{FineSn, MOTIVI_FINE_SN, PercorsoSn},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a path ends.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CloseSnPath {
    /// The path.
    pub id: RecordId,
    /// On which day, why, what was agreed.
    pub end: FineSn,
}

/// Ends it. Its terms no longer run; its meetings stay.
///
/// # Errors
/// `forbidden`, `not_found`; `sn_closed`; `reason_missing`, `unknown_code`; `day_before_state`, `day_in_future`; the disk
/// is full.
pub fn close(session: &mut Session, input: CloseSnPath) -> Result<OneCase> {
    let loaded = Loaded::open(session, input.id)?;
    listed(input.end.reason.as_ref(), MOTIVI_FINE_SN, "reason")?;
    if input.end.reason.is_none() {
        return Err(Error::field(Code::ReasonMissing, "reason"));
    }
    if input.end.on > session.today() {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    let end = FineSn {
        note: tidy::lines(input.end.note),
        ..input.end
    };
    write(session, loaded, Some(end))
}

/// It goes on: the end was a mistake.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn reopen(session: &mut Session, input: SnPathRef) -> Result<OneCase> {
    let loaded = Loaded::writable(session, input.id)?;
    write(session, loaded, None)
}

fn write(session: &mut Session, loaded: Loaded, closed: Option<FineSn>) -> Result<OneCase> {
    let path = PercorsoSn {
        closed,
        ..loaded.path
    };
    path.check().map_err(refused)?;
    session.write(|act| {
        act.about(loaded.case);
        act.edit(loaded.id, &path, None)
    })?;
    Ok(OneCase { case: loaded.case })
}
