//! Laptops: who has which, when it last called; suspending and revoking.

use crate::{
    Error, Result, database,
    store::{
        devices::{self, Device, state_number},
        office,
    },
    verbs::Hub,
};
use cartella_sync::hub::DeviceState;

/// A laptop.
#[derive(Debug, Clone)]
pub struct DeviceLine {
    /// The device.
    pub device: Device,
    /// How many scopes it may hold.
    pub scopes: i64,
    /// How many it has still to give back.
    pub leaving: i64,
}

/// All laptops.
///
/// # Errors
/// The database does not answer.
pub async fn devices(hub: &Hub) -> Result<Vec<DeviceLine>> {
    let client = hub.client().await?;
    let mut lines = Vec::new();
    for device in devices::all(&*client).await? {
        let row = client
            .query_one(
                "SELECT count(*) FILTER (WHERE hold IN (0, 1)), count(*) FILTER (WHERE hold = 2)
                 FROM device_scope WHERE device = $1",
                &[&device.row.device.0.as_slice()],
            )
            .await?;
        lines.push(DeviceLine {
            device,
            scopes: row.try_get(0)?,
            leaving: row.try_get(1)?,
        });
    }
    Ok(lines)
}

/// Lets a laptop speak or not, from its next request on. `id` is its id, or the beginning of it if that is one alone.
///
/// # Errors
/// [`Error::Refused`] if it is not one laptop, or was revoked; the database does not answer.
pub async fn set_state(hub: &Hub, id: &str, state: DeviceState) -> Result<Device> {
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let wanted = id.trim().to_ascii_lowercase();
    let mut found = devices::all(&tx).await?;
    found.retain(|device| !wanted.is_empty() && device.row.device.to_string().starts_with(&wanted));
    let [device] = found.as_slice() else {
        return Err(Error::Refused(format!(
            "{} portatili hanno questo codice: {id}",
            found.len()
        )));
    };
    let device = devices::lock(&tx, &device.row.device)
        .await?
        .ok_or(Error::Inconsistent("a device went away"))?;
    if device.row.state == DeviceState::Revoked && state != DeviceState::Revoked {
        return Err(Error::Refused(
            "è revocato: serve una nuova iscrizione".to_owned(),
        ));
    }
    tx.execute(
        "UPDATE device SET state = $2 WHERE device = $1",
        &[&device.row.device.0.as_slice(), &state_number(state)],
    )
    .await?;
    let act = format!("device {}", state_number(state));
    office::note(&tx, hub.world().now(), &act, &device.row.device.to_string()).await?;
    database::commit(tx).await?;
    Ok(device)
}
