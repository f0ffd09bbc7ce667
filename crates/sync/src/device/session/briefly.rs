//! A session in one exchange, where the last one ended in agreement: what is held is said in few bytes, what waits goes
//! along, and the answer tells whether that was all.

use super::{Session, Step};
use crate::{
    clock,
    device::{
        outcome::Trouble,
        store::{DeviceDelta, DeviceState, Want},
    },
    ids::ScopeRef,
    messages::{
        Bytes, PROTOCOL, Problem, Request, Sum, Verdicts,
        brief::{Brief, Briefed, Near, Part},
    },
    print::{Prints, whole},
};
use cartella_domain::time::Instant;
use std::collections::BTreeMap;

/// Most changes that go along.
const MOST_CHANGES: usize = 64;
/// Most bytes of them, but for the first.
const MOST_BYTES: usize = 64 * 1024;

/// Whether everything held is here whole.
fn is_whole(state: &DeviceState) -> bool {
    state
        .scopes
        .iter()
        .all(|held| held.have > 0 && held.fetch.is_none())
}

impl Session {
    /// After the store told where it stands.
    pub(super) fn greet(&mut self, state: DeviceState, now: Instant) -> Step {
        self.was_whole = is_whole(&state);
        if !self.briefly || state.epoch == 0 || !self.was_whole || state.scopes.is_empty() {
            return self.hello(state, now);
        }
        self.epoch = state.epoch;
        self.acl = state.acl;
        self.have = state.scopes.iter().map(|held| (held.scope, held.have)).collect();
        self.greeting = Some(state);
        Step::Load(Want::Pending {
            above: 0,
            changes: MOST_CHANGES.min(self.pace.changes),
            bytes: MOST_BYTES.min(self.pace.bytes),
        })
    }

    pub(super) fn brief(&mut self, state: DeviceState, changes: Vec<Bytes>, now: Instant) -> Step {
        let changes = match self.note_sent(changes) {
            Ok(changes) => changes,
            Err(trouble) => return self.stop(trouble),
        };
        self.sent_at = now;
        Step::Send(Request::Brief(Brief {
            protocol: PROTOCOL,
            schema_ver: state.schema_ver,
            tip: state.tip,
            epoch: state.epoch,
            acl_seen: state.acl,
            prints: Prints::of(&self.have),
            flagged: state.flagged,
            changes,
            max_bytes: self.max_bytes(),
            sent_at: now,
        }))
    }

    pub(super) fn briefed(&mut self, asked: &Prints, answer: Briefed, now: Instant) -> Result<Step, Trouble> {
        self.summary.offset_ms = clock::offset(self.sent_at, answer.received_at, answer.answered_at, now);
        let mut steps = Vec::new();
        self.says_hello = true;
        if let Some(near) = answer.near {
            self.acl = near.acl;
            self.says_hello = !self.understood(asked, &near.parts);
            self.whole = Some(near.whole);
            steps.extend(self.new_pages(&near)?);
            steps.push(DeviceDelta::Welcomed {
                epoch: self.epoch,
                acl: near.acl,
                offset_ms: self.summary.offset_ms,
                enter: Vec::new(),
                settled: near.settled,
            });
        }
        if !self.sent.is_empty() || !answer.verdicts.is_empty() {
            // What the chain became is the office's to know.
            let verdicts = Verdicts {
                chain: crate::chain::Tip::start(1),
                verdicts: answer.verdicts,
            };
            if let Step::Store(delta) = self.judged(verdicts)? {
                steps.push(delta);
            }
        }
        self.stores = steps.into();
        Ok(self.stored_next())
    }

    /// The next thing to be written of a brief answer, or what comes after it.
    pub(super) fn stored_next(&mut self) -> Step {
        match self.stores.pop_front() {
            Some(delta) => Step::Store(delta),
            None if self.says_hello => {
                self.says_hello = false;
                self.briefly = false;
                self.whole = None;
                Step::Load(Want::State)
            }
            None => self.more_pending(self.sent.last().map_or(0, |last| last.dev_seq)),
        }
    }

    /// Takes in what the office lists of parts; says whether that explains the difference.
    fn understood(&mut self, asked: &Prints, parts: &[Part]) -> bool {
        for part in parts {
            let there: BTreeMap<ScopeRef, u64> =
                part.scopes.iter().map(|have| (have.scope, have.seq)).collect();
            let of_part = |scope: &ScopeRef| u32::try_from(asked.part_of(*scope)) == Ok(part.number);
            let here = self.have.iter().filter(|(scope, _)| of_part(scope));
            let here: BTreeMap<ScopeRef, u64> = here.map(|(scope, seq)| (*scope, *seq)).collect();
            if !here.keys().eq(there.keys()) || here.iter().any(|(scope, seq)| there.get(scope) < Some(seq)) {
                return false;
            }
            let more = here.iter().filter(|(scope, seq)| there.get(*scope) > Some(*seq));
            self.pulling.extend(more.map(|(scope, _)| *scope));
        }
        true
    }

    /// What came along. A page that does not go on from what is here is asked for in the usual way.
    fn new_pages(&mut self, near: &Near) -> Result<Option<DeviceDelta>, Trouble> {
        let mut pages = near.pages.clone();
        pages.refused.clear();
        pages.pages.retain(|page| match self.have.get(&page.scope) {
            Some(have) => {
                self.pulling.insert(page.scope);
                page.after == *have && !page.changes.is_empty()
            }
            None => false,
        });
        if pages.pages.is_empty() {
            return Ok(None);
        }
        match self.pulled(pages)? {
            Step::Store(delta) => Ok(Some(delta)),
            _ => Err(Trouble::Nonsense),
        }
    }

    /// Whether all that is held here is what the office said that it has.
    pub(super) fn agrees(&mut self, sums: &[Sum]) -> bool {
        let Some(there) = self.whole.take() else {
            return false;
        };
        whole(sums.iter().map(|sum| (sum.scope, sum.seq, sum.digest))) == there
    }

    /// The office would not be told briefly: hello says everything.
    pub(super) fn at_length(&mut self, problem: Problem) -> Result<Step, Trouble> {
        match problem {
            Problem::BadRequest | Problem::TooLarge => {
                self.briefly = false;
                self.sent.clear();
                Ok(Step::Load(Want::State))
            }
            _ => Err(problem.into()),
        }
    }
}
