//! A disk that dies, or lies, where a test wants it to.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::cell::Cell;
use std::io;
use std::path::Path;

use cartella_archive::disk::{Disk, OsDisk};

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
