//! Deltas, written down.

use super::{Held, MemLaptop, Row};
use crate::{fault::Fault, stores::Fate};
use cartella_domain::{ids::ChangeId, time::Instant};
use cartella_sync::{
    change::Change,
    device::{Fetch, FetchedPage, Taken},
    ids::ScopeRef,
    messages::{Accepted, Have, Judged, Receipt, Settled, Verdict},
    signer::Signer as _,
};
use std::{collections::BTreeSet, sync::Arc};

impl MemLaptop {
    /// A change counts as accepted: own or foreign, known or not.
    pub(super) fn accept(&mut self, change: &Arc<Change>, place: &Accepted) {
        let id = change.id();
        match self.changes.get_mut(&id) {
            Some(row) => {
                let dead = match &row.fate {
                    Fate::Accepted(before) => before.dead | place.dead,
                    _ => place.dead,
                };
                row.fate = Fate::Accepted(Accepted {
                    dead,
                    ..place.clone()
                });
                if row.own {
                    self.pending.remove(&row.change.header().dev_seq);
                    self.flagged.remove(&id);
                }
            }
            None => {
                let row = Row {
                    change: Arc::clone(change),
                    own: change.header().device_id == self.key.device_id(),
                    settled: false,
                    fate: Fate::Accepted(place.clone()),
                };
                self.changes.insert(id, row);
            }
        }
        self.registers.accept(change, place.dead);
        self.clock.observe(place.eff_hlc);
    }

    pub(super) fn judged(&mut self, verdicts: &[Judged], have: &[Have]) {
        for judged in verdicts {
            let Some(row) = self.changes.get_mut(&judged.change) else {
                continue;
            };
            let change = row.change.clone();
            match &judged.verdict {
                Verdict::Accepted(place) => self.accept(&change, place),
                Verdict::Quarantined(code) => {
                    let goes_back = self.fault == Fault::VerdictGoesBack;
                    if matches!(row.fate, Fate::Pending) || goes_back {
                        row.fate = Fate::Quarantined(*code);
                        self.pending.remove(&change.header().dev_seq);
                        self.flagged.insert(judged.change);
                        self.withdraw(&change);
                    }
                }
            }
        }
        if self.fault == Fault::CursorTakesHighest {
            self.take_highest();
        }
        for have in have {
            if let Some(held) = self.scopes.get_mut(&have.scope) {
                held.have = held.have.max(have.seq);
            }
        }
    }

    pub(super) fn take_highest(&mut self) {
        for row in self.changes.values() {
            if let (Fate::Accepted(place), Some(held)) =
                (&row.fate, self.scopes.get_mut(&row.change.header().scope))
            {
                held.have = held.have.max(place.seq);
            }
        }
    }

    pub(super) fn withdraw(&mut self, change: &Change) {
        if self.fault == Fault::QuarantineLeavesTrace {
            return;
        }
        let mut registers = std::mem::take(&mut self.registers);
        registers.withdraw(change, self.counted(change.header().scope));
        self.registers = registers;
    }

    pub(super) fn welcomed(&mut self, enter: &[ScopeRef], settled: &[Settled]) {
        for scope in enter {
            let held = self.scopes.entry(*scope).or_default();
            if held.fetch.is_none() {
                held.fetch = Some(Fetch {
                    upto: None,
                    below: None,
                    again: false,
                });
            }
        }
        for settled in settled {
            let Some(row) = self.changes.get_mut(&settled.change) else {
                continue;
            };
            let change = row.change.clone();
            match &settled.adopted {
                Some(place) if self.scopes.contains_key(&change.header().scope) => {
                    self.accept(&change, place)
                }
                _ if matches!(row.fate, Fate::Quarantined(_)) => {
                    row.settled = true;
                    self.flagged.remove(&settled.change);
                }
                _ => {}
            }
        }
    }

    pub(super) fn fetched(&mut self, page: &FetchedPage) {
        let FetchedPage {
            scope,
            upto,
            from,
            to,
            changes,
            fetch,
            again,
        } = page;
        let Some(held) = self
            .scopes
            .get(scope)
            .copied()
            .filter(|held| held.fetch.is_some())
        else {
            return;
        };
        self.bury_unsent(*scope, (*from, *to), changes, *again);
        for one in changes {
            if *again
                && self.fault != Fault::RefetchKeepsDead
                && let Some(row) = self.changes.get_mut(&one.change.id())
                && let Fate::Accepted(place) = &mut row.fate
            {
                place.dead = one.place.dead;
            }
            self.accept(&one.change, &one.place);
        }
        let held = Held {
            have: if fetch.is_none() {
                held.have.max(*upto)
            } else {
                held.have
            },
            fetch: *fetch,
        };
        let held = match (self.fault, fetch) {
            (Fault::FetchSkipsAhead, Some(fetch)) => {
                let below = fetch.below.map(|below| below.saturating_sub(1).max(1));
                Held {
                    fetch: Some(Fetch { below, ..*fetch }),
                    ..held
                }
            }
            _ => held,
        };
        self.scopes.insert(*scope, held);
        if *again && fetch.is_none() {
            self.derive_anew(*scope);
        }
    }

    /// What is held of a range and was not sent is dead.
    fn bury_unsent(&mut self, scope: ScopeRef, (from, to): (u64, u64), changes: &[Taken], again: bool) {
        let sent: BTreeSet<ChangeId> = changes.iter().map(|one| one.change.id()).collect();
        let rows = self.changes.values_mut();
        for row in rows.filter(|row| row.change.header().scope == scope && !sent.contains(&row.change.id())) {
            if let Fate::Accepted(place) = &mut row.fate
                && (from..=to).contains(&place.seq)
                && self.fault != Fault::EnterKeepsWhatIsNotSent
            {
                place.dead = u64::MAX;
                if !again {
                    self.registers.accept(&row.change, u64::MAX);
                }
            }
        }
    }

    pub(super) fn derive_anew(&mut self, scope: ScopeRef) {
        if self.fault == Fault::RefetchOverwrites {
            let of_scope =
                |row: &Row| row.change.header().scope == scope && matches!(row.fate, Fate::Pending);
            self.changes.retain(|_, row| !of_scope(row));
            let changes = &self.changes;
            self.pending.retain(|_, id| changes.contains_key(id));
        }
        let all: Vec<ChangeId> = self
            .changes
            .values()
            .map(|row| &row.change)
            .map(|change| change.id())
            .collect();
        let mut registers = std::mem::take(&mut self.registers);
        registers.forget(
            scope,
            all.into_iter()
                .filter(|id| self.changes[id].change.header().scope == scope),
        );
        self.counted(scope)
            .for_each(|(change, dead)| registers.accept(change, dead));
        self.registers = registers;
    }

    pub(super) fn purge(&mut self, scopes: &[ScopeRef], acl: u64, at: Instant) {
        for scope in scopes {
            if self.has_pending(*scope) && self.fault != Fault::PurgeBeforePush {
                continue;
            }
            let gone =
                |row: &Row| row.change.header().scope == *scope && !matches!(row.fate, Fate::Quarantined(_));
            let ids: Vec<ChangeId> = self
                .changes
                .values()
                .filter(|row| gone(row))
                .map(|row| row.change.id())
                .collect();
            for id in &ids {
                let row = self.changes.remove(id).unwrap();
                if row.own {
                    self.pending.remove(&row.change.header().dev_seq);
                }
            }
            self.registers.forget(*scope, ids);
            self.scopes.remove(scope);
            self.receipts
                .retain(|(receipt, noted)| *noted || receipt.scope != *scope);
            self.receipts
                .push((Receipt::seal(*scope, acl, at, &self.key), false));
        }
    }
}
