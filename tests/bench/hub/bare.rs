//! The other side: the same bytes into a table that is nothing but a table.

use super::{clocks::wall, office::Office};
use anyhow::Result;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Runtime;
use tokio_postgres::{Client, NoTls};
use uuid::Uuid;

/// As many connections as the server has to its database.
const CONNECTIONS: usize = 16;

/// Connections to the table.
pub struct Bare {
    clients: Vec<Arc<Client>>,
    runtime: Runtime,
}

/// What a block of inserts took.
pub struct Inserted {
    /// Rows.
    pub rows: usize,
    /// Milliseconds from the first to the last.
    pub wall: f64,
    /// Milliseconds of each batch, with its commit.
    pub each: Vec<f64>,
}

impl Bare {
    /// Makes the table.
    pub fn new(office: &Office) -> Result<Self> {
        office
            .database()
            .sql("CREATE TABLE bare (id uuid NOT NULL, bytes bytea NOT NULL)")?;
        let runtime = Runtime::new()?;
        let url = office.database().url().to_owned();
        let clients = runtime.block_on(async {
            let mut clients = Vec::new();
            for _ in 0..CONNECTIONS {
                let (client, connection) = tokio_postgres::connect(&url, NoTls).await?;
                tokio::spawn(connection);
                clients.push(Arc::new(client));
            }
            anyhow::Ok(clients)
        })?;
        Ok(Self { clients, runtime })
    }

    /// Inserts batches, each in a transaction of its own, over at most so many connections.
    pub fn insert(&mut self, batches: Vec<Vec<Vec<u8>>>, most: usize) -> Result<Inserted> {
        let rows = batches.iter().map(Vec::len).sum();
        let batches = Arc::new(Mutex::new(batches));
        let began = wall();
        let each = self.runtime.block_on(async {
            let working: Vec<_> = self
                .clients
                .iter()
                .take(most)
                .map(|client| tokio::spawn(work(Arc::clone(client), Arc::clone(&batches))))
                .collect();
            let mut each = Vec::new();
            for one in working {
                each.extend(one.await??);
            }
            anyhow::Ok(each)
        })?;
        Ok(Inserted {
            rows,
            wall: wall() - began,
            each,
        })
    }
}

async fn work(client: Arc<Client>, batches: Arc<Mutex<Vec<Vec<Vec<u8>>>>>) -> Result<Vec<f64>> {
    let insert = client
        .prepare("INSERT INTO bare SELECT * FROM unnest($1::uuid[], $2::bytea[])")
        .await?;
    let mut each = Vec::new();
    loop {
        let next = batches.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Some(batch) = next else {
            return Ok(each);
        };
        let ids: Vec<Uuid> = batch.iter().map(|bytes| id(bytes)).collect();
        let began = wall();
        // One statement is one transaction.
        client.execute(&insert, &[&ids, &batch]).await?;
        each.push(wall() - began);
    }
}

/// Any sixteen bytes of a change: its last ones are as random as an id.
fn id(bytes: &[u8]) -> Uuid {
    let last = bytes.last_chunk::<16>().copied().unwrap_or_default();
    Uuid::from_bytes(last)
}
