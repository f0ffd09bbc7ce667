//! Who works here and what the window needs to know at its start.

use super::Session;
use crate::{Result, commands::Nothing};
use cartella_domain::{
    ids::OperatorId,
    time::{CivilDate, Instant},
};
use serde::Serialize;
use ts_rs::TS;

/// What the window needs at its start.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SessionInfo")]
pub struct Info {
    /// The operator.
    pub operator: OperatorId,
    /// This moment on the device.
    pub now: Instant,
    /// The civil day in Italy.
    pub today: CivilDate,
    /// Minutes without a key before the archive locks.
    pub idle_minutes: u8,
    /// Where she was when it locked, as her window left it.
    pub view: Option<String>,
}

/// Answers who works here.
///
/// # Errors
/// The archive does not answer.
pub fn info(session: &mut Session, _: Nothing) -> Result<Info> {
    Ok(Info {
        operator: session.operator,
        now: session.now(),
        today: session.today(),
        idle_minutes: super::settings::current(session)?.idle_minutes(),
        view: super::keep_view::kept(session)?,
    })
}
