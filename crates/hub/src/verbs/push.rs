//! Changes come up: device, rights, scopes are locked in this order, the core decides, rows and grants follow, and the
//! answer goes out after the commit.

use super::Hub;
use crate::{
    Error, Result,
    database::{self, Transaction},
    rights::{
        ask::Asking,
        compile,
        gather::{self, Wanted},
        stored,
        touched::{person_of, person_scope, touched},
    },
    store::{
        self, devices, keep, load,
        office::{self, OfficeRow},
    },
};
use cartella_domain::{
    ids::{CaseId, PersonId},
    scope::ScopeKind,
};
use cartella_sync::{
    change::Change,
    hub::{Batch, decide_push},
    ids::{DeviceId, ScopeRef},
    messages::{Judged, Problem, Push, Verdict, Verdicts},
    op::Act,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Hub {
    pub(super) async fn push(&self, device: &DeviceId, push: &Push) -> Result<Verdicts> {
        let known = self
            .device(device)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        let batch = read(known, push.clone()).await?;
        let mut client = self.client().await?;
        let tx = database::begin(&mut client).await?;
        let pushed = self.push_in(&tx, &batch).await?;
        database::commit(tx).await?;
        Ok(pushed.verdicts)
    }

    /// Takes a batch, under the locks that it needs.
    pub(super) async fn push_in(&self, tx: &Transaction<'_>, batch: &Batch) -> Result<Pushed> {
        let mut device = devices::lock(tx, &batch.device)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        if batch
            .changes
            .iter()
            .any(|incoming| incoming.read.as_ref().is_ok_and(|change| may_move_rights(change)))
        {
            store::rights_change(tx).await?;
        } else {
            store::rights_stand(tx).await?;
        }
        let mut office = office::read(tx).await?;
        let mut all: Vec<Judged> = Vec::new();
        let mut new = BTreeMap::new();
        let mut parts = 0;
        let mut rest = batch.clone();
        while !rest.changes.is_empty() {
            let (taken, verdicts) = self.part(tx, &mut office, &device, &rest, &mut new).await?;
            all.extend(verdicts.verdicts);
            device.row.chain = verdicts.chain;
            parts += 1;
            rest.changes.drain(..taken);
        }
        if parts > 1 {
            say_what_died(tx, &mut all).await?;
        }
        let verdicts = Verdicts {
            chain: device.row.chain,
            verdicts: all,
        };
        Ok(Pushed { verdicts, new })
    }

    /// Decides as much of a batch as its rights are known for; says how many changes that were.
    async fn part(
        &self,
        tx: &Transaction<'_>,
        office: &mut OfficeRow,
        device: &devices::Device,
        rest: &Batch,
        new: &mut BTreeMap<ScopeRef, u64>,
    ) -> Result<(usize, Verdicts)> {
        let at = self.world.now();
        let needs = rest.needs();
        let scopes = load::lock_scopes(tx, &needs.scopes, &opens(rest)).await?;
        let loaded = load::loaded(tx, &needs, device.row.clone(), office.epoch, scopes).await?;
        let changes: Vec<&Change> = rest
            .changes
            .iter()
            .filter_map(|it| it.read.as_deref().ok())
            .collect();
        let book = gather::book(tx, office, &wanted(device, &changes)).await?;
        let case_of = |scope: ScopeRef| {
            scope
                .known()
                .and_then(|scope| book.case_of(scope, None))
                .map(CaseId::uuid)
        };
        let stored = stored::read(tx, &changes, case_of).await?;
        let asking = Asking::new(&book, device.row.operator, device.own_office, &stored);
        let (mut delta, mut verdicts) = decide_push(rest, loaded.clone(), &asking, at)?;
        let mut taken = rest.changes.len();
        if let Some(cut) = asking.cut()
            && let Some(before) = rest.changes.iter().position(|it| it.header.change_id == cut)
            && before > 0
        {
            let mut part = rest.clone();
            part.changes.truncate(before);
            let asking = Asking::new(&book, device.row.operator, device.own_office, &stored);
            (delta, verdicts) = decide_push(&part, loaded, &asking, at)?;
            taken = before;
        }
        for row in &delta.record.accepted {
            *new.entry(row.change.header().scope).or_default() += 1;
        }
        keep::push(tx, &delta, at).await?;
        let moved = touched(tx, office, &delta.record).await?;
        office.acl = compile::compile(tx, office, &moved, at).await?;
        Ok((taken, verdicts))
    }
}

/// A batch that was taken.
pub(super) struct Pushed {
    pub(super) verdicts: Verdicts,
    /// How many changes were accepted in each scope that had not come before.
    pub(super) new: BTreeMap<ScopeRef, u64>,
}

/// Decodes and checks signatures, away from the threads that serve connections.
pub(super) async fn read(device: devices::Device, push: Push) -> Result<Batch> {
    let id = device.row.device;
    let read = tokio::task::spawn_blocking(move || Batch::read(id, &push, &devices::keys(&device)));
    Ok(read
        .await
        .map_err(|_| Error::Inconsistent("reading a push was interrupted"))??)
}

/// Whether what a change writes may be something that rights hang on; then it waits for all others.
fn may_move_rights(change: &Change) -> bool {
    let opens = change
        .ops()
        .iter()
        .any(|op| matches!(op.act, Act::OpenScope { .. }));
    let kind = change.header().scope.known().map(|scope| scope.kind);
    opens
        || matches!(
            kind,
            Some(
                ScopeKind::Org
                    | ScopeKind::CaseCore
                    | ScopeKind::Person
                    | ScopeKind::Household
                    | ScopeKind::Secret
            )
        )
}

/// The scopes that a batch would open.
fn opens(batch: &Batch) -> BTreeSet<ScopeRef> {
    let changes = batch.changes.iter().filter_map(|it| it.read.as_deref().ok());
    changes
        .filter(|change| {
            matches!(
                change.ops().first().map(|op| &op.act),
                Some(Act::OpenScope { .. })
            )
        })
        .map(|change| change.header().scope)
        .collect()
}

/// What the rights of these changes hang on.
fn wanted(device: &devices::Device, changes: &[&Change]) -> Wanted {
    let mut wanted = Wanted {
        staff: BTreeSet::from([device.row.operator]),
        past: true,
        ..Wanted::default()
    };
    for change in changes {
        wanted.scopes.insert(change.header().scope);
        for op in change.ops() {
            let named: Vec<Uuid> = match &op.act {
                Act::OpenScope { of: Some(of) } => {
                    wanted.cases.insert(CaseId(*of));
                    let core = cartella_domain::scope::ScopeId::new(*of, ScopeKind::CaseCore);
                    wanted.scopes.insert(core.into());
                    continue;
                }
                // A member of a set that names a person, or a person's own id.
                Act::Set { value, .. } | Act::Add { item: value, .. } => [Some(value), value.get("person")]
                    .into_iter()
                    .flatten()
                    .filter_map(person_of)
                    .map(PersonId::uuid)
                    .collect(),
                _ => continue,
            };
            if names_people(change.header().scope) {
                wanted.people.extend(named.iter().copied().map(PersonId));
                wanted
                    .scopes
                    .extend(named.into_iter().map(|id| person_scope(PersonId(id))));
            }
        }
    }
    wanted
}

/// Whether naming a person in a scope may give access to her.
fn names_people(scope: ScopeRef) -> bool {
    let kind = scope.known().map(|scope| scope.kind);
    matches!(
        kind,
        Some(ScopeKind::CaseCore | ScopeKind::Household | ScopeKind::Person)
    )
}

/// A change of one part may have been replaced by one of a later part.
async fn say_what_died(tx: &Transaction<'_>, verdicts: &mut [Judged]) -> Result<()> {
    let ids: Vec<_> = verdicts.iter().map(|judged| judged.change).collect();
    let dead = load::dead(tx, &ids).await?;
    for judged in verdicts {
        if let Verdict::Accepted(place) = &mut judged.verdict {
            place.dead |= dead.get(&judged.change).copied().unwrap_or(0);
        }
    }
    Ok(())
}
