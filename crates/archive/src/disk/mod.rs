//! The few durable file operations that key slots, backups and restoring are made of.
//!
//! They stand behind a trait so that a test can end the world between any two of them; the product has
//! [`OsDisk`] alone. A file is always written beside, made durable, and only then renamed into place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What changes files. Every call is durable when it returns, but for [`Disk::rename`], [`Disk::create_dir`] and the
/// removals, which are durable after [`Disk::sync_dir`] on the folder that holds the name.
pub trait Disk {
    /// Writes a file that must not exist yet, and makes its bytes durable.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Copies a file to a name that must not exist yet, and makes its bytes durable.
    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file that never changes a second name that must not exist yet, or copies it where that cannot be.
    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.copy_new(from, to)
    }
    /// Makes the bytes of a file written by somebody else (SQLite) durable.
    fn sync_file(&self, path: &Path) -> io::Result<()>;
    /// Renames a file or folder; a file at the new name is replaced in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes a folder for the owner alone. It must not exist yet.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder durable.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and all that is in it.
    fn remove_dir_all(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsDisk;

impl Disk for OsDisk {
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = create_private(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn copy_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut source = File::open(from)?;
        let mut target = create_private(to)?;
        io::copy(&mut source, &mut target)?;
        target.sync_all()
    }

    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to).or_else(|_| self.copy_new(from, to))
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        // Windows flushes only through a handle that may write.
        OpenOptions::new().read(true).write(true).open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        // A folder has no handle to flush on Windows: NTFS journals its names.
        if cfg!(unix) {
            File::open(path)?.sync_all()
        } else {
            Ok(())
        }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir_all(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Puts `bytes` at `path` so that at every moment either the old or the new content stands there, whole.
/// What an interrupted earlier attempt left beside is cleared first.
pub fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = stage(disk, path, bytes)?;
    settle(disk, &beside, path)
}

/// First half of [`replace`]: the new content, durable, in a file beside. Nobody reads it yet.
pub fn stage(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let beside = beside(path);
    if beside.exists() {
        disk.remove_file(&beside)?;
    }
    disk.write_new(&beside, bytes)?;
    Ok(beside)
}

/// Second half of [`replace`]: the staged content takes the name.
pub fn settle(disk: &dyn Disk, beside: &Path, path: &Path) -> io::Result<()> {
    disk.rename(beside, path)?;
    match path.parent() {
        Some(folder) => disk.sync_dir(folder),
        None => Ok(()),
    }
}

/// The name under which new content waits.
pub fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Reads a small file whole; one byte more than `limit` and it is not ours to read.
pub fn read_small(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "larger than such a file can be",
        ));
    }
    Ok(bytes)
}
