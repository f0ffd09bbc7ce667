//! Records and their rows: made by a `Create` or a signature, made anew from the live writes, taken away.

use super::{
    counted::{Counted, passing},
    register::live_writes,
    terms, withdrawn,
};
use crate::{Result, agreement, rows, search};
use cartella_domain::{
    record::{Body, KindDef},
    registry,
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::{
    change::Change,
    derive::{Deletion, Row, derive},
    op::Signed,
};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A record begins with this change, or began with an earlier one of its scope; says whether it is this one.
///
/// Of two makers in one scope the first by the office's number counts, own pending ones after all, so that all
/// copies show the same; a maker in another scope never takes a record from the scope that has it, but for the office's:
/// what the archive wrote about its staff while it was its own office gives way to what its office says.
pub(super) fn create(
    tx: &Connection,
    record: &str,
    kind: u16,
    scope: &str,
    counted: &Counted,
) -> Result<bool> {
    let by = counted.change.id().uuid();
    let known = tx
        .prepare_cached("SELECT kind, scope, made_by FROM record WHERE id = ?1")?
        .query_row([record], |row| {
            Ok((
                row.get::<_, u16>(0)?,
                row.get::<_, String>(1)?,
                Uuid::from_bytes(row.get(2)?),
            ))
        })
        .optional()?;
    let Some((old_kind, old_scope, made_by)) = known else {
        tx.prepare_cached("INSERT INTO record (id, kind, scope, made_by) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![record, kind, scope, by.as_bytes()])?;
        return Ok(true);
    };
    if made_by == by {
        return Ok(true);
    }
    let counts = if old_scope == scope {
        maker_order(tx, made_by)? > counted.order()
    } else {
        is_the_offices(tx, scope)?
    };
    if !counts {
        return Ok(false);
    }
    remove_row(tx, record, old_kind)?;
    tx.prepare_cached("UPDATE record SET kind = ?2, scope = ?3, made_by = ?4 WHERE id = ?1")?
        .execute(params![record, kind, scope, by.as_bytes()])?;
    Ok(true)
}

/// Whether a scope is that of the office that this archive joined, in which its staff stands.
fn is_the_offices(tx: &Connection, scope: &str) -> Result<bool> {
    Ok(agreement::joined(tx)?
        .is_some_and(|joined| ScopeId::new(joined.office, ScopeKind::Org).to_string() == scope))
}

fn maker_order(tx: &Connection, maker: Uuid) -> Result<(i64, u64)> {
    let found = tx
        .prepare_cached("SELECT scope_seq, header FROM change WHERE change_id = ?1")?
        .query_row([maker.as_bytes()], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    let Some((seq, header)) = found else {
        return Ok((i64::MAX, u64::MAX));
    };
    let header = cartella_sync::codec::decode_header(&header)?;
    Ok((seq.unwrap_or(i64::MAX), header.dev_seq))
}

/// A signed record: one row, no registers, never changed.
pub(super) fn sign(
    tx: &Connection,
    entry: &str,
    content: &Signed,
    scope: &str,
) -> Result<Option<&'static str>> {
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
    withdrawn::index_signed(tx, entry, kind, scope, body)?;
    terms::follow(tx, entry, kind.number, scope, (body, None))?;
    Ok(Some(kind.name))
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
    note_clash(tx, record, kind, &scope, &row)?;
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
    let clashes = derived.clashes.as_deref().filter(|_| !deleted);
    terms::follow(tx, record, kind.number, &scope, (&body, clashes))?;
    Ok(Some(kind.name))
}

/// Notes whether a record waits for a person to decide between what two wrote.
fn note_clash(tx: &Connection, record: &str, kind: &KindDef, scope: &str, row: &Row) -> Result<()> {
    if row.is_clashed() {
        let contested = row.deletion == Deletion::Contested;
        tx.prepare_cached(
            "INSERT OR REPLACE INTO clash (record, kind, scope, contested) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![record, kind.number, scope, contested])?;
    } else {
        tx.prepare_cached("DELETE FROM clash WHERE record = ?1")?
            .execute([record])?;
    }
    Ok(())
}

/// What taking records away leaves to be done.
#[derive(Default)]
pub(super) struct Removed {
    pub(super) kinds: BTreeSet<&'static str>,
    /// Entries that an annulment withdrew from search, and that is gone.
    unwithdrawn: BTreeSet<String>,
}

impl Removed {
    /// Takes a record and its row away.
    pub(super) fn take(&mut self, tx: &Connection, record: &str, kind: u16) -> Result<()> {
        self.unwithdrawn
            .extend(withdrawn::withdrawn_by(tx, record, kind)?);
        self.kinds.extend(remove_row(tx, record, kind)?);
        tx.prepare_cached("DELETE FROM record WHERE id = ?1")?
            .execute([record])?;
        Ok(())
    }

    /// Puts entries back into search that nothing withdraws any more.
    pub(super) fn finish(self, tx: &Connection) -> Result<BTreeSet<&'static str>> {
        for entry in &self.unwithdrawn {
            withdrawn::index_again(tx, entry)?;
        }
        Ok(self.kinds)
    }
}

fn remove_row(tx: &Connection, record: &str, kind: u16) -> Result<Option<&'static str>> {
    search::remove(tx, record)?;
    tx.prepare_cached("DELETE FROM clash WHERE record = ?1")?
        .execute([record])?;
    let Some(kind) = registry::kind(kind) else {
        return Ok(None);
    };
    let hanging = terms::hanging_on(tx, record, kind.number)?;
    let delete = || {
        tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", kind.name))?
            .execute([record])?;
        Ok(())
    };
    if kind.signed {
        passing(tx, "remove", delete)?;
    } else {
        delete()?;
    }
    terms::follow(
        tx,
        record,
        kind.number,
        ScopeKind::Org.name(),
        (&Body::new(), None),
    )?;
    if let Some(of) = hanging {
        terms::say_again(tx, &of)?;
    }
    Ok(Some(kind.name))
}

/// The records that a change makes, with their kinds.
pub(super) fn made(change: &Change) -> impl Iterator<Item = (String, u16)> {
    use cartella_sync::op::Act;
    change.ops().iter().filter_map(|op| match &op.act {
        Act::Create { record, kind } => Some((record.to_string(), *kind)),
        Act::Sign { entry, content } => Some((entry.to_string(), content.kind)),
        _ => None,
    })
}
