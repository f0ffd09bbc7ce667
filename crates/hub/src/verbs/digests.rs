//! Do both sides hold the same? What differs is kept as an incident.

use super::{Hub, reads};
use crate::{
    Result,
    database::{self, Transaction},
    store::{
        cells::{SCOPE, scopes, wide},
        devices,
        load::scope_row,
        office,
    },
};
use cartella_sync::{
    hub::{ScopeRow, compare, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Compared, Digests, Sum},
};
use std::collections::BTreeMap;

impl Hub {
    pub(super) async fn digests(&self, id: &DeviceId, digests: &Digests) -> Result<Compared> {
        let mut client = self.client().await?;
        let tx = database::reading(&mut client, id).await?;
        reads(devices::get(&tx, id).await?)?;
        same_epoch(digests.epoch, office::read(&tx).await?.epoch)?;
        let ours = sums(&tx, digests.sums.iter().map(|sum| sum.scope)).await?;
        tx.commit().await?;
        let answer = compare(digests, &ours);
        if !answer.differ.is_empty() {
            let tx = database::begin(&mut client).await?;
            self.incidents(&tx, id, &digests.sums, &answer.differ).await?;
            database::commit(tx).await?;
        }
        Ok(answer)
    }

    async fn incidents(
        &self,
        tx: &Transaction<'_>,
        id: &DeviceId,
        theirs: &[Sum],
        ours: &[Sum],
    ) -> Result<()> {
        for our in ours {
            let their = theirs.iter().find(|their| their.scope == our.scope);
            tx.execute(
                "INSERT INTO incident (at, device, scope_owner, scope_kind, seq, theirs, ours)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    &self.world.now().0,
                    &id.0.as_slice(),
                    &our.scope.owner,
                    &i16::from(our.scope.kind),
                    &wide(our.seq),
                    &their.map_or(&[][..], |their| their.digest.0.as_slice()),
                    &our.digest.0.as_slice(),
                ],
            )
            .await?;
            tracing::warn!(device = %id, scope = %our.scope.owner, kind = our.scope.kind, "digests differ");
        }
        Ok(())
    }
}

/// Row-level security leaves the granted scopes.
async fn sums(
    tx: &Transaction<'_>,
    wanted: impl Iterator<Item = ScopeRef>,
) -> Result<BTreeMap<ScopeRef, ScopeRow>> {
    let (owners, kinds) = scopes(wanted);
    let sql = format!(
        "SELECT {SCOPE}, head, digest FROM scope WHERE opened_by IS NOT NULL
         AND (scope_owner, scope_kind) IN (SELECT * FROM unnest($1::uuid[], $2::int2[]))"
    );
    let rows = tx.query(&sql, &[&owners, &kinds]).await?;
    rows.iter()
        .map(|row| scope_row(row).map(|row| (row.scope, row)))
        .collect()
}
