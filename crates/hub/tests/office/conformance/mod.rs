//! The same schedules on PostgreSQL and on the store in memory: equal verdicts, numbers, digests, live writes, pages.
//!
//! Who may do what is the schedule's here, and so is when a push commits: it stays open with what it has written and with
//! PostgreSQL's own locks, until the schedule says so.

mod begun;
mod briefly;
mod ground;

use begun::Begun;
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_hub::{
    Result,
    database::{self, Transaction},
    store::{
        self,
        devices::{self, Device},
        holds, keep, load,
        quarantine::{self, Ending},
    },
};
use cartella_sim::{
    Fault, Plan, Tally, conformance,
    keys::Key,
    laptop::MemLaptop,
    office::MemOffice,
    rights::Grants,
    run_on,
    stores::{Dump, Fate, Kept, Office},
};
use cartella_sync::{
    chain::Tip,
    change::Change,
    digest::Digest,
    hub::{
        Batch, DeviceRow, DeviceState, HelloDelta, Hold, HoldRow, Opened, WelcomeLoaded, adopt_needs,
        decide_adopt, note_left, regrant, same_epoch, welcome,
    },
    ids::{DeviceId, Hash32, ScopeRef, WriteId},
    messages::{Answer, Backfilled, Code, Compared, Hello, Pages, Problem, Request},
    registers::RegisterKey,
    signer::Signer as _,
};
use ground::Ground;
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::{Arc, atomic::Ordering},
};
use tokio_postgres::{Row, SimpleQueryMessage, SimpleQueryRow};
use uuid::Uuid;

struct Tested {
    ground: Rc<Ground>,
    grants: Grants,
    opened: Vec<(ScopeRef, OperatorId)>,
}

enum Delta {
    Nothing,
    Hello(HelloDelta),
    Holds(DeviceId, Vec<HoldRow>),
    Push(Begun),
}

impl Tested {
    fn new(ground: &Rc<Ground>, grants: Grants) -> Self {
        ground.cleared();
        Self {
            ground: Rc::clone(ground),
            grants,
            opened: Vec::new(),
        }
    }

    /// Runs work in a transaction that is committed.
    fn run<T>(&self, work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T>) -> T {
        self.try_run(work)
            .expect("a lock is held that nobody should hold")
    }

    /// The same; none if a lock is held by a transaction that is open.
    fn try_run<T>(&self, work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T>) -> Option<T> {
        self.ground.runtime.block_on(async {
            let mut client = self.ground.hub.client().await.unwrap();
            let tx = database::begin(&mut client).await.unwrap();
            begun::in_a_moment(&tx).await.unwrap();
            match work(&tx).await {
                Ok(done) => {
                    database::commit(tx).await.unwrap();
                    Some(done)
                }
                Err(error) => {
                    assert!(begun::has_to_wait(&error), "{error}");
                    tx.rollback().await.unwrap();
                    None
                }
            }
        })
    }

    fn device(&self, id: &DeviceId) -> Device {
        self.run(async |tx| Ok(devices::get(tx, id).await?.unwrap()))
    }

    fn devices_of(&self, operator: OperatorId) -> Vec<DeviceId> {
        let all = self.run(async |tx| devices::all(tx).await);
        all.into_iter()
            .filter(|it| it.row.operator == operator)
            .map(|it| it.row.device)
            .collect()
    }

    /// None if a lock is held.
    fn decide(
        &self,
        id: DeviceId,
        request: &Request,
        at: Instant,
    ) -> Result<Option<(Delta, Answer)>, Problem> {
        let device = self.device(&id);
        match request {
            Request::Hello(hello) => self.hello(&device, hello, at).map(Some),
            Request::Push(push) => {
                let batch = Batch::read(id, push, &devices::keys(&device))?;
                let begun = begun::push(&self.ground.runtime, &self.ground.hub, batch, &self.grants, at)?;
                Ok(begun.map(|(begun, verdicts)| (Delta::Push(begun), Answer::Verdicts(verdicts))))
            }
            Request::Left(left) => {
                same_epoch(left.epoch, 1)?;
                let rows = self.run(async |tx| holds::of_device(tx, &id).await);
                let (changed, noted) = note_left(left, &id, &rows, &devices::keys(&device))?;
                Ok(Some((Delta::Holds(id, changed), Answer::Left(noted))))
            }
            Request::Brief(brief) => self.brief(&device, brief, at),
            Request::Enrol(_) => Err(Problem::CodeRefused),
            reading if device.row.state != DeviceState::Active => suspended(reading).map(Some),
            reading => {
                let answer = self
                    .ground
                    .runtime
                    .block_on(self.ground.hub.answer(&id, reading.clone()));
                Ok(Some((Delta::Nothing, answer.map_err(|error| error.problem())?)))
            }
        }
    }

    fn hello(&self, device: &Device, hello: &Hello, at: Instant) -> Result<(Delta, Answer), Problem> {
        let id = device.row.device;
        let loaded = self.run(async |tx| {
            Ok(WelcomeLoaded {
                epoch: 1,
                acl: self.grants.acl,
                device: device.row.clone(),
                holds: holds::of_device(tx, &id).await?,
                heads: holds::heads(tx, &id, hello.held.iter().map(|have| have.scope)).await?,
                priority: BTreeMap::new(),
                settled: quarantine::settled(tx, &id, &hello.flagged).await?,
            })
        });
        let mut loaded = loaded;
        // In the order in which they were flagged, and with the words of the schedule.
        loaded
            .settled
            .sort_by_key(|it| hello.flagged.iter().position(|flagged| *flagged == it.change));
        for settled in &mut loaded.settled {
            settled.reason = "chiusa".into();
        }
        let (delta, answer) = welcome(hello, &loaded, at, at)?;
        Ok((Delta::Hello(delta), Answer::Welcome(answer)))
    }

    fn opened_scopes(&mut self, opened: &[Opened]) {
        for it in opened {
            self.opened.push((it.scope, it.author));
            self.grants.open(it.author, it.scope);
            let acl = self.grants.acl;
            for device in self.devices_of(it.author) {
                self.run(async |tx| {
                    let before = holds::lock(tx, &device, [it.scope]).await?;
                    let row = match before.first() {
                        Some(row) if row.hold.is_granted() => *row,
                        Some(row) => HoldRow {
                            hold: Hold::Enter,
                            acl,
                            ..*row
                        },
                        None => HoldRow {
                            scope: it.scope,
                            hold: Hold::Enter,
                            acl,
                            left: None,
                        },
                    };
                    holds::put(tx, &device, &[row]).await
                });
            }
        }
    }

    fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let said = self.ground.runtime.block_on(async {
            let client = self.ground.hub.client().await.unwrap();
            client.simple_query(sql).await.unwrap()
        });
        let text = |row: &SimpleQueryRow| -> Vec<String> {
            (0..row.len()).map(|at| row.get(at).unwrap().to_owned()).collect()
        };
        let rows = said.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(text(row)),
            _ => None,
        });
        rows.collect()
    }
}

/// Nothing is sent to a device that may not read.
fn suspended(request: &Request) -> Result<(Delta, Answer), Problem> {
    let answer = match request {
        Request::Pull(pull) => {
            same_epoch(pull.epoch, 1)?;
            let mut refused = Vec::new();
            for have in &pull.scopes {
                refused.push(have.scope);
            }
            Answer::Pages(Pages {
                pages: vec![],
                refused,
            })
        }
        Request::Backfill(asked) => {
            same_epoch(asked.epoch, 1)?;
            Answer::Backfill(Backfilled {
                pages: vec![],
                refused: asked.scopes.iter().map(|portion| portion.scope).collect(),
            })
        }
        _ => Answer::Compared(Compared {
            same: vec![],
            differ: vec![],
        }),
    };
    Ok((Delta::Nothing, answer))
}

fn number(text: &str) -> u64 {
    text.parse::<i64>().unwrap().cast_unsigned()
}

fn scope_of(row: &[String]) -> ScopeRef {
    ScopeRef {
        owner: row[0].parse().unwrap(),
        kind: row[1].parse().unwrap(),
    }
}

fn hash(text: &str) -> Hash32 {
    let mut bytes = [0; 32];
    for (byte, pair) in bytes
        .iter_mut()
        .zip(text.trim_start_matches("\\x").as_bytes().chunks(2))
    {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    }
    Hash32(bytes)
}

fn of(scope: ScopeRef) -> String {
    format!("scope_owner = '{}' AND scope_kind = {}", scope.owner, scope.kind)
}

impl Office for Tested {
    type Open = (Delta, Answer);

    fn enrol(&mut self, key: &Key, operator: OperatorId) {
        let device = Device {
            row: DeviceRow {
                device: key.device_id(),
                operator,
                state: DeviceState::Active,
                chain: Tip::start(1),
            },
            staff: operator.uuid(),
            own_office: Uuid::nil(),
            public_key: key.public().unwrap(),
            label: String::new(),
            last_contact: None,
        };
        let granted = self.grants.scopes_of(operator);
        let rows = regrant(&[], &granted, self.grants.acl);
        self.run(async |tx| {
            devices::insert(tx, &device, Instant(0)).await?;
            holds::put(tx, &device.row.device, &rows).await
        });
    }

    fn regrant(&mut self, grants: &Grants, operator: OperatorId, _: ScopeRef) -> bool {
        let granted = grants.scopes_of(operator);
        let devices = self.devices_of(operator);
        let done = self.try_run(async |tx| {
            store::rights_change(tx).await?;
            for device in &devices {
                let rows = regrant(&holds::of_device(tx, device).await?, &granted, grants.acl);
                holds::put(tx, device, &rows).await?;
            }
            Ok(())
        });
        if done.is_some() {
            self.grants = grants.clone();
        }
        done.is_some()
    }

    fn suspend(&mut self, device: DeviceId, suspended: bool) {
        let sql = format!(
            "UPDATE device SET state = {} WHERE device = '\\x{device}'",
            i32::from(suspended)
        );
        self.rows(&sql);
    }

    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Self::Open> {
        self.ground.clock.0.store(at.0, Ordering::SeqCst);
        let decided = self.decide(device, request, at);
        decided.unwrap_or_else(|problem| Some((Delta::Nothing, Answer::Problem(problem))))
    }

    fn commit(&mut self, (delta, answer): Self::Open) -> Answer {
        match delta {
            Delta::Nothing => {}
            Delta::Hello(delta) => self.run(async |tx| {
                for turn in &delta.holds {
                    let now = holds::lock(tx, &delta.device, [turn.after.scope]).await?;
                    if now.first() == turn.before.as_ref() {
                        holds::put(tx, &delta.device, &[turn.after]).await?;
                    }
                }
                Ok(())
            }),
            Delta::Holds(device, rows) => self.run(async |tx| holds::put(tx, &device, &rows).await),
            Delta::Push(begun) => {
                let opened = begun.end(&self.ground.runtime, true);
                self.opened_scopes(&opened);
            }
        }
        answer
    }

    fn abort(&mut self, (delta, _): Self::Open) {
        if let Delta::Push(begun) = delta {
            begun.end(&self.ground.runtime, false);
        }
    }

    fn adopt(&mut self, row: Hash32, at: Instant) -> bool {
        let waiting = self.run(async |tx| quarantine::lock(tx, &row).await);
        let Some(waiting) = waiting.filter(|waiting| waiting.open) else {
            return false;
        };
        let Ok(change) = Change::decode(&waiting.bytes).map(Arc::new) else {
            return false;
        };
        let needs = adopt_needs(&change);
        let delta = self.try_run(async |tx| {
            store::rights_change(tx).await?;
            let scopes = load::lock_scopes(tx, &needs.scopes, &BTreeSet::new()).await?;
            let registers = load::registers(tx, &needs.registers).await?;
            let Ok((delta, _)) = decide_adopt(&change, waiting.code, scopes, registers, at) else {
                return Ok(None);
            };
            keep::record(tx, &delta, at).await?;
            quarantine::settle(tx, &row, &Ending::Adopted, Uuid::nil(), at).await?;
            Ok(Some(delta))
        });
        let delta = delta.flatten();
        if let Some(delta) = &delta {
            self.opened_scopes(&delta.opened);
        }
        delta.is_some()
    }

    fn close(&mut self, row: Hash32) -> bool {
        self.run(async |tx| {
            let open = quarantine::lock(tx, &row).await?.is_some_and(|it| it.open);
            if open {
                quarantine::settle(
                    tx,
                    &row,
                    &Ending::Closed("chiusa".into()),
                    Uuid::nil(),
                    Instant(0),
                )
                .await?;
            }
            Ok(open)
        })
    }

    fn waiting(&self) -> Vec<(Hash32, ChangeId)> {
        let waiting = self.run(async |tx| quarantine::waiting(tx, None).await);
        waiting
            .into_iter()
            .map(|it| (it.header_hash, it.change))
            .collect()
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        let rows = self.rows("SELECT scope_owner, scope_kind, head FROM scope WHERE opened_by IS NOT NULL");
        rows.iter().map(|row| (scope_of(row), number(&row[2]))).collect()
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        let sql = format!(
            "SELECT record, field, change_id, op FROM register WHERE {}",
            of(scope)
        );
        let mut live: BTreeMap<RegisterKey, BTreeSet<WriteId>> = BTreeMap::new();
        for row in self.rows(&sql) {
            let key = RegisterKey {
                scope,
                record: RecordId(row[0].parse().unwrap()),
                field: row[1].parse().unwrap(),
            };
            let write = WriteId::new(ChangeId(row[2].parse().unwrap()), row[3].parse().unwrap());
            live.entry(key).or_default().insert(write);
        }
        let appends = self.log(scope).into_iter().flat_map(|kept| {
            let ops = kept.change.writes();
            let ops = ops.filter(|(_, op)| op.effect().register.is_none() && op.effect().stands);
            ops.map(|(write, _)| write).collect::<Vec<_>>()
        });
        let digest = self.rows(&format!("SELECT digest FROM scope WHERE {}", of(scope)));
        Dump {
            live,
            appends: appends.collect(),
            digest: Digest(hash(&digest[0][0]).0),
        }
    }

    fn log(&self, scope: ScopeRef) -> Vec<Kept> {
        let sql = format!(
            "SELECT {}, bytes FROM change WHERE scope_owner = $1 AND scope_kind = $2 ORDER BY seq",
            load::PLACE
        );
        let kind = i16::from(scope.kind);
        let rows = self.run(async |tx| Ok(tx.query(&sql, &[&scope.owner, &kind]).await?));
        let kept = |row: &Row| Kept {
            change: Arc::new(Change::decode(row.get(5)).unwrap()),
            fate: Fate::Accepted(load::place(row, 0).unwrap()),
        };
        rows.iter().map(kept).collect()
    }

    fn fate(&self, change: ChangeId) -> Option<Fate> {
        let found = self.run(async |tx| {
            let sql = format!("SELECT {} FROM change WHERE change_id = $1", load::PLACE);
            let row = tx.query_opt(&sql, &[&change.uuid()]).await?;
            row.map(|row| load::place(&row, 0)).transpose()
        });
        if let Some(place) = found {
            return Some(Fate::Accepted(place));
        }
        let sql =
            format!("SELECT code FROM quarantine WHERE change_id = '{change}' ORDER BY arrived LIMIT 1");
        let rows = self.rows(&sql);
        rows.first()
            .map(|row| Fate::Quarantined(Code::from_number(row[0].parse().unwrap())))
    }

    fn hold(&self, device: DeviceId, scope: ScopeRef) -> Option<Hold> {
        let rows = self.run(async |tx| holds::lock(tx, &device, [scope]).await);
        rows.first().map(|row| row.hold)
    }

    fn opened(&mut self) -> Vec<(ScopeRef, OperatorId)> {
        std::mem::take(&mut self.opened)
    }
}

/// How many schedules: more on request.
fn seeds() -> u64 {
    std::env::var("CARTELLA_HUB_SEEDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(100)
}

#[test]
fn postgresql_and_memory_answer_alike() {
    let ground = Ground::new();
    conformance::office(0..seeds(), 10, |grants| Tested::new(&ground, grants)).unwrap();
}

/// A schedule with slow transactions.
fn slow(seed: u64) -> Plan {
    Plan {
        seed,
        shorter: 2,
        real_keys: true,
        ..Plan::default()
    }
}

fn in_memory(key: &Key, operator: OperatorId, _: bool) -> MemLaptop {
    MemLaptop::new(key.clone(), operator, 1, Fault::None)
}

/// Several pushes are open at once, some for long, some for ever: who meets a lock of theirs has to wait, and comes
/// again. Tried with the schedules in which many wait in memory.
#[test]
fn transactions_that_meet_wait_for_each_other_and_nothing_is_lost() {
    let ground = Ground::new();
    let mut tally = Tally::default();
    let many_wait = |plan: &Plan| {
        let quick = Plan {
            real_keys: false,
            ..*plan
        };
        run_on(quick, MemOffice::new, &mut in_memory)
            .unwrap()
            .tally
            .waited
            >= 6
    };
    let plans = (0..).map(slow).filter(many_wait);
    for plan in plans.take(usize::try_from(seeds().div_ceil(5)).unwrap()) {
        let done = run_on(plan, |grants| Tested::new(&ground, grants), &mut in_memory);
        tally += done
            .unwrap_or_else(|found| panic!("seed {}: {found}", plan.seed))
            .tally;
    }
    assert!(
        tally.waited > 0 && tally.crashes > 0,
        "no two ever met: {tally:?}"
    );
}
