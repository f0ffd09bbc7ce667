//! A laptop: what it accepted, what it wrote and has no verdict for, and how it writes and syncs.

use crate::{
    hub::{Delivered, Hub, Verdict},
    schedule::{Bug, Rng, Tally},
};
use cartella_domain::ids::ChangeId;
use cartella_sync::{
    chain::Tip,
    change::{Change, Signature},
    clock::Clock,
    ids::{DeviceId, Hash32, ScopeRef},
    registers::Registers,
    signer::{SignatureFault, Signer, Verifier},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// A signature that anybody could make: enough where nobody forges.
pub struct SimKey(pub DeviceId);
pub struct SimKeys;

fn simulated(device: &DeviceId, message: &[u8]) -> Signature {
    let half = Hash32::of(&[&device.0, message].concat()).0;
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&half);
    signature
}

impl Signer for SimKey {
    fn device_id(&self) -> DeviceId {
        self.0
    }
    fn sign(&self, message: &[u8]) -> Signature {
        simulated(&self.0, message)
    }
}

impl Verifier for SimKeys {
    fn verify(&self, device: &DeviceId, message: &[u8], signature: &Signature) -> Result<(), SignatureFault> {
        if simulated(device, message) == *signature {
            Ok(())
        } else {
            Err(SignatureFault::Wrong)
        }
    }
}

pub struct Device {
    pub key: SimKey,
    pub tip: Tip,
    pub clock: Clock,
    pub skew: i64,
    /// Own changes in chain order; what became of them, once known.
    pub own: Vec<(Rc<Change>, Option<bool>)>,
    /// Scopes held and how far their log was pulled.
    pub held: BTreeMap<ScopeRef, usize>,
    /// Scopes opened here, of which the office has not said anything.
    pub local: BTreeSet<ScopeRef>,
    /// Accepted changes held, with what the office said of them.
    pub log: BTreeMap<ChangeId, Delivered>,
    pub registers: Registers,
    pub bug: Bug,
}

impl Device {
    pub fn new(n: u8, bug: Bug) -> Self {
        Self {
            key: SimKey(DeviceId([n; 32])),
            tip: Tip::start(1),
            clock: Clock::default(),
            skew: 0,
            own: Vec::new(),
            held: BTreeMap::new(),
            local: BTreeSet::new(),
            log: BTreeMap::new(),
            registers: Registers::default(),
            bug,
        }
    }

    pub fn pending(&self) -> impl Iterator<Item = &Rc<Change>> {
        self.own
            .iter()
            .filter(|(_, verdict)| verdict.is_none())
            .map(|(change, _)| change)
    }

    pub fn has_pending(&self, scope: ScopeRef) -> bool {
        self.pending().any(|change| change.header().scope == scope)
    }

    fn take(&mut self, one: Delivered, tally: &mut Tally) {
        let id = one.change.id();
        if let Some((_, verdict)) = self.own.iter_mut().find(|(change, _)| change.id() == id) {
            *verdict = Some(true);
        }
        self.registers.accept(&one.change, one.dead);
        match self.log.get_mut(&id) {
            Some(held) => held.dead |= one.dead,
            None => {
                tally.born_dead += u64::from(one.dead != 0);
                self.log.insert(id, one);
            }
        }
    }

    /// One session; `cut` is the chance in a hundred that it ends at each point. Says whether it came to its end.
    pub fn sync(
        &mut self,
        hub: &mut Hub,
        rng: &mut Rng,
        faults: (u64, u64),
        tally: &mut Tally,
    ) -> Result<bool, String> {
        let (cut, refuse) = faults;
        let me = self.key.0;
        if self.bug == Bug::PurgeBeforePush {
            self.leave(&hub.granted(me));
        }
        if !self.push(hub, rng, (cut, refuse), tally)? {
            return Ok(false);
        }
        let granted = hub.granted(me);
        for scope in &granted {
            if rng.chance(cut) {
                return Ok(false);
            }
            if !self.held.contains_key(scope) {
                self.enter(*scope, hub.backfill(*scope), tally);
                tally.joined += 1;
                self.local.remove(scope);
                self.held.insert(*scope, hub.log[scope].len());
                continue;
            }
            self.pull(*scope, hub, rng, tally);
        }
        if rng.chance(cut) {
            return Ok(false);
        }
        self.leave(&granted);
        Ok(true)
    }

    /// A scope is sent whole: what was held of it before and is not in it was replaced meanwhile.
    fn enter(&mut self, scope: ScopeRef, backfill: Vec<Delivered>, tally: &mut Tally) {
        let sent: BTreeSet<ChangeId> = backfill.iter().map(|one| one.change.id()).collect();
        if self.bug != Bug::EnterKeepsWhatIsNotSent {
            let of_scope = |one: &&mut Delivered| one.change.header().scope == scope;
            for one in self
                .log
                .values_mut()
                .filter(of_scope)
                .filter(|one| !sent.contains(&one.change.id()))
            {
                one.dead = u64::MAX;
                self.registers.accept(&one.change, one.dead);
            }
        }
        for mut one in backfill {
            one.dead = if self.bug == Bug::BackfillStatesNothing {
                0
            } else {
                one.dead
            };
            self.take(one, tally);
        }
    }

    fn push(
        &mut self,
        hub: &mut Hub,
        rng: &mut Rng,
        (cut, refuse): (u64, u64),
        tally: &mut Tally,
    ) -> Result<bool, String> {
        loop {
            if rng.chance(cut) {
                return Ok(false);
            }
            let batch: Vec<Rc<Change>> = self.pending().take(3).cloned().collect();
            if batch.is_empty() {
                return Ok(true);
            }
            let first = batch.first().map_or(0, |change| change.header().dev_seq);
            if first > hub.position(self.key.0) + 1 {
                return Err("a gap in the chain".into());
            }
            let mut verdicts = Vec::new();
            for change in &batch {
                verdicts.extend(hub.push(change, rng.chance(refuse), self.bug)?);
            }
            if rng.chance(cut) {
                return Ok(false);
            }
            for _ in 0..=u64::from(rng.chance(10)) {
                for verdict in verdicts.clone() {
                    match verdict {
                        Verdict::Accepted(one) => self.take(one, tally),
                        Verdict::Quarantined(id) => {
                            let own = self.own.iter_mut().find(|(change, _)| change.id() == id);
                            own.into_iter()
                                .for_each(|(_, verdict)| *verdict = verdict.or(Some(false)));
                        }
                    }
                }
            }
        }
    }

    fn pull(&mut self, scope: ScopeRef, hub: &Hub, rng: &mut Rng, tally: &mut Tally) {
        let log = &hub.log[&scope];
        let from = self.held[&scope];
        let left = log.len() - from;
        let to = if rng.chance(60) {
            log.len()
        } else {
            from + rng.below(left as u64 + 1) as usize
        };
        // A page may come twice.
        for _ in 0..=u64::from(rng.chance(10)) {
            for id in &log[from..to] {
                let mut one = hub.deliver(*id);
                one.dead = if self.bug == Bug::PullStatesNothing {
                    0
                } else {
                    one.dead
                };
                self.take(one, tally);
            }
        }
        self.held.insert(scope, to);
    }

    /// Scopes no longer granted go, once nothing of them is pending.
    fn leave(&mut self, granted: &BTreeSet<ScopeRef>) {
        let lost: Vec<ScopeRef> = self
            .held
            .keys()
            .chain(&self.local)
            .filter(|s| !granted.contains(s))
            .copied()
            .collect();
        for scope in lost {
            if self.has_pending(scope) && self.bug != Bug::PurgeBeforePush {
                continue;
            }
            let of_scope = |change: &Change| change.header().scope == scope;
            let gone: Vec<ChangeId> = self
                .log
                .values()
                .filter(|one| of_scope(&one.change))
                .map(|one| one.change.id())
                .collect();
            gone.iter().for_each(|id| drop(self.log.remove(id)));
            self.registers.forget(scope, gone);
            self.own
                .retain(|(change, verdict)| !of_scope(change) || *verdict == Some(false));
            self.held.remove(&scope);
            self.local.remove(&scope);
        }
    }
}
