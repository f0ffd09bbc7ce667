//! Sessions in one exchange.

use super::{Delta, EPOCH, MemOffice};
use crate::fault::Fault;
use cartella_domain::time::Instant;
use cartella_sync::{
    hub::{Hold, HoldRow, NearLoaded, NearRow, PushDelta, near, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Answer, Brief, Briefed, Near, Problem, Pull, Push},
};
use std::collections::{BTreeMap, BTreeSet};

impl MemOffice {
    /// As a push and a pull in one, when the device's books say that it may.
    pub(super) fn brief(
        &self,
        device: DeviceId,
        brief: &Brief,
        at: Instant,
    ) -> Result<(Delta, Answer, BTreeSet<ScopeRef>), Problem> {
        same_epoch(brief.epoch, EPOCH)?;
        let mut verdicts = Vec::new();
        let mut scopes = BTreeSet::new();
        let mut delta = None;
        if !brief.changes.is_empty() {
            let push = Push {
                epoch: brief.epoch,
                changes: brief.changes.clone(),
            };
            let (batch, pushed, answer) = self.push(device, &push, at)?;
            verdicts = answer.verdicts;
            scopes = batch.needs().scopes;
            delta = Some(pushed);
        }
        let near = self.near(device, brief, delta.as_ref())?;
        let answer = Answer::Brief(Briefed {
            verdicts,
            near,
            received_at: at,
            answered_at: at,
        });
        let delta = delta.map_or(Delta::Nothing, |delta| Delta::Push(Box::new(delta)));
        Ok((delta, answer, scopes))
    }

    fn near(
        &self,
        device: DeviceId,
        brief: &Brief,
        delta: Option<&PushDelta>,
    ) -> Result<Option<Near>, Problem> {
        if delta.is_some_and(|delta| !delta.record.opened.is_empty()) {
            return Ok(None);
        }
        let after = |scope: &ScopeRef| {
            let pushed = delta.and_then(|delta| delta.record.scopes.get(scope).copied());
            pushed.or_else(|| self.scopes.get(scope).map(|(row, _)| *row))
        };
        let mut new: BTreeMap<ScopeRef, u64> = BTreeMap::new();
        for row in delta.iter().flat_map(|delta| &delta.record.accepted) {
            *new.entry(row.change.header().scope).or_default() += 1;
        }
        let row = &self.devices[&device];
        let overlooked = |it: &&HoldRow| self.fault != Fault::BriefOverlooksEnter || it.hold != Hold::Enter;
        let rows = row.holds.values().filter(overlooked).map(|it| NearRow {
            row: *it,
            scope: after(&it.scope).map(|row| (row.head, row.digest)),
        });
        let loaded = NearLoaded {
            device: row.row.clone(),
            rows: rows.collect(),
            new,
        };
        let Some(standing) = near(brief, &loaded) else {
            return Ok(None);
        };
        let pull = Pull {
            epoch: brief.epoch,
            scopes: standing.moved,
            max_bytes: brief.max_bytes,
        };
        let Answer::Pages(pages) = self.pull(device, &pull)? else {
            return Ok(None);
        };
        let settled = brief.flagged.iter().filter_map(|id| self.settled(id));
        Ok(Some(Near {
            acl: self.grants.acl,
            pages,
            parts: standing.parts,
            whole: standing.whole,
            settled: settled.collect(),
        }))
    }
}
