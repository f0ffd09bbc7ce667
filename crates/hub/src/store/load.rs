//! What a push is decided on.

use super::cells::{SCOPE, bits, hash, hlc, instant, number, read_bits, scope, scopes, wide};
use crate::{
    Error, Result,
    database::{Asks, Transaction, Values},
};
use cartella_domain::ids::{ChangeId, RecordId};
use cartella_sync::{
    digest::Digest,
    hub::{DeviceRow, Known, Loaded, Needs, RegisterRow, ScopeRow},
    ids::{Hash32, ScopeRef, WriteId},
    messages::{Accepted, Code, Verdict},
    registers::RegisterKey,
};
use std::collections::{BTreeMap, BTreeSet};
use tokio_postgres::Row;
use uuid::Uuid;

/// Locks scopes by id. Those about to be opened get a row first, so that two do not open one at the same time: nobody
/// waits for such a row while holding another scope.
///
/// # Errors
/// The database does not answer.
pub async fn lock_scopes(
    tx: &Transaction<'_>,
    wanted: &BTreeSet<ScopeRef>,
    opened: &BTreeSet<ScopeRef>,
) -> Result<BTreeMap<ScopeRef, ScopeRow>> {
    if !opened.is_empty() {
        let (owners, kinds) = scopes(opened.iter().copied());
        tx.execute(
            "INSERT INTO scope (scope_owner, scope_kind)
             SELECT o, k FROM unnest($1::uuid[], $2::int2[]) AS s (o, k) ORDER BY o, k ON CONFLICT DO NOTHING",
            &[&owners, &kinds],
        )
        .await?;
    }
    let (owners, kinds) = scopes(wanted.iter().copied());
    let rows = tx
        .query(
            &format!(
                "SELECT {SCOPE}, head, digest, opened_by IS NOT NULL FROM scope
                 WHERE (scope_owner, scope_kind) IN (SELECT * FROM unnest($1::uuid[], $2::int2[]))
                 ORDER BY scope_owner, scope_kind FOR NO KEY UPDATE"
            ),
            &[&owners, &kinds],
        )
        .await?;
    let open = rows.iter().filter(|row| row.try_get(4).unwrap_or(false));
    open.map(|row| scope_row(row).map(|row| (row.scope, row)))
        .collect()
}

/// Reads scope, head and digest.
///
/// # Errors
/// The row has other columns.
pub fn scope_row(row: &Row) -> Result<ScopeRow> {
    Ok(ScopeRow {
        scope: scope(row, 0)?,
        head: number(row, 2)?,
        digest: Digest(hash(row, 3)?.0),
    })
}

/// Everything that [`Needs`] names but the device and the scopes, which the caller locked.
///
/// # Errors
/// The database does not answer.
pub async fn loaded(
    tx: &Transaction<'_>,
    needs: &Needs,
    device: DeviceRow,
    epoch: u64,
    scopes: BTreeMap<ScopeRef, ScopeRow>,
) -> Result<Loaded> {
    // One after the other on one connection, but nobody waits between them.
    let (chain, known, left, registers) = tokio::try_join!(
        chain(tx, needs, &device),
        known(tx, &needs.changes),
        left(tx, needs),
        registers(tx, &needs.registers),
    )?;
    Ok(Loaded {
        epoch,
        chain,
        known,
        left,
        registers,
        device,
        scopes,
    })
}

async fn chain(tx: &Transaction<'_>, needs: &Needs, device: &DeviceRow) -> Result<BTreeMap<u64, Hash32>> {
    let (from, to) = needs.chain;
    if needs.incarnation == device.chain.incarnation && from > device.chain.seq {
        // Nothing of it came before.
        return Ok(BTreeMap::new());
    }
    let rows = tx
        .query(
            "SELECT dev_seq, header_hash FROM device_chain
             WHERE device = $1 AND incarnation = $2 AND dev_seq BETWEEN $3 AND $4",
            &[
                &needs.device.0.as_slice(),
                &i64::from(needs.incarnation),
                &wide(from),
                &wide(to),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((number(row, 0)?, hash(row, 1)?)))
        .collect()
}

/// Of two changes that claim one id, the accepted one; else the one that came first.
async fn known(tx: &Transaction<'_>, changes: &BTreeSet<ChangeId>) -> Result<BTreeMap<ChangeId, Known>> {
    let ids: Vec<Uuid> = changes.iter().map(|change| change.uuid()).collect();
    let sql = format!("SELECT change_id, header_hash, {PLACE} FROM change WHERE change_id = ANY($1)");
    let values: Values<'_> = &[&ids];
    let (waiting, accepted) = tokio::try_join!(
        tx.query(
            "SELECT change_id, header_hash, code FROM quarantine WHERE change_id = ANY($1)
             ORDER BY arrived DESC",
            values,
        ),
        tx.query(&sql, values),
    )?;
    let mut known = BTreeMap::new();
    for row in &waiting {
        let code: i16 = row.try_get(2)?;
        let code = u8::try_from(code).map_err(|_| Error::Inconsistent("a code is no byte"))?;
        let verdict = Verdict::Quarantined(Code::from_number(code));
        let header_hash = hash(row, 1)?;
        known.insert(ChangeId(row.try_get(0)?), Known { header_hash, verdict });
    }
    for row in &accepted {
        let verdict = Verdict::Accepted(place(row, 2)?);
        let header_hash = hash(row, 1)?;
        known.insert(ChangeId(row.try_get(0)?), Known { header_hash, verdict });
    }
    Ok(known)
}

/// The columns of [`place`].
pub const PLACE: &str = "seq, eff_hlc, received_at, flags, dead";

/// A change's place, with what is dead of it now.
///
/// # Errors
/// The row has other columns.
pub fn place(row: &Row, at: usize) -> Result<Accepted> {
    Ok(Accepted {
        seq: number(row, at)?,
        eff_hlc: hlc(row, at + 1)?,
        received_at: instant(row, at + 2)?,
        flags: u32::try_from(row.try_get::<_, i64>(at + 3)?).map_err(|_| Error::Inconsistent("flags"))?,
        dead: read_bits(row, at + 4)?,
    })
}

async fn left(tx: &Transaction<'_>, needs: &Needs) -> Result<BTreeMap<ScopeRef, u64>> {
    let (owners, kinds) = scopes(needs.scopes.iter().copied());
    let rows = tx
        .query(
            &format!(
                "SELECT {SCOPE}, left_acl FROM device_scope WHERE device = $1 AND left_acl IS NOT NULL
                 AND (scope_owner, scope_kind) IN (SELECT * FROM unnest($2::uuid[], $3::int2[]))"
            ),
            &[&needs.device.0.as_slice(), &owners, &kinds],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((scope(row, 0)?, number(row, 2)?)))
        .collect()
}

/// The rows of registers; those without a row are empty.
///
/// # Errors
/// The database does not answer.
pub async fn registers(
    db: &impl Asks,
    keys: &BTreeSet<RegisterKey>,
) -> Result<BTreeMap<RegisterKey, RegisterRow>> {
    if keys.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (owners, kinds) = scopes(keys.iter().map(|key| key.scope));
    let records: Vec<Uuid> = keys.iter().map(|key| key.record.0).collect();
    let fields: Vec<i32> = keys.iter().map(|key| i32::from(key.field)).collect();
    let mut found: BTreeMap<RegisterKey, RegisterRow> = BTreeMap::new();
    for table in ["register", "replaced"] {
        let sql = format!(
            "SELECT {SCOPE}, record, field, change_id, op FROM {table} WHERE (scope_owner, scope_kind, record, field) IN
                 (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::int4[]))"
        );
        for row in &db.query(&sql, &[&owners, &kinds, &records, &fields]).await? {
            let (key, write) = register_write(row)?;
            let register = found.entry(key).or_default();
            let writes = if table == "register" {
                &mut register.live
            } else {
                &mut register.unseen
            };
            writes.insert(write);
        }
    }
    Ok(found)
}

fn register_write(row: &Row) -> Result<(RegisterKey, WriteId)> {
    let field: i32 = row.try_get(3)?;
    let op: i16 = row.try_get(5)?;
    let key = RegisterKey {
        scope: scope(row, 0)?,
        record: RecordId(row.try_get(2)?),
        field: u16::try_from(field).map_err(|_| Error::Inconsistent("a field's number"))?,
    };
    let op = u8::try_from(op).map_err(|_| Error::Inconsistent("an operation's position"))?;
    Ok((key, WriteId::new(ChangeId(row.try_get(4)?), op)))
}

/// What is dead now of these changes.
///
/// # Errors
/// The database does not answer.
pub async fn dead(tx: &Transaction<'_>, changes: &[ChangeId]) -> Result<BTreeMap<ChangeId, u64>> {
    let ids: Vec<Uuid> = changes.iter().map(|change| change.uuid()).collect();
    let rows = tx
        .query(
            "SELECT change_id, dead FROM change WHERE change_id = ANY($1) AND dead <> $2",
            &[&ids, &bits(0)],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((ChangeId(row.try_get(0)?), read_bits(row, 1)?)))
        .collect()
}
