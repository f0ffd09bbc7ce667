//! What a decision changes is written: in the transaction and under the locks it was made under.

use super::{
    cells::{bits, scopes, wide},
    devices, quarantine, rows,
};
use crate::{Result, database::Transaction};
use cartella_domain::{ids::ChangeId, time::Instant};
use cartella_sync::{
    codec,
    hub::{AcceptedRow, PushDelta, RecordDelta},
    ids::WriteId,
    op::Act,
    registers::RegisterKey,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Writes what a push changed.
///
/// # Errors
/// The database does not answer.
pub async fn push(tx: &Transaction<'_>, delta: &PushDelta, at: Instant) -> Result<()> {
    if delta.is_empty() {
        return Ok(());
    }
    tokio::try_join!(
        devices::advance(tx, &delta.device, &delta.chain, &delta.links),
        quarantine::insert(tx, &delta.device, &delta.quarantined, at),
        log(tx, &delta.record, at),
    )?;
    rows::derive(tx, &delta.record.accepted, at).await
}

/// Writes what counts: log, scopes, registers, rows.
///
/// # Errors
/// The database does not answer.
pub async fn record(tx: &Transaction<'_>, delta: &RecordDelta, at: Instant) -> Result<()> {
    log(tx, delta, at).await?;
    rows::derive(tx, &delta.accepted, at).await
}

/// Log, scopes and registers, before anything is derived of them. The statements go out together, in this order.
async fn log(tx: &Transaction<'_>, delta: &RecordDelta, at: Instant) -> Result<()> {
    tokio::try_join!(
        opened(tx, delta, at),
        changes(tx, &delta.accepted),
        died(tx, delta),
        born(tx, delta),
        unseen(tx, delta),
    )?;
    heads(tx, delta).await
}

async fn opened(tx: &Transaction<'_>, delta: &RecordDelta, at: Instant) -> Result<()> {
    if delta.opened.is_empty() {
        return Ok(());
    }
    let openings: BTreeMap<ChangeId, Option<Uuid>> = delta
        .accepted
        .iter()
        .filter_map(|row| match row.change.ops().first().map(|op| &op.act) {
            Some(Act::OpenScope { of }) => Some((row.change.id(), *of)),
            _ => None,
        })
        .collect();
    let (owners, kinds) = scopes(delta.opened.iter().map(|opened| opened.scope));
    let authors: Vec<Uuid> = delta.opened.iter().map(|opened| opened.author.uuid()).collect();
    let of: Vec<Option<Uuid>> = delta
        .opened
        .iter()
        .map(|opened| openings.get(&opened.change).copied().flatten())
        .collect();
    tx.execute(
        "INSERT INTO scope (scope_owner, scope_kind, opened_by, of, opened_at)
         SELECT o, k, author, of, $5 FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::uuid[]) AS s (o, k, author, of)
         ON CONFLICT (scope_owner, scope_kind)
         DO UPDATE SET opened_by = excluded.opened_by, of = excluded.of, opened_at = excluded.opened_at
         WHERE scope.opened_by IS NULL",
        &[&owners, &kinds, &authors, &of, &at.0],
    )
    .await?;
    Ok(())
}

async fn heads(tx: &Transaction<'_>, delta: &RecordDelta) -> Result<()> {
    if delta.scopes.is_empty() {
        return Ok(());
    }
    let (owners, kinds) = scopes(delta.scopes.keys().copied());
    let heads: Vec<i64> = delta.scopes.values().map(|row| wide(row.head)).collect();
    let digests: Vec<&[u8]> = delta.scopes.values().map(|row| row.digest.0.as_slice()).collect();
    tx.execute(
        "UPDATE scope SET head = new.head, digest = new.digest
         FROM unnest($1::uuid[], $2::int2[], $3::int8[], $4::bytea[]) AS new (o, k, head, digest)
         WHERE scope_owner = new.o AND scope_kind = new.k",
        &[&owners, &kinds, &heads, &digests],
    )
    .await?;
    Ok(())
}

/// One statement for all of them: a round trip a row was most of what a push cost.
async fn changes(tx: &Transaction<'_>, accepted: &[AcceptedRow]) -> Result<()> {
    if accepted.is_empty() {
        return Ok(());
    }
    let (owners, kinds) = scopes(accepted.iter().map(|row| row.change.header().scope));
    let column = |of: fn(&AcceptedRow) -> i64| accepted.iter().map(of).collect::<Vec<i64>>();
    let ids: Vec<Uuid> = accepted.iter().map(|row| row.change.id().uuid()).collect();
    let authors = accepted.iter().map(|row| row.change.header().author_id.uuid());
    let hashes = accepted.iter().map(|row| row.change.header_hash().0.to_vec());
    let devices = accepted
        .iter()
        .map(|row| row.change.header().device_id.0.as_slice());
    tx.execute(
        "INSERT INTO change (scope_owner, scope_kind, seq, change_id, device, author, header_hash, bytes, eff_hlc,
             received_at, flags, stands, dead)
         SELECT * FROM unnest($1::uuid[], $2::int2[], $3::int8[], $4::uuid[], $5::bytea[], $6::uuid[], $7::bytea[],
             $8::bytea[], $9::int8[], $10::int8[], $11::int8[], $12::int8[], $13::int8[])",
        &[
            &owners,
            &kinds,
            &column(|row| wide(row.place.seq)),
            &ids,
            &devices.collect::<Vec<_>>(),
            &authors.collect::<Vec<_>>(),
            &hashes.collect::<Vec<_>>(),
            &accepted.iter().map(|row| row.change.encode()).collect::<Vec<_>>(),
            &column(|row| wide(row.place.eff_hlc.0)),
            &column(|row| row.place.received_at.0),
            &column(|row| i64::from(row.place.flags)),
            &column(|row| bits(row.stands)),
            &column(|row| bits(row.place.dead)),
        ],
    )
    .await?;
    Ok(())
}

/// Writes on registers as arrays, a column each.
struct Columns {
    owners: Vec<Uuid>,
    kinds: Vec<i16>,
    records: Vec<Uuid>,
    fields: Vec<i32>,
    changes: Vec<Uuid>,
    ops: Vec<i16>,
}

impl Columns {
    fn of(writes: &BTreeSet<(RegisterKey, WriteId)>) -> Self {
        let (owners, kinds) = scopes(writes.iter().map(|(key, _)| key.scope));
        Self {
            owners,
            kinds,
            records: writes.iter().map(|(key, _)| key.record.0).collect(),
            fields: writes.iter().map(|(key, _)| i32::from(key.field)).collect(),
            changes: writes.iter().map(|(_, write)| write.change.uuid()).collect(),
            ops: writes.iter().map(|(_, write)| i16::from(write.op)).collect(),
        }
    }
}

async fn died(tx: &Transaction<'_>, delta: &RecordDelta) -> Result<()> {
    if !delta.died.is_empty() {
        let it = Columns::of(&delta.died);
        tx.execute(
            "DELETE FROM register WHERE (scope_owner, scope_kind, record, field, change_id, op) IN
                 (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::int4[], $5::uuid[], $6::int2[]))",
            &[&it.owners, &it.kinds, &it.records, &it.fields, &it.changes, &it.ops],
        )
        .await?;
    }
    if !delta.dead.is_empty() {
        let ids: Vec<Uuid> = delta.dead.keys().map(|change| change.uuid()).collect();
        let dead: Vec<i64> = delta.dead.values().map(|dead| bits(*dead)).collect();
        tx.execute(
            "UPDATE change SET dead = change.dead | new.dead FROM unnest($1::uuid[], $2::int8[]) AS new (id, dead)
             WHERE change_id = new.id",
            &[&ids, &dead],
        )
        .await?;
    }
    Ok(())
}

async fn born(tx: &Transaction<'_>, delta: &RecordDelta) -> Result<()> {
    if delta.born.is_empty() {
        return Ok(());
    }
    let accepted: BTreeMap<ChangeId, &AcceptedRow> =
        delta.accepted.iter().map(|row| (row.change.id(), row)).collect();
    let mut acts = Vec::new();
    let (mut hlcs, mut devices, mut seqs) = (Vec::new(), Vec::new(), Vec::new());
    let mut writes = BTreeSet::new();
    for (key, write) in &delta.born {
        let Some(row) = accepted.get(&write.change) else {
            continue;
        };
        let Some(op) = row.change.ops().get(usize::from(write.op)) else {
            continue;
        };
        writes.insert((*key, *write));
        acts.push(codec::encode_op(op)?);
        hlcs.push(wide(row.place.eff_hlc.0));
        devices.push(row.change.header().device_id.0.to_vec());
        seqs.push(wide(row.place.seq));
    }
    let it = Columns::of(&writes);
    tx.execute(
        "INSERT INTO register (scope_owner, scope_kind, record, field, change_id, op, act, eff_hlc, device, seq)
         SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::int4[], $5::uuid[], $6::int2[], $7::bytea[],
             $8::int8[], $9::bytea[], $10::int8[])",
        &[
            &it.owners, &it.kinds, &it.records, &it.fields, &it.changes, &it.ops, &acts, &hlcs, &devices, &seqs,
        ],
    )
    .await?;
    Ok(())
}

async fn unseen(tx: &Transaction<'_>, delta: &RecordDelta) -> Result<()> {
    if delta.unseen.is_empty() {
        return Ok(());
    }
    let it = Columns::of(&delta.unseen);
    tx.execute(
        "INSERT INTO replaced (scope_owner, scope_kind, record, field, change_id, op)
         SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::int4[], $5::uuid[], $6::int2[])
         ON CONFLICT DO NOTHING",
        &[
            &it.owners,
            &it.kinds,
            &it.records,
            &it.fields,
            &it.changes,
            &it.ops,
        ],
    )
    .await?;
    Ok(())
}
