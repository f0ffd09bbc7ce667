//! An office with staff, and laptops that write, push and pull.

use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile, Episode},
    diary::DiaryEntry,
    ids::{CaseId, ChangeId, EntryId, OperatorId, PersonId, RecordId},
    people::Person,
    record::Record,
    registry,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
    time::{CivilDate, Instant},
};
use cartella_hub::{
    database::{self, Connections},
    desk,
    store::office::OfficeRow,
    verbs::{Act, Hub},
    world::{Clock, World},
};
use cartella_sync::{
    chain::{Heading, Tip, seal},
    change::Change,
    codec,
    hub::OLDEST,
    ids::{DeviceId, Hlc, ScopeRef, WriteId},
    messages::{
        Answer, Backfill, BackfillPage, Bytes, Delivered, Digests, Enrol, Have, Hello, Judged, Left,
        PROTOCOL, Portion, Problem, Pull, Push, Receipt, Request, Sum, Verdict, Verdicts, Welcome,
    },
    op::{self, Op, Signed},
    registers::Registers,
    signer::{DeviceKey, Signer as _},
};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use uuid::Uuid;
use xtask::postgres::{Database, shared};

/// Noon of 14 April 2026 in Italy.
pub const NOON: i64 = 1_776_160_800_000;
pub const DAY_MS: i64 = 86_400_000;

pub struct FakeClock(pub AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

pub struct Stage {
    pub database: Database,
    pub hub: Hub,
    pub clock: Arc<FakeClock>,
    pub office: OfficeRow,
    pub seed: [u8; 32],
}

pub fn chance<const N: usize>() -> [u8; N] {
    World::system().bytes()
}

pub fn id() -> Uuid {
    World::system().id()
}

impl Stage {
    /// An office without staff.
    pub async fn new() -> Self {
        Self::on(shared().unwrap().database().unwrap()).await
    }

    pub async fn on(database: Database) -> Self {
        database::migrate(database.url()).await.unwrap();
        let clock = Arc::new(FakeClock(AtomicI64::new(NOON)));
        let seed = chance();
        let hub = hub(&database, &clock, &seed);
        let office = desk::found(&hub, "Azienda di prova").await.unwrap();
        Self {
            database,
            hub,
            clock,
            office,
            seed,
        }
    }

    /// Another process on the same database.
    pub fn process(&self) -> Hub {
        hub(&self.database, &self.clock, &self.seed)
    }

    pub fn days_pass(&self, days: i64) {
        self.clock.0.fetch_add(days * DAY_MS, Ordering::SeqCst);
    }

    pub fn today(&self) -> CivilDate {
        self.hub.world().today()
    }

    /// A member of the staff in tutela minori, not enrolled.
    pub async fn staff(&self, role: Role) -> OperatorId {
        let services = vec![Service::TutelaMinori];
        let coordinates = if role == Role::Coordinatore {
            services.clone()
        } else {
            vec![]
        };
        let card = Operator {
            surname: Some("Prova".into()),
            name: Some(format!("{role:?}")),
            qualifica: Some(role),
            services: services.into_iter().collect(),
            coordinates: coordinates.into_iter().collect(),
            comune: (role == Role::AssistenteSocialeComune).then(|| "E514".to_owned()),
            ..Operator::default()
        };
        desk::add(&self.hub, &card).await.unwrap()
    }

    /// A laptop of a new member of the staff, enrolled.
    pub async fn laptop(&self, role: Role) -> Laptop {
        let staff = self.staff(role).await;
        self.laptop_of(staff).await
    }

    pub async fn laptop_of(&self, staff: OperatorId) -> Laptop {
        let (code, _) = desk::make_code(&self.hub, staff).await.unwrap();
        let mut laptop = Laptop::new(self.hub.clone());
        laptop.enrol(&code).await.unwrap();
        laptop
    }

    /// Assigns from the desk.
    pub async fn assign(&self, case: CaseId, operator: OperatorId) {
        self.assign_as(case, operator, AssignmentRole::Responsabile).await;
    }

    pub async fn assign_as(&self, case: CaseId, operator: OperatorId, role: AssignmentRole) {
        let assign = desk::Assign {
            case,
            operator,
            role,
            from: None,
            to: None,
            stands_in_for: None,
            by: None,
        };
        desk::assign(&self.hub, &assign).await.unwrap();
    }

    /// Nothing in the tables that does not follow from the log.
    pub async fn is_whole(&self) {
        let (_, _, findings) = desk::check(&self.hub).await.unwrap();
        assert_eq!(findings, []);
    }
}

pub fn hub(database: &Database, clock: &Arc<FakeClock>, seed: &[u8; 32]) -> Hub {
    let connections = Connections {
        most: 6,
        ..Connections::default()
    };
    let pool = database::pool(database.url(), connections).unwrap();
    Hub::new(pool, World::new(clock.clone()), DeviceKey::from_seed(seed))
}

/// A laptop as the hub sees one. It keeps what it was sent and computes digests of it.
pub struct Laptop {
    pub hub: Hub,
    pub key: DeviceKey,
    pub operator: OperatorId,
    pub own_office: Uuid,
    pub tip: Tip,
    pub acl: u64,
    pub epoch: u64,
    pub pending: Vec<Change>,
    pub have: BTreeMap<ScopeRef, u64>,
    /// Scopes that were opened here.
    pub opened: Vec<ScopeRef>,
}

impl Laptop {
    pub fn new(hub: Hub) -> Self {
        Self {
            hub,
            key: DeviceKey::from_seed(&chance()),
            operator: OperatorId(id()),
            own_office: id(),
            tip: Tip::start(1),
            acl: 0,
            epoch: 1,
            pending: Vec::new(),
            have: BTreeMap::new(),
            opened: Vec::new(),
        }
    }

    pub fn device(&self) -> DeviceId {
        self.key.device_id()
    }

    /// A request as it travels.
    pub async fn ask(&self, request: Request) -> Result<Answer, Problem> {
        let request = Request::decode(&request.encode()).unwrap();
        let answer = self.hub.answer(&self.device(), request).await;
        let answer = answer.unwrap_or_else(|error| Answer::Problem(error.problem()));
        match Answer::decode(&answer.encode()).unwrap() {
            Answer::Problem(problem) => Err(problem),
            answer => Ok(answer),
        }
    }

    pub fn enrolling(&self, code: &str) -> Enrol {
        Enrol {
            protocol: PROTOCOL,
            code: code.to_owned(),
            public_key: self.key.public_key(),
            operator: self.operator,
            own_office: self.own_office,
            label: "portatile".into(),
            tip: self.tip,
        }
    }

    pub async fn enrol(&mut self, code: &str) -> Result<(), Problem> {
        match self.ask(Request::Enrol(self.enrolling(code))).await? {
            Answer::Enrolled(it) => {
                assert_eq!(it.operator, self.operator);
                self.epoch = it.epoch;
                Ok(())
            }
            other => panic!("{other:?}"),
        }
    }

    /// Writes on the laptop.
    pub fn write(&mut self, scope: ScopeId, ops: Vec<Op>) -> Change {
        self.write_as(self.operator, scope.into(), &ops)
    }

    pub fn write_as(&mut self, author: OperatorId, scope: ScopeRef, ops: &[Op]) -> Change {
        let now = self.hub.world().now();
        let heading = Heading {
            change_id: ChangeId(id()),
            hlc: Hlc(Hlc::at(now).0 + self.tip.seq),
            clock_offset_ms: 0,
            clock_flags: 0,
            author_id: author,
            scope,
            acl_seen: self.acl,
            scope_seq_seen: self.have.get(&scope).copied().unwrap_or(0),
            schema_ver: registry::VERSION,
            group_id: None,
        };
        let (change, tip) = seal(&self.tip, &heading, ops, chance(), &self.key).unwrap();
        self.tip = tip;
        if matches!(ops.first().map(|op| &op.act), Some(op::Act::OpenScope { .. })) {
            self.opened.push(scope);
        }
        self.pending.push(change.clone());
        change
    }

    pub fn pushing(&self, changes: &[Change]) -> Request {
        Request::Push(Push {
            epoch: self.epoch,
            changes: changes.iter().map(|change| Bytes(change.encode())).collect(),
        })
    }

    pub async fn push_these(&self, changes: &[Change]) -> Result<Verdicts, Problem> {
        match self.ask(self.pushing(changes)).await? {
            Answer::Verdicts(verdicts) => Ok(verdicts),
            other => panic!("{other:?}"),
        }
    }

    /// Pushes everything that waits, in one batch.
    pub async fn push(&mut self) -> Vec<Verdict> {
        let changes = std::mem::take(&mut self.pending);
        let verdicts = self.push_these(&changes).await.unwrap();
        assert_eq!(verdicts.chain, self.tip);
        verdicts
            .verdicts
            .into_iter()
            .map(|Judged { verdict, .. }| verdict)
            .collect()
    }

    /// Pushes everything and expects it to count.
    pub async fn sync(&mut self) {
        for verdict in self.push().await {
            assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
        }
        self.hello().await.unwrap();
    }

    pub fn greeting(&self) -> Hello {
        Hello {
            protocol: PROTOCOL.max(OLDEST),
            schema_ver: registry::VERSION,
            tip: self.tip,
            epoch: self.epoch,
            acl_seen: self.acl,
            held: self
                .have
                .iter()
                .map(|(scope, seq)| Have {
                    scope: *scope,
                    seq: *seq,
                })
                .collect(),
            flagged: Vec::new(),
            sent_at: self.hub.world().now(),
        }
    }

    pub async fn hello(&mut self) -> Result<Welcome, Problem> {
        match self.ask(Request::Hello(self.greeting())).await? {
            Answer::Welcome(welcome) => {
                self.acl = welcome.acl;
                self.epoch = welcome.epoch;
                Ok(welcome)
            }
            other => panic!("{other:?}"),
        }
    }

    /// A whole scope, page by page, each of few bytes.
    pub async fn backfill(&mut self, scope: ScopeId, max_bytes: u32) -> Result<Vec<Delivered>, Problem> {
        let (mut upto, mut below, mut all) = (None, None, Vec::new());
        loop {
            let asked = Backfill {
                epoch: self.epoch,
                scopes: vec![Portion {
                    scope: scope.into(),
                    upto,
                    below,
                }],
                max_bytes,
            };
            let Answer::Backfill(mut filled) = self.ask(Request::Backfill(asked)).await? else {
                panic!("another answer");
            };
            if !filled.refused.is_empty() {
                return Err(Problem::NotGranted(scope.into()));
            }
            let page = filled.pages.remove(0);
            let BackfillPage { changes, from, .. } = page;
            all.extend(changes);
            upto = Some(page.upto);
            if from <= 1 {
                self.have.insert(scope.into(), page.upto);
                return Ok(all);
            }
            below = Some(from);
        }
    }

    pub async fn pull(&mut self, scope: ScopeId) -> Result<Vec<Delivered>, Problem> {
        let asked = Pull {
            epoch: self.epoch,
            scopes: vec![Have {
                scope: scope.into(),
                seq: self.have.get(&scope.into()).copied().unwrap_or(0),
            }],
            max_bytes: 1 << 20,
        };
        let Answer::Pages(pages) = self.ask(Request::Pull(asked)).await? else {
            panic!("another answer");
        };
        if !pages.refused.is_empty() {
            return Err(Problem::NotGranted(scope.into()));
        }
        let page = pages.pages.into_iter().next().unwrap();
        self.have.insert(scope.into(), page.to);
        Ok(page.changes)
    }

    /// Whether the hub's digest of the scope is that of these changes.
    pub async fn agrees(&self, scope: ScopeId, held: &[Delivered]) -> bool {
        let mut registers = Registers::default();
        for delivered in held {
            registers.accept(&Change::decode(&delivered.bytes.0).unwrap(), delivered.place.dead);
        }
        let sum = Sum {
            scope: scope.into(),
            seq: self.have[&scope.into()],
            digest: registers.digest(scope.into()),
        };
        let asked = Digests {
            epoch: self.epoch,
            sums: vec![sum],
        };
        let Answer::Compared(compared) = self.ask(Request::Digests(asked)).await.unwrap() else {
            panic!("another answer");
        };
        compared.same == [scope.into()]
    }

    pub async fn leave(&mut self, scope: ScopeId) {
        let at = self.hub.world().now();
        let receipt = Receipt::seal(scope.into(), self.acl, at, &self.key);
        let left = Left {
            epoch: self.epoch,
            receipts: vec![receipt],
        };
        self.ask(Request::Left(left)).await.unwrap();
        self.have.remove(&scope.into());
    }

    /// The scopes that the hub would send.
    pub async fn granted(&mut self) -> std::collections::BTreeSet<ScopeRef> {
        let greeting = Hello {
            held: Vec::new(),
            ..self.greeting()
        };
        let Answer::Welcome(welcome) = self.ask(Request::Hello(greeting)).await.unwrap() else {
            panic!("another answer");
        };
        self.acl = welcome.acl;
        welcome.enter.iter().map(|enter| enter.scope).collect()
    }

    /// Opens a person.
    pub fn person(&mut self) -> PersonId {
        let person = PersonId(id());
        let scope = ScopeId::new(person.uuid(), ScopeKind::Person);
        let card = Person {
            surname: Some("Bianchi".into()),
            ..Person::default()
        };
        self.write(scope, opening(Act::create(scope, person, &card).unwrap().ops));
        person
    }

    /// Opens a case in tutela minori about a person, with whom it involves.
    pub fn case(&mut self, person: PersonId, involved: &[PersonId]) -> CaseId {
        let case = CaseId(id());
        let scope = core(case);
        let file = CaseFile {
            person: Some(person),
            service: Some(Service::TutelaMinori),
            involved: involved.iter().copied().collect(),
            ..CaseFile::default()
        };
        let mut ops = opening(Act::create(scope, case, &file).unwrap().ops);
        let episode = Episode {
            case: Some(case),
            number: Some(1),
            ..Episode::default()
        };
        ops.extend(Act::create(scope, id(), &episode).unwrap().ops);
        self.write(scope, ops);
        case
    }

    /// Signs an entry in the diary of a case; opens the diary if told so.
    pub fn entry(&mut self, case: CaseId, opens: bool) -> Change {
        let scope = ScopeId::new(case.uuid(), ScopeKind::CaseDiary);
        let sign = self.signing(EntryId(id()), case);
        self.write(scope, if opens { opening(vec![sign]) } else { vec![sign] })
    }

    pub fn signing(&self, entry: EntryId, case: CaseId) -> Op {
        let record = DiaryEntry {
            case: Some(case),
            author: self.operator,
            ..DiaryEntry::default()
        };
        sign(entry.uuid(), self.operator, &record)
    }

    pub fn edit_person(
        &mut self,
        person: PersonId,
        field: u16,
        value: &str,
        replaces: Vec<WriteId>,
    ) -> Change {
        let set = op::Act::Set {
            record: RecordId(person.uuid()),
            field,
            value: value.into(),
            replaces,
        };
        self.write(ScopeId::new(person.uuid(), ScopeKind::Person), vec![set.into()])
    }

    pub fn assignment(&mut self, case: CaseId, operator: OperatorId) -> Change {
        let record = Assignment {
            case: Some(case),
            operator: Some(operator),
            ..Assignment::default()
        };
        self.write(core(case), Act::create(core(case), id(), &record).unwrap().ops)
    }
}

pub fn opening(ops: Vec<Op>) -> Vec<Op> {
    opening_of(None, ops)
}

pub fn opening_of(of: Option<Uuid>, mut ops: Vec<Op>) -> Vec<Op> {
    ops.insert(0, op::Act::OpenScope { of }.into());
    ops
}

pub fn core(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseCore)
}

pub fn diary(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseDiary)
}

pub fn of_person(person: PersonId) -> ScopeId {
    ScopeId::new(person.uuid(), ScopeKind::Person)
}

pub fn sign<T: Record>(entry: Uuid, author: OperatorId, record: &T) -> Op {
    let body = serde_json::Value::Object(record.body().unwrap());
    let content = Signed {
        kind: T::KIND.number,
        occurred_on: "2026-04-14".into(),
        body_hash: codec::signed_hash(T::KIND.number, author, "2026-04-14", &body, &[]).unwrap(),
        body,
        attachments: Vec::new(),
        closes_draft: None,
    };
    op::Act::Sign {
        entry: RecordId(entry),
        content: Box::new(content),
    }
    .into()
}
