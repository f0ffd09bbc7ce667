//! A scope from the beginning: its live changes, the newest first.

use super::{
    Hub,
    pull::{granted, stored},
    reads,
};
use crate::{
    Result, database,
    store::{cells::wide, devices, load::PLACE, office},
};
use cartella_sync::{
    hub::{BackfillLoaded, Stored, backfill_page, same_epoch},
    ids::DeviceId,
    messages::{Backfill, BackfillPage, Problem},
};

impl Hub {
    pub(super) async fn backfill(&self, id: &DeviceId, asked: &Backfill) -> Result<BackfillPage> {
        let mut client = self.client().await?;
        let tx = database::reading(&mut client, id).await?;
        reads(devices::get(&tx, id).await?)?;
        same_epoch(asked.epoch, office::read(&tx).await?.epoch)?;
        let head = granted(&tx, id, std::iter::once(asked.scope))
            .await?
            .remove(&asked.scope);
        let head = head.ok_or(Problem::NotGranted(asked.scope))?;
        let sql = format!(
            "SELECT bytes, {PLACE} FROM change WHERE scope_owner = $1 AND scope_kind = $2 AND stands & ~dead <> 0
             AND seq <= $3 AND seq < $4 ORDER BY seq DESC LIMIT $5"
        );
        let (upto, below) = (asked.upto.unwrap_or(head), asked.below.unwrap_or(u64::MAX));
        let rows = tx
            .query(
                &sql,
                &[
                    &asked.scope.owner,
                    &i16::from(asked.scope.kind),
                    &wide(upto),
                    &wide(below),
                    &(self.rows.backfill + 1),
                ],
            )
            .await?;
        tx.commit().await?;
        let mut rows: Vec<Stored> = rows.iter().map(stored).collect::<Result<_>>()?;
        let most = usize::try_from(self.rows.backfill).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        Ok(backfill_page(asked, BackfillLoaded { head, rows, more }))
    }
}
