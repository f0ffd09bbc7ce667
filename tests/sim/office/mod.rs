//! The office's store in memory, around the product's decisions: load under locks, decide, and commit or not.

mod briefly;
mod decide;
mod store;

use crate::{
    fault::Fault,
    keys::{Key, Keys},
    rights::Grants,
    stores::{Dump, Fate, Kept, Office},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use cartella_sync::{
    chain::Tip,
    change::Change,
    hub::{
        DeviceRow, DeviceState, HelloDelta, Hold, HoldRow, PushDelta, RegisterRow, ScopeRow, decide_adopt,
        regrant,
    },
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{Accepted, Answer, Code, Request},
    registers::RegisterKey,
    signer::Signer as _,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

struct Device {
    row: DeviceRow,
    chain: Vec<(Hash32, ChangeId)>,
    holds: BTreeMap<ScopeRef, HoldRow>,
}

struct Row {
    change: Arc<Change>,
    header_hash: Hash32,
    place: Accepted,
    stands: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waits {
    Open,
    Adopted,
    Closed,
}

struct Quarantined {
    change: ChangeId,
    bytes: Vec<u8>,
    code: Code,
    waits: Waits,
}

/// The office in memory.
#[derive(Default)]
pub struct MemOffice {
    keys: Keys,
    grants: Grants,
    devices: BTreeMap<DeviceId, Device>,
    scopes: BTreeMap<ScopeRef, (ScopeRow, Vec<ChangeId>)>,
    changes: BTreeMap<ChangeId, Row>,
    quarantine: BTreeMap<Hash32, Quarantined>,
    refused: BTreeMap<ChangeId, Hash32>,
    registers: BTreeMap<RegisterKey, RegisterRow>,
    locked_devices: BTreeSet<DeviceId>,
    locked_scopes: BTreeSet<ScopeRef>,
    opened: Vec<(ScopeRef, OperatorId)>,
    fault: Fault,
}

enum Delta {
    Nothing,
    Hello(HelloDelta),
    Push(Box<PushDelta>),
    Holds(DeviceId, Vec<HoldRow>),
}

/// Decided, not committed.
pub struct Open {
    devices: BTreeSet<DeviceId>,
    scopes: BTreeSet<ScopeRef>,
    delta: Delta,
    answer: Answer,
}

const EPOCH: u64 = 1;

impl MemOffice {
    pub fn new(grants: Grants) -> Self {
        Self {
            fault: grants.fault,
            grants,
            ..Self::default()
        }
    }
}

impl Office for MemOffice {
    type Open = Open;

    fn enrol(&mut self, key: &Key, operator: OperatorId) {
        self.keys.add(key);
        let id = key.device_id();
        let acl = self.grants.acl;
        let holds = self.grants.scopes_of(operator).into_iter();
        let device = Device {
            row: DeviceRow {
                device: id,
                operator,
                state: DeviceState::Active,
                chain: Tip::start(1),
            },
            chain: Vec::new(),
            holds: holds
                .map(|scope| {
                    (
                        scope,
                        HoldRow {
                            scope,
                            hold: Hold::Enter,
                            acl,
                            left: None,
                        },
                    )
                })
                .collect(),
        };
        self.devices.insert(id, device);
    }

    fn regrant(&mut self, grants: &Grants, operator: OperatorId, scope: ScopeRef) -> bool {
        let mine = |device: &DeviceId| self.devices[device].row.operator == operator;
        if self.locked_scopes.contains(&scope) || self.locked_devices.iter().any(mine) {
            return false;
        }
        self.grants = grants.clone();
        let granted = grants.scopes_of(operator);
        for device in self
            .devices
            .values_mut()
            .filter(|device| device.row.operator == operator)
        {
            let rows: Vec<HoldRow> = device.holds.values().copied().collect();
            for row in regrant(&rows, &granted, grants.acl) {
                let forgotten = self.fault == Fault::RegrantForgotten
                    && device
                        .holds
                        .get(&row.scope)
                        .is_some_and(|before| before.hold == Hold::Leave);
                if !forgotten {
                    device.holds.insert(row.scope, row);
                }
            }
        }
        true
    }

    fn suspend(&mut self, device: DeviceId, suspended: bool) {
        let row = &mut self.devices.get_mut(&device).unwrap().row;
        row.state = if suspended {
            DeviceState::Suspended
        } else {
            DeviceState::Active
        };
    }

    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Open> {
        let mut open = match self.decide(device, request, at) {
            Ok((delta, answer, scopes)) => Open {
                devices: self.writes_to(device, &delta),
                scopes,
                delta,
                answer,
            },
            Err(problem) => Open {
                devices: BTreeSet::new(),
                scopes: BTreeSet::new(),
                delta: Delta::Nothing,
                answer: Answer::Problem(problem),
            },
        };
        if self.fault == Fault::NumberBeforeLock {
            open.scopes.clear();
        }
        if !open.scopes.is_disjoint(&self.locked_scopes) || !open.devices.is_disjoint(&self.locked_devices) {
            return None;
        }
        self.locked_scopes.extend(&open.scopes);
        self.locked_devices.extend(&open.devices);
        Some(open)
    }

    fn commit(&mut self, open: Open) -> Answer {
        self.unlock(&open);
        match open.delta {
            Delta::Nothing => {}
            Delta::Hello(delta) => self.turn_holds(&delta),
            Delta::Holds(device, rows) => self.store_holds(device, rows),
            Delta::Push(delta) => {
                let dies = self.fault == Fault::AnswerBeforeCommit && delta.chain.hash.0[0] < 40;
                if !dies {
                    self.store_push(*delta);
                }
            }
        }
        open.answer
    }

    fn abort(&mut self, open: Open) {
        self.unlock(&open);
    }

    fn adopt(&mut self, row: Hash32, at: Instant) -> bool {
        let Some(waiting) = self
            .quarantine
            .get(&row)
            .filter(|waiting| waiting.waits == Waits::Open)
        else {
            return false;
        };
        let Some(change) = Change::decode(&waiting.bytes).ok().map(Arc::new) else {
            return false;
        };
        let scope = change.header().scope;
        let author = change.header().author_id;
        let mine = |device: &DeviceId| self.devices[device].row.operator == author;
        if self.locked_scopes.contains(&scope) || self.locked_devices.iter().any(mine) {
            return false;
        }
        let needs = cartella_sync::hub::adopt_needs(&change);
        let scopes = self
            .scopes
            .get(&scope)
            .map(|(row, _)| (scope, *row))
            .into_iter()
            .collect();
        let registers = needs
            .registers
            .iter()
            .filter_map(|key| Some((*key, self.registers.get(key)?.clone())))
            .collect();
        let Ok((delta, _)) = decide_adopt(&change, waiting.code, scopes, registers, at) else {
            return false;
        };
        self.quarantine.get_mut(&row).unwrap().waits = Waits::Adopted;
        self.store_record(delta);
        true
    }

    fn close(&mut self, row: Hash32) -> bool {
        match self.quarantine.get_mut(&row) {
            Some(waiting) if waiting.waits == Waits::Open => {
                waiting.waits = Waits::Closed;
                true
            }
            _ => false,
        }
    }

    fn waiting(&self) -> Vec<(Hash32, ChangeId)> {
        let open = self
            .quarantine
            .iter()
            .filter(|(_, waiting)| waiting.waits == Waits::Open);
        open.map(|(row, waiting)| (*row, waiting.change)).collect()
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        self.scopes
            .iter()
            .map(|(scope, (row, _))| (*scope, row.head))
            .collect()
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        let live = self
            .registers
            .iter()
            .filter(|(key, row)| key.scope == scope && !row.live.is_empty());
        let (row, log) = &self.scopes[&scope];
        let appends = log.iter().flat_map(|id| {
            let ops = self.changes[id].change.writes();
            ops.filter(|(_, op)| op.effect().register.is_none() && op.effect().stands)
                .map(|(write, _)| write)
        });
        Dump {
            live: live.map(|(key, row)| (*key, row.live.clone())).collect(),
            appends: appends.collect(),
            digest: row.digest,
        }
    }

    fn log(&self, scope: ScopeRef) -> Vec<Kept> {
        let kept = |id: &ChangeId| {
            let row = &self.changes[id];
            Kept {
                change: row.change.clone(),
                fate: Fate::Accepted(row.place.clone()),
            }
        };
        self.scopes
            .get(&scope)
            .map_or_else(Vec::new, |(_, log)| log.iter().map(kept).collect())
    }

    fn fate(&self, change: ChangeId) -> Option<Fate> {
        if let Some(row) = self.changes.get(&change) {
            return Some(Fate::Accepted(row.place.clone()));
        }
        let waiting = &self.quarantine[self.refused.get(&change)?];
        let whole = waiting.change == change && !waiting.bytes.is_empty();
        whole.then_some(Fate::Quarantined(waiting.code))
    }

    fn hold(&self, device: DeviceId, scope: ScopeRef) -> Option<Hold> {
        self.devices[&device].holds.get(&scope).map(|row| row.hold)
    }

    fn opened(&mut self) -> Vec<(ScopeRef, OperatorId)> {
        std::mem::take(&mut self.opened)
    }
}
