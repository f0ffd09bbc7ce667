//! The office: verdicts, numbers, the log of each scope, and what it sends.

use crate::{device::SimKeys, schedule::Bug};
use cartella_domain::ids::ChangeId;
use cartella_sync::{
    chain::{Tip, follow, verify},
    change::Change,
    ids::{DeviceId, ScopeRef},
    op::Act,
    registers::{RegisterKey, Registers},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// A change as the office hands it out.
#[derive(Clone)]
pub struct Delivered {
    pub change: Rc<Change>,
    pub dead: u64,
    pub seq: u64,
}

#[derive(Clone)]
pub enum Verdict {
    Accepted(Delivered),
    Quarantined(ChangeId),
}

#[derive(Default)]
pub struct Hub {
    pub store: BTreeMap<ChangeId, Rc<Change>>,
    pub seqs: BTreeMap<ChangeId, u64>,
    pub log: BTreeMap<ScopeRef, Vec<ChangeId>>,
    pub quarantine: BTreeSet<ChangeId>,
    pub registers: Registers,
    pub grants: BTreeSet<(DeviceId, ScopeRef)>,
    chains: BTreeMap<DeviceId, (Tip, Vec<ChangeId>)>,
}

impl Hub {
    pub fn granted(&self, device: DeviceId) -> BTreeSet<ScopeRef> {
        let open = |scope: &ScopeRef| self.log.contains_key(scope);
        self.grants
            .iter()
            .filter(|(d, s)| *d == device && open(s))
            .map(|(_, s)| *s)
            .collect()
    }

    /// How much of a device's chain is known here.
    pub fn position(&self, device: DeviceId) -> u64 {
        self.chains.get(&device).map_or(0, |(tip, _)| tip.seq)
    }

    /// Bits of the operations that are not live. An operation that never lives may have either bit.
    fn dead(&self, change: &Change) -> u64 {
        let mut mask = 0;
        for (write, op) in change.writes() {
            let key = RegisterKey::of(change.header().scope, &op.effect());
            if key.is_some_and(|key| !self.registers.live(&key).contains(&write)) {
                mask |= 1 << write.op;
            }
        }
        mask
    }

    pub fn deliver(&self, id: ChangeId) -> Delivered {
        let change = self.store[&id].clone();
        Delivered {
            dead: self.dead(&change),
            seq: self.seqs[&id],
            change,
        }
    }

    fn verdict(&self, id: ChangeId) -> Verdict {
        if self.seqs.contains_key(&id) {
            Verdict::Accepted(self.deliver(id))
        } else {
            Verdict::Quarantined(id)
        }
    }

    /// A pushed change gets its verdict, the same one however often it comes.
    pub fn push(&mut self, change: &Rc<Change>, refuse: bool, bug: Bug) -> Result<Option<Verdict>, String> {
        let (id, device, scope) = (change.id(), change.header().device_id, change.header().scope);
        let (tip, known) = self
            .chains
            .entry(device)
            .or_insert_with(|| (Tip::start(1), Vec::new()));
        let seq = change.header().dev_seq;
        if seq <= tip.seq {
            let same = usize::try_from(seq).ok().and_then(|n| known.get(n - 1)) == Some(&id);
            return if same {
                Ok(Some(self.verdict(id)))
            } else {
                Err("fork".into())
            };
        }
        verify(change, &SimKeys).map_err(|fault| fault.to_string())?;
        *tip = follow(tip, &device, change).map_err(|fault| fault.to_string())?;
        known.push(id);
        let opens = matches!(
            change.ops().first().map(|op| &op.act),
            Some(Act::OpenScope { .. })
        );
        let free = opens && !self.log.contains_key(&scope);
        let allowed = free || (self.log.contains_key(&scope) && self.grants.contains(&(device, scope)));
        if allowed && !refuse {
            self.accept(change);
        } else if bug == Bug::RefusedIsDropped {
            return Ok(Some(Verdict::Quarantined(id)));
        } else {
            self.store.insert(id, change.clone());
            self.quarantine.insert(id);
        }
        Ok(Some(self.verdict(id)))
    }

    fn accept(&mut self, change: &Rc<Change>) {
        let (id, scope, device) = (change.id(), change.header().scope, change.header().device_id);
        let fresh = !self.log.contains_key(&scope);
        let log = self.log.entry(scope).or_default();
        log.push(id);
        self.seqs.insert(id, log.len() as u64);
        self.store.insert(id, change.clone());
        self.registers.accept(change, 0);
        if fresh {
            // Who opened a scope holds it until the office decides otherwise.
            self.grants.insert((device, scope));
        }
    }

    /// A named person adopts what was refused: the verdict rises.
    pub fn adopt(&mut self, id: ChangeId) {
        if self.quarantine.remove(&id) {
            let change = self.store[&id].clone();
            self.accept(&change);
        }
    }

    /// What a device that enters a scope is sent: the live changes only, newest first.
    pub fn backfill(&self, scope: ScopeRef) -> Vec<Delivered> {
        let ids = self.log.get(&scope).into_iter().flatten().rev();
        let all = ids.map(|id| self.deliver(*id));
        all.filter(|one| {
            one.change
                .writes()
                .any(|(w, op)| op.effect().stands && one.dead & (1 << w.op) == 0)
        })
        .collect()
    }
}
