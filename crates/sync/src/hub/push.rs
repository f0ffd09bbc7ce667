//! Verdicts. In this order: the device may speak and the change continues its chain; its signature and form are
//! right; its author has the right now: accepted; she lost it after what she knew and her device has not yet
//! acknowledged that: additions are accepted as late, edits wait; else it waits. Nothing that waits blocks the next.

use super::{
    apply::{Record, opens},
    batch::{Batch, Incoming},
    rights::{Right, Rights},
    rows::{DeviceRow, DeviceState, Known, Link, Loaded, PushDelta, QuarantineRow},
};
use crate::{
    chain::Tip,
    change::Change,
    ids::{Hash32, ScopeRef},
    messages::{Code, Judged, Problem, Verdict, Verdicts, push::LATE},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use std::{collections::BTreeMap, sync::Arc};

/// Decides a push: what to store, and what to answer after the commit.
///
/// # Errors
/// [`Problem::Revoked`], [`Problem::EpochChanged`], [`Problem::ChainGap`], [`Problem::Fork`]: nothing is stored.
pub fn decide_push(
    batch: &Batch,
    loaded: Loaded,
    rights: &dyn Rights,
    at: Instant,
) -> Result<(PushDelta, Verdicts), Problem> {
    let device = &loaded.device;
    if device.state == DeviceState::Revoked {
        return Err(Problem::Revoked);
    }
    if batch.epoch != loaded.epoch {
        return Err(Problem::EpochChanged(loaded.epoch));
    }
    let chain = device.chain;
    let mut push = Push {
        device: loaded.device.clone(),
        known: loaded.known,
        left: loaded.left,
        record: Record::new(loaded.scopes, loaded.registers),
        openers: BTreeMap::new(),
        chain,
        links: Vec::new(),
        quarantined: Vec::new(),
        at,
    };
    let mut verdicts = Vec::with_capacity(batch.changes.len());
    for incoming in &batch.changes {
        let verdict = push.judge(incoming, &loaded.chain, rights)?;
        verdicts.push(Judged {
            change: incoming.header.change_id,
            dev_seq: incoming.header.dev_seq,
            verdict,
        });
    }
    push.say_what_died(&mut verdicts);
    let delta = PushDelta {
        device: batch.device,
        chain: push.chain,
        links: push.links,
        record: push.record.delta,
        quarantined: push.quarantined,
    };
    let answer = Verdicts {
        chain: delta.chain,
        verdicts,
    };
    Ok((delta, answer))
}

struct Push {
    device: DeviceRow,
    known: BTreeMap<ChangeId, Known>,
    left: BTreeMap<ScopeRef, u64>,
    record: Record,
    /// Who opened a scope in this batch.
    openers: BTreeMap<ScopeRef, OperatorId>,
    chain: Tip,
    links: Vec<Link>,
    quarantined: Vec<QuarantineRow>,
    at: Instant,
}

impl Push {
    fn judge(
        &mut self,
        incoming: &Incoming,
        stored: &BTreeMap<u64, Hash32>,
        rights: &dyn Rights,
    ) -> Result<Verdict, Problem> {
        let (header, hash) = (&incoming.header, incoming.header_hash);
        let known = self.known.get(&header.change_id);
        if header.incarnation == self.chain.incarnation
            && header.dev_seq <= self.chain.seq
            && self.links.is_empty()
        {
            // It came before: the same answer, or another change has its place.
            return match known {
                Some(known) if known.header_hash == hash => Ok(known.verdict.clone()),
                _ if stored.get(&header.dev_seq) == Some(&hash) => Ok(Verdict::Quarantined(Code::Invalid)),
                _ => Err(Problem::Fork(header.dev_seq)),
            };
        }
        self.follow(incoming)?;
        let verdict = match &incoming.read {
            // Two changes cannot have one id: the second waits for a person.
            _ if self.known.contains_key(&header.change_id) => Verdict::Quarantined(Code::Invalid),
            Err(code) => Verdict::Quarantined(*code),
            Ok(change) => self.rule(change, rights),
        };
        if let Verdict::Quarantined(code) = verdict {
            self.quarantined.push(QuarantineRow {
                header_hash: hash,
                change: header.change_id,
                scope: header.scope,
                bytes: incoming.bytes.clone(),
                code,
            });
        }
        self.known.entry(header.change_id).or_insert(Known {
            header_hash: hash,
            verdict: verdict.clone(),
        });
        Ok(verdict)
    }

    /// The chain goes on, whatever the verdict will be.
    fn follow(&mut self, incoming: &Incoming) -> Result<(), Problem> {
        let header = &incoming.header;
        let expected = self.chain.seq.saturating_add(1);
        if header.incarnation != self.chain.incarnation {
            return Err(Problem::Fork(header.dev_seq));
        }
        if header.dev_seq != expected {
            return Err(Problem::ChainGap(expected));
        }
        if header.prev != self.chain.hash {
            return Err(Problem::Fork(self.chain.seq));
        }
        self.chain = Tip {
            incarnation: header.incarnation,
            seq: expected,
            hash: incoming.header_hash,
        };
        self.links.push(Link {
            dev_seq: expected,
            header_hash: incoming.header_hash,
            change: header.change_id,
        });
        Ok(())
    }

    fn rule(&mut self, change: &Arc<Change>, rights: &dyn Rights) -> Verdict {
        let header = change.header();
        if header.author_id != self.device.operator || self.device.state != DeviceState::Active {
            return Verdict::Quarantined(Code::NotAuthorised);
        }
        let exists = self.record.scopes.contains_key(&header.scope);
        if !exists && !opens(change) {
            return Verdict::Quarantined(Code::ScopeUnknown);
        }
        let right = if self.openers.get(&header.scope) == Some(&header.author_id) {
            Right::Now
        } else {
            rights.may_write(change)
        };
        let unaware = |lost: u64| {
            self.left
                .get(&header.scope)
                .is_none_or(|acknowledged| *acknowledged < lost)
        };
        let flags = match right {
            Right::Now => 0,
            Right::LostAt(lost) if exists && lost > header.acl_seen && unaware(lost) => {
                if !only_adds(change) {
                    return Verdict::Quarantined(Code::LateEdit);
                }
                LATE
            }
            Right::LostAt(_) | Right::Never => return Verdict::Quarantined(Code::NotAuthorised),
        };
        if !exists {
            self.openers.insert(header.scope, header.author_id);
        }
        Verdict::Accepted(self.record.accept(change, self.at, flags))
    }

    /// A change of this batch may have been replaced by a later one of it; and what came before, by any.
    fn say_what_died(&self, verdicts: &mut [Judged]) {
        let new: BTreeMap<ChangeId, u64> = self
            .record
            .delta
            .accepted
            .iter()
            .map(|row| (row.change.id(), row.place.dead))
            .collect();
        for judged in verdicts {
            if let Verdict::Accepted(place) = &mut judged.verdict {
                let later = self.record.delta.dead.get(&judged.change).copied().unwrap_or(0);
                place.dead |= new.get(&judged.change).copied().unwrap_or(0) | later;
            }
        }
    }
}

/// Whether a change touches no register: entries, documents, requests.
fn only_adds(change: &Change) -> bool {
    change.ops().iter().all(|op| op.effect().register.is_none())
}
