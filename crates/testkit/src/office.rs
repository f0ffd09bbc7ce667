//! An office to work in: a real encrypted archive in a folder of its own that goes with it.

use crate::{FakeClock, world};
use anyhow::Result;
use cartella_app::{Session, World};
use cartella_archive::{Archive, Founding};
use cartella_domain::ids::OperatorId;
use std::{path::PathBuf, sync::Arc};
use tempfile::TempDir;

/// An archive, its operator's session and the clock on the wall.
pub struct Office {
    /// The session of the archive's operator.
    pub session: Session,
    /// The clock.
    pub clock: Arc<FakeClock>,
    world: World,
    folder: TempDir,
}

const KEY: &str = "x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'";
const SEED: [u8; 32] = [7; 32];

impl Office {
    /// A new office of a seed.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn new(seed: u64) -> Result<Self> {
        let (world, clock) = world(seed);
        let folder = tempfile::tempdir()?;
        let founding = Founding {
            store: world.id(),
            office: world.id(),
            operator: OperatorId(world.id()),
            seed: SEED,
            sealed_seed: vec![0],
        };
        let archive = Archive::found(keyed(&path(&folder))?, &founding)?;
        Ok(Self {
            session: Session::new(archive, world.clone()),
            clock,
            world,
            folder,
        })
    }

    /// Closes the archive and opens it again, as after a restart.
    ///
    /// # Errors
    /// It does not open.
    pub fn restarted(self) -> Result<Self> {
        let Self {
            session,
            clock,
            world,
            folder,
        } = self;
        drop(session);
        let archive = Archive::open(keyed(&path(&folder))?, &SEED)?;
        Ok(Self {
            session: Session::new(archive, world.clone()),
            clock,
            world,
            folder,
        })
    }

    /// The folder that holds the archive.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("archive.db")
}

fn keyed(path: &std::path::Path) -> Result<rusqlite::Connection> {
    let db = rusqlite::Connection::open(path)?;
    db.pragma_update(None, "key", KEY)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    Ok(db)
}
