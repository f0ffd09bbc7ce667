//! One schedule: what happens in which order, from a seed; then quiet, then the checks.

use crate::{author::Knew, check, device::Device, hub::Hub};
use cartella_domain::{ids::ChangeId, time::Instant};
use cartella_sync::ids::ScopeRef;
use std::ops::AddAssign;
use uuid::Uuid;

/// A rule that can be left out, to see that it is missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bug {
    None,
    /// A write does not name what the author's own pending writes replaced.
    NoReach,
    /// Live changes come without saying which of their operations are dead.
    BackfillStatesNothing,
    /// What was held of a scope before entering it stays, though it is not sent again.
    EnterKeepsWhatIsNotSent,
    /// An adopted change comes as if nobody had replaced it meanwhile.
    PullStatesNothing,
    /// What is refused is thrown away.
    RefusedIsDropped,
    /// A lost scope goes before what is pending in it was sent.
    PurgeBeforePush,
}

impl Bug {
    pub const EACH: &[Self] = &[
        Self::NoReach,
        Self::BackfillStatesNothing,
        Self::EnterKeepsWhatIsNotSent,
        Self::PullStatesNothing,
        Self::RefusedIsDropped,
        Self::PurgeBeforePush,
    ];
}

/// What happened in schedules.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    pub changes: u64,
    pub clashes: u64,
    pub refused: u64,
    pub adopted: u64,
    pub joined: u64,
    pub opened_offline: u64,
    /// Changes that came with some operation dead already.
    pub born_dead: u64,
    pub contested_deletions: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.changes += other.changes;
        self.clashes += other.clashes;
        self.refused += other.refused;
        self.adopted += other.adopted;
        self.joined += other.joined;
        self.opened_offline += other.opened_offline;
        self.born_dead += other.born_dead;
        self.contested_deletions += other.contested_deletions;
    }
}

pub struct Rng(u64);

impl Rng {
    pub fn seeded(seed: u64) -> Self {
        let mut rng = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x0123_4567_89AB_CDEF | 1);
        for _ in 0..4 {
            rng.next();
        }
        rng
    }
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    pub fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 33) % end.max(1)
    }
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

pub struct World {
    pub hub: Hub,
    pub devices: Vec<Device>,
    pub knew: Knew,
    pub written: Vec<ChangeId>,
    pub tally: Tally,
    now: i64,
}

/// Four scopes: the office opened the first two, a laptop opens the others, perhaps two laptops the same one.
pub fn scopes() -> [ScopeRef; 4] {
    [1, 2, 3, 4].map(|n| ScopeRef {
        owner: Uuid::from_u128(n),
        kind: 10,
    })
}

impl World {
    fn new(rng: &mut Rng, bug: Bug) -> Self {
        let mut world = Self {
            hub: Hub::default(),
            devices: (0..2 + rng.below(3) as u8)
                .map(|n| Device::new(n + 1, bug))
                .collect(),
            knew: Knew::new(),
            written: Vec::new(),
            tally: Tally::default(),
            now: 1_800_000_000_000,
        };
        for scope in scopes().into_iter().take(2) {
            world.hub.log.insert(scope, Vec::new());
            for device in &world.devices {
                if rng.chance(70) {
                    world.hub.grants.insert((device.key.0, scope));
                }
            }
        }
        world
    }

    fn write(&mut self, n: usize, rng: &mut Rng) {
        let device = &mut self.devices[n];
        let mut choice: Vec<ScopeRef> = device.held.keys().chain(&device.local).copied().collect();
        if choice.is_empty() || rng.chance(6) {
            choice = scopes().into_iter().skip(2).collect();
        }
        let scope = choice[rng.below(choice.len() as u64) as usize];
        let opens = !device.held.contains_key(&scope) && !device.local.contains(&scope);
        self.tally.opened_offline += u64::from(opens);
        // Ids of no order: nothing may hang on it.
        let id = ChangeId(Uuid::from_u128(
            u128::from(rng.next()) << 64 | self.written.len() as u128,
        ));
        let before = device.own.len();
        device.write((id, Instant(self.now)), scope, rng, &mut self.knew);
        if device.own.len() > before {
            self.written.push(id);
            self.tally.changes += 1;
        }
    }

    fn sync(&mut self, n: usize, rng: &mut Rng, faults: (u64, u64)) -> Result<(), String> {
        let ended = self.devices[n].sync(&mut self.hub, rng, faults, &mut self.tally)?;
        if ended {
            check::digests(&self.hub, &self.devices[n])
        } else {
            Ok(())
        }
    }

    fn step(&mut self, rng: &mut Rng, faults: (u64, u64)) -> Result<(), String> {
        self.now += rng.below(100_000) as i64;
        let n = rng.below(self.devices.len() as u64) as usize;
        match rng.below(100) {
            0..=47 => self.write(n, rng),
            48..=79 => self.sync(n, rng, faults)?,
            80..=87 => {
                let right = (self.devices[n].key.0, scopes()[rng.below(4) as usize]);
                if !self.hub.grants.remove(&right) {
                    self.hub.grants.insert(right);
                }
            }
            88..=94 => {
                let waiting: Vec<ChangeId> = self.hub.quarantine.iter().copied().collect();
                if let Some(id) = waiting.get(rng.below(waiting.len() as u64) as usize) {
                    self.hub.adopt(*id);
                    self.tally.adopted += 1;
                }
            }
            95..=97 => check::rebuilt(&self.devices[n])?,
            _ => self.devices[n].skew = rng.below(20_000_000) as i64 - 10_000_000,
        }
        Ok(())
    }
}

/// Runs the schedule of `seed`.
pub fn run(seed: u64, bug: Bug) -> Result<Tally, String> {
    let mut rng = Rng::seeded(seed);
    let mut world = World::new(&mut rng, bug);
    let (cut, refuse) = (rng.below(30), rng.below(25));
    for n in 0..world.devices.len() {
        world.sync(n, &mut rng, (0, 0))?;
    }
    for _ in 0..40 + rng.below(80) {
        world.step(&mut rng, (cut, refuse))?;
    }
    // Three sessions after the faults stop, everything is everywhere.
    for _ in 0..3 {
        for n in 0..world.devices.len() {
            world.sync(n, &mut rng, (0, 0))?;
        }
    }
    for n in 0..world.devices.len() {
        for scope in world.hub.granted(world.devices[n].key.0) {
            let whole = world.hub.log[&scope].len();
            while world.devices[n].held.get(&scope) != Some(&whole) {
                world.sync(n, &mut rng, (0, 0))?;
            }
        }
    }
    check::all(&mut world)?;
    Ok(world.tally)
}
