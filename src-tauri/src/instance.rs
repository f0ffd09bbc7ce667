//! One program on one folder of archives: a lock on a file there, given back by the system even after a crash.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The file whose lock says that the program runs on this folder.
const LOCK: &str = "running.lock";
/// Beside it, because a locked file cannot be read everywhere: the number of the process that holds the lock.
const NUMBER: &str = "running.number";

/// The right to be the program on a folder, while this value lives.
pub struct Instance {
    lock: File,
}

/// What an attempt to be the first found.
pub enum Claim {
    /// We are it.
    First(Instance),
    /// Another process is, with this number where it could be read.
    Second(Option<u32>),
}

/// Tries to be the one program on this folder.
///
/// # Errors
/// When the folder cannot be written.
pub fn claim(folder: &Path) -> Result<Claim> {
    let path = folder.join(LOCK);
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    match lock.try_lock() {
        Ok(()) => {
            std::fs::write(number_file(folder), std::process::id().to_string())?;
            Ok(Claim::First(Instance { lock }))
        }
        Err(TryLockError::WouldBlock) => {
            let number = std::fs::read_to_string(number_file(folder)).ok();
            Ok(Claim::Second(number.and_then(|text| text.trim().parse().ok())))
        }
        Err(TryLockError::Error(error)) => Err(error).context("the folder of the archives cannot be locked"),
    }
}

impl Instance {
    /// Lets the process that comes after this one be the first.
    ///
    /// # Errors
    /// When the system refuses; the end of the process gives the lock back in any case.
    pub fn give_back(&self) -> Result<()> {
        self.lock.unlock().context("the lock could not be given back")
    }
}

fn number_file(folder: &Path) -> PathBuf {
    folder.join(NUMBER)
}

#[cfg(test)]
mod tests {
    use super::{Claim, claim};

    #[test]
    fn the_second_is_told_who_is_first_and_takes_over_when_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let Claim::First(first) = claim(folder.path()).unwrap() else {
            panic!("nobody else is here")
        };
        let Claim::Second(number) = claim(folder.path()).unwrap() else {
            panic!("two firsts")
        };
        assert_eq!(number, Some(std::process::id()));
        first.give_back().unwrap();
        assert!(matches!(claim(folder.path()).unwrap(), Claim::First(_)));
    }

    #[test]
    fn another_folder_is_another_program() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = claim(one.path()).unwrap();
        assert!(matches!(first, Claim::First(_)));
        assert!(matches!(claim(other.path()).unwrap(), Claim::First(_)));
    }
}
