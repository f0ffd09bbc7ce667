//! Receipts of purges come in.

use super::Hub;
use crate::{
    Error, Result, database,
    store::{self, devices, holds, office},
};
use cartella_sync::{
    hub::{DeviceState, note_left, same_epoch},
    ids::DeviceId,
    messages::{Left, LeftNoted, Problem},
};

impl Hub {
    pub(super) async fn left(&self, id: &DeviceId, left: &Left) -> Result<LeftNoted> {
        let mut client = self.client().await?;
        let tx = database::begin(&mut client).await?;
        let device = devices::lock(&tx, id)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        if device.row.state == DeviceState::Revoked {
            return Err(Problem::Revoked.into());
        }
        store::rights_stand(&tx).await?;
        same_epoch(left.epoch, office::read(&tx).await?.epoch)?;
        let rows = holds::lock(&tx, id, left.receipts.iter().map(|receipt| receipt.scope)).await?;
        let (changed, answer) = note_left(left, id, &rows, &devices::keys(&device))?;
        holds::put(&tx, id, &changed).await?;
        let known: Vec<_> = left
            .receipts
            .iter()
            .filter(|receipt| rows.iter().any(|row| row.scope == receipt.scope))
            .cloned()
            .collect();
        holds::keep_receipts(&tx, id, &known, self.world.now()).await?;
        database::commit(tx).await?;
        Ok(answer)
    }
}
