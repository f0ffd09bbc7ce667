//! PostgreSQL: connecting, migrations, roles, transactions that are tried again.

mod asks;
mod migrate;

pub use asks::{Asks, Transaction, Values};
pub use migrate::migrate;

use crate::{Error, Result};
use cartella_sync::ids::DeviceId;
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use std::{str::FromStr as _, time::Duration};
use tokio_postgres::{Config, IsolationLevel, NoTls};

/// Who works in the tables; made by [`migrate`].
pub const WORKS: &str = "cartella_hub";
/// Who reads for one device.
pub const READS: &str = "cartella_reader";

/// How often a transaction is tried that met another.
pub const TRIES: u32 = 8;

/// How many connections a process has, and how long it waits.
#[derive(Debug, Clone, Copy)]
pub struct Connections {
    /// At most so many at once.
    pub most: usize,
    /// How long a request waits for a free one before it is told to come again, milliseconds.
    pub wait_ms: u64,
    /// How long one statement may take, milliseconds.
    pub statement_ms: u64,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            most: 16,
            wait_ms: 5_000,
            statement_ms: 30_000,
        }
    }
}

/// Every statement here finds its rows by a key. A plan is kept as long as its connection, and one that was made while a table was
/// small, or before its first ANALYZE, reads all of it for ever: pushing 14,000 changes became slower with each hundred.
const BY_KEY: &str = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

/// A pool whose connections act as [`WORKS`]: no change of tables, no change of what is signed.
///
/// # Errors
/// The address cannot be read.
pub fn pool(url: &str, connections: Connections) -> Result<Pool> {
    let mut config = Config::from_str(url)?;
    config.application_name("cartella-hub");
    config.connect_timeout(Duration::from_millis(connections.wait_ms));
    config.options(format!(
        "-c role={WORKS} -c statement_timeout={} -c idle_in_transaction_session_timeout=60000 -c timezone=UTC {BY_KEY}",
        connections.statement_ms
    ));
    let manager = Manager::from_config(
        config,
        NoTls,
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    let wait = Some(Duration::from_millis(connections.wait_ms));
    Pool::builder(manager)
        .max_size(connections.most)
        .runtime(Runtime::Tokio1)
        .wait_timeout(wait)
        .create_timeout(wait)
        .recycle_timeout(wait)
        .build()
        .map_err(|_| Error::Inconsistent("the pool of connections cannot be made"))
}

/// A connection of the pool.
pub type Client = deadpool_postgres::Object;

/// Begins a transaction that writes.
///
/// # Errors
/// The database does not answer.
pub async fn begin(client: &mut Client) -> Result<Transaction<'_>> {
    let builder = client.build_transaction();
    let builder = builder.isolation_level(IsolationLevel::ReadCommitted);
    Ok(Transaction(builder.start().await?))
}

/// Begins a transaction that sees one moment; it may write, and is tried again if it met another.
///
/// # Errors
/// The database does not answer.
pub async fn snapshot(client: &mut Client) -> Result<Transaction<'_>> {
    let builder = client.build_transaction();
    let builder = builder.isolation_level(IsolationLevel::RepeatableRead);
    Ok(Transaction(builder.start().await?))
}

/// Begins a transaction that sees one moment, as much of it as `device` was granted.
///
/// # Errors
/// The database does not answer.
pub async fn reading<'a>(client: &'a mut Client, device: &DeviceId) -> Result<Transaction<'a>> {
    let builder = client.build_transaction();
    let builder = builder
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true);
    let tx = Transaction(builder.start().await?);
    // Both end with the transaction; the id is hexadecimal by its Display.
    tx.batch_execute(&format!(
        "SET LOCAL ROLE {READS}; SET LOCAL cartella.device = '{device}'"
    ))
    .await?;
    Ok(tx)
}

/// Commits, and says so only if PostgreSQL did. A commit of which nothing was heard is an error: the device asks again.
///
/// # Errors
/// Unknown whether it was committed.
pub async fn commit(tx: Transaction<'_>) -> Result<()> {
    Ok(tx.commit().await?)
}

/// A pause before the next try, longer with each, with some chance in it so that two do not meet again.
pub async fn pause(attempt: u32, chance: u8) {
    let step = 5_u64.saturating_mul(1 << attempt.min(6));
    tokio::time::sleep(Duration::from_millis(step + u64::from(chance) % step.max(1))).await;
}
