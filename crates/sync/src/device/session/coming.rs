//! What comes: scopes fetched from the beginning, and what is new in those held.

use super::{Session, Step};
use crate::{
    change::Change,
    device::{
        outcome::Trouble,
        store::{DeviceDelta, Fetch, Stretch, Taken},
    },
    ids::ScopeRef,
    messages::{Backfill, BackfillPage, Delivered, Have, Pages, Pull, Request},
};
use std::sync::Arc;

impl Session {
    pub(super) fn max_bytes(&self) -> u32 {
        u32::try_from(self.pace.bytes).unwrap_or(u32::MAX)
    }

    /// The next page of what is being fetched, or the next thing to do.
    pub(super) fn fetch(&mut self) -> Step {
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

    pub(super) fn fetched(&mut self, asked: &Backfill, page: BackfillPage) -> Result<Step, Trouble> {
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
    pub(super) fn pull(&mut self) -> Step {
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

    pub(super) fn pulled(&mut self, answer: Pages) -> Result<Step, Trouble> {
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
