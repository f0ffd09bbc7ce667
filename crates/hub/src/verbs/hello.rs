//! The first words of a session.

use super::Hub;
use crate::{
    Error, Result,
    database::{self, Transaction},
    store::{self, devices, holds, office, quarantine},
};
use cartella_domain::{scope::ScopeKind, time::Instant};
use cartella_sync::{
    hub::{HoldRow, WelcomeLoaded, welcome},
    ids::{DeviceId, ScopeRef},
    messages::{Hello, Problem, Welcome},
};
use std::collections::BTreeMap;
use uuid::Uuid;

impl Hub {
    pub(super) async fn hello(&self, id: &DeviceId, hello: &Hello) -> Result<Welcome> {
        let received_at = self.world.now();
        let mut client = self.client().await?;
        let tx = database::begin(&mut client).await?;
        // Its row and everybody's rights stand still, so what is read one after the other is one moment.
        let device = devices::lock(&tx, id)
            .await?
            .ok_or(Error::Problem(Problem::Unauthorised))?;
        store::rights_stand(&tx).await?;
        let office = office::read(&tx).await?;
        let holds = holds::of_device(&tx, id).await?;
        let loaded = WelcomeLoaded {
            epoch: office.epoch,
            acl: office.acl,
            heads: holds::heads(&tx, id, hello.held.iter().map(|have| have.scope)).await?,
            priority: priority(&tx, &holds).await?,
            settled: quarantine::settled(&tx, id, &hello.flagged).await?,
            device: device.row,
            holds,
        };
        let (delta, answer) = welcome(hello, &loaded, received_at, self.world.now())?;
        // Nobody turned them meanwhile: whoever does waits for the locks above.
        let turned: Vec<HoldRow> = delta.holds.iter().map(|turn| turn.after).collect();
        holds::put(&tx, id, &turned).await?;
        contact(&tx, id, received_at, delta.offset_ms).await?;
        database::commit(tx).await?;
        Ok(answer)
    }
}

pub(super) async fn contact(tx: &Transaction<'_>, id: &DeviceId, at: Instant, offset_ms: i64) -> Result<()> {
    tx.execute(
        "UPDATE device SET last_contact = $2, offset_ms = $3 WHERE device = $1",
        &[&id.0.as_slice(), &at.0, &offset_ms],
    )
    .await?;
    Ok(())
}

/// What belongs to everybody and her own first; then open cases with what hangs on them, people, and what is closed.
async fn priority(tx: &Transaction<'_>, holds: &[HoldRow]) -> Result<BTreeMap<ScopeRef, u32>> {
    let owners: Vec<Uuid> = holds.iter().map(|row| row.scope.owner).collect();
    let rows = tx
        .query(
            "SELECT scope_owner, bool_and(coalesce(state, '') = 'chiuso') FROM episode
             WHERE scope_owner = ANY($1) AND scope_kind = $2 AND NOT deleted GROUP BY scope_owner",
            &[&owners, &i16::from(ScopeKind::CaseCore.number())],
        )
        .await?;
    let closed: BTreeMap<Uuid, bool> = rows
        .iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
        .collect::<Result<_>>()?;
    let rank = |row: &HoldRow| match row.scope.known().map(|scope| scope.kind) {
        Some(ScopeKind::Org | ScopeKind::Draft) => 0,
        Some(kind) if kind.is_of_case() => {
            let late = if kind == ScopeKind::CaseCore { 1 } else { 3 };
            let closed = closed.get(&row.scope.owner).copied().unwrap_or(false);
            late + if closed { 4 } else { 0 }
        }
        Some(ScopeKind::Person | ScopeKind::PersonProtected) => 2,
        _ => 4,
    };
    Ok(holds.iter().map(|row| (row.scope, rank(row))).collect())
}
