//! The laptop's store in memory, as the contract of `cartella_sync::device::store` says.

mod apply;

use crate::{
    fault::Fault,
    keys::Key,
    stores::{Dump, Fate, Kept, Laptop, Write},
};
use cartella_domain::ids::{ChangeId, OperatorId, RecordId};
use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    clock::Clock,
    derive::{LiveWrite, Rank},
    device::{DeviceDelta, DeviceState, Fetch, HeldScope, MAX_FLAGGED, Told, Want},
    ids::{Hlc, ScopeRef, WriteId},
    messages::{Bytes, Receipt, Sum},
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

    /// A user's write that was sealed already.
    pub fn append_sealed(&mut self, change: Arc<Change>) {
        let header = change.header();
        let (id, scope, seq) = (change.id(), header.scope, header.dev_seq);
        self.tip = Tip {
            incarnation: header.incarnation,
            seq,
            hash: change.header_hash(),
        };
        self.scopes.entry(scope).or_default();
        self.registers.accept(&change, 0);
        self.pending.insert(seq, id);
        self.changes.insert(
            id,
            Row {
                change,
                own: true,
                settled: false,
                fate: Fate::Pending,
            },
        );
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
            DeviceDelta::Fetched { pages } => pages.iter().for_each(|page| self.fetched(page)),
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
        let change = Arc::new(change);
        self.append_sealed(Arc::clone(&change));
        debug_assert!(self.tip == tip);
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
