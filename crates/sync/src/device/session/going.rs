//! What goes: own pending changes, and their verdicts.

use super::{Sent, Session, Step};
use crate::{
    chain::stretch,
    change::Change,
    device::{
        outcome::Trouble,
        store::{DeviceDelta, Want},
    },
    ids::ScopeRef,
    messages::{Bytes, Have, Push, Request, Verdict, Verdicts, push::LATE},
};
use std::collections::BTreeMap;

impl Session {
    pub(super) const fn more_pending(&self, above: u64) -> Step {
        Step::Load(Want::Pending {
            above,
            changes: self.pace.changes,
            bytes: self.pace.bytes,
        })
    }

    pub(super) fn push(&mut self, changes: Vec<Bytes>) -> Step {
        if changes.is_empty() {
            self.sent.clear();
            return self.fetch();
        }
        match self.note_sent(changes) {
            Ok(changes) => Step::Send(Request::Push(Push {
                epoch: self.epoch,
                changes,
            })),
            Err(trouble) => self.stop(trouble),
        }
    }

    /// Those of them that go now: one stretch of the chain, as the office takes it. What is here may have gaps: the verdict
    /// on one of them may have come with a page, while that on one before it was lost.
    pub(super) fn note_sent(&mut self, mut changes: Vec<Bytes>) -> Result<Vec<Bytes>, Trouble> {
        let headers = changes.iter().map(|bytes| Change::header_of(&bytes.0));
        let headers: Vec<_> = headers.collect::<Result<_, _>>().map_err(|_| Trouble::Nonsense)?;
        changes.truncate(stretch(headers.iter().map(|(header, hash)| (header, hash))));
        let sent = headers.iter().take(changes.len()).map(|(header, _)| Sent {
            change: header.change_id,
            dev_seq: header.dev_seq,
            scope: header.scope,
        });
        self.sent = sent.collect();
        Ok(changes)
    }

    pub(super) fn judged(&mut self, answer: Verdicts) -> Result<Step, Trouble> {
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
}
