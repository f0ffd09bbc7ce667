//! An office to work in: a real encrypted archive in a folder of its own that goes with it.

use crate::{FakeClock, Proven, world};
use anyhow::Result;
use cartella_app::{Session, World};
use cartella_archive::{
    Archive, Founding,
    keys::{MasterKey, Random, RandomError},
    opening::{OpenMode, create_database, open_database},
};
use cartella_domain::{ids::OperatorId, rights::Role, staff::Operator};
use rusqlite::Connection;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// The session of the archive in `folder`, which is made when it is not there yet: for tests that kill the
/// process that writes and look at what is left.
///
/// # Errors
/// It does not open.
pub fn session_in(folder: &Path, seed: u64) -> Result<Session> {
    let (world, _) = world(seed);
    let path = folder.join("archive.db");
    let archive = if path.exists() {
        Archive::open(keyed(&path)?, &SEED)?
    } else {
        Archive::found(keyed(&path)?, &founding(&world, SEED))?
    };
    Ok(Session::new(archive, world))
}

fn founding(world: &World, device: [u8; 32]) -> Founding {
    Founding {
        store: world.id(),
        office: world.id(),
        operator: OperatorId(world.id()),
        seed: device,
        sealed_seed: vec![0],
    }
}

/// An archive, its operator's session and the clock on the wall.
pub struct Office {
    /// The session of the archive's operator; at its end the archive is proven.
    pub session: Proven,
    /// The clock.
    pub clock: Arc<FakeClock>,
    world: World,
    folder: TempDir,
    device: [u8; 32],
}

/// The folder of an office's archive; it goes with this value.
pub struct Folder(TempDir);

impl Folder {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }
}

/// The store whose database a key of the tests opens.
const STORE: uuid::Uuid = uuid::Uuid::from_u128(1);
const SEED: [u8; 32] = [7; 32];

impl Office {
    /// A new office of a seed: an archive that is its own office, of an assistente sociale of every service.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn new(seed: u64) -> Result<Self> {
        Self::on_device(seed, SEED)
    }

    /// The same on a laptop of its own: the seed of the device's key, for stories of several laptops.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn on_device(seed: u64, device: [u8; 32]) -> Result<Self> {
        let (world, clock) = world(seed);
        let folder = tempfile::tempdir()?;
        let founding = founding(&world, device);
        let archive = Archive::found(keyed(&path(&folder))?, &founding)?;
        let mut office = Self {
            session: Proven::new(Session::new(archive, world.clone())),
            clock,
            world,
            folder,
            device,
        };
        let own = office.session.operator();
        office.card(own, "Neri", "Sara", Role::AssistenteSociale)?;
        office.session.take_changed();
        Ok(office)
    }

    /// Another member of staff, who works in every service; `session.act_as` lets her act.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn colleague(&mut self, surname: &str, role: Role) -> Result<OperatorId> {
        let id = self.session.id();
        self.card(id, surname, "Ada", role)?;
        Ok(id)
    }

    fn card(&mut self, id: OperatorId, surname: &str, name: &str, role: Role) -> Result<()> {
        let card = Operator {
            surname: Some(surname.to_owned()),
            name: Some(name.to_owned()),
            qualifica: Some(role),
            ..Operator::default()
        };
        let org = self.session.org();
        Ok(self.session.write(|act| act.create(org, id, &card))?)
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
            device,
        } = self;
        drop(session);
        let archive = Archive::open(keyed(&path(&folder))?, &device)?;
        Ok(Self {
            session: Proven::new(Session::new(archive, world.clone())),
            clock,
            world,
            folder,
            device,
        })
    }

    /// Takes the office apart, for a host that holds its session: the archive is closed and opened again. The
    /// folder goes when it is dropped.
    ///
    /// # Errors
    /// It does not open.
    pub fn into_parts(self) -> Result<(Session, World, Folder)> {
        let Self {
            session,
            world,
            folder,
            device,
            ..
        } = self;
        drop(session);
        let archive = Archive::open(keyed(&path(&folder))?, &device)?;
        Ok((Session::new(archive, world.clone()), world, Folder(folder)))
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

/// The connection that the product works with, settings and all: made when nothing is there yet.
fn keyed(path: &Path) -> Result<Connection> {
    let key = MasterKey::generate(&Fixed)?.database(STORE);
    Ok(if path.exists() {
        open_database(path, &key, OpenMode::First, i32::MAX)?
    } else {
        create_database(path, &key)?
    })
}

/// The tests' master key is the same in every process.
struct Fixed;

impl Random for Fixed {
    fn fill(&self, bytes: &mut [u8]) -> std::result::Result<(), RandomError> {
        bytes.fill(7);
        Ok(())
    }
}
