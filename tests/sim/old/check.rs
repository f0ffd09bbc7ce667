//! What must hold, judged by the definition and by what each author knew, not by the code under test.

use crate::{device::Device, hub::Hub, schedule::World};
use cartella_domain::{
    ids::{ChangeId, RecordId},
    record::{FieldDef, KindDef, Shape},
};
use cartella_sync::{
    change::Change,
    derive::{Deletion, LiveWrite, Rank, Row, derive},
    digest::Digest,
    ids::{ScopeRef, WriteId},
    op::Act,
    registers::{RegisterKey, Registers},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

const KIND: &KindDef = &KindDef {
    number: 999,
    name: "sample",
    signed: false,
    fields: &[
        FieldDef {
            number: 1,
            name: "one",
            shape: Shape::Register,
        },
        FieldDef {
            number: 2,
            name: "two",
            shape: Shape::Earliest,
        },
        FieldDef {
            number: 3,
            name: "three",
            shape: Shape::Highest,
        },
        FieldDef {
            number: 4,
            name: "four",
            shape: Shape::Set,
        },
    ],
};

type Live = BTreeMap<RegisterKey, BTreeSet<WriteId>>;

fn live_of(registers: &Registers, scope: ScopeRef) -> Live {
    registers
        .all()
        .filter(|(key, _)| key.scope == scope)
        .map(|(key, writes)| (*key, writes.clone()))
        .collect()
}

/// At the end of a session, where the log was pulled to its end, both sides have one digest.
pub fn digests(hub: &Hub, device: &Device) -> Result<(), String> {
    for (scope, have) in &device.held {
        let whole = hub.log.get(scope).map_or(0, Vec::len);
        let granted = hub.grants.contains(&(device.key.0, *scope));
        if granted && *have == whole && device.registers.digest(*scope) != hub.registers.digest(*scope) {
            return Err(format!("digests of {scope:?} differ"));
        }
    }
    Ok(())
}

/// Registers made anew from the log are those kept step by step.
pub fn rebuilt(device: &Device) -> Result<(), String> {
    let mut anew = Registers::default();
    device
        .log
        .values()
        .rev()
        .for_each(|one| anew.accept(&one.change, one.dead));
    for scope in device.held.keys().chain(&device.local) {
        if live_of(&anew, *scope) != live_of(&device.registers, *scope) {
            return Err("the rebuilt registers differ".into());
        }
        if anew.digest(*scope) != device.registers.digest(*scope)
            || anew.appends(*scope) != device.registers.appends(*scope)
        {
            return Err("the rebuilt digest differs".into());
        }
    }
    Ok(())
}

/// The definition: accepted writes that no accepted write of the same register replaces.
fn by_definition(changes: &[Rc<Change>]) -> (Live, BTreeSet<WriteId>) {
    let mut replaced = BTreeSet::new();
    let (mut live, mut appends) = (Live::new(), BTreeSet::new());
    for change in changes {
        for (write, op) in change.writes() {
            let effect = op.effect();
            match RegisterKey::of(change.header().scope, &effect) {
                Some(key) => {
                    replaced.extend(effect.replaces.iter().map(|other| (key, *other)));
                    if effect.stands {
                        live.entry(key).or_default().insert(write);
                    }
                }
                None => drop(appends.insert(write)),
            }
        }
    }
    for (key, writes) in &mut live {
        writes.retain(|write| !replaced.contains(&(*key, *write)));
    }
    live.retain(|_, writes| !writes.is_empty());
    (live, appends)
}

/// All that must hold when everything has been said.
pub fn all(world: &mut World) -> Result<(), String> {
    nothing_is_lost(world)?;
    for (scope, log) in &world.hub.log {
        let changes: Vec<_> = log.iter().map(|id| world.hub.store[id].clone()).collect();
        let (live, appends) = by_definition(&changes);
        if live_of(&world.hub.registers, *scope) != live || world.hub.registers.appends(*scope) != appends {
            return Err(format!(
                "the office's registers of {scope:?} are not the definition's"
            ));
        }
        let writes = live.values().flatten().chain(&appends).copied();
        if world.hub.registers.digest(*scope) != Digest::of(writes) {
            return Err("the digest kept is not the digest computed".into());
        }
        clashes_are_true(world, &changes, &live)?;
        world.tally.clashes += live.values().filter(|writes| writes.len() > 1).count() as u64;
    }
    world.tally.refused += world.hub.quarantine.len() as u64;
    copies_agree(world)
}

fn nothing_is_lost(world: &World) -> Result<(), String> {
    if world
        .devices
        .iter()
        .any(|device| device.pending().next().is_some())
    {
        return Err("something is still pending".into());
    }
    let missing = world.written.iter().find(|id| !world.hub.store.contains_key(*id));
    missing.map_or(Ok(()), |id| Err(format!("change {id} is lost")))
}

/// Two live writes were made without knowledge of each other; a dead write was known to one that replaces it.
fn clashes_are_true(world: &World, changes: &[Rc<Change>], live: &Live) -> Result<(), String> {
    let sets = |key: &RegisterKey| key.field == 4;
    for (key, writes) in live.iter().filter(|(key, _)| !sets(key)) {
        for (a, b) in writes.iter().flat_map(|a| writes.iter().map(move |b| (a, b))) {
            if world.knew[b].had.contains(a) {
                return Err(format!("a false clash on {key:?}"));
            }
        }
    }
    for (write, op, scope) in changes
        .iter()
        .flat_map(|c| c.writes().map(|(w, op)| (w, op, c.header().scope)))
    {
        let effect = op.effect();
        let Some(key) = RegisterKey::of(scope, &effect).filter(|_| effect.stands) else {
            continue;
        };
        if live.get(&key).is_some_and(|writes| writes.contains(&write)) {
            continue;
        }
        let mut writers = changes.iter().flat_map(|change| change.writes());
        let known =
            writers.any(|(by, other)| other.effect().replaces.contains(&write) && world.knew[&by].of(write));
        if !known {
            return Err(format!("a value of {key:?} vanished unseen"));
        }
    }
    Ok(())
}

fn copies_agree(world: &mut World) -> Result<(), String> {
    let mut contested = 0;
    for device in &world.devices {
        rebuilt(device)?;
        let granted = world.hub.granted(device.key.0);
        if device.held.keys().ne(&granted) || !device.local.is_empty() {
            return Err("a device holds other scopes than its rights".into());
        }
        if device
            .log
            .values()
            .any(|one| !granted.contains(&one.change.header().scope))
        {
            return Err("a change outside the device's rights".into());
        }
        for scope in granted {
            if live_of(&device.registers, scope) != live_of(&world.hub.registers, scope) {
                return Err(format!("registers of {scope:?} differ"));
            }
            let at_hub = rows(&world.hub.registers, scope, |id| {
                (world.hub.store.get(&id), world.hub.seqs.get(&id))
            });
            let here = rows(&device.registers, scope, |id| {
                let one = device.log.get(&id);
                (one.map(|one| &one.change), one.map(|one| &one.seq))
            });
            if at_hub != here {
                return Err(format!("rows of {scope:?} differ"));
            }
            contested += here
                .values()
                .filter(|(_, deletion)| *deletion == Deletion::Contested)
                .count() as u64;
        }
    }
    world.tally.contested_deletions += contested;
    Ok(())
}

type Shown = (String, Deletion);

/// The rows of a scope as text.
fn rows<'a>(
    registers: &Registers,
    scope: ScopeRef,
    find: impl Fn(ChangeId) -> (Option<&'a Rc<Change>>, Option<&'a u64>),
) -> BTreeMap<RecordId, Shown> {
    let mut records: BTreeMap<RecordId, Vec<LiveWrite>> = BTreeMap::new();
    for (key, writes) in registers.all().filter(|(key, _)| key.scope == scope) {
        for write in writes {
            let (Some(change), Some(seq)) = find(write.change) else {
                continue;
            };
            let act: Option<&Act> = change.ops().get(usize::from(write.op)).map(|op| &op.act);
            records
                .entry(key.record)
                .or_default()
                .extend(act.map(|act| LiveWrite {
                    rank: Rank {
                        pending: None,
                        scope_seq: Some(*seq),
                        eff_hlc: change.header().hlc,
                        device: change.header().device_id,
                        write: *write,
                    },
                    act: act.clone(),
                }));
        }
    }
    let text = |row: &Row| format!("{} {} {:?}", row.body_json(), row.clashes_json(), row.unread);
    records
        .into_iter()
        .map(|(record, writes)| {
            let row = derive(KIND, &writes);
            (record, (text(&row), row.deletion))
        })
        .collect()
}
