//! What comes: scopes fetched from the beginning, and what is new in those held.

use super::{Session, Step};
use crate::{
    change::Change,
    device::{
        outcome::Trouble,
        store::{DeviceDelta, Fetch, FetchedPage, Stretch, Taken},
    },
    ids::ScopeRef,
    messages::{Backfill, BackfillPage, Backfilled, Delivered, Have, Pages, Portion, Pull, Request},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Most scopes of which one request asks.
const MOST_SCOPES: usize = 128;

impl Session {
    pub(super) fn max_bytes(&self) -> u32 {
        u32::try_from(self.pace.bytes).unwrap_or(u32::MAX)
    }

    /// The next pages of what is being fetched, or the next thing to do.
    pub(super) fn fetch(&mut self) -> Step {
        if self.fetching.is_empty() {
            return self.pull();
        }
        let portions = self
            .fetching
            .iter()
            .take(MOST_SCOPES)
            .map(|(scope, fetch)| Portion {
                scope: *scope,
                upto: fetch.upto,
                below: fetch.below,
            });
        Step::Send(Request::Backfill(Backfill {
            epoch: self.epoch,
            scopes: portions.collect(),
            max_bytes: self.max_bytes(),
        }))
    }

    pub(super) fn fetched(&mut self, asked: &Backfill, answer: Backfilled) -> Result<Step, Trouble> {
        if answer.pages.is_empty() && answer.refused.is_empty() {
            return Err(Trouble::Nonsense);
        }
        // The right went while it was fetched: the next hello says so.
        let refused: BTreeSet<ScopeRef> = answer.refused.into_iter().collect();
        let asked: BTreeMap<ScopeRef, &Portion> = asked
            .scopes
            .iter()
            .map(|portion| (portion.scope, portion))
            .collect();
        let mut answered = BTreeMap::new();
        let mut pages = Vec::new();
        for page in answer.pages {
            let portion = asked.get(&page.scope).ok_or(Trouble::Nonsense)?;
            let again = self.fetches_again(page.scope).ok_or(Trouble::Nonsense)?;
            let page = fetched_page(portion, page, again)?;
            if answered.insert(page.scope, page.fetch).is_some() {
                return Err(Trouble::Nonsense);
            }
            self.summary.came += page.changes.len() as u64;
            if page.fetch.is_none() {
                let have = self.have.entry(page.scope).or_default();
                *have = page.upto.max(*have);
                self.pulling.insert(page.scope);
                self.summary.entered += 1;
            }
            pages.push(page);
        }
        self.fetching
            .retain_mut(|(scope, fetch)| match answered.get(scope) {
                Some(Some(rest)) => {
                    *fetch = *rest;
                    true
                }
                Some(None) => false,
                None => !refused.contains(scope),
            });
        if pages.is_empty() {
            return Ok(self.fetch());
        }
        Ok(Step::Store(DeviceDelta::Fetched { pages }))
    }

    fn fetches_again(&self, scope: ScopeRef) -> Option<bool> {
        let mut fetching = self.fetching.iter();
        fetching
            .find(|(it, _)| *it == scope)
            .map(|(_, fetch)| fetch.again)
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

/// A page that answers what was asked: its numbers fall, none is outside of its range.
fn fetched_page(asked: &Portion, page: BackfillPage, again: bool) -> Result<FetchedPage, Trouble> {
    let upto = asked.upto.unwrap_or(page.upto);
    let top = asked.below.map_or(upto, |below| below.saturating_sub(1));
    let fits =
        page.upto == upto && page.to == top && (page.from == 1 || (page.from > 1 && page.from <= page.to));
    let mut above = top.saturating_add(1);
    let falls = page.changes.iter().all(|one| {
        let falls = one.place.seq < above && one.place.seq >= page.from;
        above = one.place.seq;
        falls
    });
    if !fits || !falls {
        return Err(Trouble::Nonsense);
    }
    Ok(FetchedPage {
        scope: asked.scope,
        upto,
        from: page.from,
        to: page.to,
        changes: taken(asked.scope, page.changes)?,
        fetch: (page.from > 1).then_some(Fetch {
            upto: Some(upto),
            below: Some(page.from),
            again,
        }),
        again,
    })
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
