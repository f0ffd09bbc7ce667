//! What others wrote goes down: grants, heads and rows of one moment, and PostgreSQL shows no row that is not granted.

use super::{Hub, reads};
use crate::{
    Result, database,
    store::{
        cells::{SCOPE, number, scope, scopes, wide},
        devices,
        load::{PLACE, place},
        office,
    },
};
use cartella_sync::{
    hub::{PullScope, Stored, pages, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Pages, Pull},
};
use std::collections::BTreeMap;
use tokio_postgres::{Row, Transaction};

/// Scopes read for one answer at most; further ones are asked for again.
const SCOPES: usize = 64;

impl Hub {
    pub(super) async fn pull(&self, id: &DeviceId, pull: &Pull) -> Result<Pages> {
        let mut client = self.client().await?;
        let tx = database::reading(&mut client, id).await?;
        reads(devices::get(&tx, id).await?)?;
        same_epoch(pull.epoch, office::read(&tx).await?.epoch)?;
        let mut asked = pull.clone();
        asked.scopes.truncate(SCOPES);
        let mut loaded = BTreeMap::new();
        for (scope, head) in granted(&tx, id, asked.scopes.iter().map(|have| have.scope)).await? {
            let after = asked
                .scopes
                .iter()
                .find(|have| have.scope == scope)
                .map_or(0, |have| have.seq);
            let rows = above(&tx, scope, after, if after < head { self.rows.pull } else { 0 }).await?;
            loaded.insert(scope, PullScope { head, rows });
        }
        tx.commit().await?;
        Ok(pages(&asked, loaded))
    }
}

/// Of these scopes those that are granted and were opened, with their newest numbers.
pub(super) async fn granted(
    tx: &Transaction<'_>,
    device: &DeviceId,
    wanted: impl Iterator<Item = ScopeRef>,
) -> Result<BTreeMap<ScopeRef, u64>> {
    let (owners, kinds) = scopes(wanted);
    let sql = format!(
        "SELECT {SCOPE}, head FROM scope AS s WHERE opened_by IS NOT NULL
         AND (scope_owner, scope_kind) IN (SELECT * FROM unnest($2::uuid[], $3::int2[]))
         AND EXISTS (SELECT 1 FROM device_scope AS d WHERE d.device = $1 AND d.scope_owner = s.scope_owner
                     AND d.scope_kind = s.scope_kind AND d.hold IN (0, 1))"
    );
    let rows = tx.query(&sql, &[&device.0.as_slice(), &owners, &kinds]).await?;
    rows.iter()
        .map(|row| Ok((scope(row, 0)?, number(row, 2)?)))
        .collect()
}

async fn above(tx: &Transaction<'_>, scope: ScopeRef, after: u64, limit: i64) -> Result<Vec<Stored>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT bytes, {PLACE} FROM change WHERE scope_owner = $1 AND scope_kind = $2 AND seq > $3
         ORDER BY seq LIMIT $4"
    );
    let values: [&(dyn tokio_postgres::types::ToSql + Sync); 4] =
        [&scope.owner, &i16::from(scope.kind), &wide(after), &limit];
    tx.query(&sql, &values).await?.iter().map(stored).collect()
}

/// A stored change from its bytes and its place.
pub(super) fn stored(row: &Row) -> Result<Stored> {
    Ok(Stored {
        bytes: row.try_get(0)?,
        place: place(row, 1)?,
    })
}
