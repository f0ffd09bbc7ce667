//! What waits for a person: whole, until she takes it over or closes it, and after that as it was settled.

use super::{
    cells::{device, hash, instant, operator, scope, scopes},
    load::{PLACE, place},
};
use crate::{
    Error, Result,
    database::{Asks, Transaction},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    hub::QuarantineRow,
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{Code, Settled},
};
use std::collections::BTreeSet;
use tokio_postgres::Row;
use uuid::Uuid;

/// A change that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub header_hash: Hash32,
    /// The id that it claims.
    pub change: ChangeId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its author.
    pub author: OperatorId,
    /// Where it would write.
    pub scope: ScopeRef,
    /// As it came.
    pub bytes: Vec<u8>,
    /// Why it waits.
    pub code: Code,
    /// Since when.
    pub received_at: Instant,
    /// Whether it still does.
    pub open: bool,
}

const COLUMNS: &str =
    "header_hash, change_id, device, author, scope_owner, scope_kind, bytes, code, received_at, state = 0";

fn read(row: &Row) -> Result<Waiting> {
    let code: i16 = row.try_get(7)?;
    Ok(Waiting {
        header_hash: hash(row, 0)?,
        change: ChangeId(row.try_get(1)?),
        device: device(row, 2)?,
        author: operator(row, 3)?,
        scope: scope(row, 4)?,
        bytes: row.try_get(6)?,
        code: Code::from_number(u8::try_from(code).map_err(|_| Error::Inconsistent("a code"))?),
        received_at: instant(row, 8)?,
        open: row.try_get(9)?,
    })
}

/// Keeps what a push could not count.
///
/// # Errors
/// The database does not answer.
pub async fn insert(
    tx: &Transaction<'_>,
    from: &DeviceId,
    rows: &[QuarantineRow],
    at: Instant,
) -> Result<()> {
    for row in rows {
        let author = Change::header_of(&row.bytes)?.0.author_id;
        tx.execute(
            "INSERT INTO quarantine (header_hash, change_id, device, author, scope_owner, scope_kind, bytes, code,
                 received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
            &[
                &row.header_hash.0.as_slice(),
                &row.change.uuid(),
                &from.0.as_slice(),
                &author.uuid(),
                &row.scope.owner,
                &i16::from(row.scope.kind),
                &row.bytes,
                &i16::from(row.code.number()),
                &at.0,
            ],
        )
        .await?;
    }
    Ok(())
}

/// Everything that waits, the oldest first; of these scopes only, if any are named.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(db: &impl Asks, of: Option<&BTreeSet<ScopeRef>>) -> Result<Vec<Waiting>> {
    let (owners, kinds) = scopes(of.into_iter().flatten().copied());
    let sql = format!(
        "SELECT {COLUMNS} FROM quarantine WHERE state = 0 AND ($1 OR (scope_owner, scope_kind) IN
             (SELECT * FROM unnest($2::uuid[], $3::int2[]))) ORDER BY arrived"
    );
    let rows = db.query(&sql, &[&of.is_none(), &owners, &kinds]).await?;
    rows.iter().map(read).collect()
}

/// The scopes in which something waits.
///
/// # Errors
/// The database does not answer.
pub async fn scopes_waiting(db: &impl Asks) -> Result<BTreeSet<ScopeRef>> {
    let rows = db
        .query(
            "SELECT DISTINCT scope_owner, scope_kind FROM quarantine WHERE state = 0",
            &[],
        )
        .await?;
    rows.iter().map(|row| scope(row, 0)).collect()
}

/// One of them under lock.
///
/// # Errors
/// The database does not answer.
pub async fn lock(tx: &Transaction<'_>, header_hash: &Hash32) -> Result<Option<Waiting>> {
    let sql = format!("SELECT {COLUMNS} FROM quarantine WHERE header_hash = $1 FOR NO KEY UPDATE");
    let row = tx.query_opt(&sql, &[&header_hash.0.as_slice()]).await?;
    row.as_ref().map(read).transpose()
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// A named person took it over.
    Adopted,
    /// A named person closed it, for this reason.
    Closed(String),
}

/// Settles it, for ever.
///
/// # Errors
/// The database does not answer.
pub async fn settle(
    tx: &Transaction<'_>,
    header_hash: &Hash32,
    ending: &Ending,
    by: Uuid,
    at: Instant,
) -> Result<()> {
    let (state, reason) = match ending {
        Ending::Adopted => (1_i16, None),
        Ending::Closed(reason) => (2, Some(reason.replace('\0', "\u{fffd}"))),
    };
    tx.execute(
        "UPDATE quarantine SET state = $2, settled_by = $3, settled_at = $4, reason = $5
         WHERE header_hash = $1 AND state = 0",
        &[&header_hash.0.as_slice(), &state, &by, &at.0, &reason],
    )
    .await?;
    Ok(())
}

/// Of a device's flagged changes those that are settled.
///
/// # Errors
/// The database does not answer.
pub async fn settled(db: &impl Asks, from: &DeviceId, flagged: &[ChangeId]) -> Result<Vec<Settled>> {
    let ids: Vec<Uuid> = flagged.iter().map(|change| change.uuid()).collect();
    let sql = format!(
        "SELECT q.change_id, q.reason, c.place IS NOT NULL, {PLACE} FROM
             (SELECT change_id, max(reason) AS reason FROM quarantine
              WHERE device = $1 AND change_id = ANY($2) GROUP BY change_id HAVING bool_and(state <> 0)) AS q
         LEFT JOIN (SELECT change_id AS place, {PLACE} FROM change) AS c ON c.place = q.change_id
         ORDER BY q.change_id"
    );
    let rows = db.query(&sql, &[&from.0.as_slice(), &ids]).await?;
    rows.iter()
        .map(|row| {
            let adopted: bool = row.try_get(2)?;
            Ok(Settled {
                change: ChangeId(row.try_get(0)?),
                adopted: adopted.then(|| place(row, 3)).transpose()?,
                reason: row.try_get::<_, Option<String>>(1)?.unwrap_or_default(),
            })
        })
        .collect()
}
