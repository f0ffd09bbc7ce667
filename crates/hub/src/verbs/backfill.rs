//! Scopes from the beginning: their live changes, of each the newest first, many small scopes in one answer.

use super::{
    Hub,
    pull::{granted, stored},
    reads,
};
use crate::{
    Result,
    database::{self, Transaction},
    store::{
        cells::{scope, wide},
        devices,
        load::PLACE,
        office,
    },
};
use cartella_sync::{
    hub::{BackfillScope, backfill_pages, portions_now, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Backfill, Backfilled, Portion},
};
use std::collections::{BTreeMap, BTreeSet};

/// Scopes looked at for one answer at most; further ones are asked for again.
const SCOPES: usize = 256;

impl Hub {
    pub(super) async fn backfill(&self, id: &DeviceId, asked: &Backfill) -> Result<Backfilled> {
        let mut asked = asked.clone();
        asked.scopes.truncate(SCOPES);
        let mut client = self.client().await?;
        let tx = database::reading(&mut client, id).await?;
        reads(devices::get(&tx, id).await?)?;
        same_epoch(asked.epoch, office::read(&tx).await?.epoch)?;
        let heads = granted(&tx, id, asked.scopes.iter().map(|portion| portion.scope)).await?;
        let most = self.rows.backfill;
        let now = portions_now(&asked.scopes, &heads, u64::try_from(most).unwrap_or(0));
        let loaded = live(&tx, &now, &heads, most).await?;
        tx.commit().await?;
        let granted: BTreeSet<ScopeRef> = heads.into_keys().collect();
        Ok(backfill_pages(&asked, &granted, loaded))
    }
}

/// The live changes of these portions, of each at most so many.
async fn live(
    tx: &Transaction<'_>,
    now: &[(&Portion, u64)],
    heads: &BTreeMap<ScopeRef, u64>,
    most: i64,
) -> Result<BTreeMap<ScopeRef, BackfillScope>> {
    let mut found: BTreeMap<ScopeRef, BackfillScope> = now
        .iter()
        .map(|(portion, _)| {
            let head = heads.get(&portion.scope).copied().unwrap_or(0);
            let scope = BackfillScope {
                head,
                rows: Vec::new(),
                more: false,
            };
            (portion.scope, scope)
        })
        .collect();
    let (owners, kinds) = crate::store::cells::scopes(now.iter().map(|(portion, _)| portion.scope));
    let upto: Vec<i64> = now.iter().map(|(_, upto)| wide(*upto)).collect();
    let below: Vec<i64> = now
        .iter()
        .map(|(portion, _)| wide(portion.below.unwrap_or(u64::MAX)))
        .collect();
    let sql = format!(
        "SELECT w.o, w.k, bytes, {PLACE} FROM unnest($1::uuid[], $2::int2[], $3::int8[], $4::int8[])
             AS w (o, k, upto, below)
         CROSS JOIN LATERAL (SELECT bytes, {PLACE} FROM change
             WHERE scope_owner = w.o AND scope_kind = w.k AND stands & ~dead <> 0 AND seq <= w.upto AND seq < w.below
             ORDER BY seq DESC LIMIT $5) AS c"
    );
    for row in &tx
        .query(&sql, &[&owners, &kinds, &upto, &below, &(most + 1)])
        .await?
    {
        if let Some(page) = found.get_mut(&scope(row, 0)?) {
            page.rows.push(stored(row, 2)?);
        }
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    for page in found.values_mut() {
        page.rows.sort_by_key(|row| std::cmp::Reverse(row.place.seq));
        page.more = page.rows.len() > most;
        page.rows.truncate(most);
    }
    Ok(found)
}
