//! The agreement with the office, on this laptop's side: what `cartella_sync::device` asks of its store, on SQLCipher.
//!
//! [`crate::Archive::told`] reads what a session wants to know, [`crate::Archive::keep`] writes what it decided, one
//! durable transaction each; the contract is the module `cartella_sync::device::store`. Verdicts stand in the change
//! log, how far a scope is here in `held_scope`; everything else follows from those. `office` says which office this
//! archive belongs to, `overview` what its operator is told.

mod fetched;
mod judged;
mod office;
pub mod overview;
mod purge;
pub mod requests;
mod scopes;
mod sessions;
mod take;
mod told;
mod welcomed;

pub use office::JoinedOffice;
pub(crate) use office::joined;
pub(crate) use scopes::{acl, begin_scope, have};

use crate::{Archive, Result, audit, unit::Unit};
use cartella_domain::time::Instant;
use cartella_sync::{
    device::DeviceDelta,
    ids::{DeviceId, Hlc},
};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// This moment, by the device's clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The wall clock.
    pub at: Instant,
    /// Milliseconds since any fixed moment of this run, by a clock that cannot be set.
    pub monotonic: i64,
}

/// One delta on its way into the tables.
struct Keeper<'a> {
    tx: &'a Connection,
    archive: &'a Archive,
    device: DeviceId,
    operator: String,
    at: Instant,
    kinds: BTreeSet<&'static str>,
    newest: Hlc,
}

impl<'a> Keeper<'a> {
    fn new(archive: &'a Archive, tx: &'a Connection, moment: Moment) -> Self {
        Self {
            tx,
            archive,
            device: archive.identity.device,
            operator: archive.identity.operator.to_string(),
            at: moment.at,
            kinds: BTreeSet::new(),
            newest: Hlc::default(),
        }
    }

    /// Appends an event to the audit chain, in the delta's transaction.
    fn note(&self, event: &audit::Event) -> Result<()> {
        audit::append(self.tx, &self.operator, self.at, event)
    }
}

impl Archive {
    /// Writes one delta of a session, durably: all of it or nothing. Says the names of the kinds whose records
    /// changed. Writing the same delta again changes nothing.
    ///
    /// # Errors
    /// The disk is full or the database does not answer: then nothing of it was kept.
    pub fn keep(&self, delta: &DeviceDelta, moment: Moment) -> Result<BTreeSet<&'static str>> {
        let unit = Unit::begin(&self.db)?;
        let mut keeper = Keeper::new(self, &unit, moment);
        keeper.keep(delta)?;
        let Keeper { kinds, newest, .. } = keeper;
        self.see(&unit, newest)?;
        unit.commit()?;
        match delta {
            DeviceDelta::Welcomed { offset_ms, .. } => {
                self.clock
                    .borrow_mut()
                    .measured(*offset_ms, moment.at, moment.monotonic);
            }
            // If it cannot be now, it is done before the receipts are told.
            DeviceDelta::Purge { .. } => {
                drop(self.fold_log());
                // What cannot be removed now is swept at the next opening; nobody can open it.
                drop(self.sweep_files());
            }
            _ => {}
        }
        Ok(kinds)
    }

    /// What is written here from now on is shown after what was taken in.
    fn see(&self, tx: &Connection, newest: Hlc) -> Result<()> {
        let mut clock = self.clock.borrow_mut();
        if newest > clock.last() {
            clock.observe(newest);
            tx.prepare_cached("UPDATE meta SET hlc = ?1 WHERE id = 1")?
                .execute([crate::log::counted::stored_hlc(newest)])?;
        }
        Ok(())
    }

    /// Folds the write-ahead log into the database and empties it, so that nothing purged stays there. Says whether
    /// it could be done: another connection may be reading.
    ///
    /// # Errors
    /// The disk fails.
    fn fold_log(&self) -> Result<bool> {
        let busy: bool = self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(!busy)
    }
}

impl Keeper<'_> {
    fn keep(&mut self, delta: &DeviceDelta) -> Result<()> {
        match delta {
            DeviceDelta::Welcomed {
                epoch,
                acl,
                offset_ms,
                enter,
                settled,
            } => {
                self.welcomed(*epoch, *acl, *offset_ms)?;
                self.enter(enter)?;
                self.settled(settled)
            }
            DeviceDelta::Judged { verdicts, have } => self.judged(verdicts, have),
            DeviceDelta::Fetched { pages } => self.fetched(pages),
            DeviceDelta::Pulled { stretches } => self.pulled(stretches),
            DeviceDelta::Purge { scopes, acl, at } => self.purge(scopes, *acl, *at),
            DeviceDelta::Noted { scopes } => self.noted(scopes),
            DeviceDelta::Differ { incidents } => self.differ(incidents),
            DeviceDelta::Finished(summary) => sessions::ended(self, summary, None),
        }
    }
}
