//! A session in one exchange: changes are taken as in a push, and what is new goes along with the verdicts.

use super::{Hub, hello::contact, push::read};
use crate::{
    Error, Result,
    database::{self, Transaction},
    store::{self, devices, holds, office, quarantine},
};
use cartella_sync::{
    hub::{Batch, DeviceState, NearLoaded, Standing, near, same_epoch},
    ids::{DeviceId, ScopeRef},
    messages::{Brief, Briefed, Judged, Near, Pages, Problem, Pull, Push, Settled},
};
use std::collections::BTreeMap;

/// What a transaction found and did.
struct Found {
    verdicts: Vec<Judged>,
    acl: u64,
    standing: Option<Standing>,
    settled: Vec<Settled>,
}

impl Hub {
    pub(super) async fn brief(&self, id: &DeviceId, brief: &Brief) -> Result<Briefed> {
        let received_at = self.world.now();
        let batch = self.batch(id, brief).await?;
        let found = {
            let mut client = self.client().await?;
            let tx = database::begin(&mut client).await?;
            let found = self.found(&tx, id, brief, batch.as_ref()).await?;
            contact(
                &tx,
                id,
                received_at,
                received_at.0.saturating_sub(brief.sent_at.0),
            )
            .await?;
            database::commit(tx).await?;
            found
        };
        let near = match found.standing {
            None => None,
            Some(standing) => Some(Near {
                acl: found.acl,
                pages: self.new_to(id, brief, &standing).await?,
                parts: standing.parts,
                whole: standing.whole,
                settled: found.settled,
            }),
        };
        Ok(Briefed {
            verdicts: found.verdicts,
            near,
            received_at,
            answered_at: self.world.now(),
        })
    }

    async fn batch(&self, id: &DeviceId, brief: &Brief) -> Result<Option<Batch>> {
        if brief.changes.is_empty() {
            return Ok(None);
        }
        let known = self
            .device(id)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        let push = Push {
            epoch: brief.epoch,
            changes: brief.changes.clone(),
        };
        read(known, push).await.map(Some)
    }

    /// Takes what was sent along, and then looks where both sides stand, in one moment.
    async fn found(
        &self,
        tx: &Transaction<'_>,
        id: &DeviceId,
        brief: &Brief,
        batch: Option<&Batch>,
    ) -> Result<Found> {
        let mut verdicts = Vec::new();
        let mut new: BTreeMap<ScopeRef, u64> = BTreeMap::new();
        if let Some(batch) = batch {
            let pushed = self.push_in(tx, batch).await?;
            verdicts = pushed.verdicts.verdicts;
            new = pushed.new;
        } else {
            devices::lock(tx, id).await?;
            store::rights_stand(tx).await?;
        }
        let device = devices::get(tx, id)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        if device.row.state == DeviceState::Revoked {
            return Err(Problem::Revoked.into());
        }
        let office = office::read(tx).await?;
        same_epoch(brief.epoch, office.epoch)?;
        let settled = if brief.flagged.is_empty() {
            Vec::new()
        } else {
            quarantine::settled(tx, id, &brief.flagged).await?
        };
        let loaded = NearLoaded {
            device: device.row,
            rows: holds::near(tx, id).await?,
            new,
        };
        Ok(Found {
            verdicts,
            acl: office.acl,
            standing: near(brief, &loaded),
            settled,
        })
    }

    /// What is new, read as for a pull: by a reader who sees what the device was granted and nothing else.
    async fn new_to(&self, id: &DeviceId, brief: &Brief, standing: &Standing) -> Result<Pages> {
        if standing.moved.is_empty() {
            return Ok(Pages {
                pages: Vec::new(),
                refused: Vec::new(),
            });
        }
        let pull = Pull {
            epoch: brief.epoch,
            scopes: standing.moved.clone(),
            max_bytes: brief.max_bytes,
        };
        self.pull(id, &pull).await
    }
}
