//! Which device may hold which scope, and whether it does.

use super::cells::{SCOPE, device, hash, number, scope, scopes, wide};
use crate::{
    Error, Result,
    database::{Asks, Transaction},
};
use cartella_domain::time::Instant;
use cartella_sync::{
    digest::Digest,
    hub::{Hold, HoldRow, NearRow},
    ids::{DeviceId, ScopeRef},
    messages::Receipt,
};
use std::collections::{BTreeMap, BTreeSet};
use tokio_postgres::Row;

const fn hold_number(hold: Hold) -> i16 {
    match hold {
        Hold::Enter => 0,
        Hold::Live => 1,
        Hold::Leave => 2,
        Hold::Left => 3,
    }
}

fn hold_row(row: &Row) -> Result<HoldRow> {
    let hold = match row.try_get::<_, i16>(2)? {
        0 => Hold::Enter,
        1 => Hold::Live,
        2 => Hold::Leave,
        3 => Hold::Left,
        _ => return Err(Error::Inconsistent("a hold of no kind")),
    };
    let left = row
        .try_get::<_, Option<i64>>(4)?
        .map(u64::try_from)
        .transpose()
        .map_err(|_| Error::Inconsistent("a number is negative"))?;
    Ok(HoldRow {
        scope: scope(row, 0)?,
        hold,
        acl: number(row, 3)?,
        left,
    })
}

/// A device's rows.
///
/// # Errors
/// The database does not answer.
pub async fn of_device(db: &impl Asks, device: &DeviceId) -> Result<Vec<HoldRow>> {
    let sql = format!("SELECT {SCOPE}, hold, acl, left_acl FROM device_scope WHERE device = $1");
    db.query(&sql, &[&device.0.as_slice()])
        .await?
        .iter()
        .map(hold_row)
        .collect()
}

/// A device's rows but for what was given back, each with its scope's newest number and digest; one moment.
///
/// # Errors
/// The database does not answer.
pub async fn near(db: &impl Asks, device: &DeviceId) -> Result<Vec<NearRow>> {
    let sql = "SELECT d.scope_owner, d.scope_kind, d.hold, d.acl, d.left_acl, s.head, s.digest
         FROM device_scope AS d LEFT JOIN scope AS s ON s.scope_owner = d.scope_owner AND s.scope_kind = d.scope_kind
             AND s.opened_by IS NOT NULL
         WHERE d.device = $1 AND d.hold <> 3";
    let rows = db.query(sql, &[&device.0.as_slice()]).await?;
    rows.iter()
        .map(|row| {
            let head: Option<i64> = row.try_get(5)?;
            let scope = match head {
                Some(_) => Some((number(row, 5)?, Digest(hash(row, 6)?.0))),
                None => None,
            };
            Ok(NearRow {
                row: hold_row(row)?,
                scope,
            })
        })
        .collect()
}

/// A device's rows of these scopes, under lock.
///
/// # Errors
/// The database does not answer.
pub async fn lock(
    tx: &Transaction<'_>,
    device: &DeviceId,
    wanted: impl IntoIterator<Item = ScopeRef>,
) -> Result<Vec<HoldRow>> {
    let (owners, kinds) = scopes(wanted);
    let sql = format!(
        "SELECT {SCOPE}, hold, acl, left_acl FROM device_scope WHERE device = $1
         AND (scope_owner, scope_kind) IN (SELECT * FROM unnest($2::uuid[], $3::int2[]))
         ORDER BY scope_owner, scope_kind FOR NO KEY UPDATE"
    );
    let rows = tx.query(&sql, &[&device.0.as_slice(), &owners, &kinds]).await?;
    rows.iter().map(hold_row).collect()
}

/// The rows of these scopes, by device.
///
/// # Errors
/// The database does not answer.
pub async fn of_scopes(
    db: &impl Asks,
    wanted: &BTreeSet<ScopeRef>,
) -> Result<BTreeMap<DeviceId, Vec<HoldRow>>> {
    let (owners, kinds) = scopes(wanted.iter().copied());
    let sql = format!(
        "SELECT {SCOPE}, hold, acl, left_acl, device FROM device_scope
         WHERE (scope_owner, scope_kind) IN (SELECT * FROM unnest($1::uuid[], $2::int2[]))"
    );
    let mut found: BTreeMap<DeviceId, Vec<HoldRow>> = BTreeMap::new();
    for row in &db.query(&sql, &[&owners, &kinds]).await? {
        found.entry(device(row, 5)?).or_default().push(hold_row(row)?);
    }
    Ok(found)
}

/// Writes rows as they are now.
///
/// # Errors
/// The database does not answer.
pub async fn put(tx: &Transaction<'_>, device: &DeviceId, rows: &[HoldRow]) -> Result<()> {
    let rows: Vec<_> = rows.iter().map(|row| (*device, *row)).collect();
    put_all(tx, &rows).await
}

/// Writes rows of any devices as they are now.
///
/// # Errors
/// The database does not answer.
pub async fn put_all(tx: &Transaction<'_>, rows: &[(DeviceId, HoldRow)]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let devices: Vec<&[u8]> = rows.iter().map(|(device, _)| device.0.as_slice()).collect();
    let (owners, kinds) = scopes(rows.iter().map(|(_, row)| row.scope));
    let holds: Vec<i16> = rows.iter().map(|(_, row)| hold_number(row.hold)).collect();
    let acls: Vec<i64> = rows.iter().map(|(_, row)| wide(row.acl)).collect();
    let left: Vec<Option<i64>> = rows.iter().map(|(_, row)| row.left.map(wide)).collect();
    tx.execute(
        "INSERT INTO device_scope (device, scope_owner, scope_kind, hold, acl, left_acl)
         SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::int2[], $4::int2[], $5::int8[], $6::int8[])
         ON CONFLICT (device, scope_owner, scope_kind)
         DO UPDATE SET hold = excluded.hold, acl = excluded.acl, left_acl = excluded.left_acl",
        &[&devices, &owners, &kinds, &holds, &acls, &left],
    )
    .await?;
    Ok(())
}

/// Keeps receipts as evidence; one that came before is kept once.
///
/// # Errors
/// The database does not answer.
pub async fn keep_receipts(
    tx: &Transaction<'_>,
    device: &DeviceId,
    receipts: &[Receipt],
    at: Instant,
) -> Result<()> {
    for receipt in receipts {
        tx.execute(
            "INSERT INTO receipt (device, scope_owner, scope_kind, acl, at, signature, noted_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            &[
                &device.0.as_slice(),
                &receipt.scope.owner,
                &i16::from(receipt.scope.kind),
                &wide(receipt.acl),
                &receipt.at.0,
                &receipt.signature.as_slice(),
                &at.0,
            ],
        )
        .await?;
    }
    Ok(())
}

/// Newest numbers of the scopes in a device's rows and of these, as far as somebody opened them.
///
/// # Errors
/// The database does not answer.
pub async fn heads(
    db: &impl Asks,
    device: &DeviceId,
    held: impl IntoIterator<Item = ScopeRef>,
) -> Result<BTreeMap<ScopeRef, u64>> {
    let (owners, kinds) = scopes(held);
    let sql = format!(
        "SELECT {SCOPE}, head FROM scope WHERE opened_by IS NOT NULL AND (scope_owner, scope_kind) IN
             (SELECT scope_owner, scope_kind FROM device_scope WHERE device = $1
              UNION SELECT * FROM unnest($2::uuid[], $3::int2[]))"
    );
    let rows = db.query(&sql, &[&device.0.as_slice(), &owners, &kinds]).await?;
    rows.iter()
        .map(|row| Ok((scope(row, 0)?, number(row, 2)?)))
        .collect()
}
