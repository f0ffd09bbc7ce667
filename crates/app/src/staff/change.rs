//! A member of staff changes: another role, other services, her last day.

use super::{OperatorCard, OperatorForm, list::card};
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::OperatorId,
    rights::{Action, Subject, decide},
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
    /// What was on the screen; empty to replace whatever is there.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Changes a member of staff.
///
/// # Errors
/// `forbidden` by her role; `operator_incomplete` without surname or qualifica, `last_day_before_first`; `own_rights_lost`
/// for a card of her own that would not let her change it back; `not_found`; the disk is full.
pub fn change(session: &mut Session, input: ChangeOperator) -> Result<OperatorCard> {
    session.allow(Action::StaffWrite, &Subject::nobody())?;
    let operator = input.form.record()?;
    if input.id == session.operator() {
        let actor = operator.actor(input.id, session.office(), session.today());
        if !decide(&actor, Action::StaffWrite, &Subject::nobody()).is_allowed() {
            return Err(Code::OwnRightsLost.into());
        }
    }
    let seen = Some(Seen(input.seen)).filter(|seen| !seen.0.is_empty());
    session.write(|act| act.edit(input.id, &operator, seen.as_ref()))?;
    let row = rows::get::<Operator>(session.archive().db(), &input.id.to_string())?
        .ok_or_else(|| Error::new(Code::NotFound))?;
    card(session, row)
}
