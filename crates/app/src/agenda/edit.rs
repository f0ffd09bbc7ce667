//! Reading and changing an appointment.

use super::create::{AppointmentInput, AppointmentRef};
use crate::{
    Code, Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::rows;
use cartella_domain::{
    agenda::{Appointment, AppointmentState},
    diary::Participant,
    ids::AppointmentId,
    rights::{Action, Subject},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// New values of an appointment.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct EditAppointment {
    /// The appointment.
    pub id: AppointmentId,
    /// All its values.
    pub values: AppointmentInput,
}

/// An appointment on the screen.
#[derive(Clone, Serialize, TS)]
pub struct AppointmentView {
    /// The appointment.
    pub id: AppointmentId,
    /// What it says.
    pub appointment: Appointment,
    /// What the people, colleagues and files in it are called.
    pub names: Names,
}

/// An appointment that she may touch: hers, one she goes to, or one of a case of hers.
pub(super) fn touchable(session: &Session, id: AppointmentId, action: Action) -> Result<Appointment> {
    let row = rows::get::<Appointment>(session.archive().db(), &id.to_string())?;
    let row = row.filter(|row| !row.deleted).ok_or(Code::NotFound)?;
    let me = session.operator();
    let appointment = row.value;
    let hers = appointment.author == me || appointment.operators.iter().any(|operator| *operator == me);
    let subject = match appointment.cases.0.as_slice() {
        [only] => session.case_subject(*only).unwrap_or_default(),
        _ => Subject::nobody(),
    };
    session.allow(action, &subject.written_by_actor(hers))?;
    Ok(appointment)
}

/// One appointment.
///
/// # Errors
/// `not_found`.
pub fn get(session: &mut Session, input: AppointmentRef) -> Result<AppointmentView> {
    let appointment = touchable(session, input.id, Action::AgendaRead)?;
    let people = appointment.participants.iter().filter_map(|p| match p {
        Participant::Person { person, .. } => Some(person.uuid()),
        Participant::Operator { operator } => Some(operator.uuid()),
        Participant::Other { .. } => None,
    });
    let cases = appointment.cases.iter().map(|case| case.uuid());
    let operators = appointment.operators.iter().map(|operator| operator.uuid());
    let names = names(session, people.chain(cases).chain(operators))?;
    Ok(AppointmentView {
        id: input.id,
        appointment,
        names,
    })
}

/// Changes an appointment that is still planned.
///
/// # Errors
/// `appointment_closed`, `ends_before_start`, `not_found`.
pub fn edit(session: &mut Session, input: EditAppointment) -> Result<Nothing> {
    input.values.check()?;
    let appointment = touchable(session, input.id, Action::AgendaWrite)?;
    if appointment.state != AppointmentState::Planned {
        return Err(Code::AppointmentClosed.into());
    }
    for case in &input.values.cases {
        let subject = session.case_subject(*case)?;
        session.allow(Action::CaseList, &subject)?;
    }
    let changed = input.values.onto(appointment);
    session.write(|act| act.edit(input.id, &changed, None))?;
    Ok(Nothing {})
}
