//! One suite for every store: the whole simulation runs on the store in memory and on the tested one side by side,
//! and whatever one of them answers, the other must answer too.
//!
//! - [`office`]: the tested office beside [`MemOffice`], laptops in memory;
//! - [`laptop`]: each tested laptop beside a [`MemLaptop`], the office in memory;
//! - [`whole`]: tested laptops and a tested office alone, held by the invariants.
//!
//! A tested office decides and commits in one step, so none is slow here with its locks held.
//!
//! Runs are shortened by `shorter`: with a disk below, a tenth is plenty.

use crate::{
    keys::Key,
    laptop::MemLaptop,
    office::{MemOffice, Open},
    rights::Grants,
    schedule::{Plan, run_on},
    stores::{Dump, Fate, Kept, Laptop, Office, Write},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    derive::LiveWrite,
    device::{DeviceDelta, DeviceState, Told, Want},
    hub::Hold,
    ids::{DeviceId, Hash32, ScopeRef, WriteId},
    messages::{Answer, Request},
};
use std::{collections::BTreeMap, fmt::Debug, ops::Range, sync::Arc};

/// Runs these schedules on an office beside the one in memory. `make` gives an empty office with these rights.
///
/// # Errors
/// The schedule in which they differ, or something does not hold, and what.
pub fn office<O: Office>(
    seeds: Range<u64>,
    shorter: u64,
    mut make: impl FnMut(Grants) -> O,
) -> Result<(), (u64, String)> {
    for seed in seeds {
        let plan = Plan {
            seed,
            shorter,
            real_keys: true,
            at_once: true,
            ..Plan::default()
        };
        let mut laptops = |key: &Key, operator: OperatorId, newer: bool| {
            MemLaptop::new(key.clone(), operator, 1 + u32::from(newer), plan.fault)
        };
        let both = |grants: Grants| Offices {
            memory: MemOffice::new(grants.clone()),
            tested: make(grants),
        };
        run_on(plan, both, &mut laptops).map_err(|found| (seed, found))?;
    }
    Ok(())
}

/// Runs these schedules on laptops beside those in memory. `make` gives an empty laptop with this key (always a real
/// one: [`Key::seed`]) and operator.
///
/// # Errors
/// The schedule in which they differ, or something does not hold, and what.
pub fn laptop<L: Laptop>(
    seeds: Range<u64>,
    shorter: u64,
    mut make: impl FnMut(&Key, OperatorId) -> L,
) -> Result<(), (u64, String)> {
    for seed in seeds {
        let plan = Plan {
            seed,
            shorter,
            real_keys: true,
            at_once: true,
            ..Plan::default()
        };
        let mut laptops = |key: &Key, operator: OperatorId, newer: bool| Laptops {
            memory: MemLaptop::new(key.clone(), operator, 1 + u32::from(newer), plan.fault),
            tested: make(key, operator),
        };
        run_on(plan, MemOffice::new, &mut laptops).map_err(|found| (seed, found))?;
    }
    Ok(())
}

/// Runs these schedules on tested laptops and a tested office.
///
/// # Errors
/// The schedule in which something does not hold, and what.
pub fn whole<O: Office, L: Laptop>(
    seeds: Range<u64>,
    shorter: u64,
    mut offices: impl FnMut(Grants) -> O,
    mut laptops: impl FnMut(&Key, OperatorId) -> L,
) -> Result<(), (u64, String)> {
    for seed in seeds {
        let plan = Plan {
            seed,
            shorter,
            real_keys: true,
            at_once: true,
            ..Plan::default()
        };
        let mut make = |key: &Key, operator: OperatorId, _: bool| laptops(key, operator);
        run_on(plan, &mut offices, &mut make).map_err(|found| (seed, found))?;
    }
    Ok(())
}

fn same<T: PartialEq + Debug>(what: &str, memory: T, tested: T) -> T {
    assert!(
        memory == tested,
        "{what}: in memory {memory:?}, tested {tested:?}"
    );
    tested
}

struct Offices<O> {
    memory: MemOffice,
    tested: O,
}

impl<O: Office> Office for Offices<O> {
    type Open = (Open, O::Open);

    fn enrol(&mut self, key: &Key, operator: OperatorId) {
        self.memory.enrol(key, operator);
        self.tested.enrol(key, operator);
    }

    fn regrant(&mut self, grants: &Grants, operator: OperatorId, scope: ScopeRef) -> bool {
        // Where memory waits for a lock the tested one is not asked.
        self.memory.regrant(grants, operator, scope) && {
            assert!(
                self.tested.regrant(grants, operator, scope),
                "a change of rights has to wait"
            );
            true
        }
    }

    fn suspend(&mut self, device: DeviceId, suspended: bool) {
        self.memory.suspend(device, suspended);
        self.tested.suspend(device, suspended);
    }

    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Self::Open> {
        let memory = self.memory.open(device, request, at)?;
        let tested = self.tested.open(device, request, at);
        assert!(tested.is_some(), "a request has to wait");
        Some((memory, tested?))
    }

    fn commit(&mut self, (memory, tested): Self::Open) -> Answer {
        same("answer", self.memory.commit(memory), self.tested.commit(tested))
    }

    fn abort(&mut self, (memory, tested): Self::Open) {
        self.memory.abort(memory);
        self.tested.abort(tested);
    }

    fn adopt(&mut self, row: Hash32, at: Instant) -> bool {
        same("adopt", self.memory.adopt(row, at), self.tested.adopt(row, at))
    }

    fn close(&mut self, row: Hash32) -> bool {
        same("close", self.memory.close(row), self.tested.close(row))
    }

    fn waiting(&self) -> Vec<(Hash32, ChangeId)> {
        let sorted = |mut list: Vec<(Hash32, ChangeId)>| {
            list.sort();
            list
        };
        same(
            "waiting",
            sorted(self.memory.waiting()),
            sorted(self.tested.waiting()),
        )
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        same("scopes", self.memory.scopes(), self.tested.scopes())
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        same("dump", self.memory.dump(scope), self.tested.dump(scope))
    }

    fn log(&self, scope: ScopeRef) -> Vec<Kept> {
        let (memory, tested) = (self.memory.log(scope), self.tested.log(scope));
        let told = |log: &[Kept]| -> Vec<_> { log.iter().map(|k| (k.change.id(), k.fate.clone())).collect() };
        same("log", told(&memory), told(&tested));
        tested
    }

    fn fate(&self, change: ChangeId) -> Option<Fate> {
        same("fate", self.memory.fate(change), self.tested.fate(change))
    }

    fn hold(&self, device: DeviceId, scope: ScopeRef) -> Option<Hold> {
        same(
            "hold",
            self.memory.hold(device, scope),
            self.tested.hold(device, scope),
        )
    }

    fn opened(&mut self) -> Vec<(ScopeRef, OperatorId)> {
        same("opened", self.memory.opened(), self.tested.opened())
    }
}

struct Laptops<L> {
    memory: MemLaptop,
    tested: L,
}

/// What does not matter is made alike: order, and the version of a program.
fn plain(told: Told) -> Told {
    match told {
        Told::State(DeviceState {
            mut scopes,
            mut flagged,
            tip,
            epoch,
            acl,
            ..
        }) => {
            scopes.sort_by_key(|held| held.scope);
            flagged.sort();
            Told::State(DeviceState {
                scopes,
                flagged,
                tip,
                epoch,
                acl,
                schema_ver: 1,
            })
        }
        Told::Receipts(mut receipts) => {
            receipts.sort_by_key(|receipt| receipt.scope);
            Told::Receipts(receipts)
        }
        Told::Sums { mut sums, pending } => {
            sums.sort_by_key(|sum| sum.scope);
            Told::Sums { sums, pending }
        }
        told @ Told::Pending(_) => told,
    }
}

impl<L: Laptop> Laptop for Laptops<L> {
    fn read(&mut self, want: Want) -> Told {
        let (memory, tested) = (self.memory.read(want), self.tested.read(want));
        same("read", plain(memory), plain(tested))
    }

    fn write(&mut self, delta: &DeviceDelta) {
        self.memory.write(delta);
        self.tested.write(delta);
    }

    fn append(&mut self, write: Write) -> Arc<Change> {
        let change = self.tested.append(write);
        self.memory.append_sealed(Arc::clone(&change));
        change
    }

    fn shown(&self, scope: ScopeRef, record: RecordId) -> Vec<LiveWrite> {
        let sorted = |list: Vec<LiveWrite>| {
            let mut writes: Vec<WriteId> = list.iter().map(LiveWrite::id).collect();
            writes.sort();
            writes
        };
        let tested = self.tested.shown(scope, record);
        same(
            "shown",
            sorted(self.memory.shown(scope, record)),
            sorted(tested.clone()),
        );
        // In one order, so that what follows is the same whatever stands below.
        self.memory.shown(scope, record)
    }

    fn replaces(&self, write: WriteId) -> Option<Vec<WriteId>> {
        same(
            "replaces",
            self.memory.replaces(write),
            self.tested.replaces(write),
        )
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        same("scopes", self.memory.scopes(), self.tested.scopes())
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        same("dump", self.memory.dump(scope), self.tested.dump(scope))
    }

    fn rebuilt(&self, scope: ScopeRef) -> Dump {
        same("rebuilt", self.memory.rebuilt(scope), self.tested.rebuilt(scope))
    }

    fn changes(&self) -> Vec<Kept> {
        let told = |list: &[Kept]| {
            let mut all: Vec<_> = list
                .iter()
                .map(|k| (k.change.id(), format!("{:?}", k.fate)))
                .collect();
            all.sort();
            all
        };
        let tested = self.tested.changes();
        same("changes", told(&self.memory.changes()), told(&tested));
        tested
    }

    fn flagged(&self) -> usize {
        same("flagged", self.memory.flagged(), self.tested.flagged())
    }

    fn incidents(&self) -> usize {
        same("incidents", self.memory.incidents(), self.tested.incidents())
    }

    /// A tested store is not damaged by hand: its disk is tried elsewhere.
    fn rot(&mut self, _: u64) -> Option<ScopeRef> {
        None
    }
}
