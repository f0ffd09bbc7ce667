//! What changes do to everything derived: digests of scopes, registers, rows, search.
//!
//! Many changes are applied at once: their writes are sorted by register, and each record's row is made once. The
//! result is a function of the set of changes that count, so any batching gives the same tables as a rebuild.
//! Applying an accepted change never fails for what the change says: a kind that this program does not know leaves
//! its registers and no row.

use super::{
    counted::{Counted, scope_text},
    records::{create, refresh, sign},
    register::{self, Incoming, Key},
};
use crate::Result;
use cartella_sync::{
    digest::Digest,
    ids::WriteId,
    op::{Act, Effect, Op},
};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be done for a batch.
#[derive(Default)]
struct Work<'a> {
    registers: BTreeMap<Key, Vec<Incoming<'a>>>,
    digests: BTreeMap<String, Digest>,
    touched: BTreeSet<String>,
    kinds: BTreeSet<&'static str>,
}

/// Applies changes that count and were not applied before; says which kinds' records they touched.
pub(crate) fn apply(tx: &Connection, batch: &[Counted]) -> Result<BTreeSet<&'static str>> {
    let mut work = Work::default();
    for counted in batch {
        gather(tx, counted, &mut work)?;
    }
    for (key, incoming) in &work.registers {
        let digest = work.digests.entry(key.scope.clone()).or_default();
        register::apply(tx, key, incoming, digest)?;
    }
    for (scope, digest) in &work.digests {
        toggle_scope(tx, scope, *digest)?;
    }
    for record in &work.touched {
        work.kinds.extend(refresh(tx, record)?);
    }
    Ok(work.kinds)
}

fn gather<'a>(tx: &Connection, counted: &'a Counted, work: &mut Work<'a>) -> Result<()> {
    let scope = scope_text(counted.change.header().scope);
    work.digests.entry(scope.clone()).or_default();
    for (write, op) in counted.change.writes() {
        make(tx, counted, op, &scope, work)?;
        let effect = op.effect();
        match key_of(&scope, &effect) {
            Some(key) => {
                work.touched.insert(key.record.clone());
                let incoming = Incoming { write, op, counted };
                work.registers.entry(key).or_default().push(incoming);
            }
            None if effect.stands => {
                if let Some(digest) = work.digests.get_mut(&scope) {
                    digest.toggle(write);
                }
            }
            None => {}
        }
    }
    Ok(())
}

fn make(tx: &Connection, counted: &Counted, op: &Op, scope: &str, work: &mut Work<'_>) -> Result<()> {
    match &op.act {
        Act::Create { record, kind } => {
            let record = record.to_string();
            create(tx, &record, *kind, scope, counted)?;
            work.touched.insert(record);
        }
        Act::Sign { entry, content } => {
            let entry = entry.to_string();
            if create(tx, &entry, content.kind, scope, counted)? {
                work.kinds.extend(sign(tx, &entry, content, scope)?);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Makes and signs once more the records that a change makes: its place among the makers has changed.
pub(super) fn make_again(tx: &Connection, counted: &Counted) -> Result<BTreeSet<&'static str>> {
    let scope = scope_text(counted.change.header().scope);
    let mut work = Work::default();
    for op in counted.change.ops() {
        make(tx, counted, op, &scope, &mut work)?;
    }
    for record in &work.touched {
        work.kinds.extend(refresh(tx, record)?);
    }
    Ok(work.kinds)
}

/// The register of an operation in a scope; none of an append.
pub(super) fn key_of(scope: &str, effect: &Effect<'_>) -> Option<Key> {
    effect.register.map(|(record, field)| Key {
        record: record.to_string(),
        field,
        scope: scope.to_owned(),
    })
}

/// The operations of a change that write to registers.
pub(super) fn register_writes<'a>(
    counted: &'a Counted,
    scope: &'a str,
) -> impl Iterator<Item = (Key, WriteId, &'a Op)> {
    let writes = counted.change.writes();
    writes.filter_map(move |(write, op)| key_of(scope, &op.effect()).map(|key| (key, write, op)))
}

/// Puts writes into a scope's digest that were born, takes those out that died.
pub(super) fn toggle_scope(tx: &Connection, scope: &str, digest: Digest) -> Result<()> {
    let before: Option<[u8; 32]> = tx
        .prepare_cached("SELECT digest FROM scope WHERE scope = ?1")?
        .query_row([scope], |row| row.get(0))
        .optional()?;
    let mut sum = before.unwrap_or_default();
    sum.iter_mut()
        .zip(digest.0)
        .for_each(|(byte, other)| *byte ^= other);
    if before == Some(sum) {
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO scope (scope, digest) VALUES (?1, ?2) ON CONFLICT (scope) DO UPDATE SET digest = ?2",
    )?
    .execute(params![scope, sum])?;
    Ok(())
}
