//! A case was taken from a laptop: its operator may know who is responsible for it now, so that she can hand over by voice.

use super::{Hub, reads};
use crate::{Result, database, desk, store::devices};
use cartella_domain::{
    cases::{Assignment, responsible_on},
    ids::{CaseId, OperatorId},
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::{ids::DeviceId, messages::Problem};

/// Who is responsible for a case that the device holds or held.
///
/// # Errors
/// [`Problem::NotGranted`] for a case that it never held; a device that may not read; the database does not answer.
pub async fn passed_to(hub: &Hub, id: &DeviceId, case: CaseId) -> Result<Option<OperatorId>> {
    let mut client = hub.client().await?;
    let tx = database::snapshot(&mut client).await?;
    let device = reads(devices::get(&tx, id).await?)?;
    let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    let held = tx
        .query_opt(
            "SELECT DISTINCT 1 FROM device_scope AS s JOIN device AS d ON d.device = s.device
             WHERE d.staff = $1 AND s.scope_owner = $2 AND s.scope_kind = $3",
            &[
                &device.staff,
                &case.uuid(),
                &i16::from(ScopeKind::CaseCore.number()),
            ],
        )
        .await?;
    if held.is_none() {
        return Err(Problem::NotGranted(core.into()).into());
    }
    let team: Vec<Assignment> = desk::team(&tx, case)
        .await?
        .into_iter()
        .map(|(_, assignment)| assignment)
        .collect();
    tx.commit().await?;
    Ok(responsible_on(&team, hub.world().today()))
}
