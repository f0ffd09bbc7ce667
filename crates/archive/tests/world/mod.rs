//! A disk that dies, or lies, where a test wants it to.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::cell::Cell;
use std::io;
use std::path::Path;

use cartella_archive::disk::{Disk, OsDisk};
use cartella_archive::keys::{Random, RandomError};

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
