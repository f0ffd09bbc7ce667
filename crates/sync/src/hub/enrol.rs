//! A laptop joins with a one-time code.

use crate::{
    chain::Tip,
    hub::rows::{DeviceRow, DeviceState},
    ids::DeviceId,
    messages::{Enrol, Enrolled, Problem},
};
use cartella_domain::{ids::OperatorId, time::Instant};
use uuid::Uuid;

/// An enrolment code as the hub keeps it (found by the hash of the code, under lock).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRow {
    /// Until when it may be used.
    pub until: Instant,
    /// The device that used it.
    pub used_by: Option<DeviceId>,
}

/// The office, as it introduces itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Life of the database.
    pub epoch: u64,
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// What to store: the code is used, the device is one of the office's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolDelta {
    /// The new device, active, its chain at its start.
    pub device: DeviceRow,
    /// Its public key.
    pub public_key: [u8; 32],
    /// What it is called.
    pub label: String,
    /// The office that the archive was until now.
    pub own_office: Uuid,
}

/// Decides an enrolment, after the request's signature was checked with the key in it. `device` is the row of the
/// same key, if it is enrolled already. That the operator's id belongs to no other staff member than
/// the code was made for is asked before.
///
/// # Errors
/// [`Problem::CodeRefused`], [`Problem::Revoked`].
pub fn decide_enrol(
    enrol: &Enrol,
    code: Option<CodeRow>,
    device: Option<&DeviceRow>,
    office: &Office,
    now: Instant,
) -> Result<(Option<EnrolDelta>, Enrolled), Problem> {
    let id = DeviceId::of_public_key(&enrol.public_key);
    let code = code.ok_or(Problem::CodeRefused)?;
    let answer = |operator: OperatorId| Enrolled {
        epoch: office.epoch,
        office: office.id,
        office_name: office.name.clone(),
        operator,
    };
    match (code.used_by, device) {
        (_, Some(row)) if row.state == DeviceState::Revoked => Err(Problem::Revoked),
        // The answer was lost: the same again.
        (Some(by), Some(row)) if by == id => Ok((None, answer(row.operator))),
        (None, None) if now <= code.until => {
            let delta = EnrolDelta {
                device: DeviceRow {
                    device: id,
                    operator: enrol.operator,
                    state: DeviceState::Active,
                    chain: Tip::start(enrol.tip.incarnation),
                },
                public_key: enrol.public_key,
                label: enrol.label.clone(),
                own_office: enrol.own_office,
            };
            Ok((Some(delta), answer(enrol.operator)))
        }
        _ => Err(Problem::CodeRefused),
    }
}
