//! An office in memory that answers signed requests as the real one does, and a line to it that can be cut.

use cartella_app::office::{Came, Carry, SyncReport, ToSend, Turn, turn};
use cartella_domain::{ids::OperatorId, scope::ScopeId, time::Instant};
use cartella_sim::{keys::Key, office::MemOffice, rights::Grants, stores::Office as _};
use cartella_sync::{
    change::Change,
    device::Trouble,
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{Answer, Enrolled, Problem, Request},
    request::{Line, Signed, check, is_fresh},
    signer::{DeviceKey, DeviceKeys, Signer as _},
};
use cartella_testkit::Office;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use uuid::Uuid;

/// The one-time code of these stories.
pub const CODE: &str = "K7QP-2M9X";

/// Where a line is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The request is lost before it arrives.
    Before(u32),
    /// It is done and its answer is lost.
    After(u32),
}

struct Inside {
    office: MemOffice,
    grants: Grants,
    keys: DeviceKeys,
    seeds: BTreeMap<DeviceId, [u8; 32]>,
    nonces: Vec<[u8; 16]>,
    now: i64,
    requests: u32,
    cut: Option<Cut>,
}

/// The office.
pub struct Hub(RefCell<Inside>);

/// The seed of a laptop's key in these stories.
pub fn device(n: u8) -> [u8; 32] {
    [n; 32]
}

impl Hub {
    pub fn new() -> Self {
        Self(RefCell::new(Inside {
            office: MemOffice::new(Grants::default()),
            grants: Grants::default(),
            keys: DeviceKeys::default(),
            seeds: (1..=9)
                .map(|n| (DeviceKey::from_seed(&device(n)).device_id(), device(n)))
                .collect(),
            nonces: Vec::new(),
            now: 1_800_000_000_000,
            requests: 0,
            cut: None,
        }))
    }

    /// The hub's clock shows this.
    pub fn clock(&self, now: Instant) {
        self.0.borrow_mut().now = now.0;
    }

    /// The line is cut once.
    pub fn cut(&self, cut: Cut) {
        let mut inside = self.0.borrow_mut();
        inside.requests = 0;
        inside.cut = Some(cut);
    }

    /// The office gives or takes a right.
    pub fn turn(&self, operator: OperatorId, scope: ScopeId) {
        let mut inside = self.0.borrow_mut();
        let scope = ScopeRef::from(scope);
        inside.grants.turn(operator, scope);
        let grants = inside.grants.clone();
        assert!(inside.office.regrant(&grants, operator, scope));
    }

    /// What waits for a person at the office.
    pub fn held(&self) -> Vec<Hash32> {
        let inside = self.0.borrow();
        inside.office.waiting().into_iter().map(|(row, _)| row).collect()
    }

    pub fn adopt(&self, row: Hash32) {
        let mut inside = self.0.borrow_mut();
        let at = Instant(inside.now);
        assert!(inside.office.adopt(row, at));
    }

    pub fn close(&self, row: Hash32) {
        assert!(self.0.borrow_mut().office.close(row));
    }
}

impl Inside {
    fn answer(&mut self, sent: &ToSend) -> Answer {
        let (Some(signed), Ok(request)) = (Signed::read(&sent.signature), Request::decode(&sent.body)) else {
            return Answer::Problem(Problem::BadRequest);
        };
        if let Request::Enrol(enrol) = &request {
            let _ = self.keys.add(&enrol.public_key);
        }
        let line = Line {
            method: "POST",
            path: sent.path,
            body: Hash32::of(&sent.body),
            at: signed.at,
            nonce: signed.nonce,
        };
        if check(&line, &signed.device, &signed.signature, &self.keys).is_err()
            || self.nonces.contains(&signed.nonce)
        {
            return Answer::Problem(Problem::Unauthorised);
        }
        if !is_fresh(signed.at, Instant(self.now)) {
            return Answer::Problem(Problem::Clock(Instant(self.now)));
        }
        self.nonces.push(signed.nonce);
        self.act(signed.device, &request)
    }

    fn act(&mut self, device: DeviceId, request: &Request) -> Answer {
        if let Request::Enrol(enrol) = request {
            let seed = self.seeds.get(&device).copied();
            let (Some(seed), "K7QP2M9X") = (seed, enrol.code.as_str()) else {
                return Answer::Problem(Problem::CodeRefused);
            };
            let key = Key::Real {
                key: Rc::new(DeviceKey::from_seed(&seed)),
                seed,
            };
            self.office.enrol(&key, enrol.operator);
            return Answer::Enrolled(Enrolled {
                epoch: 1,
                office: Uuid::from_u128(42),
                office_name: "Azienda sociale di prova".to_owned(),
                operator: enrol.operator,
            });
        }
        if let Request::Push(push) = request {
            // Who writes first in a scope holds it until the office decides.
            for bytes in &push.changes {
                let (header, _) = Change::header_of(&bytes.0).unwrap();
                if !self.grants.opened.contains(&header.scope) {
                    self.grants.free.insert(header.scope);
                    let grants = self.grants.clone();
                    assert!(self.office.regrant(&grants, header.author_id, header.scope));
                }
            }
        }
        let open = self.office.open(device, request, Instant(self.now)).unwrap();
        let answer = self.office.commit(open);
        for (scope, operator) in self.office.opened() {
            self.grants.open(operator, scope);
        }
        answer
    }
}

impl Carry for Hub {
    fn carry(&self, request: &ToSend) -> Came {
        let mut inside = self.0.borrow_mut();
        assert_eq!(request.server.host, "ufficio.example:8443");
        inside.requests += 1;
        let n = inside.requests;
        if inside.cut == Some(Cut::Before(n)) {
            inside.cut = None;
            return Err(Trouble::Line);
        }
        let answer = inside.answer(request).encode();
        if inside.cut == Some(Cut::After(n)) {
            inside.cut = None;
            return Err(Trouble::Timeout);
        }
        Ok(answer)
    }
}

/// One session from its first step to its last; says how many steps were written.
pub fn session_of(office: &mut Office, hub: &Hub) -> (SyncReport, u32) {
    hub.clock(office.session.now());
    let mut came = None;
    let mut steps = 0;
    loop {
        match turn(&mut office.session, came.take()).unwrap() {
            Turn::Send(request) => came = Some(hub.carry(&request)),
            Turn::Again => steps += 1,
            Turn::Done(report) => {
                hub.0.borrow_mut().cut = None;
                return (report, steps);
            }
        }
    }
}

/// A session that must come to its end.
pub fn agreed(office: &mut Office, hub: &Hub) -> SyncReport {
    let (report, _) = session_of(office, hub);
    assert_eq!(report.trouble, None, "{report:?}");
    report
}
