//! Who works here and what the window needs to know at its start.

use super::Session;
use crate::{Result, commands::Nothing};
use cartella_archive::rows;
use cartella_domain::{
    ids::OperatorId,
    rights::Role,
    staff::Operator,
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
    /// Her name and surname, as she signs; none for who has no record here.
    pub operator_name: Option<String>,
    /// What she signs as.
    pub qualifica: Option<Role>,
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
    let who =
        rows::get::<Operator>(session.archive.db(), &session.operator.to_string())?.map(|row| row.value);
    Ok(Info {
        operator: session.operator,
        operator_name: who.as_ref().map(signed_name).filter(|name| !name.is_empty()),
        qualifica: who.and_then(|who| who.qualifica),
        now: session.now(),
        today: session.today(),
        idle_minutes: super::settings::current(session)?.idle_minutes(),
        view: super::keep_view::kept(session)?,
    })
}

fn signed_name(operator: &Operator) -> String {
    let parts: Vec<&str> = [&operator.name, &operator.surname]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    parts.join(" ")
}
