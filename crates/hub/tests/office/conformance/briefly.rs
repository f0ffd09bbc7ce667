//! Sessions in one exchange, answered from the database.

use super::{Delta, Tested, begun};
use cartella_domain::time::Instant;
use cartella_hub::store::{
    devices::{self, Device},
    holds, quarantine,
};
use cartella_sync::{
    hub::{Batch, NearLoaded, Standing, near, same_epoch},
    ids::DeviceId,
    messages::{Answer, Brief, Briefed, Near, Problem, Pull, Push, Request},
};
use std::collections::BTreeMap;

impl Tested {
    /// As the product does it: what goes along is taken, and then the books are looked at in the same transaction.
    pub(super) fn brief(
        &self,
        device: &Device,
        brief: &Brief,
        at: Instant,
    ) -> Result<Option<(Delta, Answer)>, Problem> {
        let id = device.row.device;
        same_epoch(brief.epoch, 1)?;
        let mut verdicts = Vec::new();
        let mut delta = Delta::Nothing;
        let mut opens = false;
        let (rows, new) = if brief.changes.is_empty() {
            (self.run(async |tx| holds::near(tx, &id).await), BTreeMap::new())
        } else {
            let push = Push {
                epoch: brief.epoch,
                changes: brief.changes.clone(),
            };
            let batch = Batch::read(id, &push, &devices::keys(device))?;
            let begun = begun::push(&self.ground.runtime, &self.ground.hub, batch, &self.grants, at)?;
            let Some((begun, answer)) = begun else {
                return Ok(None);
            };
            verdicts = answer.verdicts;
            opens = begun.opens();
            let near = begun.near.clone();
            delta = Delta::Push(begun);
            near
        };
        let loaded = NearLoaded {
            device: device.row.clone(),
            rows,
            new,
        };
        let near = match near(brief, &loaded) {
            Some(standing) if !opens => Some(self.near(&id, brief, standing)?),
            _ => None,
        };
        let answer = Answer::Brief(Briefed {
            verdicts,
            near,
            received_at: at,
            answered_at: at,
        });
        Ok(Some((delta, answer)))
    }

    fn near(&self, id: &DeviceId, brief: &Brief, standing: Standing) -> Result<Near, Problem> {
        let mut settled = self.run(async |tx| quarantine::settled(tx, id, &brief.flagged).await);
        settled.sort_by_key(|it| brief.flagged.iter().position(|flagged| *flagged == it.change));
        for settled in &mut settled {
            settled.reason = "chiusa".into();
        }
        let pull = Request::Pull(Pull {
            epoch: brief.epoch,
            scopes: standing.moved,
            max_bytes: brief.max_bytes,
        });
        let pages = self.ground.runtime.block_on(self.ground.hub.answer(id, pull));
        let Answer::Pages(pages) = pages.map_err(|error| error.problem())? else {
            panic!("another answer to a pull");
        };
        Ok(Near {
            acl: self.grants.acl,
            pages,
            parts: standing.parts,
            whole: standing.whole,
            settled,
        })
    }
}
