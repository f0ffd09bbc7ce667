//! What a change does to everything derived: scopes and their digests, registers, rows, search.
//!
//! The merge itself is `cartella_sync::registers`; here it is given what the tables hold and its answer is
//! written back. Applying an accepted change never fails for what the change says: a kind that this program
//! does not know leaves its registers and no row.

use crate::{Result, rows};
use cartella_domain::{
    record::{Body, KindDef},
    registry,
};
use cartella_sync::{
    change::Change,
    codec,
    derive::{Deletion, LiveWrite, Rank, derive},
    digest::Digest,
    ids::{DeviceId, Hlc, ScopeRef, WriteId},
    op::{Act, Op, Signed},
    registers::{self, RegisterKey},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Applies one change; says which kinds' records it touched.
pub(super) fn apply(tx: &Connection, change: &Change, pending: bool) -> Result<BTreeSet<&'static str>> {
    let header = change.header();
    let scope = scope_text(header.scope);
    let mut digest = Digest::default();
    let mut touched = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    for (write, op) in change.writes() {
        match &op.act {
            Act::OpenScope { .. } => open_scope(tx, &scope, change)?,
            Act::Create { record, kind } => {
                create(tx, &record.to_string(), *kind, &scope)?;
                touched.insert(record.to_string());
            }
            Act::Sign { entry, content } => {
                create(tx, &entry.to_string(), content.kind, &scope)?;
                kinds.extend(sign(tx, &entry.to_string(), content, &scope)?);
            }
            _ => {}
        }
        let born = write_register(tx, change, &scope, (write, op), pending, &mut digest)?;
        if let Some(record) = op.effect().register.map(|(record, _)| record) {
            touched.insert(record.to_string());
        } else if born {
            digest.toggle(write);
        }
    }
    if digest != Digest::default() {
        toggle_scope(tx, &scope, digest)?;
    }
    for record in touched {
        kinds.extend(refresh(tx, &record)?);
    }
    Ok(kinds)
}

/// The name of a scope, also of a kind that only a newer program knows.
fn scope_text(scope: ScopeRef) -> String {
    scope.known().map_or_else(
        || format!("{}:{}", scope.kind, scope.owner),
        |known| known.to_string(),
    )
}

fn open_scope(tx: &Connection, scope: &str, change: &Change) -> Result<()> {
    tx.prepare_cached("INSERT OR IGNORE INTO scope (scope, opened_by, digest) VALUES (?1, ?2, ?3)")?
        .execute(params![
            scope,
            change.header().author_id.uuid().as_bytes(),
            Digest::default().0
        ])?;
    Ok(())
}

fn create(tx: &Connection, record: &str, kind: u16, scope: &str) -> Result<()> {
    tx.prepare_cached("INSERT OR IGNORE INTO record (id, kind, scope) VALUES (?1, ?2, ?3)")?
        .execute(params![record, kind, scope])?;
    Ok(())
}

/// One operation on its register; says whether its write became live.
fn write_register(
    tx: &Connection,
    change: &Change,
    scope: &str,
    (write, op): (WriteId, &Op),
    pending: bool,
    digest: &mut Digest,
) -> Result<bool> {
    let effect = op.effect();
    let Some(key) = RegisterKey::of(change.header().scope, &effect) else {
        return Ok(registers::apply(write, &effect, false, &BTreeSet::new())
            .born
            .is_some());
    };
    let (record, field) = (key.record.to_string(), key.field);
    let live = live_ids(tx, scope, &record, field)?;
    let dead = tx
        .prepare_cached(
            "SELECT 1 FROM replaced WHERE record = ?1 AND field = ?2 AND scope = ?3 AND change_id = ?4 AND op = ?5",
        )?
        .exists(params![record, field, scope, write.change.uuid().as_bytes(), write.op])?;
    let delta = registers::apply(write, &effect, dead, &live);
    for died in &delta.died {
        tx.prepare_cached(
            "DELETE FROM register WHERE record = ?1 AND field = ?2 AND scope = ?3 AND change_id = ?4 AND op = ?5",
        )?
        .execute(params![record, field, scope, died.change.uuid().as_bytes(), died.op])?;
        digest.toggle(*died);
    }
    for unseen in &delta.unseen {
        tx.prepare_cached(
            "INSERT OR IGNORE INTO replaced (record, field, scope, change_id, op) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![record, field, scope, unseen.change.uuid().as_bytes(), unseen.op])?;
    }
    if let Some(born) = delta.born {
        let header = change.header();
        let own = pending.then(|| i64::try_from(header.dev_seq).unwrap_or(i64::MAX));
        tx.prepare_cached(
            "INSERT INTO register (scope, record, field, change_id, op, act, eff_hlc, device, dev_seq)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            scope,
            record,
            field,
            born.change.uuid().as_bytes(),
            born.op,
            codec::encode_payload(std::slice::from_ref(op))?,
            i64::try_from(header.hlc.0).unwrap_or(i64::MAX),
            header.device_id.0,
            own,
        ])?;
        digest.toggle(born);
    }
    Ok(delta.born.is_some())
}

fn live_ids(tx: &Connection, scope: &str, record: &str, field: u16) -> Result<BTreeSet<WriteId>> {
    let mut statement = tx.prepare_cached(
        "SELECT change_id, op FROM register WHERE record = ?1 AND field = ?2 AND scope = ?3",
    )?;
    let rows = statement.query_map(params![record, field, scope], |row| write_id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn write_id(row: &Row<'_>, at: usize) -> rusqlite::Result<WriteId> {
    Ok(WriteId::new(
        Uuid::from_bytes(row.get(at)?).into(),
        row.get(at + 1)?,
    ))
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
        let rank = Rank {
            write: write_id(row, 0)?,
            eff_hlc: Hlc(u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0)),
            device: DeviceId(row.get(4)?),
            pending: row
                .get::<_, Option<i64>>(5)?
                .and_then(|seq| u64::try_from(seq).ok()),
            scope_seq: row
                .get::<_, Option<i64>>(6)?
                .and_then(|seq| u64::try_from(seq).ok()),
        };
        let payload: Vec<u8> = row.get(2)?;
        let acts = codec::decode_payload(&payload)?.into_iter().map(|op| op.act);
        writes.extend(acts.map(|act| LiveWrite { rank, act }));
    }
    Ok(writes)
}

/// Makes a record's row anew from its live writes.
pub(super) fn refresh(tx: &Connection, record: &str) -> Result<Option<&'static str>> {
    let known = tx
        .prepare_cached("SELECT kind, scope FROM record WHERE id = ?1")?
        .query_row([record], |row| {
            Ok((row.get::<_, u16>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    let Some((kind, scope)) = known else {
        return Ok(None);
    };
    let Some(kind) = registry::kind(kind).filter(|kind| !kind.signed) else {
        return Ok(None);
    };
    let row = derive(kind, &live_writes(tx, record, &scope)?);
    let clashes = row.is_clashed().then(|| row.clashes_json());
    let deleted = row.deletion == Deletion::Yes;
    let derived = rows::Derived {
        id: record,
        scope: &scope,
        body: row.body_json(),
        clashes,
        deleted,
    };
    rows::put(tx, kind.name, &derived)?;
    let body = if deleted { Body::new() } else { row.body };
    super::index(tx, record, kind.number, &scope, &body)?;
    Ok(Some(kind.name))
}

/// A signed record: one row, no registers, never changed.
fn sign(tx: &Connection, entry: &str, content: &Signed, scope: &str) -> Result<Option<&'static str>> {
    let Some(kind) = registry::kind(content.kind).filter(|kind| kind.signed) else {
        return Ok(None);
    };
    let kind: &KindDef = kind;
    let empty = Body::new();
    let body = content.body.as_object().unwrap_or(&empty);
    tx.prepare_cached(&format!(
        "INSERT OR IGNORE INTO {} (id, scope, body, clashes, deleted) VALUES (?1, ?2, ?3, NULL, 0)",
        kind.name
    ))?
    .execute(params![
        entry,
        scope,
        cartella_sync::canonical::json(&content.body)
    ])?;
    super::withdrawn::index_signed(tx, entry, kind, scope, body)?;
    Ok(Some(kind.name))
}

fn toggle_scope(tx: &Connection, scope: &str, digest: Digest) -> Result<()> {
    let before: Option<[u8; 32]> = tx
        .prepare_cached("SELECT digest FROM scope WHERE scope = ?1")?
        .query_row([scope], |row| row.get(0))
        .optional()?;
    if let Some(mut sum) = before {
        sum.iter_mut()
            .zip(digest.0)
            .for_each(|(byte, other)| *byte ^= other);
        tx.prepare_cached("UPDATE scope SET digest = ?2 WHERE scope = ?1")?
            .execute(params![scope, sum])?;
    }
    Ok(())
}
