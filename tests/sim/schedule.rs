//! One schedule: what happens in which order, from a seed; then quiet, then the checks.

use crate::{
    check,
    fault::Fault,
    keys::Key,
    laptop::MemLaptop,
    office::MemOffice,
    oracle::{Oracle, number},
    rights::Grants,
    rng::Rng,
    stores::{Laptop, Office},
    world::{Maker, Tally, Weather, World, scopes},
};
use cartella_domain::ids::{ChangeId, OperatorId};
use cartella_sync::ids::Hash32;
use uuid::Uuid;

/// How a run is made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plan {
    pub seed: u64,
    pub fault: Fault,
    /// Whether the clocks of laptops may be wrong; the outcome must be the same without.
    pub true_clocks: bool,
    /// Whether every device signs with a real key; otherwise one run in 50 does.
    pub real_keys: bool,
    /// Whether every transaction of the office commits as soon as it is decided.
    pub at_once: bool,
    /// How many times fewer steps than usual: for stores with a disk.
    pub shorter: u64,
}

/// What a run was.
#[derive(Debug, Clone, Copy, Default)]
pub struct Done {
    pub tally: Tally,
    /// A number that depends on everything that the office holds in the end.
    pub print: u64,
}

/// Runs a schedule in memory; one in 16 a second time with true clocks, which must not matter.
///
/// # Errors
/// What did not hold.
pub fn run(seed: u64, fault: Fault) -> Result<Done, String> {
    let plan = Plan {
        seed,
        fault,
        ..Plan::default()
    };
    let done = run_in_memory(plan)?;
    if seed % 16 == 5 {
        let again = run_in_memory(Plan {
            true_clocks: true,
            ..plan
        })?;
        if again.print != done.print {
            return Err("the outcome hangs on the clocks".into());
        }
    }
    Ok(done)
}

fn run_in_memory(plan: Plan) -> Result<Done, String> {
    let mut make = |key: &Key, operator: OperatorId, newer: bool| {
        MemLaptop::new(key.clone(), operator, 1 + u32::from(newer), plan.fault)
    };
    run_on(plan, MemOffice::new, &mut make)
}

/// Runs a schedule on any stores.
///
/// # Errors
/// What did not hold.
pub fn run_on<O: Office, L: Laptop>(
    plan: Plan,
    office: impl FnOnce(Grants) -> O,
    make: &mut Maker<'_, L>,
) -> Result<Done, String> {
    let mut rng = Rng::seeded(plan.seed);
    let mut grants = Grants {
        fault: plan.fault,
        ..Grants::default()
    };
    let free = scopes().into_iter().enumerate().filter(|(n, _)| *n != 2);
    grants.free = free.map(|(_, scope)| scope).collect();
    let operators: Vec<OperatorId> = (0..2 + rng.below(4))
        .map(|n| OperatorId(Uuid::from_u128(u128::from(n) + 100)))
        .collect();
    for operator in &operators {
        for scope in scopes() {
            if rng.chance(50) {
                grants.turn(*operator, scope);
            }
        }
    }
    let mut world = World {
        office: office(grants.clone()),
        seats: Vec::new(),
        oracle: Oracle::default(),
        weather: Weather::random(&mut rng),
        real_keys: plan.real_keys || plan.seed % 50 == 7,
        rng,
        grants,
        now: 1_800_000_000_000,
        tally: Tally::default(),
        fault: plan.fault,
        open: Vec::new(),
        pool: Vec::new(),
        tokens: 0,
        skews: !plan.true_clocks,
        operators,
        make,
    };
    if plan.at_once {
        world.weather.slow = 0;
    }
    world.begin();
    let steps = (50 + world.rng.below(350)) / plan.shorter.max(1);
    for _ in 0..steps {
        world.step()?;
    }
    world.quiet()?;
    let print = check::all(&mut world)?;
    Ok(Done {
        tally: world.tally,
        print,
    })
}

impl<O: Office, L: Laptop> World<'_, O, L> {
    /// Everybody has an archive; some wrote before they joined.
    fn begin(&mut self) {
        for operator in self.operators.clone() {
            self.seat(operator);
            let n = self.seats.len() - 1;
            for _ in 0..self.rng.below(4) {
                self.write(n);
            }
            self.enrol(n);
        }
    }

    fn someone(&mut self) -> usize {
        self.rng.below(self.seats.len() as u64) as usize
    }

    fn step(&mut self) -> Result<(), String> {
        self.now += self.rng.below(100_000) as i64;
        let n = self.someone();
        let lost = self.seats[n].lost;
        match self.rng.below(100) {
            0..=33 if !lost => self.write(n),
            34..=67 if !lost => {
                let most = 1 + self.rng.below(24);
                self.advance(n, most)?;
            }
            68..=71 if !self.pool.is_empty() => {
                let at = self.rng.below(self.pool.len() as u64) as usize;
                let (token, seat, bytes) = self.pool.swap_remove(at);
                self.deliver(token, seat, bytes)?;
            }
            72..=76 if !self.open.is_empty() => {
                let at = self.rng.below(self.open.len() as u64) as usize;
                let (token, seat, open, asked) = self.open.swap_remove(at);
                self.commit(token, seat, open, &asked)?;
            }
            77..=78 => self.time_out(n),
            79..=84 => self.turn(),
            85..=88 => self.adopt(),
            89 => self.close(),
            90..=91 => {
                // Minutes, days, years.
                let scale = [600_000, 4 * 86_400_000, 10 * 365 * 86_400_000][self.rng.below(3) as usize];
                self.seats[n].skew = self.rng.below(2 * scale) as i64 - scale as i64;
            }
            92..=93 => self.crash(n),
            94 => self.processes_die(),
            95 => self.replace(n),
            96 => self.rot(n),
            97 => self.suspend(n),
            98 if !lost => check::rebuilt(&self.seats[n], &self.oracle.rotten)?,
            99 if !lost => {
                if let Some(judged) = self.seats[n].judged.clone() {
                    self.apply(n, &judged)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn turn(&mut self) {
        let operator = self.rng.pick(&self.operators);
        let scope = self.rng.pick(&scopes());
        if let (Some(operator), Some(scope)) = (operator, scope) {
            let mut grants = self.grants.clone();
            grants.turn(operator, scope);
            if self.office.regrant(&grants, operator, scope) {
                self.grants = grants;
            }
        }
    }

    /// What waits for a person, in an order that does not hang on a clock.
    fn waiting(&self) -> Vec<(Hash32, ChangeId)> {
        let mut waiting = self.office.waiting();
        waiting.sort_by_key(|(_, change)| *change);
        waiting
    }

    fn adopt(&mut self) {
        let waiting = self.waiting();
        if let Some((row, change)) = self.rng.pick(&waiting)
            && self.office.adopt(row, cartella_domain::time::Instant(self.now))
        {
            let scope = self.oracle.written[number(change)].change.header().scope;
            *self.oracle.heads.entry(scope).or_default() += 1;
            self.oracle.adopted.insert(change);
            self.tally.adopted += 1;
            self.learn_opened();
        }
    }

    fn close(&mut self) {
        let waiting = self.waiting();
        if let Some((row, _)) = self.rng.pick(&waiting) {
            self.tally.closed += u64::from(self.office.close(row));
        }
    }

    /// A process of the office dies with all that it had begun.
    fn processes_die(&mut self) {
        for (_, _, open, _) in std::mem::take(&mut self.open) {
            self.tally.crashes += 1;
            self.office.abort(open);
        }
    }

    /// A laptop is lost; its operator gets a new one, which fetches everything.
    fn replace(&mut self, n: usize) {
        if self.seats.len() >= 8 || self.rng.chance(50) {
            return;
        }
        let operator = self.seats[n].operator;
        if self.rng.chance(50) {
            // What only its disk held is gone with it.
            self.seats[n].lost = true;
            for id in self.seats[n].pending.clone() {
                self.oracle.written[number(id)].excused = true;
            }
        }
        self.tally.new_laptops += 1;
        self.seat(operator);
        self.enrol(self.seats.len() - 1);
    }

    fn rot(&mut self, n: usize) {
        if self.tally.rotten == 0 && self.rng.chance(30) && !self.seats[n].lost {
            let pick = self.rng.roll();
            if let Some(scope) = self.seats[n].laptop.rot(pick) {
                self.tally.rotten += 1;
                self.oracle.rotten.insert(scope);
            }
        }
    }

    fn suspend(&mut self, n: usize) {
        let busy = self.open.iter().any(|(_, seat, ..)| *seat == n);
        if !busy && (self.seats[n].suspended || self.rng.chance(30)) {
            let seat = &mut self.seats[n];
            seat.suspended = !seat.suspended;
            self.office.suspend(seat.id, seat.suspended);
        }
    }

    /// The faults stop: what is under way arrives, then three sessions each.
    fn quiet(&mut self) -> Result<(), String> {
        self.weather = Weather::default();
        for (token, seat, open, asked) in std::mem::take(&mut self.open) {
            self.commit(token, seat, open, &asked)?;
        }
        for (token, seat, bytes) in std::mem::take(&mut self.pool) {
            self.deliver(token, seat, bytes)?;
        }
        for n in 0..self.seats.len() {
            if self.seats[n].suspended {
                self.suspend(n);
            }
            self.seats[n].session = None;
            self.seats[n].token = None;
        }
        for round in 0..3 {
            for n in (0..self.seats.len())
                .filter(|n| !self.seats[*n].lost)
                .collect::<Vec<_>>()
            {
                self.advance(n, 10_000)?;
                if self.seats[n].session.is_some() {
                    return Err("a session without end".into());
                }
                if round == 0 {
                    check::nothing_waits(&self.seats[n])?;
                }
            }
        }
        Ok(())
    }
}
