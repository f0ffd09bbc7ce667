//! The same schedules on PostgreSQL and on the store in memory: equal verdicts, numbers, digests, live writes, pages.
//!
//! Who may do what is the schedule's here, and so is when a transaction commits: a request is loaded and decided, and
//! what was decided is written when the schedule says so. The schedule lets nothing else pass that would have had to
//! wait for its locks.

use crate::stage::{FakeClock, NOON, id};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_hub::{
    Result,
    database::{self, Connections},
    store::{
        devices::{self, Device},
        holds, keep, load,
        quarantine::{self, Ending},
    },
    verbs::{Hub, Rows},
    world::World,
};
use cartella_sim::{
    conformance,
    keys::Key,
    rights::Grants,
    stores::{Dump, Fate, Kept, Office},
};
use cartella_sync::{
    chain::Tip,
    change::Change,
    digest::Digest,
    hub::{
        Batch, DeviceRow, DeviceState, HelloDelta, Hold, HoldRow, Opened, PushDelta, WelcomeLoaded,
        adopt_needs, decide_adopt, decide_push, note_left, regrant, same_epoch, welcome,
    },
    ids::{DeviceId, Hash32, ScopeRef, WriteId},
    messages::{Answer, Code, Compared, Hello, Pages, Problem, Push, Request},
    op::Act,
    registers::RegisterKey,
    signer::{DeviceKey, Signer as _},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, atomic::AtomicI64, atomic::Ordering},
};
use tokio::runtime::Runtime;
use tokio_postgres::Transaction;
use uuid::Uuid;
use xtask::postgres::{Database, shared};

struct Tested {
    runtime: Runtime,
    hub: Hub,
    database: Database,
    clock: Arc<FakeClock>,
    grants: Grants,
    opened: Vec<(ScopeRef, OperatorId)>,
}

enum Delta {
    Nothing,
    Hello(HelloDelta),
    Push(Box<PushDelta>),
    Holds(DeviceId, Vec<HoldRow>),
}

impl Tested {
    fn new(grants: Grants) -> Self {
        let database = shared().unwrap().database().unwrap();
        let runtime = Runtime::new().unwrap();
        let clock = Arc::new(FakeClock(AtomicI64::new(NOON)));
        let rows = Rows {
            pull: 50,
            backfill: 20,
        };
        let hub = runtime.block_on(async {
            database::migrate(database.url()).await.unwrap();
            let pool = database::pool(
                database.url(),
                Connections {
                    most: 4,
                    ..Connections::default()
                },
            )
            .unwrap();
            Hub::new(pool, World::new(clock.clone()), DeviceKey::from_seed(&[9; 32])).reading(rows)
        });
        let office = format!(
            "INSERT INTO office (id, name, epoch, acl, day, operator, device)
             VALUES ('{}', 'x', 1, 0, '9999-12-31', '{}', '\\x{}')",
            id(),
            id(),
            "00".repeat(32)
        );
        database.sql(&office).unwrap();
        Self {
            runtime,
            hub,
            database,
            clock,
            grants,
            opened: Vec::new(),
        }
    }

    /// Runs work in a transaction that is committed.
    fn run<T>(&self, work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T>) -> T {
        self.runtime.block_on(async {
            let mut client = self.hub.client().await.unwrap();
            let tx = database::begin(&mut client).await.unwrap();
            let done = work(&tx).await.unwrap();
            database::commit(tx).await.unwrap();
            done
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

    fn decide(&self, id: DeviceId, request: &Request, at: Instant) -> Result<(Delta, Answer), Problem> {
        let device = self.device(&id);
        match request {
            Request::Hello(hello) => self.hello(&device, hello, at),
            Request::Push(push) => self.push(&device, push, at),
            Request::Left(left) => {
                same_epoch(left.epoch, 1)?;
                let rows = self.run(async |tx| holds::of_device(tx, &id).await);
                let (changed, noted) = note_left(left, &id, &rows, &devices::keys(&device))?;
                Ok((Delta::Holds(id, changed), Answer::Left(noted)))
            }
            Request::Enrol(_) => Err(Problem::CodeRefused),
            reading if device.row.state != DeviceState::Active => suspended(reading),
            reading => {
                let answer = self.runtime.block_on(self.hub.answer(&id, reading.clone()));
                Ok((Delta::Nothing, answer.map_err(|error| error.problem())?))
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

    fn push(&self, device: &Device, push: &Push, at: Instant) -> Result<(Delta, Answer), Problem> {
        let batch = Batch::read(device.row.device, push, &devices::keys(device))?;
        let needs = batch.needs();
        let opens = batch.changes.iter().filter_map(|it| it.read.as_ref().ok());
        let opens: BTreeSet<ScopeRef> = opens
            .filter(|it| matches!(it.ops().first().map(|op| &op.act), Some(Act::OpenScope { .. })))
            .map(|it| it.header().scope)
            .collect();
        let loaded = self.run(async |tx| {
            let scopes = load::lock_scopes(tx, &needs.scopes, &opens).await?;
            load::loaded(tx, &needs, device.row.clone(), 1, scopes).await
        });
        let (delta, verdicts) = decide_push(&batch, loaded, &self.grants, at)?;
        Ok((Delta::Push(Box::new(delta)), Answer::Verdicts(verdicts)))
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
        let said = self.database.sql(sql).unwrap();
        said.lines()
            .map(|line| line.split('|').map(str::to_owned).collect())
            .collect()
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
            return Err(Problem::NotGranted(asked.scope));
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
        self.grants = grants.clone();
        let granted = grants.scopes_of(operator);
        for device in self.devices_of(operator) {
            self.run(async |tx| {
                let rows = regrant(&holds::of_device(tx, &device).await?, &granted, grants.acl);
                holds::put(tx, &device, &rows).await
            });
        }
        true
    }

    fn suspend(&mut self, device: DeviceId, suspended: bool) {
        let sql = format!(
            "UPDATE device SET state = {} WHERE device = '\\x{device}'",
            i32::from(suspended)
        );
        self.database.sql(&sql).unwrap();
    }

    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Self::Open> {
        self.clock.0.store(at.0, Ordering::SeqCst);
        let decided = self.decide(device, request, at);
        Some(decided.unwrap_or_else(|problem| (Delta::Nothing, Answer::Problem(problem))))
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
            Delta::Push(delta) => {
                self.run(async |tx| keep::push(tx, &delta, self.hub.world().now()).await);
                self.opened_scopes(&delta.record.opened);
            }
        }
        answer
    }

    fn abort(&mut self, _: Self::Open) {}

    fn adopt(&mut self, row: Hash32, at: Instant) -> bool {
        let waiting = self.run(async |tx| quarantine::lock(tx, &row).await);
        let Some(waiting) = waiting.filter(|waiting| waiting.open) else {
            return false;
        };
        let Ok(change) = Change::decode(&waiting.bytes).map(Arc::new) else {
            return false;
        };
        let needs = adopt_needs(&change);
        let delta = self.run(async |tx| {
            let scopes = load::lock_scopes(tx, &needs.scopes, &BTreeSet::new()).await?;
            let registers = load::registers(tx, &needs.registers).await?;
            let Ok((delta, _)) = decide_adopt(&change, waiting.code, scopes, registers, at) else {
                return Ok(None);
            };
            keep::record(tx, &delta, at).await?;
            quarantine::settle(tx, &row, &Ending::Adopted, Uuid::nil(), at).await?;
            Ok(Some(delta))
        });
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
        let sql = format!("SELECT change_id FROM change WHERE {} ORDER BY seq", of(scope));
        self.rows(&sql)
            .iter()
            .map(|row| {
                let fate = self.fate(ChangeId(row[0].parse().unwrap())).unwrap();
                let sql = format!("SELECT bytes FROM change WHERE change_id = '{}'", row[0]);
                let bytes = self.rows(&sql)[0][0].trim_start_matches("\\x").to_owned();
                let bytes: Vec<u8> = bytes
                    .as_bytes()
                    .chunks(2)
                    .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                    .collect();
                Kept {
                    change: Arc::new(Change::decode(&bytes).unwrap()),
                    fate,
                }
            })
            .collect()
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
        .unwrap_or(12)
}

#[test]
fn postgresql_and_memory_answer_alike() {
    conformance::office(0..seeds(), 10, Tested::new).unwrap();
}
