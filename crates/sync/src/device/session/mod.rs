//! One session, from hello to receipt.

mod briefly;
mod coming;
mod going;

use super::{
    outcome::{Outcome, Summary, Trouble},
    pace::Pace,
    store::{DeviceDelta, DeviceState, Fetch, Incident, Told, Want},
};
use crate::{
    clock,
    ids::ScopeRef,
    messages::{Answer, Compared, Digests, Have, Hello, Left, PROTOCOL, Problem, Request, Sum, Welcome},
    print::Print,
};
use cartella_domain::{ids::ChangeId, time::Instant};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

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
    /// Whether this session may be brief.
    briefly: bool,
    /// Everything held was here whole when the session began.
    was_whole: bool,
    /// What a brief call will say, until it is known what waits.
    greeting: Option<DeviceState>,
    /// What a brief answer leaves to be written.
    stores: VecDeque<DeviceDelta>,
    /// The brief answer was not enough.
    says_hello: bool,
    /// What the office said that it has.
    whole: Option<Print>,
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
            briefly: pace.agreed,
            was_whole: false,
            greeting: None,
            stores: VecDeque::new(),
            says_hello: false,
            whole: None,
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
            (Step::Load(Want::State), Told::State(state)) => self.greet(state, now),
            (Step::Load(Want::Pending { .. }), Told::Pending(changes)) => match self.greeting.take() {
                Some(state) => self.brief(state, changes, now),
                None => self.push(changes),
            },
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
            (Request::Brief(asked), Answer::Brief(answer)) => {
                let prints = asked.prints.clone();
                self.briefed(&prints, answer, now)
            }
            (Request::Brief(_), Answer::Problem(problem)) => self.at_length(problem),
            (Request::Backfill(asked), Answer::Backfill(pages)) => {
                let asked = asked.clone();
                self.fetched(&asked, pages)
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
        if self.says_hello || !self.stores.is_empty() {
            self.step = self.stored_next();
            return;
        }
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
        self.pace.agreed = false;
        Step::Done(Outcome::Stopped(trouble, self.summary))
    }

    fn finish(&mut self) -> Step {
        self.pace.failures = 0;
        let moved = self.summary.entered > 0 || self.summary.left > 0;
        self.pace.agreed = self.was_whole && !moved && self.sums.len() as u64 == self.summary.same;
        Step::Store(DeviceDelta::Finished(self.summary))
    }

    fn problem(&mut self, problem: Problem) -> Result<Step, Trouble> {
        match problem {
            Problem::TooLarge if self.sent.len() > 1 => {
                self.pace.slower();
                let above = self
                    .sent
                    .first()
                    .map_or(0, |first| first.dev_seq.saturating_sub(1));
                Ok(self.more_pending(above))
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
        self.sums.clone_from(&sums);
        if self.agrees(&sums) {
            self.summary.same = sums.len() as u64;
            return self.finish();
        }
        if sums.is_empty() {
            return self.finish();
        }
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
