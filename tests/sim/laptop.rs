//! The laptop's store in memory, as the contract of `cartella_sync::device::store` says.

use crate::{
    fault::Fault,
    keys::Key,
    stores::{Dump, Fate, Kept, Laptop, Write},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    clock::Clock,
    derive::{LiveWrite, Rank},
    device::{DeviceDelta, DeviceState, Fetch, HeldScope, MAX_FLAGGED, Told, Want},
    ids::{Hlc, ScopeRef, WriteId},
    messages::{Accepted, Bytes, Have, Judged, Receipt, Settled, Sum, Verdict},
    op::{Act, Effect},
    registers::{RegisterKey, Registers},
    signer::Signer as _,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

struct Row {
    change: Arc<Change>,
    own: bool,
    settled: bool,
    fate: Fate,
}

#[derive(Clone, Copy, Default)]
struct Held {
    have: u64,
    fetch: Option<Fetch>,
}

/// A laptop in memory.
pub struct MemLaptop {
    key: Key,
    operator: OperatorId,
    schema_ver: u32,
    fault: Fault,
    clock: Clock,
    tip: Tip,
    epoch: u64,
    acl: u64,
    changes: BTreeMap<ChangeId, Row>,
    pending: BTreeMap<u64, ChangeId>,
    flagged: BTreeSet<ChangeId>,
    scopes: BTreeMap<ScopeRef, Held>,
    registers: Registers,
    receipts: Vec<(Receipt, bool)>,
    incidents: usize,
}

impl MemLaptop {
    pub fn new(key: Key, operator: OperatorId, schema_ver: u32, fault: Fault) -> Self {
        Self {
            key,
            operator,
            schema_ver,
            fault,
            clock: Clock::default(),
            tip: Tip::start(1),
            epoch: 0,
            acl: 0,
            changes: BTreeMap::new(),
            pending: BTreeMap::new(),
            flagged: BTreeSet::new(),
            scopes: BTreeMap::new(),
            registers: Registers::default(),
            receipts: Vec::new(),
            incidents: 0,
        }
    }

    fn has_pending(&self, scope: ScopeRef) -> bool {
        self.pending
            .values()
            .any(|id| self.changes[id].change.header().scope == scope)
    }

    /// Accepted and pending changes of a scope, with what is dead of each.
    fn counted(&self, scope: ScopeRef) -> impl Iterator<Item = (&Change, u64)> + Clone {
        self.changes
            .values()
            .filter(move |row| row.change.header().scope == scope)
            .filter_map(|row| match &row.fate {
                Fate::Pending => Some((row.change.as_ref(), 0)),
                Fate::Accepted(place) => Some((row.change.as_ref(), place.dead)),
                Fate::Quarantined(_) => None,
            })
    }

    /// A change counts as accepted: own or foreign, known or not.
    fn accept(&mut self, change: &Arc<Change>, place: &Accepted) {
        let id = change.id();
        match self.changes.get_mut(&id) {
            Some(row) => {
                let dead = match &row.fate {
                    Fate::Accepted(before) => before.dead | place.dead,
                    _ => place.dead,
                };
                row.fate = Fate::Accepted(Accepted {
                    dead,
                    ..place.clone()
                });
                if row.own {
                    self.pending.remove(&row.change.header().dev_seq);
                    self.flagged.remove(&id);
                }
            }
            None => {
                let row = Row {
                    change: Arc::clone(change),
                    own: change.header().device_id == self.key.device_id(),
                    settled: false,
                    fate: Fate::Accepted(place.clone()),
                };
                self.changes.insert(id, row);
            }
        }
        self.registers.accept(change, place.dead);
        self.clock.observe(place.eff_hlc);
    }

    fn judged(&mut self, verdicts: &[Judged], have: &[Have]) {
        for judged in verdicts {
            let Some(row) = self.changes.get_mut(&judged.change) else {
                continue;
            };
            let change = row.change.clone();
            match &judged.verdict {
                Verdict::Accepted(place) => self.accept(&change, place),
                Verdict::Quarantined(code) => {
                    let goes_back = self.fault == Fault::VerdictGoesBack;
                    if matches!(row.fate, Fate::Pending) || goes_back {
                        row.fate = Fate::Quarantined(*code);
                        self.pending.remove(&change.header().dev_seq);
                        self.flagged.insert(judged.change);
                        self.withdraw(&change);
                    }
                }
            }
        }
        if self.fault == Fault::CursorTakesHighest {
            self.take_highest();
        }
        for have in have {
            if let Some(held) = self.scopes.get_mut(&have.scope) {
                held.have = held.have.max(have.seq);
            }
        }
    }

    fn take_highest(&mut self) {
        for row in self.changes.values() {
            if let (Fate::Accepted(place), Some(held)) =
                (&row.fate, self.scopes.get_mut(&row.change.header().scope))
            {
                held.have = held.have.max(place.seq);
            }
        }
    }

    fn withdraw(&mut self, change: &Change) {
        if self.fault == Fault::QuarantineLeavesTrace {
            return;
        }
        let mut registers = std::mem::take(&mut self.registers);
        registers.withdraw(change, self.counted(change.header().scope));
        self.registers = registers;
    }

    fn welcomed(&mut self, enter: &[ScopeRef], settled: &[Settled]) {
        for scope in enter {
            let held = self.scopes.entry(*scope).or_default();
            if held.fetch.is_none() {
                held.fetch = Some(Fetch {
                    upto: None,
                    below: None,
                    again: false,
                });
            }
        }
        for settled in settled {
            let Some(row) = self.changes.get_mut(&settled.change) else {
                continue;
            };
            let change = row.change.clone();
            match &settled.adopted {
                Some(place) if self.scopes.contains_key(&change.header().scope) => {
                    self.accept(&change, place)
                }
                _ if matches!(row.fate, Fate::Quarantined(_)) => {
                    row.settled = true;
                    self.flagged.remove(&settled.change);
                }
                _ => {}
            }
        }
    }

    fn fetched(&mut self, delta: &DeviceDelta) {
        let DeviceDelta::Fetched {
            scope,
            upto,
            from,
            to,
            changes,
            fetch,
            again,
        } = delta
        else {
            return;
        };
        let Some(held) = self
            .scopes
            .get(scope)
            .copied()
            .filter(|held| held.fetch.is_some())
        else {
            return;
        };
        let sent: BTreeSet<ChangeId> = changes.iter().map(|one| one.change.id()).collect();
        let mut buried = Vec::new();
        for row in self
            .changes
            .values_mut()
            .filter(|row| row.change.header().scope == *scope)
        {
            if let Fate::Accepted(place) = &mut row.fate
                && (*from..=*to).contains(&place.seq)
                && !sent.contains(&row.change.id())
                && self.fault != Fault::EnterKeepsWhatIsNotSent
            {
                place.dead = u64::MAX;
                buried.push(row.change.clone());
            }
        }
        if !again {
            buried
                .iter()
                .for_each(|change| self.registers.accept(change, u64::MAX));
        }
        for one in changes {
            if *again && self.fault != Fault::RefetchKeepsDead {
                if let Some(Row {
                    fate: Fate::Accepted(place),
                    ..
                }) = self.changes.get_mut(&one.change.id())
                {
                    place.dead = one.place.dead;
                }
            }
            self.accept(&one.change, &one.place);
        }
        let held = Held {
            have: if fetch.is_none() {
                held.have.max(*upto)
            } else {
                held.have
            },
            fetch: *fetch,
        };
        let held = match (self.fault, fetch) {
            (Fault::FetchSkipsAhead, Some(fetch)) => {
                let below = fetch.below.map(|below| below.saturating_sub(1).max(1));
                Held {
                    fetch: Some(Fetch { below, ..*fetch }),
                    ..held
                }
            }
            _ => held,
        };
        self.scopes.insert(*scope, held);
        if *again && fetch.is_none() {
            self.derive_anew(*scope);
        }
    }

    fn derive_anew(&mut self, scope: ScopeRef) {
        if self.fault == Fault::RefetchOverwrites {
            let of_scope =
                |row: &Row| row.change.header().scope == scope && matches!(row.fate, Fate::Pending);
            self.changes.retain(|_, row| !of_scope(row));
            let changes = &self.changes;
            self.pending.retain(|_, id| changes.contains_key(id));
        }
        let all: Vec<ChangeId> = self
            .changes
            .values()
            .map(|row| &row.change)
            .map(|change| change.id())
            .collect();
        let mut registers = std::mem::take(&mut self.registers);
        registers.forget(
            scope,
            all.into_iter()
                .filter(|id| self.changes[id].change.header().scope == scope),
        );
        self.counted(scope)
            .for_each(|(change, dead)| registers.accept(change, dead));
        self.registers = registers;
    }

    fn purge(&mut self, scopes: &[ScopeRef], acl: u64, at: Instant) {
        for scope in scopes {
            if self.has_pending(*scope) && self.fault != Fault::PurgeBeforePush {
                continue;
            }
            let gone =
                |row: &Row| row.change.header().scope == *scope && !matches!(row.fate, Fate::Quarantined(_));
            let ids: Vec<ChangeId> = self
                .changes
                .values()
                .filter(|row| gone(row))
                .map(|row| row.change.id())
                .collect();
            for id in &ids {
                let row = self.changes.remove(id).unwrap();
                if row.own {
                    self.pending.remove(&row.change.header().dev_seq);
                }
            }
            self.registers.forget(*scope, ids);
            self.scopes.remove(scope);
            self.receipts
                .retain(|(receipt, noted)| *noted || receipt.scope != *scope);
            self.receipts
                .push((Receipt::seal(*scope, acl, at, &self.key), false));
        }
    }

    fn sums(&self) -> Vec<Sum> {
        let comparable = |(scope, held): &(&ScopeRef, &Held)| {
            held.have > 0
                && held.fetch.is_none()
                && (!self.has_pending(**scope) || self.fault == Fault::SumsWithPending)
        };
        let sum = |(scope, held): (&ScopeRef, &Held)| Sum {
            scope: *scope,
            seq: held.have,
            digest: self.registers.digest(*scope),
        };
        self.scopes.iter().filter(comparable).map(sum).collect()
    }

    fn dump_of(registers: &Registers, scope: ScopeRef) -> Dump {
        let live = registers.all().filter(|(key, _)| key.scope == scope);
        Dump {
            live: live.map(|(key, writes)| (*key, writes.clone())).collect(),
            appends: registers.appends(scope),
            digest: registers.digest(scope),
        }
    }
}

impl Laptop for MemLaptop {
    fn read(&mut self, want: Want) -> Told {
        match want {
            Want::State => Told::State(DeviceState {
                tip: self.tip,
                epoch: self.epoch,
                acl: self.acl,
                schema_ver: self.schema_ver,
                scopes: self
                    .scopes
                    .iter()
                    .map(|(scope, held)| HeldScope {
                        scope: *scope,
                        have: held.have,
                        fetch: held.fetch,
                    })
                    .collect(),
                flagged: self.flagged.iter().copied().take(MAX_FLAGGED).collect(),
            }),
            Want::Pending {
                above,
                changes,
                bytes,
            } => {
                let mut room = bytes;
                let mut list = Vec::new();
                for id in self.pending.range(above + 1..).map(|(_, id)| id).take(changes) {
                    let row = &self.changes[id];
                    let encoded = row.change.encode();
                    if !list.is_empty() && encoded.len() > room {
                        break;
                    }
                    room = room.saturating_sub(encoded.len());
                    list.push(Bytes(encoded));
                }
                Told::Pending(list)
            }
            Want::Receipts => {
                let open = self.receipts.iter().filter(|(_, noted)| !noted);
                Told::Receipts(open.map(|(receipt, _)| receipt.clone()).collect())
            }
            Want::Sums => Told::Sums {
                sums: self.sums(),
                pending: self.pending.len() as u64,
            },
        }
    }

    fn write(&mut self, delta: &DeviceDelta) {
        match delta {
            DeviceDelta::Welcomed {
                epoch,
                acl,
                enter,
                settled,
                ..
            } => {
                self.epoch = *epoch;
                self.acl = self.acl.max(*acl);
                self.welcomed(enter, settled);
            }
            DeviceDelta::Judged { verdicts, have } => self.judged(verdicts, have),
            DeviceDelta::Fetched { .. } => self.fetched(delta),
            DeviceDelta::Pulled { stretches } => {
                for stretch in stretches {
                    let Some(held) = self
                        .scopes
                        .get_mut(&stretch.scope)
                        .filter(|held| held.have == stretch.after)
                    else {
                        continue;
                    };
                    held.have = stretch.to;
                    if self.fault == Fault::CursorAlone && self.tip.hash.0[0] < 20 {
                        continue;
                    }
                    for one in &stretch.changes {
                        self.accept(&one.change, &one.place);
                    }
                }
            }
            DeviceDelta::Purge { scopes, acl, at } => self.purge(scopes, *acl, *at),
            DeviceDelta::Noted { scopes } => {
                for (receipt, noted) in &mut self.receipts {
                    *noted |= scopes.contains(&receipt.scope);
                }
            }
            DeviceDelta::Differ { incidents } => {
                for incident in incidents {
                    self.incidents += 1;
                    if let Some(held) = self.scopes.get_mut(&incident.scope) {
                        held.fetch = Some(Fetch {
                            upto: None,
                            below: None,
                            again: true,
                        });
                    }
                }
            }
            DeviceDelta::Finished(_) => {}
        }
    }

    fn append(&mut self, write: Write) -> Arc<Change> {
        let reading = self.clock.tick(write.wall, write.mono);
        let heading = Heading {
            change_id: write.id,
            hlc: reading.hlc,
            clock_offset_ms: reading.offset_ms,
            clock_flags: reading.flags,
            author_id: self.operator,
            scope: write.scope,
            acl_seen: self.acl,
            scope_seq_seen: self.scopes.get(&write.scope).map_or(0, |held| held.have),
            schema_ver: self.schema_ver,
            group_id: None,
        };
        let (change, tip) = seal(&self.tip, &heading, &write.ops, [1; 16], &self.key).unwrap();
        self.tip = tip;
        self.scopes.entry(write.scope).or_default();
        self.registers.accept(&change, 0);
        let change = Arc::new(change);
        let row = Row {
            change: change.clone(),
            own: true,
            settled: false,
            fate: Fate::Pending,
        };
        self.pending.insert(tip.seq, write.id);
        self.changes.insert(write.id, row);
        change
    }

    fn shown(&self, scope: ScopeRef, record: RecordId) -> Vec<LiveWrite> {
        let first = RegisterKey {
            scope,
            record,
            field: 0,
        };
        let last = RegisterKey {
            field: u16::MAX,
            ..first
        };
        let writes = self.registers.range(first..=last).flat_map(|(_, writes)| writes);
        let live = |write: &WriteId| {
            let row = self.changes.get(&write.change)?;
            let act: &Act = &row.change.ops().get(usize::from(write.op))?.act;
            Some(LiveWrite {
                rank: Rank {
                    pending: None,
                    scope_seq: None,
                    eff_hlc: Hlc(0),
                    device: self.key.device_id(),
                    write: *write,
                },
                act: act.clone(),
            })
        };
        writes.filter_map(live).collect()
    }

    fn replaces(&self, write: WriteId) -> Option<Vec<WriteId>> {
        let row = self
            .changes
            .get(&write.change)
            .filter(|row| matches!(row.fate, Fate::Pending))?;
        let effect: Effect<'_> = row.change.ops().get(usize::from(write.op))?.effect();
        Some(effect.replaces.to_vec())
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        self.scopes
            .iter()
            .map(|(scope, held)| (*scope, held.have))
            .collect()
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        Self::dump_of(&self.registers, scope)
    }

    fn rebuilt(&self, scope: ScopeRef) -> Dump {
        let mut anew = Registers::default();
        self.counted(scope)
            .for_each(|(change, dead)| anew.accept(change, dead));
        Self::dump_of(&anew, scope)
    }

    fn changes(&self) -> Vec<Kept> {
        let kept = |row: &Row| Kept {
            change: row.change.clone(),
            fate: row.fate.clone(),
        };
        self.changes.values().map(kept).collect()
    }

    fn flagged(&self) -> usize {
        self.flagged.len()
    }

    fn incidents(&self) -> usize {
        self.incidents
    }

    fn rot(&mut self, pick: u64) -> Option<ScopeRef> {
        let whole = |held: &Held| held.have > 0 && held.fetch.is_none();
        let mut hit: Vec<WriteId> = Vec::new();
        for (key, writes) in self.registers.all() {
            if self.scopes.get(&key.scope).is_some_and(whole) {
                hit.extend(writes.iter().copied().filter(|write| {
                    self.changes
                        .get(&write.change)
                        .is_some_and(|row| matches!(row.fate, Fate::Accepted(_)))
                }));
            }
        }
        let write = *hit.get(pick as usize % hit.len().max(1))?;
        let row = self.changes.get_mut(&write.change)?;
        let Fate::Accepted(place) = &mut row.fate else {
            return None;
        };
        place.dead |= 1 << write.op;
        let change = row.change.clone();
        self.registers.accept(&change, 1 << write.op);
        Some(change.header().scope)
    }
}
