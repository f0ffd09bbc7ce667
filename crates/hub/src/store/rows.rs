//! The tables of the kinds: derived from the live writes by the same function as on the laptop.
//!
//! Nothing that a change says can make this fail. A kind that this program does not know leaves its registers and no
//! row; the one character that PostgreSQL's JSON cannot hold is shown as the sign of a lost one.

use super::cells::{SCOPE, device, hlc, number, scope, scopes};
use crate::{
    Error, Result,
    database::{Asks, Transaction},
};
use cartella_domain::{
    ids::{ChangeId, RecordId},
    record::KindDef,
    registry,
    time::Instant,
};
use cartella_sync::{
    codec,
    derive::{Deletion, LiveWrite, Rank, derive as row_of},
    hub::AcceptedRow,
    ids::{ScopeRef, WriteId},
    op::{Act, Signed},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A record in its scope.
pub type Place = (ScopeRef, RecordId);

/// Makes the rows of every record that these changes touch.
///
/// # Errors
/// The database does not answer.
pub async fn derive(tx: &Transaction<'_>, accepted: &[AcceptedRow], at: Instant) -> Result<()> {
    let mut touched: BTreeSet<Place> = BTreeSet::new();
    let mut begun: Vec<(Place, u16)> = Vec::new();
    let mut signed: Vec<(Place, &Signed)> = Vec::new();
    for row in accepted {
        let scope = row.change.header().scope;
        for (write, op) in row.change.writes() {
            match &op.act {
                Act::Create { record, kind } => begun.push(((scope, *record), *kind)),
                Act::Sign { entry, content } => {
                    begun.push(((scope, *entry), content.kind));
                    signed.push(((scope, *entry), content));
                }
                Act::Request { request, command } => {
                    let asked = ((scope, *request), write.change);
                    request_row(tx, asked, row, command, at).await?;
                }
                _ => {}
            }
            touched.extend(op.effect().record.map(|record| (scope, record)));
        }
    }
    tokio::try_join!(records(tx, &begun), sign(tx, &signed))?;
    refresh(tx, &touched).await
}

async fn request_row(
    tx: &Transaction<'_>,
    ((scope, request), change): (Place, ChangeId),
    row: &AcceptedRow,
    command: &Value,
    at: Instant,
) -> Result<()> {
    tx.execute(
        "INSERT INTO request (scope_owner, scope_kind, id, change_id, author, command, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        &[
            &scope.owner,
            &i16::from(scope.kind),
            &request.0,
            &change.uuid(),
            &row.change.header().author_id.uuid(),
            &shown(command.clone()),
            &at.0,
        ],
    )
    .await?;
    Ok(())
}

/// Of two changes that begin one record, the first accepted says its kind.
async fn records(tx: &Transaction<'_>, begun: &[(Place, u16)]) -> Result<()> {
    if begun.is_empty() {
        return Ok(());
    }
    let (owners, kinds) = scopes(begun.iter().map(|((scope, _), _)| *scope));
    let ids: Vec<Uuid> = begun.iter().map(|((_, record), _)| record.0).collect();
    let sorts: Vec<i32> = begun.iter().map(|(_, kind)| i32::from(*kind)).collect();
    tx.execute(
        "INSERT INTO record (scope_owner, scope_kind, id, kind)
         SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::int4[]) ON CONFLICT DO NOTHING",
        &[&owners, &kinds, &ids, &sorts],
    )
    .await?;
    Ok(())
}

/// Signed rows are as they were signed: one statement a table. Of two that claim one id, the first stays.
async fn sign(tx: &Transaction<'_>, signed: &[(Place, &Signed)]) -> Result<()> {
    let mut tables: BTreeMap<&'static str, Vec<(Place, Value)>> = BTreeMap::new();
    for (place, content) in signed {
        let Some(kind) = registry::kind(content.kind).filter(|kind| kind.signed) else {
            continue;
        };
        let body = match &content.body {
            Value::Object(_) => shown(content.body.clone()),
            _ => Value::Object(serde_json::Map::new()),
        };
        tables.entry(kind.name).or_default().push((*place, body));
    }
    for (name, rows) in tables {
        let (owners, kinds) = scopes(rows.iter().map(|((scope, _), _)| *scope));
        let (ids, bodies): (Vec<Uuid>, Vec<&Value>) =
            rows.iter().map(|((_, entry), body)| (entry.0, body)).unzip();
        let sql = format!(
            "INSERT INTO {name} (scope_owner, scope_kind, id, body)
             SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::jsonb[]) ON CONFLICT DO NOTHING"
        );
        tx.execute(&sql, &[&owners, &kinds, &ids, &bodies]).await?;
    }
    Ok(())
}

/// Makes the rows of records anew from their live writes.
///
/// # Errors
/// The database does not answer.
pub async fn refresh(tx: &Transaction<'_>, touched: &BTreeSet<Place>) -> Result<()> {
    let mut kinds = kinds_of(tx, touched).await?;
    // What is signed has no registers, and no row is made of what nobody here knows.
    kinds.retain(|_, number| registry::kind(*number).is_some_and(|kind| !kind.signed));
    if kinds.is_empty() {
        return Ok(());
    }
    let mut writes = live_writes(tx, kinds.keys().copied()).await?;
    let mut tables: BTreeMap<&'static str, Table> = BTreeMap::new();
    for (place, number) in kinds {
        let Some(kind) = registry::kind(number) else {
            continue;
        };
        let live = writes.remove(&place).unwrap_or_default();
        tables.entry(kind.name).or_default().push(place, kind, &live)?;
    }
    for (name, table) in tables {
        table.put(tx, name).await?;
    }
    Ok(())
}

/// The numbers of the kinds of records; those that nothing began yet are left out.
///
/// # Errors
/// The database does not answer.
pub async fn kinds_of(db: &impl Asks, places: &BTreeSet<Place>) -> Result<BTreeMap<Place, u16>> {
    if places.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (owners, kinds) = scopes(places.iter().map(|(scope, _)| *scope));
    let ids: Vec<Uuid> = places.iter().map(|(_, record)| record.0).collect();
    let rows = db
        .query(
            &format!(
                "SELECT {SCOPE}, id, kind FROM record WHERE (scope_owner, scope_kind, id) IN
                     (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[]))"
            ),
            &[&owners, &kinds, &ids],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let kind: i32 = row.try_get(3)?;
            let kind = u16::try_from(kind).map_err(|_| Error::Inconsistent("a kind's number"))?;
            Ok(((scope(row, 0)?, RecordId(row.try_get(2)?)), kind))
        })
        .collect()
}

/// The live writes of one record.
///
/// # Errors
/// The database does not answer.
pub async fn live_writes_of(tx: &Transaction<'_>, place: Place) -> Result<Vec<LiveWrite>> {
    let mut found = live_writes(tx, std::iter::once(place)).await?;
    Ok(found.remove(&place).unwrap_or_default())
}

async fn live_writes(
    tx: &Transaction<'_>,
    places: impl Iterator<Item = Place> + Clone,
) -> Result<BTreeMap<Place, Vec<LiveWrite>>> {
    let (owners, kinds) = scopes(places.clone().map(|(scope, _)| scope));
    let ids: Vec<Uuid> = places.map(|(_, record)| record.0).collect();
    let rows = tx
        .query(
            &format!(
                "SELECT {SCOPE}, record, change_id, op, act, eff_hlc, device, seq FROM register
                 WHERE (scope_owner, scope_kind, record) IN
                     (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[]))"
            ),
            &[&owners, &kinds, &ids],
        )
        .await?;
    let mut writes: BTreeMap<Place, Vec<LiveWrite>> = BTreeMap::new();
    for row in &rows {
        let op: i16 = row.try_get(4)?;
        let op = u8::try_from(op).map_err(|_| Error::Inconsistent("an operation's position"))?;
        let rank = Rank {
            pending: None,
            scope_seq: Some(number(row, 8)?),
            eff_hlc: hlc(row, 6)?,
            device: device(row, 7)?,
            write: WriteId::new(ChangeId(row.try_get(3)?), op),
        };
        let act = codec::decode_op(row.try_get(5)?)?.act;
        let place = (scope(row, 0)?, RecordId(row.try_get(2)?));
        writes.entry(place).or_default().push(LiveWrite { rank, act });
    }
    Ok(writes)
}

/// Rows of one table on their way, a column each.
#[derive(Default)]
struct Table {
    scopes: Vec<ScopeRef>,
    ids: Vec<Uuid>,
    bodies: Vec<Value>,
    clashes: Vec<Option<Value>>,
    deleted: Vec<bool>,
}

impl Table {
    fn push(&mut self, (scope, record): Place, kind: &KindDef, live: &[LiveWrite]) -> Result<()> {
        let kind = registry::kind(kind.number).ok_or(Error::Inconsistent("a kind went away"))?;
        let row = row_of(kind, live);
        let clashes = if row.clashes.is_empty() {
            None
        } else {
            Some(shown(serde_json::from_str(&row.clashes_json())?))
        };
        self.scopes.push(scope);
        self.ids.push(record.0);
        self.deleted.push(row.deletion == Deletion::Yes);
        self.bodies.push(shown(Value::Object(row.body)));
        self.clashes.push(clashes);
        Ok(())
    }

    async fn put(self, tx: &Transaction<'_>, name: &str) -> Result<()> {
        let (owners, kinds) = scopes(self.scopes);
        let sql = format!(
            "INSERT INTO {name} (scope_owner, scope_kind, id, body, clashes, deleted)
             SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[], $4::jsonb[], $5::jsonb[], $6::bool[])
             ON CONFLICT (scope_owner, scope_kind, id)
             DO UPDATE SET body = excluded.body, clashes = excluded.clashes, deleted = excluded.deleted"
        );
        tx.execute(
            &sql,
            &[
                &owners,
                &kinds,
                &self.ids,
                &self.bodies,
                &self.clashes,
                &self.deleted,
            ],
        )
        .await?;
        Ok(())
    }
}

/// The value as `jsonb` can hold it: U+0000 becomes U+FFFD. The register keeps what was written.
fn shown(value: Value) -> Value {
    match value {
        Value::String(text) if text.contains('\0') => Value::String(text.replace('\0', "\u{fffd}")),
        Value::Array(items) => items.into_iter().map(shown).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name.replace('\0', "\u{fffd}"), shown(value)))
                .collect(),
        ),
        other => other,
    }
}
