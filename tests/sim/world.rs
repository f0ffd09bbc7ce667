//! One run: who there is, and what can happen.

use crate::{
    author,
    fault::Fault,
    keys::Key,
    oracle::{Bits, Oracle, Written, number},
    rights::Grants,
    rng::Rng,
    stores::{Dump, Laptop, Office, Write},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{
    device::{DeviceDelta, Outcome, Pace, Session, Step},
    ids::{DeviceId, ScopeRef, WriteId},
    op::{Act, Op},
};
use std::{collections::BTreeSet, ops::AddAssign};
use uuid::Uuid;

/// What happened, so that a run in which nothing does proves nothing.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    pub changes: u64,
    pub sessions: u64,
    pub stopped: u64,
    pub crashes: u64,
    pub repeats: u64,
    pub late: u64,
    pub refused: u64,
    pub adopted: u64,
    pub closed: u64,
    pub entered: u64,
    pub purged: u64,
    pub opened: u64,
    pub new_laptops: u64,
    pub rotten: u64,
    pub clashes: u64,
    pub contested: u64,
    pub born_dead: u64,
    /// Brief calls that were answered in full.
    pub brief: u64,
    pub waited: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, o: Self) {
        self.changes += o.changes;
        self.sessions += o.sessions;
        self.stopped += o.stopped;
        self.crashes += o.crashes;
        self.repeats += o.repeats;
        self.late += o.late;
        self.refused += o.refused;
        self.adopted += o.adopted;
        self.closed += o.closed;
        self.entered += o.entered;
        self.purged += o.purged;
        self.opened += o.opened;
        self.new_laptops += o.new_laptops;
        self.rotten += o.rotten;
        self.clashes += o.clashes;
        self.contested += o.contested;
        self.born_dead += o.born_dead;
        self.brief += o.brief;
        self.waited += o.waited;
    }
}

/// How bad the line and the machines are: chances in a hundred.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    pub lost: u64,
    pub late: u64,
    pub repeated: u64,
    pub cut: u64,
    pub crash: u64,
    pub slow: u64,
}

impl Weather {
    pub fn random(rng: &mut Rng) -> Self {
        if rng.chance(10) {
            return Self::default();
        }
        Self {
            lost: rng.below(12),
            late: rng.below(10),
            repeated: rng.below(12),
            cut: rng.below(6),
            crash: rng.below(8),
            slow: rng.below(15),
        }
    }
}

/// A laptop, its operator, and the session that is on.
pub struct Seat<L> {
    pub laptop: L,
    pub key: Key,
    pub id: DeviceId,
    pub operator: OperatorId,
    pub newer: bool,
    pub session: Option<Session>,
    /// The request on its way.
    pub token: Option<u64>,
    pub pace: Pace,
    pub skew: i64,
    pub lost: bool,
    pub suspended: bool,
    /// Changes known to the operator: accepted ones held and own pending ones; and own refused ones.
    pub had: Bits,
    pub refused: Bits,
    /// Own changes without a verdict.
    pub pending: BTreeSet<ChangeId>,
    /// The last verdicts stored: told again later, without what they said of numbers.
    pub judged: Option<DeviceDelta>,
}

/// Makes laptops for a run.
pub type Maker<'m, L> = dyn FnMut(&Key, OperatorId, bool) -> L + 'm;

/// Everything there is in a run.
pub struct World<'m, O: Office, L> {
    pub office: O,
    pub seats: Vec<Seat<L>>,
    pub oracle: Oracle,
    pub grants: Grants,
    pub rng: Rng,
    pub now: i64,
    pub weather: Weather,
    pub tally: Tally,
    pub fault: Fault,
    pub open: Vec<(u64, usize, O::Open, crate::oracle::Asked)>,
    pub pool: Vec<(u64, usize, Vec<u8>)>,
    pub tokens: u64,
    pub real_keys: bool,
    pub skews: bool,
    pub operators: Vec<OperatorId>,
    pub make: &'m mut Maker<'m, L>,
}

/// The scopes of a run: kinds that the product knows, and one that only a newer program does.
pub fn scopes() -> [ScopeRef; 5] {
    [(1, 10), (2, 11), (3, 1), (4, 200), (4, 12)].map(|(owner, kind)| ScopeRef {
        owner: Uuid::from_u128(owner),
        kind,
    })
}

impl<'m, O: Office, L: Laptop> World<'m, O, L> {
    /// A laptop joins, with whatever it already holds.
    pub fn seat(&mut self, operator: OperatorId) {
        let n = self.seats.len() as u64 + 1;
        let key = Key::make(n, self.real_keys, &mut self.rng);
        let newer = self.rng.chance(50);
        let laptop = (self.make)(&key, operator, newer);
        self.seats.push(Seat {
            laptop,
            id: cartella_sync::signer::Signer::device_id(&key),
            key,
            operator,
            newer,
            session: None,
            token: None,
            pace: Pace::default(),
            skew: 0,
            lost: false,
            suspended: false,
            had: Bits::default(),
            refused: Bits::default(),
            pending: BTreeSet::new(),
            judged: None,
        });
    }

    pub fn enrol(&mut self, n: usize) {
        let seat = &self.seats[n];
        self.office.enrol(&seat.key, seat.operator);
    }

    fn wall(&self, n: usize) -> Instant {
        Instant(self.now + if self.skews { self.seats[n].skew } else { 0 })
    }

    /// A user writes; perhaps in a scope that she opens.
    pub fn write(&mut self, n: usize) {
        let held: Vec<ScopeRef> = self.seats[n].laptop.scopes().into_keys().collect();
        let new = held.is_empty() || self.rng.chance(6);
        let all = scopes();
        let choice = if new { &all[..] } else { &held[..] };
        let Some(scope) = self.rng.pick(choice) else {
            return;
        };
        let mut ops: Vec<Op> = Vec::new();
        if !held.contains(&scope) {
            ops.push(Act::OpenScope { of: None }.into());
            self.tally.opened += 1;
        }
        let entries: Vec<RecordId> = self.oracle.entries(scope, &self.seats[n].had);
        let wall = self.wall(n);
        let seat = &mut self.seats[n];
        let who = (seat.operator, seat.newer, self.fault);
        ops.extend(author::action(&seat.laptop, who, scope, &entries, &mut self.rng));
        if ops.is_empty() {
            return;
        }
        // Ids of no order: nothing may hang on it.
        let number = self.oracle.written.len();
        let id = ChangeId(Uuid::from_u128(
            u128::from(self.rng.roll()) << 64 | number as u128,
        ));
        let write = Write {
            id,
            scope,
            ops,
            wall,
            mono: self.now,
        };
        let (had, refused) = (seat.had.clone(), seat.refused.clone());
        let change = seat.laptop.append(write);
        seat.had.set(number);
        seat.pending.insert(id);
        self.tally.changes += 1;
        self.oracle.written.push(Written {
            change,
            had,
            refused,
            excused: false,
        });
    }

    /// Some steps of a laptop's session, as far as it comes without waiting.
    pub fn advance(&mut self, n: usize, most: u64) -> Result<(), String> {
        for _ in 0..most {
            if self.seats[n].lost || !self.one_step(n)? {
                break;
            }
        }
        Ok(())
    }

    fn one_step(&mut self, n: usize) -> Result<bool, String> {
        let now = self.wall(n);
        let seat = &mut self.seats[n];
        let mut session = seat.session.take().unwrap_or_else(|| {
            self.tally.sessions += 1;
            Session::new(seat.pace, now)
        });
        if let Step::Load(want) = session.next() {
            let told = seat.laptop.read(*want);
            session.told(told, now);
            seat.session = Some(session);
            return Ok(true);
        }
        match session.next() {
            Step::Send(request) => {
                if seat.token.is_some() {
                    seat.session = Some(session);
                    return Ok(false);
                }
                let sent = self.sealed(n, request)?;
                self.seats[n].session = Some(session);
                self.send(n, sent)?;
                Ok(true)
            }
            Step::Store(delta) => {
                let lives = self.store(n, delta)?;
                if lives {
                    session.stored(now);
                    self.seats[n].session = Some(session);
                }
                Ok(lives)
            }
            Step::Done(outcome) => {
                self.tally.stopped += u64::from(matches!(outcome, Outcome::Stopped(..)));
                seat.pace = session.pace();
                Ok(false)
            }
            Step::Load(_) => Ok(false),
        }
    }

    /// The laptop's process dies.
    pub fn crash(&mut self, n: usize) {
        self.tally.crashes += 1;
        self.seats[n].session = None;
        self.seats[n].token = None;
    }

    /// A laptop's transaction: it may die before or after the commit.
    fn store(&mut self, n: usize, delta: &DeviceDelta) -> Result<bool, String> {
        if self.rng.chance(self.weather.crash) {
            self.crash(n);
            return Ok(false);
        }
        let times = 1 + u64::from(self.rng.chance(self.weather.repeated));
        for _ in 0..times {
            self.apply(n, delta)?;
        }
        if self.rng.chance(self.weather.crash) {
            self.crash(n);
            return Ok(false);
        }
        Ok(true)
    }

    /// A delta is applied, and the books of what the operator knows are kept.
    pub fn apply(&mut self, n: usize, delta: &DeviceDelta) -> Result<(), String> {
        let before = self.seats[n].laptop.scopes();
        self.seats[n].laptop.write(delta);
        if let DeviceDelta::Judged { verdicts, .. } = delta {
            let verdicts = verdicts.clone();
            self.seats[n].judged = Some(DeviceDelta::Judged {
                verdicts,
                have: Vec::new(),
            });
        }
        if let DeviceDelta::Differ { incidents } = delta
            && let Some(incident) = incidents
                .iter()
                .find(|one| !self.oracle.rotten.contains(&one.scope))
        {
            return Err(self.difference(n, incident.scope));
        }
        let after = self.seats[n].laptop.scopes();
        self.oracle.stored(
            &mut self.seats[n],
            delta,
            (&before, &after),
            &self.office,
            &mut self.tally,
        )
    }

    /// Sums differ where nothing was damaged: in what.
    fn difference(&self, n: usize, scope: ScopeRef) -> String {
        let (here, there) = (self.seats[n].laptop.dump(scope), self.office.dump(scope));
        let only = |a: &Dump, b: &Dump| -> Vec<WriteId> {
            let all = |dump: &Dump| -> BTreeSet<WriteId> {
                dump.live
                    .values()
                    .flatten()
                    .chain(&dump.appends)
                    .copied()
                    .collect()
            };
            all(a).difference(&all(b)).copied().collect()
        };
        let fates = |writes: &[WriteId]| -> Vec<_> {
            writes
                .iter()
                .map(|write| (write.op, number(write.change), self.office.fate(write.change)))
                .collect()
        };
        let (more, less) = (only(&here, &there), only(&there, &here));
        format!(
            "the sums of {scope:?} differ: only here {:?}, only there {:?}",
            fates(&more),
            fates(&less)
        )
    }

    /// What the office opened by itself or by a push is known to the rules.
    pub fn learn_opened(&mut self) {
        for (scope, operator) in self.office.opened() {
            self.grants.open(operator, scope);
        }
    }
}
