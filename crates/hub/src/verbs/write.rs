//! The office writes for itself, with the device of its own: the same changes, the same core, the same log.

use super::Hub;
use crate::{
    Error, Result,
    database::{self, Transaction},
    rights::{ask, compile, touched::touched},
    store::{
        self, devices, keep, load,
        office::{self, OfficeRow},
        rows,
    },
};
use cartella_domain::{
    ids::{ChangeId, RecordId},
    record::{Body, Record, diff},
    registry,
    scope::ScopeId,
};
use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    edit,
    hub::{Batch, decide_push},
    ids::{Hlc, ScopeRef},
    messages::{Bytes, Push, Verdict},
    op::{self, Op},
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the office writes in one scope.
#[derive(Debug, Clone)]
pub struct Act {
    /// The scope; it is opened if it is not.
    pub scope: ScopeId,
    /// The operations.
    pub ops: Vec<Op>,
}

impl Act {
    /// A record begins.
    ///
    /// # Errors
    /// A value that JSON cannot hold.
    pub fn create<T: Record>(scope: ScopeId, id: impl Into<Uuid>, record: &T) -> Result<Self> {
        let record_id = RecordId(id.into());
        let mut ops = vec![Op::from(op::Act::Create {
            record: record_id,
            kind: T::KIND.number,
        })];
        let differences = diff(T::KIND, &Body::new(), &record.body()?);
        ops.extend(
            edit::edit(record_id, differences, &[], |_| None)
                .into_iter()
                .map(Op::from),
        );
        Ok(Self { scope, ops })
    }

    /// A record gets the fields that it has not yet, as it stands now.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn edit<T: Record>(
        tx: &Transaction<'_>,
        scope: ScopeId,
        id: impl Into<Uuid>,
        record: &T,
    ) -> Result<Self> {
        let id = RecordId(id.into());
        let shown = rows::live_writes_of(tx, (scope.into(), id)).await?;
        let before = cartella_sync::derive::derive(T::KIND, &shown).body;
        let differences = diff(T::KIND, &before, &record.body()?);
        let ops = edit::edit(id, differences, &shown, |_| None)
            .into_iter()
            .map(Op::from)
            .collect();
        Ok(Self { scope, ops })
    }

    /// A record is marked as deleted.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn delete(tx: &Transaction<'_>, scope: ScopeId, id: Uuid, reason: &str) -> Result<Self> {
        let id = RecordId(id);
        let shown = rows::live_writes_of(tx, (scope.into(), id)).await?;
        let op = edit::delete(id, reason.to_owned(), &shown, |_| None);
        Ok(Self {
            scope,
            ops: vec![op.into()],
        })
    }
}

/// Writes in a transaction of its own, tried again where it met another.
///
/// # Errors
/// The database does not answer, or the core refuses.
pub async fn office_writes(hub: &Hub, acts: &[Act]) -> Result<()> {
    hub.again(|| async move {
        let mut client = hub.client().await?;
        let tx = database::begin(&mut client).await?;
        office_writes_in(hub, &tx, acts).await?;
        database::commit(tx).await
    })
    .await
}

/// Writes in a transaction. Locks the office's device, then everybody's rights.
///
/// # Errors
/// The database does not answer, or the core refuses.
pub async fn office_writes_in(hub: &Hub, tx: &Transaction<'_>, acts: &[Act]) -> Result<()> {
    let office = office::read(tx).await?;
    let device = devices::lock(tx, &office.device)
        .await?
        .ok_or(Error::Inconsistent("the office has no device"))?;
    store::rights_change(tx).await?;
    let office = office::read(tx).await?;
    let changes = sealed(hub, tx, &office, device.row.chain, acts).await?;
    if changes.is_empty() {
        return Ok(());
    }
    let push = Push {
        epoch: office.epoch,
        changes: changes.iter().map(|change| Bytes(change.encode())).collect(),
    };
    let batch = Batch::read(office.device, &push, &devices::keys(&device))?;
    let at = hub.world().now();
    let needs = batch.needs();
    let scopes = load::lock_scopes(tx, &needs.scopes, &needs.scopes).await?;
    let loaded = load::loaded(tx, &needs, device.row, office.epoch, scopes).await?;
    let (delta, verdicts) = decide_push(&batch, loaded, &ask::Office, at)?;
    if verdicts
        .verdicts
        .iter()
        .any(|it| !matches!(it.verdict, Verdict::Accepted(_)))
    {
        return Err(Error::Inconsistent("the office's own change was refused"));
    }
    keep::push(tx, &delta, at).await?;
    let moved = touched(tx, &office, &delta.record).await?;
    compile::compile(tx, &office, &moved, at).await?;
    Ok(())
}

async fn sealed(
    hub: &Hub,
    tx: &Transaction<'_>,
    office: &OfficeRow,
    mut tip: Tip,
    acts: &[Act],
) -> Result<Vec<Change>> {
    let world = hub.world();
    let mut open: BTreeSet<ScopeRef> = BTreeSet::new();
    let mut changes = Vec::new();
    for act in acts.iter().filter(|act| !act.ops.is_empty()) {
        let scope: ScopeRef = act.scope.into();
        let wanted = BTreeSet::from([scope]);
        let known = load::lock_scopes(tx, &wanted, &wanted).await?;
        let mut ops = act.ops.clone();
        if !known.contains_key(&scope) && open.insert(scope) {
            ops.insert(0, op::Act::OpenScope { of: None }.into());
        }
        let counter = u64::try_from(changes.len()).unwrap_or(0);
        let heading = Heading {
            change_id: ChangeId(world.id()),
            hlc: Hlc(Hlc::at(world.now()).0.saturating_add(counter)),
            clock_offset_ms: 0,
            clock_flags: 0,
            author_id: office.operator,
            scope,
            acl_seen: office.acl,
            scope_seq_seen: known.get(&scope).map_or(0, |row| row.head),
            schema_ver: registry::VERSION,
            group_id: None,
        };
        let (change, next) = seal(&tip, &heading, &ops, world.bytes(), hub.desk())?;
        tip = next;
        changes.push(change);
    }
    Ok(changes)
}
