//! One register of the tables: the live writes of one field of one record in one scope, and what was replaced there.
//!
//! The merge itself is `cartella_sync::registers`. Here every write that anything replaced is remembered, whether it
//! was live or not, so that both tables are functions of the set of changes that count, in whatever order they came.

use super::counted::Counted;
use crate::Result;
use cartella_sync::{
    codec,
    derive::{LiveWrite, Rank},
    digest::Digest,
    ids::{DeviceId, Hlc, WriteId},
    op::Op,
    registers,
};
use rusqlite::{Connection, Row, params};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The name of a register in the tables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) record: String,
    pub(super) field: u16,
    pub(super) scope: String,
}

/// A write of a change that counts.
#[derive(Clone, Copy)]
pub(super) struct Incoming<'a> {
    pub(super) write: WriteId,
    pub(super) op: &'a Op,
    pub(super) counted: &'a Counted,
}

/// Applies writes to their register; those applied before change nothing.
pub(super) fn apply(
    tx: &Connection,
    key: &Key,
    incoming: &[Incoming<'_>],
    digest: &mut Digest,
) -> Result<()> {
    let before = live(tx, key)?;
    let mut live = before.clone();
    let mut replaced = BTreeSet::new();
    for one in incoming {
        let effect = one.op.effect();
        let dead = effect.stands
            && (one.counted.states_dead(one.write.op)
                || replaced.contains(&one.write)
                || remembers(tx, key, one.write)?);
        let delta = registers::apply(one.write, &effect, dead, &live);
        for died in &delta.died {
            live.remove(died);
        }
        live.extend(delta.born);
        replaced.extend(effect.replaces.iter().copied());
    }
    for write in replaced {
        remember(tx, key, write)?;
    }
    for died in before.difference(&live) {
        remove(tx, key, *died)?;
        digest.toggle(*died);
    }
    let by_write: BTreeMap<WriteId, &Incoming<'_>> = incoming.iter().map(|one| (one.write, one)).collect();
    for born in live.difference(&before) {
        if let Some(one) = by_write.get(born) {
            insert(tx, key, one)?;
            digest.toggle(*born);
        }
    }
    Ok(())
}

/// Makes a register anew from all the writes on it that count.
pub(super) fn reset(tx: &Connection, key: &Key, all: &[Incoming<'_>], digest: &mut Digest) -> Result<()> {
    let before = live(tx, key)?;
    for table in ["register", "replaced"] {
        tx.prepare_cached(&format!(
            "DELETE FROM {table} WHERE record = ?1 AND field = ?2 AND scope = ?3"
        ))?
        .execute(params![key.record, key.field, key.scope])?;
    }
    before.iter().for_each(|write| digest.toggle(*write));
    apply(tx, key, all, digest)
}

/// Takes a write out that was stated dead; says whether it was live.
pub(super) fn bury(tx: &Connection, key: &Key, write: WriteId) -> Result<bool> {
    remove(tx, key, write)
}

/// Gives a live write the place that the office gave its change; says how many live writes the register has.
pub(super) fn place(tx: &Connection, key: &Key, write: WriteId, seq: i64, eff_hlc: i64) -> Result<usize> {
    tx.prepare_cached(
        "UPDATE register SET dev_seq = NULL, scope_seq = ?6, eff_hlc = ?7
         WHERE record = ?1 AND field = ?2 AND scope = ?3 AND change_id = ?4 AND op = ?5",
    )?
    .execute(params![
        key.record,
        key.field,
        key.scope,
        write.change.uuid().as_bytes(),
        write.op,
        seq,
        eff_hlc
    ])?;
    Ok(live(tx, key)?.len())
}

/// The live writes of a register.
pub(super) fn live(tx: &Connection, key: &Key) -> Result<BTreeSet<WriteId>> {
    let mut statement = tx.prepare_cached(
        "SELECT change_id, op FROM register WHERE record = ?1 AND field = ?2 AND scope = ?3",
    )?;
    let rows = statement.query_map(params![key.record, key.field, key.scope], |row| write_id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The write named by two columns.
pub(super) fn write_id(row: &Row<'_>, at: usize) -> rusqlite::Result<WriteId> {
    Ok(WriteId::new(
        Uuid::from_bytes(row.get(at)?).into(),
        row.get(at + 1)?,
    ))
}

fn remembers(tx: &Connection, key: &Key, write: WriteId) -> Result<bool> {
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM replaced WHERE record = ?1 AND field = ?2 AND scope = ?3 AND change_id = ?4 AND op = ?5",
        )?
        .exists(params![
            key.record,
            key.field,
            key.scope,
            write.change.uuid().as_bytes(),
            write.op
        ])?)
}

fn remember(tx: &Connection, key: &Key, write: WriteId) -> Result<()> {
    tx.prepare_cached(
        "INSERT OR IGNORE INTO replaced (record, field, scope, change_id, op) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        key.record,
        key.field,
        key.scope,
        write.change.uuid().as_bytes(),
        write.op
    ])?;
    Ok(())
}

fn remove(tx: &Connection, key: &Key, write: WriteId) -> Result<bool> {
    let gone = tx
        .prepare_cached(
            "DELETE FROM register WHERE record = ?1 AND field = ?2 AND scope = ?3 AND change_id = ?4 AND op = ?5",
        )?
        .execute(params![
            key.record,
            key.field,
            key.scope,
            write.change.uuid().as_bytes(),
            write.op
        ])?;
    Ok(gone > 0)
}

fn insert(tx: &Connection, key: &Key, one: &Incoming<'_>) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO register (scope, record, field, change_id, op, act, eff_hlc, device, dev_seq, scope_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        key.scope,
        key.record,
        key.field,
        one.write.change.uuid().as_bytes(),
        one.write.op,
        codec::encode_payload(std::slice::from_ref(one.op))?,
        one.counted.eff_hlc,
        one.counted.change.header().device_id.0,
        one.counted.dev_seq(),
        one.counted.seq,
    ])?;
    Ok(())
}

/// The live writes of a record in its scope.
pub(super) fn live_writes(tx: &Connection, record: &str, scope: &str) -> Result<Vec<LiveWrite>> {
    let mut statement = tx.prepare_cached(
        "SELECT change_id, op, act, eff_hlc, device, dev_seq, scope_seq FROM register
         WHERE record = ?1 AND scope = ?2 ORDER BY field, change_id, op",
    )?;
    let mut rows = statement.query([record, scope])?;
    let mut writes = Vec::new();
    while let Some(row) = rows.next()? {
        let number = |at: usize| -> rusqlite::Result<Option<u64>> {
            Ok(row
                .get::<_, Option<i64>>(at)?
                .and_then(|seq| u64::try_from(seq).ok()))
        };
        let rank = Rank {
            write: write_id(row, 0)?,
            eff_hlc: Hlc(u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0)),
            device: DeviceId(row.get(4)?),
            pending: number(5)?,
            scope_seq: number(6)?,
        };
        let payload: Vec<u8> = row.get(2)?;
        let acts = codec::decode_payload(&payload)?.into_iter().map(|op| op.act);
        writes.extend(acts.map(|act| LiveWrite { rank, act }));
    }
    Ok(writes)
}
