//! The merge. A register holds the live writes of one field of one record in one scope:
//!
//! `live = { accepted writes that no accepted write of the same register replaces }`
//!
//! It is a function of the *set* of accepted changes, so order, repetition and batching do not matter. Nothing
//! here knows what a field means: unknown kinds, fields and operations are counted like any other.
//!
//! What a store keeps, in the transaction that stores the change ([`Registers`] is the same in memory):
//! - a row a live write, under (scope, record, field, change id, op), with the operation's bytes
//!   ([`crate::codec::encode_op`]): a deletion needs more than a value, and an unknown operation has none;
//! - a row a write that was replaced before it came, under (scope, record, field, change id, op): by its ids alone
//!   it would let a change kill what another record, field or scope holds;
//! - the digest of each scope, toggled for each write born and died, appends included;
//! - the change id, so that a change comes in once; and all that the hub ever stated dead of it (a union of bits),
//!   so that a rebuild agrees.
//!
//! A device that enters a scope is sent its live changes only. What it held of the scope before, and is not sent
//! again, was replaced meanwhile, perhaps by changes that it will never see: it counts as stated dead.
//!
//! Only accepted changes are in these rows; own pending ones are laid on top when a row is derived
//! ([`with_pending`]), so that a refused one leaves no trace.

use crate::{
    change::Change,
    codec::MAX_REPLACES,
    digest::Digest,
    ids::{ScopeRef, WriteId},
    op::Effect,
};
use cartella_domain::ids::{ChangeId, RecordId};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeBounds,
};

/// A register. The scope is part of its name: a change can never touch what another scope holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterKey {
    /// The scope of the change.
    pub scope: ScopeRef,
    /// The record.
    pub record: RecordId,
    /// Number of the field; 0 is the mark of deletion.
    pub field: u16,
}

impl RegisterKey {
    /// The register that an operation of a change in `scope` writes to; none if it is an append.
    #[must_use]
    pub fn of(scope: ScopeRef, effect: &Effect<'_>) -> Option<Self> {
        effect
            .register
            .map(|(record, field)| Self { scope, record, field })
    }
}

/// What one operation changed in its register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delta {
    /// The write that became live: this operation itself.
    pub born: Option<WriteId>,
    /// The writes that ceased to be live.
    pub died: Vec<WriteId>,
    /// Replaced writes that are not live here: dead already, or not received yet. The store must remember them
    /// under the register, so that they are dead when they come. Remembering `died` too does no harm.
    pub unseen: Vec<WriteId>,
}

/// Applies one operation of an accepted change that was not applied before.
///
/// `live` are the register's live writes (empty for an append). `arrives_dead` says that the register remembers
/// `write` as replaced, or that the hub states it to be dead; an append is never dead.
#[must_use]
pub fn apply(write: WriteId, effect: &Effect<'_>, arrives_dead: bool, live: &BTreeSet<WriteId>) -> Delta {
    if effect.register.is_none() {
        return Delta {
            born: effect.stands.then_some(write),
            ..Delta::default()
        };
    }
    let replaces: BTreeSet<WriteId> = effect.replaces.iter().copied().collect();
    let dead = arrives_dead || replaces.contains(&write) || live.contains(&write);
    let (died, unseen) = replaces
        .into_iter()
        .filter(|other| *other != write)
        .partition(|other| live.contains(other));
    Delta {
        born: (effect.stands && !dead).then_some(write),
        died,
        unseen,
    }
}

/// A device's own view of a register: the accepted live writes with its pending ones on top, which count as
/// accepted until their verdict. `remembered` says whether the register remembers a write as replaced.
#[must_use]
pub fn with_pending<'a>(
    live: &BTreeSet<WriteId>,
    pending: impl IntoIterator<Item = (WriteId, Effect<'a>)>,
    remembered: impl Fn(WriteId) -> bool,
) -> BTreeSet<WriteId> {
    let mut view = live.clone();
    let mut dead = BTreeSet::new();
    for (write, effect) in pending {
        if effect.stands && !remembered(write) {
            view.insert(write);
        }
        dead.extend(effect.replaces.iter().copied());
    }
    view.retain(|write| !dead.contains(write));
    view
}

/// A register derived anew from all operations of accepted and own pending changes on it, in any order; `dead` says
/// what the hub ever stated dead. Gives the live writes, and those replaced that are not here.
#[must_use]
pub fn rederive<'a>(
    operations: impl IntoIterator<Item = (WriteId, Effect<'a>, bool)>,
) -> (BTreeSet<WriteId>, BTreeSet<WriteId>) {
    let (mut standing, mut here) = (BTreeSet::new(), BTreeSet::new());
    let mut replaced = BTreeSet::new();
    for (write, effect, dead) in operations {
        here.insert(write);
        replaced.extend(effect.replaces.iter().copied());
        if effect.stands && !dead {
            standing.insert(write);
        }
    }
    standing.retain(|write| !replaced.contains(write));
    replaced.retain(|write| !here.contains(write));
    (standing, replaced)
}

/// How many writes [`reach`] names beyond those on screen.
pub const MAX_REACH: usize = 64;

/// What a new write must name: the writes that its author had before her and, through her own pending ones, what
/// those replaced; so that a pending write which is refused later leaves no false clash.
///
/// `pending` gives the `replaces` of an own pending write, nothing for any other. Of what lies behind the screen the
/// nearest [`MAX_REACH`] are named, lest a field written daily without an office grow with each day: a clash too
/// many is shown only if as many writes in a row are refused.
#[must_use]
pub fn reach<'a>(
    shown: impl IntoIterator<Item = WriteId>,
    pending: impl Fn(WriteId) -> Option<&'a [WriteId]>,
) -> Vec<WriteId> {
    let mut named = BTreeSet::new();
    let mut reached: Vec<WriteId> = shown.into_iter().filter(|write| named.insert(*write)).collect();
    reached.truncate(MAX_REPLACES);
    let most = reached.len().saturating_add(MAX_REACH).min(MAX_REPLACES);
    let mut next = 0;
    while let Some(write) = reached.get(next).copied() {
        next += 1;
        let behind = pending(write).unwrap_or_default().iter().copied();
        let room = most.saturating_sub(reached.len());
        reached.extend(behind.filter(|other| named.insert(*other)).take(room));
    }
    reached
}

/// All registers of what was accepted, in memory.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    known: BTreeSet<ChangeId>,
    live: BTreeMap<RegisterKey, BTreeSet<WriteId>>,
    unseen: BTreeMap<RegisterKey, BTreeSet<WriteId>>,
    appends: BTreeMap<ScopeRef, BTreeSet<WriteId>>,
    digests: BTreeMap<ScopeRef, Digest>,
}

impl Registers {
    /// Takes in an accepted change. Bit `n` of `stated_dead` says that the hub gave operation `n` as dead: it may
    /// have been replaced by a change that is not sent because it is dead itself. Of a change that is known only
    /// what is newly stated dead counts.
    pub fn accept(&mut self, change: &Change, stated_dead: u64) {
        let fresh = self.known.insert(change.id());
        let scope = change.header().scope;
        for (write, op) in change.writes() {
            let effect = op.effect();
            let stated = stated_dead
                .checked_shr(u32::from(write.op))
                .is_some_and(|bits| bits & 1 == 1);
            if fresh {
                self.apply(scope, write, &effect, stated);
            } else if stated {
                self.bury(scope, write, &effect);
            }
        }
    }

    /// Takes a change out again that was counted while it was pending: `others` are the accepted and pending changes
    /// of its scope without it, with what the hub ever stated dead of each.
    pub fn withdraw<'a>(&mut self, change: &Change, others: impl Iterator<Item = (&'a Change, u64)> + Clone) {
        if !self.known.remove(&change.id()) {
            return;
        }
        let scope = change.header().scope;
        let mut keys = BTreeSet::new();
        for (write, op) in change.writes() {
            match RegisterKey::of(scope, &op.effect()) {
                Some(key) => drop(keys.insert(key)),
                None => {
                    if self
                        .appends
                        .get_mut(&scope)
                        .is_some_and(|appends| appends.remove(&write))
                    {
                        self.digests.entry(scope).or_default().toggle(write);
                    }
                }
            }
        }
        for key in keys {
            let operations = others.clone().flat_map(|(other, dead)| {
                let on = other
                    .writes()
                    .filter(move |(_, op)| RegisterKey::of(scope, &op.effect()) == Some(key));
                on.map(move |(write, op)| (write, op.effect(), dead >> write.op & 1 == 1))
            });
            let (live, unseen) = rederive(operations);
            let before = self.live.remove(&key).unwrap_or_default();
            let digest = self.digests.entry(scope).or_default();
            before
                .symmetric_difference(&live)
                .for_each(|write| digest.toggle(*write));
            if !live.is_empty() {
                self.live.insert(key, live);
            }
            self.unseen.remove(&key);
            if !unseen.is_empty() {
                self.unseen.insert(key, unseen);
            }
        }
    }

    fn bury(&mut self, scope: ScopeRef, write: WriteId, effect: &Effect<'_>) {
        let Some(key) = RegisterKey::of(scope, effect) else {
            return;
        };
        if let Some(live) = self.live.get_mut(&key)
            && live.remove(&write)
        {
            self.digests.entry(scope).or_default().toggle(write);
            if live.is_empty() {
                self.live.remove(&key);
            }
        }
    }

    fn apply(&mut self, scope: ScopeRef, write: WriteId, effect: &Effect<'_>, stated: bool) {
        let digest = self.digests.entry(scope).or_default();
        let Some(key) = RegisterKey::of(scope, effect) else {
            let delta = apply(write, effect, false, &BTreeSet::new());
            if let Some(born) = delta.born {
                self.appends.entry(scope).or_default().insert(born);
                digest.toggle(born);
            }
            return;
        };
        let dead = stated
            || self
                .unseen
                .get(&key)
                .is_some_and(|unseen| unseen.contains(&write));
        let live = self.live.entry(key).or_default();
        let delta = apply(write, effect, dead, live);
        for died in &delta.died {
            live.remove(died);
            digest.toggle(*died);
        }
        if let Some(born) = delta.born {
            live.insert(born);
            digest.toggle(born);
        }
        if live.is_empty() {
            self.live.remove(&key);
        }
        if !delta.unseen.is_empty() {
            self.unseen.entry(key).or_default().extend(delta.unseen);
        }
    }

    /// Whether a change was taken in.
    #[must_use]
    pub fn knows(&self, change: ChangeId) -> bool {
        self.known.contains(&change)
    }

    /// The live writes of a register.
    #[must_use]
    pub fn live(&self, key: &RegisterKey) -> BTreeSet<WriteId> {
        self.live.get(key).cloned().unwrap_or_default()
    }

    /// Whether a register remembers a write as replaced although it was not live when that happened.
    #[must_use]
    pub fn remembers(&self, key: &RegisterKey, write: WriteId) -> bool {
        self.unseen.get(key).is_some_and(|unseen| unseen.contains(&write))
    }

    /// Every register that has live writes.
    pub fn all(&self) -> impl Iterator<Item = (&RegisterKey, &BTreeSet<WriteId>)> {
        self.live.iter()
    }

    /// Registers of a range that have live writes.
    pub fn range(
        &self,
        keys: impl RangeBounds<RegisterKey>,
    ) -> impl Iterator<Item = (&RegisterKey, &BTreeSet<WriteId>)> {
        self.live.range(keys)
    }

    /// The appends of a scope.
    #[must_use]
    pub fn appends(&self, scope: ScopeRef) -> BTreeSet<WriteId> {
        self.appends.get(&scope).cloned().unwrap_or_default()
    }

    /// The digest of a scope.
    #[must_use]
    pub fn digest(&self, scope: ScopeRef) -> Digest {
        self.digests.get(&scope).copied().unwrap_or_default()
    }

    /// Forgets a scope: a right was lost, or the scope is fetched anew.
    pub fn forget(&mut self, scope: ScopeRef, changes: impl IntoIterator<Item = ChangeId>) {
        for change in changes {
            self.known.remove(&change);
        }
        self.live.retain(|key, _| key.scope != scope);
        self.unseen.retain(|key, _| key.scope != scope);
        self.appends.remove(&scope);
        self.digests.remove(&scope);
    }
}
