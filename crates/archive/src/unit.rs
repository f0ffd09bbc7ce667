//! One act on the database: a transaction of its own, or a savepoint within a bulk of acts.
//!
//! Alone, an act is durable when it is committed. In `Archive::bulk` thousands of acts share one wait for the
//! disk (imports, generated archives); each is still whole or absent, and all are durable at the bulk's end.

use crate::{Archive, Result};
use rusqlite::Connection;
use std::ops::Deref;

/// An act that is taken back unless it is committed.
pub(crate) struct Unit<'a> {
    db: &'a Connection,
    nested: bool,
    open: bool,
}

impl<'a> Unit<'a> {
    /// Begins an act.
    pub(crate) fn begin(db: &'a Connection) -> Result<Self> {
        let nested = !db.is_autocommit();
        db.execute_batch(if nested {
            "SAVEPOINT act"
        } else {
            "BEGIN IMMEDIATE"
        })?;
        Ok(Self {
            db,
            nested,
            open: true,
        })
    }

    /// Keeps it: durable at once, or with its bulk.
    pub(crate) fn commit(mut self) -> Result<()> {
        self.db
            .execute_batch(if self.nested { "RELEASE act" } else { "COMMIT" })?;
        self.open = false;
        Ok(())
    }
}

impl Deref for Unit<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.db
    }
}

impl Drop for Unit<'_> {
    fn drop(&mut self) {
        if self.open {
            // A full disk may have ended the transaction already; there is nothing left to take back then.
            let _ = self.db.execute_batch(if self.nested {
                "ROLLBACK TO act; RELEASE act"
            } else {
                "ROLLBACK"
            });
        }
    }
}

impl Archive {
    /// Begins a bulk: the acts until `end_bulk` share one transaction.
    ///
    /// # Errors
    /// A bulk is open already, or the database does not answer.
    pub fn begin_bulk(&mut self) -> Result<()> {
        Ok(self.db.execute_batch("BEGIN IMMEDIATE")?)
    }

    /// Ends a bulk: kept, every act of it is durable; not kept, none of them happened.
    ///
    /// # Errors
    /// The disk is full: then none of them happened.
    pub fn end_bulk(&mut self, keep: bool) -> Result<()> {
        if keep && self.db.execute_batch("COMMIT").is_ok() {
            return Ok(());
        }
        if !self.db.is_autocommit() {
            self.db.execute_batch("ROLLBACK")?;
        }
        if keep { Err(crate::Error::DiskFull) } else { Ok(()) }
    }
}

/// Gives or takes back the leave to pass the triggers that keep what is signed, within the caller's transaction.
pub(crate) fn pass(db: &Connection, verb: &str, give: bool) -> Result<()> {
    let sql = if give {
        "INSERT INTO pass (verb) VALUES (?1)"
    } else {
        "DELETE FROM pass WHERE verb = ?1"
    };
    db.prepare_cached(sql)?.execute([verb])?;
    Ok(())
}
