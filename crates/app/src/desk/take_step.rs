//! A card is seen, declined, sent elsewhere, or taken up again.

use super::{AccessoRef, allow, card};
use crate::{Code, Error, Result, Session};
use cartella_archive::Seen;
use cartella_domain::{
    desk::{Accesso, DeskStep, StepRefused, step},
    ids::RecordId,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which card takes which step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepAccesso {
    /// The card.
    pub id: RecordId,
    /// The step.
    pub step: DeskStep,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Takes the step.
///
/// # Errors
/// `forbidden` for who does not decide at the desk; `not_found`; `accesso_closed` where the state does not lead there;
/// `reason_missing`, `unknown_code`, `destination_missing`; the disk is full.
pub fn take_step(session: &mut Session, input: StepAccesso) -> Result<AccessoRef> {
    allow(session, Action::DeskDecide)?;
    let before = card(session, input.id)?.value;
    let state = step(&before.state, &input.step, session.operator(), session.today()).map_err(refused)?;
    let after = Accesso { state, ..before };
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.id);
        act.edit(input.id, &after, Some(&seen))?;
        Ok(AccessoRef { id: input.id })
    })
}

fn refused(refusal: StepRefused) -> Error {
    match refusal {
        StepRefused::NoSuchStep => Code::AccessoClosed.into(),
        StepRefused::ReasonMissing => Error::field(Code::ReasonMissing, "reason"),
        StepRefused::UnknownCode => Error::field(Code::UnknownCode, "reason"),
        StepRefused::DestinationMissing => Error::field(Code::DestinationMissing, "to"),
    }
}
