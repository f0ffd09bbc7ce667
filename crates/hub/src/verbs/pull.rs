//! What others wrote goes down: grants, heads and rows of one moment, and PostgreSQL shows no row that is not granted.

use super::{Hub, reads};
use crate::{
    Result,
    database::{self, Transaction},
    store::{
        cells::{SCOPE, number, scope, scopes, wide},
        devices,
        load::{PLACE, place},
        office,
    },
};
use cartella_sync::{
    hub::{PullScope, Stored, above_now, pages, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Have, Pages, Pull},
};
use std::collections::BTreeMap;
use tokio_postgres::Row;

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
        let heads = granted(&tx, id, asked.scopes.iter().map(|have| have.scope)).await?;
        let loaded = above(&tx, &asked.scopes, &heads, self.rows.pull).await?;
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

/// What is above the numbers asked, of each scope at most so many rows; all of them in one statement.
async fn above(
    tx: &Transaction<'_>,
    asked: &[Have],
    heads: &BTreeMap<ScopeRef, u64>,
    most: i64,
) -> Result<BTreeMap<ScopeRef, PullScope>> {
    let mut found: BTreeMap<ScopeRef, PullScope> = heads
        .iter()
        .map(|(scope, head)| {
            let scope_now = PullScope {
                head: *head,
                rows: Vec::new(),
            };
            (*scope, scope_now)
        })
        .collect();
    let after = above_now(asked, heads, u64::try_from(most).unwrap_or(0));
    let (owners, kinds) = scopes(after.keys().copied());
    let seqs: Vec<i64> = after.values().map(|seq| wide(*seq)).collect();
    let sql = format!(
        "SELECT w.o, w.k, bytes, {PLACE} FROM unnest($1::uuid[], $2::int2[], $3::int8[]) AS w (o, k, after)
         CROSS JOIN LATERAL (SELECT bytes, {PLACE} FROM change
             WHERE scope_owner = w.o AND scope_kind = w.k AND seq > w.after ORDER BY seq LIMIT $4) AS c"
    );
    for row in &tx.query(&sql, &[&owners, &kinds, &seqs, &most]).await? {
        if let Some(page) = found.get_mut(&scope(row, 0)?) {
            page.rows.push(stored(row, 2)?);
        }
    }
    for page in found.values_mut() {
        page.rows.sort_by_key(|row| row.place.seq);
    }
    Ok(found)
}

/// A stored change from its bytes and its place, in columns from `at` on.
pub(super) fn stored(row: &Row, at: usize) -> Result<Stored> {
    Ok(Stored {
        bytes: row.try_get(at)?,
        place: place(row, at + 1)?,
    })
}
