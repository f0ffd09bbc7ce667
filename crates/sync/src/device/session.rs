//! One session, from hello to receipt.

use super::{
    outcome::{Outcome, Summary, Trouble},
    pace::Pace,
    store::{DeviceDelta, DeviceState, Fetch, Incident, Stretch, Taken, Told, Want},
};
use crate::{
    change::Change,
    clock,
    ids::ScopeRef,
    messages::{
        Answer, Backfill, BackfillPage, Bytes, Compared, Delivered, Digests, Have, Hello, Left, PROTOCOL,
        Pages, Problem, Pull, Push, Request, Sum, Verdict, Verdicts, Welcome, push::LATE,
    },
};
use cartella_domain::{ids::ChangeId, time::Instant};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

/// What the driver does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Read this from the store; then [`Session::told`].
    Load(Want),
    /// Send this to the hub; then [`Session::answered`] or [`Session::failed`].
    Send(Request),
    /// Write this to the store, durably; then [`Session::stored`].
    Store(DeviceDelta),
    /// That was all.
    Done(Outcome),
}

/// An own change that was sent and waits for its verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sent {
    change: ChangeId,
    dev_seq: u64,
    scope: ScopeRef,
}

/// The state machine of one session.
#[derive(Debug, Clone)]
pub struct Session {
    pace: Pace,
    step: Step,
    summary: Summary,
    epoch: u64,
    acl: u64,
    have: BTreeMap<ScopeRef, u64>,
    fetching: VecDeque<(ScopeRef, Fetch)>,
    pulling: BTreeSet<ScopeRef>,
    leaving: Vec<ScopeRef>,
    resumed: Vec<(ScopeRef, Fetch)>,
    sent: Vec<Sent>,
    sent_at: Instant,
    sums: Vec<Sum>,
}

impl Session {
    /// A session that begins now, at the pace of the one before.
    #[must_use]
    pub fn new(pace: Pace, now: Instant) -> Self {
        Self {
            pace,
            step: Step::Load(Want::State),
            summary: Summary {
                began_at: now,
                at: now,
                ..Summary::default()
            },
            epoch: 0,
            acl: 0,
            have: BTreeMap::new(),
            fetching: VecDeque::new(),
            pulling: BTreeSet::new(),
            leaving: Vec::new(),
            resumed: Vec::new(),
            sent: Vec::new(),
            sent_at: now,
            sums: Vec::new(),
        }
    }

    /// What comes next; the same until it is answered.
    #[must_use]
    pub const fn next(&self) -> &Step {
        &self.step
    }

    /// How much to send at once and how long to wait, for the next session.
    #[must_use]
    pub const fn pace(&self) -> Pace {
        self.pace
    }

    /// The numbers so far.
    #[must_use]
    pub const fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The store answers a [`Step::Load`].
    pub fn told(&mut self, told: Told, now: Instant) {
        self.summary.at = now;
        self.step = match (&self.step, told) {
            (Step::Load(Want::State), Told::State(state)) => self.hello(state, now),
            (Step::Load(Want::Pending { .. }), Told::Pending(changes)) => self.push(changes),
            (Step::Load(Want::Receipts), Told::Receipts(receipts)) if receipts.is_empty() => {
                Step::Load(Want::Sums)
            }
            (Step::Load(Want::Receipts), Told::Receipts(receipts)) => Step::Send(Request::Left(Left {
                epoch: self.epoch,
                receipts,
            })),
            (Step::Load(Want::Sums), Told::Sums { sums, pending }) => self.compare(sums, pending),
            _ => self.stop(Trouble::Nonsense),
        };
    }

    /// The hub answers a [`Step::Send`].
    pub fn answered(&mut self, answer: Answer, now: Instant) {
        self.summary.at = now;
        let Step::Send(request) = &self.step else {
            self.step = self.stop(Trouble::Nonsense);
            return;
        };
        let step = match (request, answer) {
            (Request::Hello(_), Answer::Welcome(welcome)) => self.welcomed(welcome, now),
            (Request::Push(_), Answer::Verdicts(verdicts)) => self.judged(verdicts),
            (Request::Backfill(asked), Answer::Backfill(page)) => {
                let asked = asked.clone();
                self.fetched(&asked, page)
            }
            (Request::Pull(_), Answer::Pages(pages)) => self.pulled(pages),
            (Request::Left(_), Answer::Left(noted)) => {
                Ok(Step::Store(DeviceDelta::Noted { scopes: noted.scopes }))
            }
            (Request::Digests(_), Answer::Compared(compared)) => Ok(self.compared(&compared)),
            (_, Answer::Problem(problem)) => self.problem(problem),
            _ => Err(Trouble::Nonsense),
        };
        self.step = step.unwrap_or_else(|trouble| self.stop(trouble));
    }

    /// No answer came to a [`Step::Send`].
    pub fn failed(&mut self, trouble: Trouble, now: Instant) {
        self.summary.at = now;
        if trouble == Trouble::Timeout {
            self.pace.slower();
        }
        self.step = self.stop(trouble);
    }

    /// The store has written a [`Step::Store`], durably.
    pub fn stored(&mut self, now: Instant) {
        self.summary.at = now;
        let Step::Store(delta) = &self.step else {
            self.step = self.stop(Trouble::Nonsense);
            return;
        };
        self.step = match delta {
            DeviceDelta::Welcomed { .. } => self.more_pending(0),
            DeviceDelta::Judged { .. } => {
                let above = self.sent.last().map_or(0, |last| last.dev_seq);
                self.more_pending(above)
            }
            DeviceDelta::Fetched { .. } => self.fetch(),
            DeviceDelta::Pulled { .. } => self.pull(),
            DeviceDelta::Purge { .. } => Step::Load(Want::Receipts),
            DeviceDelta::Noted { .. } => Step::Load(Want::Sums),
            DeviceDelta::Differ { .. } => self.finish(),
            DeviceDelta::Finished(summary) => Step::Done(Outcome::Finished(*summary)),
        };
    }

    fn stop(&mut self, trouble: Trouble) -> Step {
        self.pace.failures = self.pace.failures.saturating_add(1);
        Step::Done(Outcome::Stopped(trouble, self.summary))
    }

    fn finish(&mut self) -> Step {
        self.pace.failures = 0;
        Step::Store(DeviceDelta::Finished(self.summary))
    }

    fn problem(&mut self, problem: Problem) -> Result<Step, Trouble> {
        match (problem, self.fetching.front()) {
            (Problem::TooLarge, _) if self.sent.len() > 1 => {
                self.pace.slower();
                let above = self
                    .sent
                    .first()
                    .map_or(0, |first| first.dev_seq.saturating_sub(1));
                Ok(self.more_pending(above))
            }
            // The right went while it was fetched: the next hello says so.
            (Problem::NotGranted(scope), Some((fetching, _))) if scope == *fetching => {
                self.fetching.pop_front();
                Ok(self.fetch())
            }
            _ => Err(problem.into()),
        }
    }

    fn hello(&mut self, state: DeviceState, now: Instant) -> Step {
        self.epoch = state.epoch;
        self.acl = state.acl;
        self.have = state.scopes.iter().map(|held| (held.scope, held.have)).collect();
        self.resumed = state
            .scopes
            .iter()
            .filter_map(|held| held.fetch.map(|fetch| (held.scope, fetch)))
            .collect();
        self.sent_at = now;
        Step::Send(Request::Hello(Hello {
            protocol: PROTOCOL,
            schema_ver: state.schema_ver,
            tip: state.tip,
            epoch: state.epoch,
            acl_seen: state.acl,
            held: state
                .scopes
                .iter()
                .map(|held| Have {
                    scope: held.scope,
                    seq: held.have,
                })
                .collect(),
            flagged: state.flagged,
            sent_at: now,
        }))
    }

    fn welcomed(&mut self, welcome: Welcome, now: Instant) -> Result<Step, Trouble> {
        if self.epoch != 0 && self.epoch != welcome.epoch {
            return Err(Problem::EpochChanged(welcome.epoch).into());
        }
        self.epoch = welcome.epoch;
        self.acl = welcome.acl;
        self.summary.offset_ms = clock::offset(self.sent_at, welcome.received_at, welcome.answered_at, now);
        self.leaving = welcome.leave;
        let mut resumed: BTreeMap<ScopeRef, Fetch> = self.resumed.drain(..).collect();
        for scope in &self.leaving {
            resumed.remove(scope);
        }
        let enter: Vec<ScopeRef> = welcome.enter.iter().map(|enter| enter.scope).collect();
        let begin = Fetch {
            upto: None,
            below: None,
            again: false,
        };
        self.fetching = enter
            .iter()
            .map(|scope| (*scope, resumed.remove(scope).unwrap_or(begin)))
            .collect();
        self.fetching.extend(resumed);
        self.pulling = welcome.news.iter().map(|news| news.scope).collect();
        Ok(Step::Store(DeviceDelta::Welcomed {
            epoch: welcome.epoch,
            acl: welcome.acl,
            offset_ms: self.summary.offset_ms,
            enter,
            settled: welcome.settled,
        }))
    }

    const fn more_pending(&self, above: u64) -> Step {
        Step::Load(Want::Pending {
            above,
            changes: self.pace.changes,
            bytes: self.pace.bytes,
        })
    }

    fn push(&mut self, changes: Vec<Bytes>) -> Step {
        if changes.is_empty() {
            self.sent.clear();
            return self.fetch();
        }
        let sent = changes.iter().map(|bytes| {
            Change::header_of(&bytes.0).map(|(header, _)| Sent {
                change: header.change_id,
                dev_seq: header.dev_seq,
                scope: header.scope,
            })
        });
        match sent.collect() {
            Ok(sent) => {
                self.sent = sent;
                Step::Send(Request::Push(Push {
                    epoch: self.epoch,
                    changes,
                }))
            }
            Err(_) => self.stop(Trouble::Nonsense),
        }
    }

    fn judged(&mut self, answer: Verdicts) -> Result<Step, Trouble> {
        let asked = self.sent.iter().map(|sent| (sent.change, sent.dev_seq));
        if !asked.eq(answer
            .verdicts
            .iter()
            .map(|judged| (judged.change, judged.dev_seq)))
        {
            return Err(Trouble::Nonsense);
        }
        let mut risen: BTreeMap<ScopeRef, u64> = BTreeMap::new();
        for (sent, judged) in self.sent.iter().zip(&answer.verdicts) {
            match &judged.verdict {
                Verdict::Accepted(place) => {
                    self.summary.confirmed += 1;
                    self.summary.late += u64::from(place.flags & LATE != 0);
                    if self.fetching.iter().any(|(scope, _)| *scope == sent.scope) {
                        continue;
                    }
                    let have = self.have.entry(sent.scope).or_default();
                    if place.seq == have.saturating_add(1) {
                        *have = place.seq;
                        risen.insert(sent.scope, place.seq);
                    } else if place.seq > *have && *have > 0 {
                        self.pulling.insert(sent.scope);
                    }
                }
                Verdict::Quarantined(_) => self.summary.refused += 1,
            }
        }
        if self.sent.len() >= self.pace.changes {
            self.pace.faster();
        }
        let have = risen
            .into_iter()
            .map(|(scope, seq)| Have { scope, seq })
            .collect();
        Ok(Step::Store(DeviceDelta::Judged {
            verdicts: answer.verdicts,
            have,
        }))
    }

    fn max_bytes(&self) -> u32 {
        u32::try_from(self.pace.bytes).unwrap_or(u32::MAX)
    }

    /// The next page of what is being fetched, or the next thing to do.
    fn fetch(&mut self) -> Step {
        match self.fetching.front() {
            Some((scope, fetch)) => Step::Send(Request::Backfill(Backfill {
                epoch: self.epoch,
                scope: *scope,
                upto: fetch.upto,
                below: fetch.below,
                max_bytes: self.max_bytes(),
            })),
            None => self.pull(),
        }
    }

    fn fetched(&mut self, asked: &Backfill, page: BackfillPage) -> Result<Step, Trouble> {
        let Some((scope, fetch)) = self.fetching.front().copied() else {
            return Err(Trouble::Nonsense);
        };
        let upto = asked.upto.unwrap_or(page.upto);
        let top = asked.below.map_or(upto, |below| below.saturating_sub(1));
        let fits = page.scope == scope
            && page.upto == upto
            && page.to == top
            && (page.from == 1 || (page.from > 1 && page.from <= page.to));
        let mut above = top.saturating_add(1);
        let falls = page.changes.iter().all(|one| {
            let falls = one.place.seq < above && one.place.seq >= page.from;
            above = one.place.seq;
            falls
        });
        if !fits || !falls {
            return Err(Trouble::Nonsense);
        }
        let rest = (page.from > 1).then_some(Fetch {
            upto: Some(upto),
            below: Some(page.from),
            again: fetch.again,
        });
        self.fetching.pop_front();
        match rest {
            Some(rest) => self.fetching.push_front((scope, rest)),
            None => {
                let have = self.have.entry(scope).or_default();
                *have = upto.max(*have);
                self.pulling.insert(scope);
                self.summary.entered += 1;
            }
        }
        self.summary.came += page.changes.len() as u64;
        Ok(Step::Store(DeviceDelta::Fetched {
            scope,
            upto,
            from: page.from,
            to: page.to,
            changes: taken(scope, page.changes)?,
            fetch: rest,
            again: fetch.again,
        }))
    }

    /// What is new in the scopes where there is more, or the next thing to do.
    fn pull(&mut self) -> Step {
        let scopes: Vec<Have> = self
            .pulling
            .iter()
            .map(|scope| Have {
                scope: *scope,
                seq: self.have.get(scope).copied().unwrap_or(0),
            })
            .collect();
        if scopes.is_empty() {
            return self.leave();
        }
        Step::Send(Request::Pull(Pull {
            epoch: self.epoch,
            scopes,
            max_bytes: self.max_bytes(),
        }))
    }

    fn pulled(&mut self, answer: Pages) -> Result<Step, Trouble> {
        let before = self.pulling.len();
        for scope in &answer.refused {
            self.pulling.remove(scope);
        }
        let mut stretches = Vec::new();
        for page in answer.pages {
            let have = self.have.entry(page.scope).or_default();
            let mut next = page.after;
            let rises = page.changes.iter().all(|one| {
                next = next.saturating_add(1);
                one.place.seq == next
            });
            if !self.pulling.contains(&page.scope) || page.after != *have || !rises || page.to != next {
                return Err(Trouble::Nonsense);
            }
            *have = page.to;
            if page.to >= page.head {
                self.pulling.remove(&page.scope);
            }
            self.summary.came += page.changes.len() as u64;
            if !page.changes.is_empty() {
                stretches.push(Stretch {
                    scope: page.scope,
                    after: page.after,
                    to: page.to,
                    changes: taken(page.scope, page.changes)?,
                });
            }
        }
        if stretches.is_empty() && self.pulling.len() == before {
            return Err(Trouble::Nonsense);
        }
        Ok(Step::Store(DeviceDelta::Pulled { stretches }))
    }

    /// What was to be sent has its verdict: what is not granted any more goes.
    fn leave(&mut self) -> Step {
        if self.leaving.is_empty() {
            return Step::Load(Want::Receipts);
        }
        self.summary.left += self.leaving.len() as u64;
        Step::Store(DeviceDelta::Purge {
            scopes: std::mem::take(&mut self.leaving),
            acl: self.acl,
            at: self.summary.at,
        })
    }

    fn compare(&mut self, sums: Vec<Sum>, pending: u64) -> Step {
        self.summary.waiting = pending;
        if sums.is_empty() {
            return self.finish();
        }
        self.sums.clone_from(&sums);
        Step::Send(Request::Digests(Digests {
            epoch: self.epoch,
            sums,
        }))
    }

    fn compared(&mut self, answer: &Compared) -> Step {
        self.summary.same = answer.same.len() as u64;
        let here: BTreeMap<ScopeRef, &Sum> = self.sums.iter().map(|sum| (sum.scope, sum)).collect();
        let incidents: Vec<Incident> = answer
            .differ
            .iter()
            .filter_map(|there| {
                let here = here.get(&there.scope).filter(|here| here.seq == there.seq)?;
                Some(Incident {
                    scope: there.scope,
                    seq: there.seq,
                    here: here.digest,
                    there: there.digest,
                })
            })
            .collect();
        self.summary.differ = incidents.len() as u64;
        if incidents.is_empty() {
            return self.finish();
        }
        Step::Store(DeviceDelta::Differ { incidents })
    }
}

/// Reads delivered changes; each must be whole, and of this scope.
fn taken(scope: ScopeRef, delivered: Vec<Delivered>) -> Result<Vec<Taken>, Trouble> {
    let read = |one: Delivered| {
        let change = Change::decode(&one.bytes.0).ok()?;
        let right = change.header().scope == scope && change.keeps_commitment();
        right.then_some(Taken {
            change: Arc::new(change),
            place: one.place,
        })
    };
    delivered
        .into_iter()
        .map(|one| read(one).ok_or(Trouble::Nonsense))
        .collect()
}
