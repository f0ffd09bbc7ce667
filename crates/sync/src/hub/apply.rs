//! Acceptance: a change gets its number, and its operations are applied to the registers loaded.

use super::rows::{AcceptedRow, Opened, RecordDelta, RegisterRow, ScopeRow};
use crate::{
    change::Change,
    clock::effective,
    digest::Digest,
    ids::{ScopeRef, WriteId},
    messages::Accepted,
    op::{Act, Effect},
    registers::{Delta, RegisterKey, apply},
};
use cartella_domain::{ids::ChangeId, time::Instant};
use std::{collections::BTreeMap, sync::Arc};

/// Scopes and registers while a decision is made.
pub(super) struct Record {
    pub(super) scopes: BTreeMap<ScopeRef, ScopeRow>,
    registers: BTreeMap<RegisterKey, RegisterRow>,
    pub(super) delta: RecordDelta,
    new: BTreeMap<ChangeId, usize>,
}

/// Whether a change opens its scope: its first operation says so.
pub(super) fn opens(change: &Change) -> bool {
    matches!(
        change.ops().first().map(|op| &op.act),
        Some(Act::OpenScope { .. })
    )
}

impl Record {
    pub(super) fn new(
        scopes: BTreeMap<ScopeRef, ScopeRow>,
        registers: BTreeMap<RegisterKey, RegisterRow>,
    ) -> Self {
        Self {
            scopes,
            registers,
            delta: RecordDelta::default(),
            new: BTreeMap::new(),
        }
    }

    /// Accepts a change whose scope exists or which opens it; says its place.
    pub(super) fn accept(&mut self, change: &Arc<Change>, at: Instant, flags: u32) -> Accepted {
        let scope = change.header().scope;
        let mut row = self.scopes.get(&scope).copied().unwrap_or_else(|| {
            self.delta.opened.push(Opened {
                scope,
                author: change.header().author_id,
                device: change.header().device_id,
                change: change.id(),
            });
            ScopeRow {
                scope,
                head: 0,
                digest: Digest::default(),
            }
        });
        row.head = row.head.saturating_add(1);
        let place = Accepted {
            seq: row.head,
            eff_hlc: effective(change.header().hlc, at),
            received_at: at,
            flags,
            dead: 0,
        };
        let index = self.delta.accepted.len();
        self.new.insert(change.id(), index);
        self.delta.accepted.push(AcceptedRow {
            change: Arc::clone(change),
            place: place.clone(),
            stands: 0,
        });
        for (write, op) in change.writes() {
            self.operate(&mut row, write, &op.effect());
        }
        self.scopes.insert(scope, row);
        self.delta.scopes.insert(scope, row);
        self.delta
            .accepted
            .get(index)
            .map_or(place, |row| row.place.clone())
    }

    fn operate(&mut self, row: &mut ScopeRow, write: WriteId, effect: &Effect<'_>) {
        let key = RegisterKey::of(row.scope, effect);
        let register = match key {
            Some(key) => self.registers.entry(key).or_default(),
            None => &mut RegisterRow::default(),
        };
        let done = apply(write, effect, register.unseen.contains(&write), &register.live);
        if effect.stands {
            self.stands(write);
            if done.born.is_none() {
                self.bury(write);
            }
        }
        for other in &done.died {
            row.digest.toggle(*other);
            self.bury(*other);
        }
        if let Some(born) = done.born {
            row.digest.toggle(born);
        }
        if let Some(key) = key {
            self.note(key, done);
        }
    }

    fn note(&mut self, key: RegisterKey, done: Delta) {
        let register = self.registers.entry(key).or_default();
        for write in done.died {
            register.live.remove(&write);
            if !self.delta.born.remove(&(key, write)) {
                self.delta.died.insert((key, write));
            }
        }
        if let Some(write) = done.born {
            register.live.insert(write);
            self.delta.born.insert((key, write));
        }
        for write in done.unseen {
            register.unseen.insert(write);
            self.delta.unseen.insert((key, write));
        }
    }

    fn stands(&mut self, write: WriteId) {
        if let Some(row) = self
            .new
            .get(&write.change)
            .and_then(|at| self.delta.accepted.get_mut(*at))
        {
            row.stands |= bit(write);
        }
    }

    /// A write is dead: in the row that is about to be stored, or in one that is.
    fn bury(&mut self, write: WriteId) {
        match self
            .new
            .get(&write.change)
            .and_then(|at| self.delta.accepted.get_mut(*at))
        {
            Some(row) => row.place.dead |= bit(write),
            None => *self.delta.dead.entry(write.change).or_default() |= bit(write),
        }
    }
}

/// The bit of an operation in a change's `dead` and `stands`.
pub(super) fn bit(write: WriteId) -> u64 {
    1_u64.checked_shl(u32::from(write.op)).unwrap_or(0)
}
