//! A disk that dies, or lies, where a test wants it to.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};

use cartella_archive::disk::{Disk, OsDisk};
use cartella_archive::keys::slots::{Passphrase, Ports};
use cartella_archive::keys::{CheapKdf, KdfParams, MasterKey, OsRandom, Random, RandomError};
use cartella_archive::store::{self, Card, NewStore, Store, StoreError};
use rusqlite::Connection;
use uuid::Uuid;

/// Fails at its n-th operation and at every one after it, as a killed program does; `torn` does half of the last one.
pub struct DyingDisk {
    left: Cell<u32>,
    torn: bool,
    lies: bool,
}

impl DyingDisk {
    pub fn new(dies_at: u32, torn: bool) -> Self {
        Self {
            left: Cell::new(dies_at),
            torn,
            lies: false,
        }
    }

    pub fn lying() -> Self {
        Self {
            left: Cell::new(u32::MAX),
            torn: false,
            lies: true,
        }
    }

    /// Whether it came to its end.
    pub fn died(&self) -> bool {
        self.left.get() == 0
    }

    fn act(
        &self,
        whole: impl FnOnce() -> io::Result<()>,
        half: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        match self.left.get() {
            0 => Err(io::Error::other("dead")),
            1 if self.torn => {
                self.left.set(0);
                half()?;
                Err(io::Error::other("dying"))
            }
            left => {
                self.left.set(left - 1);
                whole()
            }
        }
    }
}

impl Disk for DyingDisk {
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = || OsDisk.write_new(path, &bytes[..bytes.len() / 2]);
        if self.lies {
            return half();
        }
        self.act(|| OsDisk.write_new(path, bytes), half)
    }

    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let half = || {
            let bytes = std::fs::read(from)?;
            OsDisk.write_new(to, &bytes[..bytes.len() / 2])
        };
        if self.lies {
            return half();
        }
        self.act(|| OsDisk.copy_new(from, to), half)
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        self.act(|| OsDisk.sync_file(path), || Ok(()))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A rename is whole or not at all; dying after it is dying before the next.
        self.act(|| OsDisk.rename(from, to), || OsDisk.rename(from, to))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.act(|| OsDisk.create_dir(path), || OsDisk.create_dir(path))
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.act(|| OsDisk.sync_dir(path), || Ok(()))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.act(|| OsDisk.remove_file(path), || OsDisk.remove_file(path))
    }

    fn remove_dir_all(&self, path: &Path) -> io::Result<()> {
        let half = || match std::fs::read_dir(path)?.next() {
            Some(entry) => std::fs::remove_file(entry?.path()),
            None => Ok(()),
        };
        self.act(|| OsDisk.remove_dir_all(path), half)
    }
}

/// Repeatable randomness (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit as u64).unwrap()
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.roll().to_le_bytes()[0]).collect()
    }
}

/// Keys that can be made again: the same seed, the same bytes.
pub struct Seeded(pub u64);

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        bytes.copy_from_slice(&Dice::new(self.0).bytes(bytes.len()));
        Ok(())
    }
}

/// Writes over a file in place: emptying it first makes ext4 wait for the disk, which thousands of times is minutes.
pub fn put(path: &Path, bytes: &[u8]) {
    use std::io::Write;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .unwrap();
    file.write_all(bytes).unwrap();
    file.set_len(bytes.len() as u64).unwrap();
}

/// The store of every test.
pub const STORE: Uuid = Uuid::from_u128(0x0193_5a70_0000_7000_8000_0000_0000_0001);
/// The schema that the tests' program knows.
pub const SCHEMA: i32 = 1;
/// What makes slots in tests: all real but the cost.
pub const CHEAP: Ports<'static> = Ports {
    kdf: &CheapKdf,
    random: &OsRandom,
    disk: &OsDisk,
};

pub fn pass(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

/// A store with notes in it, in a data folder of its own.
pub struct Notebook {
    pub data: PathBuf,
    pub store: Store,
    pub master: MasterKey,
}

impl Notebook {
    /// Made in `data`, opened by `passphrase`, with so many notes.
    pub fn made(data: &Path, passphrase: &str, notes: u32) -> Self {
        let card = Card::new("GB", "Giulia").unwrap();
        let passphrase = pass(passphrase);
        let new = NewStore {
            id: STORE,
            card: &card,
            passphrase: &passphrase,
            cost: KdfParams::FLOOR,
            office: &[],
        };
        let lay = |connection: &mut Connection, _: &MasterKey| -> Result<(), StoreError> {
            lay(connection);
            Ok(())
        };
        let (store, master) = store::create(data, &new, CHEAP, lay).unwrap();
        let notebook = Self {
            data: data.to_owned(),
            store,
            master,
        };
        notebook.write(notes);
        notebook
    }

    pub fn open(&self) -> Connection {
        self.store
            .open(&self.master.database(STORE), SCHEMA, &OsDisk)
            .unwrap()
    }

    /// Adds so many notes, each in a transaction of its own.
    pub fn write(&self, notes: u32) {
        let connection = self.open();
        for _ in 0..notes {
            write_note(&connection).unwrap();
        }
    }

    pub fn notes(&self) -> u32 {
        count_notes(&self.open()).unwrap()
    }
}

pub fn lay(connection: &Connection) {
    connection
        .execute_batch(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL); PRAGMA user_version = 1;",
        )
        .unwrap();
}

pub fn write_note(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute("INSERT INTO note (body) VALUES (?1)", ["parola ".repeat(300)])
        .map(drop)
}

pub fn count_notes(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("SELECT count(*) FROM note WHERE length(body) = 2100", [], |row| {
        row.get(0)
    })
}

/// A witness for copies: the last note's number.
pub fn last_note(connection: &Connection) -> rusqlite::Result<Vec<u8>> {
    let last: Option<i64> = connection.query_row("SELECT max(id) FROM note", [], |row| row.get(0))?;
    Ok(last.unwrap_or(0).to_be_bytes().to_vec())
}

/// A folder of the test's own, in memory where the system has such a place: these tests make thousands of files durable,
/// and a disk that others use too makes minutes of that.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}
