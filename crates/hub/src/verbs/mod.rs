//! What the hub does, one verb a file: a request read, the core's decision, rows written, the answer after the commit.

mod backfill;
mod brief;
mod digests;
mod enrol;
mod hello;
mod left;
mod passed;
mod pull;
mod push;
mod settle;
mod write;

pub use enrol::code_hash;
pub use passed::passed_to;
pub use settle::{Held, settled_by_office, settled_by_operator, waiting_for};
pub use write::{Act, office_writes, office_writes_in};

use crate::{
    Error, Result, database,
    rights::compile,
    store::{devices, devices::Device, office},
    world::World,
};
use cartella_domain::time::CivilDate;
use cartella_sync::{
    hub::DeviceState,
    ids::DeviceId,
    messages::{Answer, Problem, Request},
    signer::DeviceKey,
};
use deadpool_postgres::Pool;
use std::{
    future::Future,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// One process of the office's server: a pool and a world, no state beside.
#[derive(Clone)]
pub struct Hub {
    pool: Pool,
    world: World,
    desk: Arc<DeviceKey>,
    rows: Rows,
    /// The newest day that is known to have taken effect: it never goes back, so it need not be asked for again.
    day: Arc<Mutex<CivilDate>>,
}

/// How many changes of one scope are read for one answer; what is more is asked for again.
#[derive(Debug, Clone, Copy)]
pub struct Rows {
    /// Of a pull.
    pub pull: i64,
    /// Of a page of a backfill.
    pub backfill: i64,
}

impl Default for Rows {
    fn default() -> Self {
        Self {
            pull: 400,
            backfill: 400,
        }
    }
}

impl Hub {
    /// A hub on a database that was migrated, with the key of the office's own device.
    #[must_use]
    pub fn new(pool: Pool, world: World, desk: DeviceKey) -> Self {
        Self {
            pool,
            world,
            desk: Arc::new(desk),
            rows: Rows::default(),
            day: Arc::default(),
        }
    }

    /// The same, reading other numbers of rows.
    #[must_use]
    pub fn reading(self, rows: Rows) -> Self {
        Self { rows, ..self }
    }

    /// The office's own device.
    #[must_use]
    pub fn desk(&self) -> &DeviceKey {
        &self.desk
    }

    /// The world it asks for time and chance.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// A connection.
    ///
    /// # Errors
    /// None was free in time, or the database does not answer.
    pub async fn client(&self) -> Result<database::Client> {
        Ok(self.pool.get().await?)
    }

    /// A device, for checking what it signed. A revoked one is known, too: it must be told.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn device(&self, id: &DeviceId) -> Result<Option<Device>> {
        let client = self.client().await?;
        devices::laptop(&*client, id).await
    }

    /// Answers a request of `device`, whose signature was checked. What another transaction was met by is tried again.
    ///
    /// # Errors
    /// A problem to be told, or the database does not answer.
    pub async fn answer(&self, device: &DeviceId, request: Request) -> Result<Answer> {
        if !matches!(request, Request::Enrol(_)) {
            self.new_day().await?;
        }
        self.again(|| self.once(device, &request)).await
    }

    /// Runs work until it does not meet another transaction.
    pub(crate) async fn again<'a, T, F>(&self, work: impl Fn() -> F) -> Result<T>
    where
        F: Future<Output = Result<T>> + 'a,
    {
        let mut attempt = 0;
        loop {
            match work().await {
                Err(error) if error.is_passing() && attempt + 1 < database::TRIES => {
                    attempt += 1;
                    let [chance] = self.world.bytes();
                    database::pause(attempt, chance).await;
                }
                done => return done,
            }
        }
    }

    async fn once(&self, device: &DeviceId, request: &Request) -> Result<Answer> {
        Ok(match request {
            Request::Hello(hello) => Answer::Welcome(self.hello(device, hello).await?),
            Request::Push(push) => Answer::Verdicts(self.push(device, push).await?),
            Request::Pull(pull) => Answer::Pages(self.pull(device, pull).await?),
            Request::Backfill(backfill) => Answer::Backfill(self.backfill(device, backfill).await?),
            Request::Brief(brief) => Answer::Brief(self.brief(device, brief).await?),
            Request::Left(left) => Answer::Left(self.left(device, left).await?),
            Request::Digests(digests) => Answer::Compared(self.digests(device, digests).await?),
            Request::Enrol(enrol) => Answer::Enrolled(self.enrol(device, enrol).await?),
        })
    }

    /// Lets a new day take effect, once.
    pub(crate) async fn new_day(&self) -> Result<()> {
        let today = self.world.today();
        if *self.known_day() >= today {
            return Ok(());
        }
        let mut client = self.client().await?;
        if office::read(&*client).await?.day < today {
            let tx = database::begin(&mut client).await?;
            compile::new_day(&tx, today, self.world.now()).await?;
            database::commit(tx).await?;
        }
        *self.known_day() = today;
        Ok(())
    }

    fn known_day(&self) -> MutexGuard<'_, CivilDate> {
        self.day.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A device that may read: an active one.
pub(crate) fn reads(device: Option<Device>) -> Result<Device> {
    let device = device.ok_or(Error::Problem(Problem::Unauthorised))?;
    match device.row.state {
        DeviceState::Active => Ok(device),
        DeviceState::Suspended => Err(Problem::Suspended.into()),
        DeviceState::Revoked => Err(Problem::Revoked.into()),
    }
}
