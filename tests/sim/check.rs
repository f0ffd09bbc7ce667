//! What must hold when everything has been said, judged by the definition and by what each author knew, not by the
//! code under test.

use crate::{
    author::record_of,
    oracle::number,
    stores::{Dump, Fate, Kept, Laptop, Office},
    world::{Seat, World, scopes},
};
use cartella_domain::{
    ids::{ChangeId, RecordId},
    record::{FieldDef, KindDef, Shape},
};
use cartella_sync::{
    change::Change,
    derive::{Deletion, LiveWrite, Rank, derive},
    digest::Digest,
    hub::Hold,
    ids::{ScopeRef, WriteId},
    messages::Accepted,
    registers::RegisterKey,
};
use std::collections::{BTreeMap, BTreeSet};

const fn field(number: u16, name: &'static str, shape: Shape) -> FieldDef {
    FieldDef { number, name, shape }
}

const KIND: &KindDef = &KindDef {
    number: 999,
    name: "sample",
    signed: false,
    fields: &[
        field(1, "one", Shape::Register),
        field(2, "two", Shape::Earliest),
        field(3, "three", Shape::Highest),
        field(4, "four", Shape::Set),
    ],
};

/// The definition: accepted writes that no accepted write of the same register replaces.
fn by_definition(log: &[Kept]) -> Dump {
    let mut replaced = BTreeSet::new();
    let mut dump = Dump::default();
    for kept in log {
        for (write, op) in kept.change.writes() {
            let effect = op.effect();
            match RegisterKey::of(kept.change.header().scope, &effect) {
                Some(key) => {
                    replaced.extend(effect.replaces.iter().map(|other| (key, *other)));
                    if effect.stands {
                        dump.live.entry(key).or_default().insert(write);
                    }
                }
                None if effect.stands => drop(dump.appends.insert(write)),
                None => {}
            }
        }
    }
    for (key, writes) in &mut dump.live {
        writes.retain(|write| !replaced.contains(&(*key, *write)));
    }
    dump.live.retain(|_, writes| !writes.is_empty());
    dump.digest = Digest::of(dump.live.values().flatten().chain(&dump.appends).copied());
    dump
}

/// Registers made anew from the log are those kept step by step; but for scopes that are being mended.
pub fn rebuilt<L: Laptop>(seat: &Seat<L>, but: &BTreeSet<ScopeRef>) -> Result<(), String> {
    for scope in seat
        .laptop
        .scopes()
        .into_keys()
        .filter(|scope| !but.contains(scope))
    {
        if seat.laptop.rebuilt(scope) != seat.laptop.dump(scope) {
            return Err(format!("the rebuilt registers of {scope:?} differ"));
        }
    }
    Ok(())
}

/// One session without a fault and nothing waits any more.
pub fn nothing_waits<L: Laptop>(seat: &Seat<L>) -> Result<(), String> {
    if seat.pending.is_empty()
        && seat
            .laptop
            .changes()
            .iter()
            .all(|kept| kept.fate != Fate::Pending)
    {
        Ok(())
    } else {
        Err("something still waits after a session without a fault".into())
    }
}

/// All that must hold in the end; says a number that depends on everything the office holds.
pub fn all<O: Office, L: Laptop>(world: &mut World<'_, O, L>) -> Result<u64, String> {
    let mut logs = BTreeMap::new();
    let mut print = 0xCBF2_9CE4_8422_2325_u64;
    for (scope, head) in world.office.scopes() {
        let log = world.office.log(scope);
        let numbered = log
            .iter()
            .zip(1..)
            .all(|(kept, n)| matches!(&kept.fate, Fate::Accepted(place) if place.seq == n));
        if log.len() as u64 != head || !numbered || world.oracle.heads.get(&scope) != Some(&head) {
            return Err(format!("the numbers of {scope:?} have gaps"));
        }
        let dump = world.office.dump(scope);
        if dump != by_definition(&log) {
            return Err(format!(
                "the office's registers of {scope:?} are not the definition's"
            ));
        }
        if !world.oracle.rotten.contains(&scope) {
            clashes_are_true(world, &log, &dump)?;
        }
        world.tally.clashes += dump.live.values().filter(|writes| writes.len() > 1).count() as u64;
        for byte in dump.digest.0.iter().chain(&head.to_le_bytes()) {
            print = (print ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
        let rows = rows(scope, &dump, &places(&log));
        let contested = rows
            .values()
            .filter(|(_, deletion)| *deletion == Deletion::Contested);
        world.tally.contested += contested.count() as u64;
        logs.insert(
            scope,
            Log {
                kept: log,
                dump,
                rows,
            },
        );
    }
    nothing_is_lost(world, &logs)?;
    for seat in world.seats.iter().filter(|seat| !seat.lost) {
        copies_agree(world, seat, &logs)?;
    }
    Ok(print)
}

type Rows = BTreeMap<RecordId, (String, Deletion)>;

/// What the office holds of a scope.
struct Log {
    kept: Vec<Kept>,
    dump: Dump,
    rows: Rows,
}

type Logs = BTreeMap<ScopeRef, Log>;

fn nothing_is_lost<O: Office, L: Laptop>(world: &World<'_, O, L>, logs: &Logs) -> Result<(), String> {
    let mut twice = BTreeSet::new();
    for kept in logs.values().flat_map(|log| &log.kept) {
        let id = kept.change.id();
        if !twice.insert(id) {
            return Err(format!("{id} was accepted twice"));
        }
        if !same_bytes(&kept.change, &world.oracle.written[number(id)].change) {
            return Err(format!("the bytes of {id} changed"));
        }
    }
    for one in &world.oracle.written {
        let id = one.change.id();
        if world.office.fate(id).is_none() && !one.excused {
            return Err(format!("change {id} is lost"));
        }
    }
    Ok(())
}

/// Two live writes were made without knowledge of each other; a dead write was known to one that replaces it.
fn clashes_are_true<O: Office, L: Laptop>(
    world: &World<'_, O, L>,
    log: &[Kept],
    dump: &Dump,
) -> Result<(), String> {
    let written = |write: &WriteId| &world.oracle.written[number(write.change)];
    for (key, writes) in dump.live.iter().filter(|(key, _)| key.field != 4) {
        for (a, b) in writes.iter().flat_map(|a| writes.iter().map(move |b| (a, b))) {
            if a != b && written(b).had.has(number(a.change)) {
                return Err(format!("a false clash on {key:?}"));
            }
        }
    }
    let mut replacing: BTreeMap<WriteId, Vec<WriteId>> = BTreeMap::new();
    for (by, op) in log.iter().flat_map(|kept| kept.change.writes()) {
        for other in op.effect().replaces {
            replacing.entry(*other).or_default().push(by);
        }
    }
    for kept in log {
        for (write, op) in kept.change.writes() {
            let effect = op.effect();
            let Some(key) = RegisterKey::of(kept.change.header().scope, &effect).filter(|_| effect.stands)
            else {
                continue;
            };
            if dump.live.get(&key).is_some_and(|writes| writes.contains(&write)) {
                continue;
            }
            let n = number(write.change);
            let known = |by: &WriteId| written(by).had.has(n) || written(by).refused.has(n);
            if !replacing.get(&write).is_some_and(|by| by.iter().any(known)) {
                return Err(format!("a value of {key:?} vanished unseen"));
            }
        }
    }
    Ok(())
}

fn copies_agree<O: Office, L: Laptop>(
    world: &World<'_, O, L>,
    seat: &Seat<L>,
    logs: &Logs,
) -> Result<(), String> {
    rebuilt(seat, &BTreeSet::new())?;
    let granted: BTreeSet<ScopeRef> = world
        .grants
        .scopes_of(seat.operator)
        .into_iter()
        .filter(|scope| logs.contains_key(scope))
        .collect();
    let here = seat.laptop.scopes().into_keys();
    let held: BTreeSet<ScopeRef> = here.filter(|scope| logs.contains_key(scope)).collect();
    if held != granted {
        return Err(format!("a laptop holds {held:?} where {granted:?} is granted"));
    }
    books_are_right(world, seat, &granted, logs)?;
    fates_agree(world, seat, &granted)?;
    if world.oracle.rotten.is_empty() && seat.laptop.incidents() > 0 {
        return Err("the sums differed".into());
    }
    let changes = seat.laptop.changes();
    let own = places(&changes);
    for (scope, log) in logs.iter().filter(|(scope, _)| granted.contains(scope)) {
        let here = seat.laptop.dump(*scope);
        if here != log.dump {
            return Err(format!("the registers of {scope:?} differ"));
        }
        if rows(*scope, &here, &own) != log.rows {
            return Err(format!("the rows of {scope:?} differ"));
        }
    }
    Ok(())
}

/// The office knows how each laptop stands to each scope.
fn books_are_right<O: Office, L: Laptop>(
    world: &World<'_, O, L>,
    seat: &Seat<L>,
    granted: &BTreeSet<ScopeRef>,
    logs: &Logs,
) -> Result<(), String> {
    for scope in scopes() {
        let fine = match world.office.hold(seat.id, scope) {
            Some(Hold::Live) => granted.contains(&scope),
            Some(Hold::Enter) => world.grants.now(seat.operator, scope) && !logs.contains_key(&scope),
            Some(Hold::Left) | None => !granted.contains(&scope),
            Some(Hold::Leave) => false,
        };
        if !fine {
            return Err(format!("the office's books of {scope:?} are wrong"));
        }
    }
    Ok(())
}

/// What became of a change is the same here and there, and its bytes are its author's.
fn fates_agree<O: Office, L: Laptop>(
    world: &World<'_, O, L>,
    seat: &Seat<L>,
    granted: &BTreeSet<ScopeRef>,
) -> Result<(), String> {
    let waiting: BTreeSet<ChangeId> = world
        .office
        .waiting()
        .into_iter()
        .map(|(_, change)| change)
        .collect();
    let mut flagged = 0;
    for kept in seat.laptop.changes() {
        let (id, scope) = (kept.change.id(), kept.change.header().scope);
        if !same_bytes(&kept.change, &world.oracle.written[number(id)].change) {
            return Err(format!("the bytes of {id} changed on a laptop"));
        }
        match (&kept.fate, world.office.fate(id)) {
            (Fate::Accepted(here), Some(Fate::Accepted(there)))
                if granted.contains(&scope) && here.seq == there.seq && here.eff_hlc == there.eff_hlc => {}
            (Fate::Quarantined(_), Some(Fate::Quarantined(_))) => {
                flagged += usize::from(waiting.contains(&id))
            }
            // Adopted where the author may not look any more, or replaced before she could look again.
            (Fate::Quarantined(_), Some(Fate::Accepted(place)))
                if !granted.contains(&scope) || !lives(&kept, &place) => {}
            (here, there) => return Err(format!("{here:?} here is {there:?} at the office")),
        }
    }
    if seat.laptop.flagged() != flagged {
        return Err(format!(
            "{} refused changes are open here, {flagged} at the office",
            seat.laptop.flagged()
        ));
    }
    Ok(())
}

/// The change is byte for byte what its author wrote.
fn same_bytes(one: &Change, other: &Change) -> bool {
    one.header_bytes() == other.header_bytes()
        && one.signature() == other.signature()
        && one.salt() == other.salt()
        && one.payload() == other.payload()
}

fn lives(kept: &Kept, place: &Accepted) -> bool {
    kept.change
        .writes()
        .any(|(write, op)| op.effect().stands && place.dead >> write.op & 1 == 0)
}

type Places<'a> = BTreeMap<ChangeId, (&'a Kept, &'a Accepted)>;

fn places(log: &[Kept]) -> Places<'_> {
    let place = |kept: &'_ Kept| matches!(&kept.fate, Fate::Accepted(_)).then_some(kept.change.id());
    let all = log.iter().filter_map(|kept| match &kept.fate {
        Fate::Accepted(accepted) => place(kept).map(|id| (id, (kept, accepted))),
        _ => None,
    });
    all.collect()
}

/// The rows of a scope's records as text.
fn rows(scope: ScopeRef, dump: &Dump, places: &Places<'_>) -> Rows {
    let mut rows = BTreeMap::new();
    for record in [record_of(scope, 0), record_of(scope, 1)] {
        let keys = RegisterKey {
            scope,
            record,
            field: 0,
        }..=RegisterKey {
            scope,
            record,
            field: u16::MAX,
        };
        let live = dump
            .live
            .range(keys)
            .flat_map(|(_, writes)| writes)
            .filter_map(|write| {
                let (kept, place) = places.get(&write.change)?;
                let op = kept.change.ops().get(usize::from(write.op))?;
                Some(LiveWrite {
                    rank: Rank {
                        pending: None,
                        scope_seq: Some(place.seq),
                        eff_hlc: place.eff_hlc,
                        device: kept.change.header().device_id,
                        write: *write,
                    },
                    act: op.act.clone(),
                })
            });
        let live: Vec<LiveWrite> = live.collect();
        if !live.is_empty() {
            let row = derive(KIND, &live);
            let text = format!("{} {} {:?}", row.body_json(), row.clashes_json(), row.unread);
            rows.insert(record, (text, row.deletion));
        }
    }
    rows
}
