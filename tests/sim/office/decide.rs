//! Load and decide: what each request reads, and what the product makes of it.

use super::{Delta, Device, EPOCH, MemOffice, Row, Waits};
use crate::fault::Fault;
use cartella_domain::{ids::ChangeId, time::Instant};
use cartella_sync::{
    chain::Tip,
    change::Change,
    hub::{
        BackfillScope, Batch, DeviceState, Hold, HoldRow, Known, Loaded, PullScope, PushDelta, Stored,
        WelcomeLoaded, above_now, backfill_pages, compare, decide_push, note_left, pages, portions_now,
        same_epoch, welcome,
    },
    ids::{DeviceId, ScopeRef},
    messages::{
        Answer, Backfill, Code, Compared, Digests, Hello, Left, Portion, Problem, Pull, Push, Request,
        Settled, Verdict, Verdicts, push::ADOPTED,
    },
    op::Act,
};
use std::collections::{BTreeMap, BTreeSet};

impl MemOffice {
    fn hello(&self, device: DeviceId, hello: &Hello, at: Instant) -> Result<(Delta, Answer), Problem> {
        let row = &self.devices[&device];
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
            settled: hello.flagged.iter().filter_map(|id| self.settled(id)).collect(),
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

    pub(super) fn push(
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

    pub(super) fn pull(&self, device: DeviceId, pull: &Pull) -> Result<Answer, Problem> {
        same_epoch(pull.epoch, EPOCH)?;
        let device = &self.devices[&device];
        let heads: BTreeMap<ScopeRef, u64> = pull
            .scopes
            .iter()
            .map(|have| have.scope)
            .filter(|scope| self.granted(device, *scope))
            .filter_map(|scope| Some((scope, self.scopes.get(&scope)?.0.head)))
            .collect();
        let above = above_now(&pull.scopes, &heads, 50);
        let mut loaded = BTreeMap::new();
        for (scope, head) in heads {
            let log = &self.scopes[&scope].1;
            let after = above.get(&scope).copied().unwrap_or(head);
            let rows = log.iter().skip(after as usize).take(50).map(|id| {
                let mut stored = self.stored(&self.changes[id]);
                if self.fault == Fault::PullStatesNothing {
                    stored.place.dead = 0;
                }
                stored
            });
            let rows = rows.collect();
            loaded.insert(scope, PullScope { head, rows });
        }
        Ok(Answer::Pages(pages(pull, loaded)))
    }

    fn backfill(&self, device: DeviceId, asked: &Backfill) -> Result<Answer, Problem> {
        same_epoch(asked.epoch, EPOCH)?;
        let device = &self.devices[&device];
        let granted: BTreeSet<ScopeRef> = asked
            .scopes
            .iter()
            .map(|portion| portion.scope)
            .filter(|scope| self.scopes.contains_key(scope) && self.granted(device, *scope))
            .collect();
        let heads = granted
            .iter()
            .map(|scope| (*scope, self.scopes[scope].0.head))
            .collect();
        let loaded = portions_now(&asked.scopes, &heads, 20)
            .into_iter()
            .map(|(portion, _)| (portion.scope, self.live(portion)))
            .collect();
        Ok(Answer::Backfill(backfill_pages(asked, &granted, loaded)))
    }

    fn live(&self, asked: &Portion) -> BackfillScope {
        let (row, log) = &self.scopes[&asked.scope];
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
        BackfillScope {
            head: row.head,
            rows,
            more: live.next().is_some(),
        }
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

    pub(super) fn settled(&self, id: &ChangeId) -> Option<Settled> {
        let waiting = &self.quarantine[self.refused.get(id)?];
        (waiting.waits != Waits::Open && self.fault != Fault::SettledNotTold).then(|| Settled {
            change: *id,
            adopted: self.changes.get(id).map(|row| row.place.clone()),
            reason: String::from("chiusa"),
        })
    }

    pub(super) fn decide(
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
            Request::Brief(brief) => return self.brief(device, brief, at),
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
}
