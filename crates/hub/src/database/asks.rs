//! Statements are prepared once a connection, not once a call: parsing and planning were most of what a small one cost.

use std::{future::Future, ops::Deref};
use tokio_postgres::{Error, Row, types::ToSql};

/// The values of a statement's parameters.
pub type Values<'a> = &'a [&'a (dyn ToSql + Sync)];

/// A connection or a transaction: whoever can be asked.
pub trait Asks: Sync {
    /// All rows.
    fn query(&self, sql: &str, values: Values<'_>) -> impl Future<Output = Result<Vec<Row>, Error>> + Send;

    /// The one row, if there is one.
    fn query_opt(
        &self,
        sql: &str,
        values: Values<'_>,
    ) -> impl Future<Output = Result<Option<Row>, Error>> + Send;
}

/// A transaction.
pub struct Transaction<'a>(pub(super) deadpool_postgres::Transaction<'a>);

impl Transaction<'_> {
    /// All rows.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn query(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Error> {
        let statement = self.0.prepare_cached(sql).await?;
        self.0.query(&statement, values).await
    }

    /// The one row, if there is one.
    ///
    /// # Errors
    /// The database does not answer; there are two.
    pub async fn query_opt(&self, sql: &str, values: Values<'_>) -> Result<Option<Row>, Error> {
        let statement = self.0.prepare_cached(sql).await?;
        self.0.query_opt(&statement, values).await
    }

    /// The one row.
    ///
    /// # Errors
    /// The database does not answer; there is none, or there are two.
    pub async fn query_one(&self, sql: &str, values: Values<'_>) -> Result<Row, Error> {
        let statement = self.0.prepare_cached(sql).await?;
        self.0.query_one(&statement, values).await
    }

    /// Does it, and says of how many rows.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn execute(&self, sql: &str, values: Values<'_>) -> Result<u64, Error> {
        let statement = self.0.prepare_cached(sql).await?;
        self.0.execute(&statement, values).await
    }

    /// Gives up what was done.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn rollback(self) -> Result<(), Error> {
        self.0.rollback().await
    }

    /// Commits.
    ///
    /// # Errors
    /// Unknown whether it was committed.
    pub async fn commit(self) -> Result<(), Error> {
        self.0.commit().await
    }
}

impl<'a> Deref for Transaction<'a> {
    type Target = tokio_postgres::Transaction<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Asks for Transaction<'_> {
    async fn query(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Error> {
        Transaction::query(self, sql, values).await
    }

    async fn query_opt(&self, sql: &str, values: Values<'_>) -> Result<Option<Row>, Error> {
        Transaction::query_opt(self, sql, values).await
    }
}

impl Asks for deadpool_postgres::ClientWrapper {
    async fn query(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Error> {
        let statement = self.prepare_cached(sql).await?;
        tokio_postgres::Client::query(self, &statement, values).await
    }

    async fn query_opt(&self, sql: &str, values: Values<'_>) -> Result<Option<Row>, Error> {
        let statement = self.prepare_cached(sql).await?;
        tokio_postgres::Client::query_opt(self, &statement, values).await
    }
}
