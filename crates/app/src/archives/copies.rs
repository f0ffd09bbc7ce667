//! Copies: encrypted, rotating, made while the program runs, proven by opening them.

use super::{
    ArchiveId,
    opened::{Keys, find, newest_schema},
};
use crate::{Code, Error, Host, Result, Session, commands::Nothing, rome_date};
use cartella_archive::{
    audit,
    backup::{self, CopyCard, CopyOrder, Keep, make_copy, rotate},
    disk::OsDisk,
    store::Store,
};
use cartella_domain::time::Instant;
use serde::Serialize;
use std::{ops::ControlFlow, sync::Arc};
use ts_rs::TS;

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Copy {
    /// When it was made: also its name.
    pub taken: Instant,
    /// Size of its database in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A copy that was made and proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupDone {
    /// The copy.
    pub copy: Copy,
    /// Rows in all its tables.
    #[ts(type = "number")]
    pub rows: u64,
    /// How many older ones went.
    #[ts(type = "number")]
    pub removed: usize,
}

/// Makes a copy now and lets older ones go: seven days, four weeks, six months stay.
///
/// # Errors
/// The disk is full or the copy does not prove good; every older copy is still there then.
pub fn backup(session: &mut Session, _: Nothing) -> Result<BackupDone> {
    Copying::of(session)?.make(&|| false)
}

/// A copy to be made without the session: it reads the archive over a connection of its own, while she writes on.
pub(crate) struct Copying {
    keys: Arc<Keys>,
    now: Instant,
}

impl Copying {
    /// Takes from the session what a copy needs, and notes that one is made.
    pub(crate) fn of(session: &Session) -> Result<Self> {
        let keys = session.shared_keys()?;
        session.note(audit::Event::new(audit::Act::Backup))?;
        Ok(Self {
            keys,
            now: session.now(),
        })
    }

    /// Whether the newest copy is of another day than today.
    pub(crate) fn is_due(session: &Session) -> Result<bool> {
        let copies = copies(&session.keys()?.store)?;
        Ok(copies
            .first()
            .is_none_or(|copy| rome_date(copy.taken) != session.today()))
    }

    /// Makes it and proves it; `stopped` is asked after every 4 MiB.
    pub(crate) fn make(&self, stopped: &dyn Fn() -> bool) -> Result<BackupDone> {
        let order = CopyOrder {
            store: &self.keys.store,
            id: self.keys.id,
            master: &self.keys.master,
            newest_schema: newest_schema(),
            now: self.now,
            witness: &audit::witness,
            disk: &OsDisk,
        };
        let report = make_copy(&order, &mut |_| {
            if stopped() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        let gone = rotate(&self.keys.store, report.copy.taken, Keep::default(), &OsDisk)?;
        Ok(BackupDone {
            copy: card(&report.copy),
            rows: report.rows,
            removed: gone.len(),
        })
    }
}

/// The copies of the open archive, newest first.
///
/// # Errors
/// The folder cannot be read.
pub fn copies_here(session: &mut Session, _: Nothing) -> Result<Vec<Copy>> {
    copies(&session.keys()?.store)
}

/// The copies of an archive that may not open any more, newest first.
///
/// # Errors
/// There is no such archive, or the folder cannot be read.
pub fn copies_of(host: &mut Host, input: ArchiveId) -> Result<Vec<Copy>> {
    copies(&find(host, input.id)?.store)
}

fn copies(store: &Store) -> Result<Vec<Copy>> {
    let copies = backup::copies(store).map_err(cartella_archive::Error::from)?;
    Ok(copies.iter().map(card).collect())
}

pub(super) fn one(store: &Store, taken: Instant) -> Result<CopyCard> {
    let copies = backup::copies(store).map_err(cartella_archive::Error::from)?;
    let found = copies.into_iter().find(|copy| copy.taken == taken);
    found.ok_or_else(|| Error::new(Code::CopyMissing).with("taken", taken.0))
}

fn card(copy: &CopyCard) -> Copy {
    Copy {
        taken: copy.taken,
        bytes: copy.bytes,
    }
}
