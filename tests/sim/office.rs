//! The office's store in memory, around the product's decisions: load under locks, decide, and commit or not.

use crate::{
    fault::Fault,
    keys::{Key, Keys},
    rights::Grants,
    stores::{Dump, Fate, Kept, Office},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use cartella_sync::{
    chain::Tip,
    change::Change,
    hub::{
        BackfillLoaded, Batch, DeviceRow, DeviceState, HelloDelta, Hold, HoldRow, Known, Loaded, PullScope,
        PushDelta, RecordDelta, RegisterRow, ScopeRow, Stored, WelcomeLoaded, backfill_page, compare,
        decide_adopt, decide_push, note_left, pages, regrant, same_epoch, welcome,
    },
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{
        Accepted, Answer, Backfill, Code, Compared, Digests, Hello, Left, Problem, Pull, Push, Request,
        Settled, Verdict, Verdicts, push::ADOPTED,
    },
    op::Act,
    registers::RegisterKey,
    signer::Signer as _,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

struct Device {
    row: DeviceRow,
    chain: Vec<(Hash32, ChangeId)>,
    holds: BTreeMap<ScopeRef, HoldRow>,
}

struct Row {
    change: Arc<Change>,
    header_hash: Hash32,
    place: Accepted,
    stands: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waits {
    Open,
    Adopted,
    Closed,
}

struct Quarantined {
    change: ChangeId,
    read: Option<Arc<Change>>,
    bytes: Vec<u8>,
    code: Code,
    waits: Waits,
}

/// The office in memory.
#[derive(Default)]
pub struct MemOffice {
    keys: Keys,
    grants: Grants,
    devices: BTreeMap<DeviceId, Device>,
    scopes: BTreeMap<ScopeRef, (ScopeRow, Vec<ChangeId>)>,
    changes: BTreeMap<ChangeId, Row>,
    quarantine: BTreeMap<Hash32, Quarantined>,
    refused: BTreeMap<ChangeId, Hash32>,
    registers: BTreeMap<RegisterKey, RegisterRow>,
    locked_devices: BTreeSet<DeviceId>,
    locked_scopes: BTreeSet<ScopeRef>,
    opened: Vec<(ScopeRef, OperatorId)>,
    fault: Fault,
}

enum Delta {
    Nothing,
    Hello(HelloDelta),
    Push(Box<PushDelta>),
    Holds(DeviceId, Vec<HoldRow>),
}

/// Decided, not committed.
pub struct Open {
    devices: BTreeSet<DeviceId>,
    scopes: BTreeSet<ScopeRef>,
    delta: Delta,
    answer: Answer,
}

const EPOCH: u64 = 1;

impl MemOffice {
    pub fn new(grants: Grants) -> Self {
        Self {
            fault: grants.fault,
            grants,
            ..Self::default()
        }
    }

    fn hello(&self, device: DeviceId, hello: &Hello, at: Instant) -> Result<(Delta, Answer), Problem> {
        let row = &self.devices[&device];
        let settled = |id: &ChangeId| {
            let waiting = &self.quarantine[self.refused.get(id)?];
            (waiting.waits != Waits::Open && self.fault != Fault::SettledNotTold).then(|| Settled {
                change: *id,
                adopted: self.changes.get(id).map(|row| row.place.clone()),
                reason: String::from("chiusa"),
            })
        };
        let head = |scope: &ScopeRef| Some((*scope, self.scopes.get(scope)?.0.head));
        let loaded = WelcomeLoaded {
            epoch: EPOCH,
            acl: self.grants.acl,
            device: row.row.clone(),
            holds: row.holds.values().copied().collect(),
            heads: row
                .holds
                .keys()
                .chain(hello.held.iter().map(|have| &have.scope))
                .filter_map(head)
                .collect(),
            priority: BTreeMap::new(),
            settled: hello.flagged.iter().filter_map(settled).collect(),
        };
        let (delta, answer) = welcome(hello, &loaded, at, at)?;
        Ok((Delta::Hello(delta), Answer::Welcome(answer)))
    }

    fn load(&self, batch: &Batch) -> Loaded {
        let needs = batch.needs();
        let device = &self.devices[&needs.device];
        let (first, last) = needs.chain;
        let stretch = (first..=last).filter_map(|seq| {
            let at = usize::try_from(seq).ok()?.checked_sub(1)?;
            Some((seq, device.chain.get(at)?.0))
        });
        Loaded {
            epoch: EPOCH,
            device: device.row.clone(),
            chain: stretch.collect(),
            known: needs
                .changes
                .iter()
                .filter_map(|id| Some((*id, self.known(*id)?)))
                .collect(),
            scopes: needs
                .scopes
                .iter()
                .filter_map(|s| Some((*s, self.scopes.get(s)?.0)))
                .collect(),
            left: needs
                .scopes
                .iter()
                .filter_map(|s| Some((*s, device.holds.get(s)?.left?)))
                .collect(),
            registers: needs
                .registers
                .iter()
                .filter_map(|key| Some((*key, self.registers.get(key)?.clone())))
                .collect(),
        }
    }

    fn known(&self, id: ChangeId) -> Option<Known> {
        if let Some(row) = self.changes.get(&id) {
            let stale = self.fault == Fault::StaleVerdict && row.place.flags & ADOPTED != 0;
            let verdict = if stale {
                Verdict::Quarantined(Code::NotAuthorised)
            } else {
                Verdict::Accepted(row.place.clone())
            };
            return Some(Known {
                header_hash: row.header_hash,
                verdict,
            });
        }
        let hash = self.refused.get(&id)?;
        Some(Known {
            header_hash: *hash,
            verdict: Verdict::Quarantined(self.quarantine[hash].code),
        })
    }

    fn push(
        &self,
        device: DeviceId,
        push: &Push,
        at: Instant,
    ) -> Result<(Batch, PushDelta, Verdicts), Problem> {
        let mut batch = Batch::read(device, push, &self.keys)?;
        let mut loaded = self.load(&batch);
        if self.fault == Fault::AcceptTwice
            && batch
                .changes
                .iter()
                .all(|one| one.header.dev_seq <= loaded.device.chain.seq)
        {
            let first = &batch.changes[0].header;
            loaded.known.clear();
            loaded.device.chain = Tip {
                incarnation: first.incarnation,
                seq: first.dev_seq - 1,
                hash: first.prev,
            };
        }
        let (delta, answer) = decide_push(&batch, loaded, &self.grants, at)?;
        if self.fault == Fault::RefusedBlocksLater {
            let refused = |judged: &_| {
                matches!(
                    judged,
                    &cartella_sync::messages::Judged {
                        verdict: Verdict::Quarantined(_),
                        ..
                    }
                )
            };
            if let Some(first) = answer.verdicts.iter().position(refused) {
                batch.changes.truncate(first + 1);
                let (delta, answer) = decide_push(&batch, self.load(&batch), &self.grants, at)?;
                return Ok((batch, delta, answer));
            }
        }
        Ok((batch, delta, answer))
    }

    fn stored(&self, row: &Row) -> Stored {
        let mut place = row.place.clone();
        let mut bytes = row.change.encode();
        if self.fault == Fault::StampNotCapped {
            place.eff_hlc = row.change.header().hlc;
        }
        let known =
            |op: &&cartella_sync::op::Op| op.extra.is_empty() && !matches!(op.act, Act::Unknown { .. });
        let ops = row.change.ops();
        if self.fault == Fault::UnknownIsDropped && ops.iter().any(|op| !known(&op)) {
            let kept: Vec<_> = ops.iter().filter(known).cloned().collect();
            let payload = cartella_sync::codec::encode_payload(&kept).ok();
            let content = payload.map(|payload| (*row.change.salt().unwrap(), payload));
            bytes = Change::from_parts(
                row.change.header_bytes().to_vec(),
                *row.change.signature(),
                content,
            )
            .unwrap()
            .encode();
        }
        Stored { bytes, place }
    }

    fn granted(&self, device: &Device, scope: ScopeRef) -> bool {
        let row = device.holds.get(&scope);
        let sent = self.fault == Fault::RevokedIsSent;
        device.row.state == DeviceState::Active && row.is_some_and(|row| row.hold.is_granted() || sent)
    }

    fn pull(&self, device: DeviceId, pull: &Pull) -> Result<Answer, Problem> {
        same_epoch(pull.epoch, EPOCH)?;
        let device = &self.devices[&device];
        let mut loaded = BTreeMap::new();
        for have in &pull.scopes {
            let Some((row, log)) = self
                .scopes
                .get(&have.scope)
                .filter(|_| self.granted(device, have.scope))
            else {
                continue;
            };
            let above = log.iter().skip(have.seq as usize).take(50);
            let rows = above.map(|id| {
                let mut stored = self.stored(&self.changes[id]);
                if self.fault == Fault::PullStatesNothing {
                    stored.place.dead = 0;
                }
                stored
            });
            loaded.insert(
                have.scope,
                PullScope {
                    head: row.head,
                    rows: rows.collect(),
                },
            );
        }
        Ok(Answer::Pages(pages(pull, loaded)))
    }

    fn backfill(&self, device: DeviceId, asked: &Backfill) -> Result<Answer, Problem> {
        same_epoch(asked.epoch, EPOCH)?;
        let device = &self.devices[&device];
        let granted = self
            .scopes
            .get(&asked.scope)
            .filter(|_| self.granted(device, asked.scope));
        let (row, log) = granted.ok_or(Problem::NotGranted(asked.scope))?;
        let below = asked
            .below
            .unwrap_or(u64::MAX)
            .min(asked.upto.unwrap_or(row.head).saturating_add(1));
        let mut live = log
            .iter()
            .rev()
            .map(|id| &self.changes[id])
            .filter(|row| row.place.seq < below && row.stands & !row.place.dead != 0);
        let rows: Vec<Stored> = live
            .by_ref()
            .take(20)
            .map(|row| {
                let mut stored = self.stored(row);
                if self.fault == Fault::BackfillStatesNothing {
                    stored.place.dead = 0;
                }
                stored
            })
            .collect();
        let more = live.next().is_some();
        Ok(Answer::Backfill(backfill_page(
            asked,
            BackfillLoaded {
                head: row.head,
                rows,
                more,
            },
        )))
    }

    fn digests(&self, device: DeviceId, digests: &Digests) -> Result<Answer, Problem> {
        same_epoch(digests.epoch, EPOCH)?;
        let device = &self.devices[&device];
        let rows = digests.sums.iter().filter_map(|sum| {
            let row = self
                .scopes
                .get(&sum.scope)
                .filter(|_| self.granted(device, sum.scope))?;
            Some((sum.scope, row.0))
        });
        let compared = compare(digests, &rows.collect());
        Ok(Answer::Compared(if self.fault == Fault::DigestNotChecked {
            Compared {
                same: digests.sums.iter().map(|sum| sum.scope).collect(),
                differ: Vec::new(),
            }
        } else {
            compared
        }))
    }

    fn left(&self, device: DeviceId, left: &Left) -> Result<(Delta, Answer), Problem> {
        same_epoch(left.epoch, EPOCH)?;
        let rows: Vec<HoldRow> = self.devices[&device].holds.values().copied().collect();
        let (mut changed, noted) = note_left(left, &device, &rows, &self.keys)?;
        match self.fault {
            Fault::LeaveNotAcknowledged => changed.clear(),
            Fault::OldReceiptCounts => changed.iter_mut().for_each(|row| row.hold = Hold::Left),
            _ => {}
        }
        Ok((Delta::Holds(device, changed), Answer::Left(noted)))
    }

    fn decide(
        &self,
        device: DeviceId,
        request: &Request,
        at: Instant,
    ) -> Result<(Delta, Answer, BTreeSet<ScopeRef>), Problem> {
        let none = BTreeSet::new();
        Ok(match request {
            Request::Hello(hello) => {
                let (delta, answer) = self.hello(device, hello, at)?;
                (delta, answer, none)
            }
            Request::Push(push) => {
                let (batch, delta, verdicts) = self.push(device, push, at)?;
                (
                    Delta::Push(Box::new(delta)),
                    Answer::Verdicts(verdicts),
                    batch.needs().scopes,
                )
            }
            Request::Pull(pull) => (Delta::Nothing, self.pull(device, pull)?, none),
            Request::Backfill(asked) => (Delta::Nothing, self.backfill(device, asked)?, none),
            Request::Left(left) => {
                let (delta, answer) = self.left(device, left)?;
                (delta, answer, none)
            }
            Request::Digests(digests) => (Delta::Nothing, self.digests(device, digests)?, none),
            Request::Enrol(_) => return Err(Problem::CodeRefused),
        })
    }

    fn store_record(&mut self, delta: RecordDelta) {
        for opened in delta.opened {
            self.scopes.insert(
                opened.scope,
                (
                    ScopeRow {
                        scope: opened.scope,
                        head: 0,
                        digest: Default::default(),
                    },
                    Vec::new(),
                ),
            );
            self.opened.push((opened.scope, opened.author));
            if self.fault == Fault::OpenerHoldsNothing {
                self.grants.opened.insert(opened.scope);
                continue;
            }
            self.grants.open(opened.author, opened.scope);
            let acl = self.grants.acl;
            for device in self
                .devices
                .values_mut()
                .filter(|device| device.row.operator == opened.author)
            {
                let row = HoldRow {
                    scope: opened.scope,
                    hold: Hold::Enter,
                    acl,
                    left: None,
                };
                let row = device.holds.entry(opened.scope).or_insert(row);
                if !row.hold.is_granted() {
                    row.hold = Hold::Enter;
                    row.acl = acl;
                }
            }
        }
        for row in delta.accepted {
            let scope = row.change.header().scope;
            self.scopes.get_mut(&scope).unwrap().1.push(row.change.id());
            let stored = Row {
                header_hash: row.change.header_hash(),
                change: row.change,
                place: row.place,
                stands: row.stands,
            };
            self.changes.insert(stored.change.id(), stored);
        }
        for (scope, row) in delta.scopes {
            self.scopes.get_mut(&scope).unwrap().0 = row;
        }
        for (key, write) in delta.born {
            self.registers.entry(key).or_default().live.insert(write);
        }
        for (key, write) in delta.unseen {
            self.registers.entry(key).or_default().unseen.insert(write);
        }
        if self.fault == Fault::MergeIgnoresReplaces {
            return;
        }
        for (key, write) in delta.died {
            self.registers.get_mut(&key).unwrap().live.remove(&write);
        }
        for (id, bits) in delta.dead {
            self.changes.get_mut(&id).unwrap().place.dead |= bits;
        }
    }

    fn store_push(&mut self, delta: PushDelta) {
        let device = self.devices.get_mut(&delta.device).unwrap();
        device.row.chain = delta.chain;
        for link in delta.links {
            device.chain.truncate(link.dev_seq as usize - 1);
            device.chain.push((link.header_hash, link.change));
        }
        for row in delta.quarantined {
            if self.fault == Fault::QuarantineDropped {
                continue;
            }
            self.refused.entry(row.change).or_insert(row.header_hash);
            let read = Change::decode(&row.bytes).ok().map(Arc::new);
            self.quarantine.insert(
                row.header_hash,
                Quarantined {
                    change: row.change,
                    read,
                    bytes: row.bytes,
                    code: row.code,
                    waits: Waits::Open,
                },
            );
        }
        self.store_record(delta.record);
    }

    fn turn_holds(&mut self, delta: &HelloDelta) {
        let device = self.devices.get_mut(&delta.device).unwrap();
        for turn in &delta.holds {
            let scope = turn.after.scope;
            if device.holds.get(&scope) == turn.before.as_ref() {
                device.holds.insert(scope, turn.after);
            }
        }
    }

    fn store_holds(&mut self, device: DeviceId, rows: Vec<HoldRow>) {
        let device = self.devices.get_mut(&device).unwrap();
        for row in rows {
            device.holds.insert(row.scope, row);
        }
    }

    /// The devices whose rows a transaction writes: its own, and with a new scope all of its author's.
    fn writes_to(&self, device: DeviceId, delta: &Delta) -> BTreeSet<DeviceId> {
        match delta {
            Delta::Nothing | Delta::Hello(_) => BTreeSet::new(),
            Delta::Holds(..) => BTreeSet::from([device]),
            Delta::Push(push) if push.record.opened.is_empty() => BTreeSet::from([device]),
            Delta::Push(_) => {
                let operator = self.devices[&device].row.operator;
                let mine = self
                    .devices
                    .iter()
                    .filter(|(_, other)| other.row.operator == operator);
                mine.map(|(id, _)| *id).collect()
            }
        }
    }

    fn unlock(&mut self, open: &Open) {
        for device in &open.devices {
            self.locked_devices.remove(device);
        }
        for scope in &open.scopes {
            self.locked_scopes.remove(scope);
        }
    }
}

impl Office for MemOffice {
    type Open = Open;

    fn enrol(&mut self, key: &Key, operator: OperatorId) {
        self.keys.add(key);
        let id = key.device_id();
        let acl = self.grants.acl;
        let holds = self.grants.scopes_of(operator).into_iter();
        let device = Device {
            row: DeviceRow {
                device: id,
                operator,
                state: DeviceState::Active,
                chain: Tip::start(1),
            },
            chain: Vec::new(),
            holds: holds
                .map(|scope| {
                    (
                        scope,
                        HoldRow {
                            scope,
                            hold: Hold::Enter,
                            acl,
                            left: None,
                        },
                    )
                })
                .collect(),
        };
        self.devices.insert(id, device);
    }

    fn regrant(&mut self, grants: &Grants, operator: OperatorId, scope: ScopeRef) -> bool {
        let mine = |device: &DeviceId| self.devices[device].row.operator == operator;
        if self.locked_scopes.contains(&scope) || self.locked_devices.iter().any(mine) {
            return false;
        }
        self.grants = grants.clone();
        let granted = grants.scopes_of(operator);
        for device in self
            .devices
            .values_mut()
            .filter(|device| device.row.operator == operator)
        {
            let rows: Vec<HoldRow> = device.holds.values().copied().collect();
            for row in regrant(&rows, &granted, grants.acl) {
                let forgotten = self.fault == Fault::RegrantForgotten
                    && device
                        .holds
                        .get(&row.scope)
                        .is_some_and(|before| before.hold == Hold::Leave);
                if !forgotten {
                    device.holds.insert(row.scope, row);
                }
            }
        }
        true
    }

    fn suspend(&mut self, device: DeviceId, suspended: bool) {
        let row = &mut self.devices.get_mut(&device).unwrap().row;
        row.state = if suspended {
            DeviceState::Suspended
        } else {
            DeviceState::Active
        };
    }

    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Open> {
        let mut open = match self.decide(device, request, at) {
            Ok((delta, answer, scopes)) => Open {
                devices: self.writes_to(device, &delta),
                scopes,
                delta,
                answer,
            },
            Err(problem) => Open {
                devices: BTreeSet::new(),
                scopes: BTreeSet::new(),
                delta: Delta::Nothing,
                answer: Answer::Problem(problem),
            },
        };
        if self.fault == Fault::NumberBeforeLock {
            open.scopes.clear();
        }
        if !open.scopes.is_disjoint(&self.locked_scopes) || !open.devices.is_disjoint(&self.locked_devices) {
            return None;
        }
        self.locked_scopes.extend(&open.scopes);
        self.locked_devices.extend(&open.devices);
        Some(open)
    }

    fn commit(&mut self, open: Open) -> Answer {
        self.unlock(&open);
        match open.delta {
            Delta::Nothing => {}
            Delta::Hello(delta) => self.turn_holds(&delta),
            Delta::Holds(device, rows) => self.store_holds(device, rows),
            Delta::Push(delta) => {
                let dies = self.fault == Fault::AnswerBeforeCommit && delta.chain.hash.0[0] < 40;
                if !dies {
                    self.store_push(*delta);
                }
            }
        }
        open.answer
    }

    fn abort(&mut self, open: Open) {
        self.unlock(&open);
    }

    fn adopt(&mut self, row: Hash32, at: Instant) -> bool {
        let Some(waiting) = self
            .quarantine
            .get(&row)
            .filter(|waiting| waiting.waits == Waits::Open)
        else {
            return false;
        };
        let Some(change) = waiting.read.clone() else {
            return false;
        };
        let scope = change.header().scope;
        let author = change.header().author_id;
        let mine = |device: &DeviceId| self.devices[device].row.operator == author;
        if self.locked_scopes.contains(&scope) || self.locked_devices.iter().any(mine) {
            return false;
        }
        let needs = cartella_sync::hub::adopt_needs(&change);
        let scopes = self
            .scopes
            .get(&scope)
            .map(|(row, _)| (scope, *row))
            .into_iter()
            .collect();
        let registers = needs
            .registers
            .iter()
            .filter_map(|key| Some((*key, self.registers.get(key)?.clone())))
            .collect();
        let Ok((delta, _)) = decide_adopt(&change, waiting.code, scopes, registers, at) else {
            return false;
        };
        self.quarantine.get_mut(&row).unwrap().waits = Waits::Adopted;
        self.store_record(delta);
        true
    }

    fn close(&mut self, row: Hash32) -> bool {
        match self.quarantine.get_mut(&row) {
            Some(waiting) if waiting.waits == Waits::Open => {
                waiting.waits = Waits::Closed;
                true
            }
            _ => false,
        }
    }

    fn waiting(&self) -> Vec<(Hash32, ChangeId)> {
        let open = self
            .quarantine
            .iter()
            .filter(|(_, waiting)| waiting.waits == Waits::Open);
        open.map(|(row, waiting)| (*row, waiting.change)).collect()
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        self.scopes
            .iter()
            .map(|(scope, (row, _))| (*scope, row.head))
            .collect()
    }

    fn dump(&self, scope: ScopeRef) -> Dump {
        let live = self
            .registers
            .iter()
            .filter(|(key, row)| key.scope == scope && !row.live.is_empty());
        let (row, log) = &self.scopes[&scope];
        let appends = log.iter().flat_map(|id| {
            let ops = self.changes[id].change.writes();
            ops.filter(|(_, op)| op.effect().register.is_none() && op.effect().stands)
                .map(|(write, _)| write)
        });
        Dump {
            live: live.map(|(key, row)| (*key, row.live.clone())).collect(),
            appends: appends.collect(),
            digest: row.digest,
        }
    }

    fn log(&self, scope: ScopeRef) -> Vec<Kept> {
        let kept = |id: &ChangeId| {
            let row = &self.changes[id];
            Kept {
                change: row.change.clone(),
                fate: Fate::Accepted(row.place.clone()),
            }
        };
        self.scopes
            .get(&scope)
            .map_or_else(Vec::new, |(_, log)| log.iter().map(kept).collect())
    }

    fn fate(&self, change: ChangeId) -> Option<Fate> {
        if let Some(row) = self.changes.get(&change) {
            return Some(Fate::Accepted(row.place.clone()));
        }
        let waiting = &self.quarantine[self.refused.get(&change)?];
        let whole = waiting.change == change && !waiting.bytes.is_empty();
        whole.then_some(Fate::Quarantined(waiting.code))
    }

    fn hold(&self, device: DeviceId, scope: ScopeRef) -> Option<Hold> {
        self.devices[&device].holds.get(&scope).map(|row| row.hold)
    }

    fn opened(&mut self) -> Vec<(ScopeRef, OperatorId)> {
        std::mem::take(&mut self.opened)
    }
}
