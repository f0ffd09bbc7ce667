//! A file system of a few megabytes, mounted for one test.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One at a time: starting `mount` copies this process for a moment, with the files that another test is removing, and
/// their room comes back only when that moment is over.
static ALONE: Mutex<()> = Mutex::new(());

pub struct SmallDisk {
    folder: tempfile::TempDir,
    _alone: MutexGuard<'static, ()>,
}

impl SmallDisk {
    /// Of so many KiB; none where mounting is not allowed.
    pub fn mounted(kib: u32) -> Option<Self> {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={kib}k");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self {
            folder,
            _alone: alone,
        })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Takes all the room there is.
    pub fn fill(&self) {
        let mut ballast = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.ballast())
            .unwrap();
        for size in [4_096, 1] {
            let block = vec![0_u8; size];
            while ballast.write_all(&block).is_ok() {}
        }
    }

    /// Takes all the room but so many bytes.
    pub fn fill_but(&self, bytes: u64) {
        self.fill();
        let ballast = OpenOptions::new().write(true).open(self.ballast()).unwrap();
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length.saturating_sub(bytes)).unwrap();
    }

    /// Gives the room back.
    pub fn make_room(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    fn ballast(&self) -> std::path::PathBuf {
        self.folder.path().join("ballast")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a file may still be open when a test fails.
        let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
    }
}
