//! A new member of staff: also one without an archive of her own, named on cases.

use super::{OperatorCard, OperatorForm, list::card};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    ids::OperatorId,
    rights::{Action, Subject},
    staff::Operator,
};

/// Adds a member of staff.
///
/// # Errors
/// `forbidden` by her role; `operator_incomplete` without surname or qualifica, `last_day_before_first`; the disk is full.
pub fn add(session: &mut Session, input: OperatorForm) -> Result<OperatorCard> {
    session.allow(Action::StaffWrite, &Subject::nobody())?;
    let operator = input.record()?;
    let id: OperatorId = session.id();
    let org = session.org();
    session.write(|act| act.create(org, id, &operator))?;
    let row = rows::get::<Operator>(session.archive().db(), &id.to_string())?
        .ok_or_else(|| Error::new(Code::NotFound))?;
    card(session, row)
}
