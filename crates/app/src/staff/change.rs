//! A member of staff changes: another role, other services, her last day.

use super::{OperatorCard, OperatorForm, list::card};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    ids::OperatorId,
    rights::{Action, Subject},
    staff::Operator,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The new card of a member of staff.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeOperator {
    /// Who.
    pub id: OperatorId,
    /// Her card as it shall be.
    pub form: OperatorForm,
}

/// Changes a member of staff.
///
/// # Errors
/// `forbidden` by her role; `operator_unnamed` without surname or qualifica; `not_found`; the disk is full.
pub fn change(session: &mut Session, input: ChangeOperator) -> Result<OperatorCard> {
    session.allow(Action::StaffWrite, &Subject::nobody())?;
    let operator = input
        .form
        .record()
        .ok_or_else(|| Error::field(Code::OperatorUnnamed, "surname"))?;
    session.write(|act| act.edit(input.id, &operator, None))?;
    let row = rows::get::<Operator>(session.archive().db(), &input.id.to_string())?
        .ok_or_else(|| Error::new(Code::NotFound))?;
    card(session, row)
}
