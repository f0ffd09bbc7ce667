//! Taking out of everything derived what does not count (any more): refused changes, what the office states dead, a
//! whole scope.

use super::{
    apply::{apply, key_of, make_again, register_writes, toggle_scope},
    counted::{BATCH, Counted, each_in, is_dead, scope_text},
    records::{Removed, made, refresh},
    register::{self, Incoming, Key},
};
use crate::Result;
use cartella_sync::{change::Change, digest::Digest};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

type Kinds = BTreeSet<&'static str>;

/// Takes changes of one scope out that do not count any more; the log says so already. What they wrote to is made anew
/// from the changes of the scope that count.
pub(crate) fn withdraw(tx: &Connection, scope: &str, gone: &[Change]) -> Result<Kinds> {
    let mut keys = BTreeSet::new();
    let mut records = BTreeMap::new();
    let mut digest = Digest::default();
    for change in gone {
        records.extend(made(change));
        for (write, op) in change.writes() {
            let effect = op.effect();
            match key_of(scope, &effect) {
                Some(key) => drop(keys.insert(key)),
                None if effect.stands => digest.toggle(write),
                None => {}
            }
        }
    }
    let mut others = Vec::new();
    each_in(tx, scope, |counted| {
        let concerns = register_writes(&counted, scope).any(|(key, ..)| keys.contains(&key))
            || made(&counted.change).any(|(record, _)| records.contains_key(&record));
        if concerns {
            others.push(counted);
        }
        Ok(())
    })?;
    remake(tx, scope, &keys, &others, &mut digest)?;
    toggle_scope(tx, scope, digest)?;
    let mut kinds = unmake(tx, gone, &records)?;
    for counted in &others {
        kinds.extend(make_again(tx, counted)?);
    }
    for record in keys.iter().map(|key| &key.record).collect::<BTreeSet<_>>() {
        kinds.extend(refresh(tx, record)?);
    }
    forget_if_empty(tx, scope)?;
    Ok(kinds)
}

/// Makes registers anew from the changes that write to them.
fn remake(
    tx: &Connection,
    scope: &str,
    keys: &BTreeSet<Key>,
    others: &[Counted],
    digest: &mut Digest,
) -> Result<()> {
    let mut writes: BTreeMap<&Key, Vec<Incoming<'_>>> = keys.iter().map(|key| (key, Vec::new())).collect();
    for counted in others {
        for (key, write, op) in register_writes(counted, scope) {
            if let Some(all) = writes.get_mut(&key) {
                all.push(Incoming { write, op, counted });
            }
        }
    }
    for (key, all) in writes {
        register::reset(tx, key, &all, digest)?;
    }
    Ok(())
}

/// Takes the records away that these changes made and no other counts for.
fn unmake(tx: &Connection, gone: &[Change], records: &BTreeMap<String, u16>) -> Result<Kinds> {
    let makers: BTreeSet<[u8; 16]> = gone.iter().map(|change| *change.id().uuid().as_bytes()).collect();
    let mut removed = Removed::default();
    for record in records.keys() {
        let known = tx
            .prepare_cached("SELECT kind, made_by FROM record WHERE id = ?1")?
            .query_row([record], |row| {
                Ok((row.get::<_, u16>(0)?, row.get::<_, [u8; 16]>(1)?))
            })
            .optional()?;
        if let Some((kind, _)) = known.filter(|(_, made_by)| makers.contains(made_by)) {
            removed.take(tx, record, kind)?;
        }
    }
    removed.finish(tx)
}

fn forget_if_empty(tx: &Connection, scope: &str) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM scope WHERE scope = ?1
         AND NOT EXISTS (SELECT 1 FROM change WHERE scope = ?1 AND verdict IN (0, 2))",
    )?
    .execute([scope])?;
    Ok(())
}

/// Takes out the writes of a change that counts which the office now states dead (bits of `fresh`).
pub(crate) fn bury(tx: &Connection, counted: &Counted, fresh: u64) -> Result<Kinds> {
    let scope = scope_text(counted.change.header().scope);
    let mut digest = Digest::default();
    let mut touched = BTreeSet::new();
    for (key, write, _) in register_writes(counted, &scope) {
        if is_dead(fresh, write.op) && register::bury(tx, &key, write)? {
            digest.toggle(write);
            touched.insert(key.record);
        }
    }
    finish(tx, &scope, digest, &touched)
}

/// Makes the registers anew to which a change writes: what the office stated dead of it was taken back.
pub(crate) fn remake_registers_of(tx: &Connection, change: &Change) -> Result<Kinds> {
    let scope = scope_text(change.header().scope);
    let keys: BTreeSet<Key> = change
        .ops()
        .iter()
        .filter_map(|op| key_of(&scope, &op.effect()))
        .collect();
    let mut others = Vec::new();
    each_in(tx, &scope, |counted| {
        if register_writes(&counted, &scope).any(|(key, ..)| keys.contains(&key)) {
            others.push(counted);
        }
        Ok(())
    })?;
    let mut digest = Digest::default();
    remake(tx, &scope, &keys, &others, &mut digest)?;
    let touched = keys.into_iter().map(|key| key.record).collect();
    finish(tx, &scope, digest, &touched)
}

fn finish(tx: &Connection, scope: &str, digest: Digest, touched: &BTreeSet<String>) -> Result<Kinds> {
    toggle_scope(tx, scope, digest)?;
    let mut kinds = Kinds::new();
    for record in touched {
        kinds.extend(refresh(tx, record)?);
    }
    Ok(kinds)
}

/// An own pending change was accepted: its live writes get their place, those stated dead die, and where there are
/// others beside them it is decided anew which is shown.
pub(crate) fn settle(tx: &Connection, counted: &Counted) -> Result<Kinds> {
    let scope = scope_text(counted.change.header().scope);
    let mut touched = BTreeSet::new();
    for (key, write, _) in register_writes(counted, &scope) {
        let seq = counted.seq.unwrap_or(i64::MAX);
        if register::place(tx, &key, write, seq, counted.eff_hlc)? > 1 {
            touched.insert(key.record);
        }
    }
    let mut kinds = bury(tx, counted, counted.dead)?;
    kinds.extend(finish(tx, &scope, Digest::default(), &touched)?);
    if !makes_all(tx, &counted.change)? {
        kinds.extend(make_again(tx, counted)?);
    }
    Ok(kinds)
}

/// Whether every record that a change makes is made by it and no other.
fn makes_all(tx: &Connection, change: &Change) -> Result<bool> {
    let by = change.id().uuid();
    let mut statement = tx.prepare_cached("SELECT 1 FROM record WHERE id = ?1 AND made_by = ?2")?;
    for (record, _) in made(change) {
        if !statement.exists(params![record, by.as_bytes()])? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Empties everything derived of a scope. The changes are still in the log.
pub(crate) fn forget(tx: &Connection, scope: &str) -> Result<Kinds> {
    let mut written = BTreeSet::new();
    each_in(tx, scope, |counted| {
        written.extend(register_writes(&counted, scope).map(|(key, ..)| key.record));
        Ok(())
    })?;
    for record in &written {
        for table in ["register", "replaced"] {
            tx.prepare_cached(&format!("DELETE FROM {table} WHERE record = ?1 AND scope = ?2"))?
                .execute(params![record, scope])?;
        }
    }
    let mut records = tx.prepare_cached("SELECT id, kind FROM record WHERE scope = ?1")?;
    let records = records
        .query_map([scope], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, u16)>>>()?;
    let mut removed = Removed::default();
    for (record, kind) in records {
        removed.take(tx, &record, kind)?;
    }
    tx.prepare_cached("DELETE FROM scope WHERE scope = ?1")?
        .execute([scope])?;
    removed.finish(tx)
}

/// Makes everything derived of a scope anew from its changes.
pub(crate) fn derive_again(tx: &Connection, scope: &str) -> Result<Kinds> {
    let mut kinds = forget(tx, scope)?;
    let mut batch = Vec::new();
    each_in(tx, scope, |counted| {
        batch.push(counted);
        if batch.len() >= BATCH {
            kinds.extend(apply(tx, &batch)?);
            batch.clear();
        }
        Ok(())
    })?;
    kinds.extend(apply(tx, &batch)?);
    Ok(kinds)
}
