//! A push that is decided and written and not committed: its transaction is open in a task of its own.

use cartella_domain::time::Instant;
use cartella_hub::{
    Error, Result,
    database::{self, Transaction},
    store::{self, devices, holds, keep, load},
    verbs::Hub,
};
use cartella_sim::rights::Grants;
use cartella_sync::{
    hub::{Batch, NearRow, Opened, decide_push},
    ids::ScopeRef,
    messages::{Problem, Verdicts},
    op::Act,
};
use std::collections::{BTreeMap, BTreeSet};
use tokio::{runtime::Runtime, sync::oneshot, task::JoinHandle};
use tokio_postgres::error::SqlState;

/// What the books say before the commit, and how many changes are new in each scope.
pub type Books = (Vec<NearRow>, BTreeMap<ScopeRef, u64>);

/// It waits for the word.
pub struct Begun {
    opened: Vec<Opened>,
    /// What the books say before the commit, and how many changes are new in each scope.
    pub near: Books,
    commits: oneshot::Sender<bool>,
    ended: JoinHandle<()>,
}

impl Begun {
    /// Whether it opens scopes.
    pub fn opens(&self) -> bool {
        !self.opened.is_empty()
    }

    /// Commits, or is forgotten as by a process that dies. Says which scopes it opened.
    pub fn end(self, runtime: &Runtime, commits: bool) -> Vec<Opened> {
        self.commits.send(commits).unwrap();
        runtime.block_on(self.ended).unwrap();
        self.opened
    }
}

/// Whoever holds a lock here holds it until the schedule goes on, so there is nothing to wait for.
pub async fn in_a_moment(tx: &Transaction<'_>) -> Result<()> {
    Ok(tx.batch_execute("SET LOCAL lock_timeout = '20ms'").await?)
}

/// Another transaction holds a lock.
pub fn has_to_wait(error: &Error) -> bool {
    matches!(error, Error::Database(error) if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE))
}

/// Begins a push, in the order of locks of the product's own; none if one of them is held.
pub fn push(
    runtime: &Runtime,
    hub: &Hub,
    batch: Batch,
    grants: &Grants,
    at: Instant,
) -> Result<Option<(Begun, Verdicts)>, Problem> {
    let (hub, grants) = (hub.clone(), grants.clone());
    let (tells, told) = oneshot::channel();
    let (commits, may) = oneshot::channel();
    let ended = runtime.spawn(async move {
        let mut client = hub.client().await.unwrap();
        let tx = database::begin(&mut client).await.unwrap();
        let decided = decided(&tx, &batch, &grants, at).await;
        let failed = decided.is_err();
        if failed {
            tx.rollback().await.unwrap();
            let _ = tells.send(decided);
            return;
        }
        let _ = tells.send(decided);
        match may.await {
            Ok(true) => database::commit(tx).await.unwrap(),
            _ => tx.rollback().await.unwrap(),
        }
    });
    match runtime.block_on(told).unwrap() {
        Ok((opened, verdicts, near)) => {
            let begun = Begun {
                opened,
                near,
                commits,
                ended,
            };
            Ok(Some((begun, verdicts)))
        }
        Err(error) if has_to_wait(&error) => Ok(None),
        Err(Error::Problem(problem)) => Err(problem),
        Err(error) => panic!("{error}"),
    }
}

async fn decided(
    tx: &Transaction<'_>,
    batch: &Batch,
    grants: &Grants,
    at: Instant,
) -> Result<(Vec<Opened>, Verdicts, Books)> {
    in_a_moment(tx).await?;
    let device = devices::lock(tx, &batch.device).await?.unwrap();
    let opens = opens(batch);
    if opens.is_empty() {
        store::rights_stand(tx).await?;
    } else {
        store::rights_change(tx).await?;
    }
    let needs = batch.needs();
    let scopes = load::lock_scopes(tx, &needs.scopes, &opens).await?;
    let loaded = load::loaded(tx, &needs, device.row, 1, scopes).await?;
    let (delta, verdicts) = decide_push(batch, loaded, grants, at)?;
    let kept = keep::push(tx, &delta, at).await;
    // All that it writes to is locked by now: who met another only here would have decided on what is not so any more.
    assert!(!kept.as_ref().is_err_and(has_to_wait), "a lock was not taken");
    kept?;
    let mut new = BTreeMap::new();
    for row in &delta.record.accepted {
        *new.entry(row.change.header().scope).or_default() += 1;
    }
    let near = (holds::near(tx, &batch.device).await?, new);
    Ok((delta.record.opened, verdicts, near))
}

fn opens(batch: &Batch) -> BTreeSet<ScopeRef> {
    let read = batch.changes.iter().filter_map(|it| it.read.as_ref().ok());
    read.filter(|it| matches!(it.ops().first().map(|op| &op.act), Some(Act::OpenScope { .. })))
        .map(|it| it.header().scope)
        .collect()
}
