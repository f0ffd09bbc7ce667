//! What a session wants to know.

use super::scopes::{self, number};
use crate::{
    Archive, Result,
    log::counted::{change, scope_ref},
};
use cartella_domain::{ids::ChangeId, registry, time::Instant};
use cartella_sync::{
    device::{DeviceState, HeldScope, MAX_FLAGGED, Told, Want},
    digest::Digest,
    messages::{Bytes, Receipt, Sum},
};
use rusqlite::Connection;
use uuid::Uuid;

impl Archive {
    /// Answers a session's question from one snapshot.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn told(&self, want: &Want) -> Result<Told> {
        match want {
            Want::State => self.state().map(Told::State),
            Want::Pending {
                above,
                changes,
                bytes,
            } => pending(&self.db, *above, *changes, *bytes).map(Told::Pending),
            Want::Receipts => self.receipts().map(Told::Receipts),
            Want::Sums => {
                let tx = self.db.unchecked_transaction()?;
                let pending = tx.query_row("SELECT count(*) FROM change WHERE verdict = 0", [], |row| {
                    row.get(0).map(number)
                })?;
                Ok(Told::Sums {
                    sums: sums(&tx)?,
                    pending,
                })
            }
        }
    }

    fn state(&self) -> Result<DeviceState> {
        let tx = self.db.unchecked_transaction()?;
        let (epoch, acl) = tx.query_row("SELECT epoch, acl FROM meta WHERE id = 1", [], |row| {
            Ok((row.get(0).map(number)?, row.get(1).map(number)?))
        })?;
        Ok(DeviceState {
            tip: self.tip()?,
            epoch,
            acl,
            schema_ver: registry::VERSION,
            scopes: held_scopes(&tx)?,
            flagged: flagged(&tx)?,
        })
    }

    /// Receipts are told only when nothing of what they speak of stands in the write-ahead log any more.
    fn receipts(&self) -> Result<Vec<Receipt>> {
        let mut statement = self.db.prepare_cached(
            "SELECT scope, acl, at, signature FROM receipt AS one WHERE noted = 0
             AND acl = (SELECT max(acl) FROM receipt WHERE scope = one.scope) ORDER BY scope",
        )?;
        let mut rows = statement.query([])?;
        let mut receipts = Vec::new();
        while let Some(row) = rows.next()? {
            receipts.push(Receipt {
                scope: scope_ref(&row.get::<_, String>(0)?)?,
                acl: row.get(1).map(number)?,
                at: Instant(row.get(2)?),
                signature: row.get(3)?,
            });
        }
        drop(rows);
        drop(statement);
        if !receipts.is_empty() && !self.fold_log()? {
            receipts.clear();
        }
        Ok(receipts)
    }
}

fn held_scopes(tx: &Connection) -> Result<Vec<HeldScope>> {
    let mut statement = tx.prepare_cached(
        "SELECT scope, have, fetching, fetch_upto, fetch_below FROM held_scope ORDER BY scope",
    )?;
    let mut rows = statement.query([])?;
    let mut held = Vec::new();
    while let Some(row) = rows.next()? {
        let found = scopes::read(row, 1)?;
        held.push(HeldScope {
            scope: scope_ref(&row.get::<_, String>(0)?)?,
            have: found.have,
            fetch: found.fetch,
        });
    }
    held.sort_by_key(|held| held.scope);
    Ok(held)
}

fn flagged(tx: &Connection) -> Result<Vec<ChangeId>> {
    let mut statement = tx.prepare_cached(
        "SELECT change_id FROM change WHERE verdict = 1 AND own = 1 AND settled IS NULL ORDER BY number LIMIT ?1",
    )?;
    let ids = statement
        .query_map([i64::try_from(MAX_FLAGGED).unwrap_or(i64::MAX)], |row| {
            Ok(ChangeId(Uuid::from_bytes(row.get(0)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// Own changes without a verdict, in the order of the chain, which is that of the log.
fn pending(db: &Connection, above: u64, most: usize, bytes: usize) -> Result<Vec<Bytes>> {
    let mut statement = db.prepare_cached(
        "SELECT header, signature, salt, payload FROM change WHERE verdict = 0 AND own = 1 ORDER BY number",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    let mut size = 0;
    while let Some(row) = rows.next()? {
        let change = change(row)?;
        if change.header().dev_seq <= above {
            continue;
        }
        let encoded = change.encode();
        size += encoded.len();
        if found.len() >= most || (size > bytes && !found.is_empty()) {
            break;
        }
        found.push(Bytes(encoded));
    }
    Ok(found)
}

/// Of every scope of which all is here and nothing waits.
fn sums(tx: &Connection) -> Result<Vec<Sum>> {
    let mut statement = tx.prepare_cached(
        "SELECT held.scope, held.have, scope.digest FROM held_scope AS held
         LEFT JOIN scope ON scope.scope = held.scope
         WHERE held.have > 0 AND held.fetching = 0
           AND NOT EXISTS (SELECT 1 FROM change WHERE scope = held.scope AND verdict = 0)",
    )?;
    let mut rows = statement.query([])?;
    let mut sums = Vec::new();
    while let Some(row) = rows.next()? {
        sums.push(Sum {
            scope: scope_ref(&row.get::<_, String>(0)?)?,
            seq: row.get(1).map(number)?,
            digest: Digest(row.get::<_, Option<[u8; 32]>>(2)?.unwrap_or_default()),
        });
    }
    sums.sort_by_key(|sum| sum.scope);
    Ok(sums)
}
