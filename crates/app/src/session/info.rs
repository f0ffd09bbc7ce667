//! Who works here and what the window needs to know at its start.

use super::Session;
use crate::{Result, commands::Nothing};
use cartella_archive::rows;
use cartella_domain::{
    ids::OperatorId,
    rights::{Action, Role, Subject, decide},
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
    /// What she may do for the office.
    pub may: OfficeMay,
}

/// What the operator may do for the office as a whole: the screen offers no button that would be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct OfficeMay {
    /// See schools, their classes and pupils.
    pub schools: bool,
    /// Add and change schools and classes.
    pub write_schools: bool,
    /// Add and change members of staff.
    pub write_staff: bool,
    /// See the activities of groups, classes and schools.
    pub activities: bool,
    /// Write one.
    pub write_activities: bool,
    /// Bring in tables.
    pub import: bool,
    /// See the board of a service.
    pub board: bool,
    /// See the cards of the desk.
    pub desk: bool,
    /// Note one.
    pub write_desk: bool,
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
        may: office_may(session)?,
    })
}

fn office_may(session: &Session) -> Result<OfficeMay> {
    let actor = session.actor()?;
    let may = |action| decide(&actor, action, &Subject::nobody()).is_allowed();
    Ok(OfficeMay {
        schools: may(Action::SchoolRead),
        write_schools: may(Action::SchoolWrite),
        write_staff: may(Action::StaffWrite),
        activities: may(Action::ActivityRead),
        write_activities: may(Action::ActivityWrite),
        import: may(Action::ImportRun),
        board: crate::board::may(session)?,
        desk: crate::desk::may(session, Action::DeskList)?,
        write_desk: crate::desk::may(session, Action::DeskWrite)?,
    })
}

fn signed_name(operator: &Operator) -> String {
    let parts: Vec<&str> = [&operator.name, &operator.surname]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    parts.join(" ")
}
