//! The files beside the archive: each sealed under a key of its own that stands in its record, under a random name, of a
//! padded size, written once and never changed.
//!
//! A file is on the disk, durable, before the record that names it; what a crash leaves without a record is swept when
//! the archive is opened. A file that is missing or damaged is looked for in the copies, where it has the same name,
//! and put back.

mod seal;
mod sweep;

pub use sweep::OwnFiles;
pub(crate) use sweep::{leave, named};

use crate::{
    Archive, Error, Result, backup,
    disk::{Disk, OsDisk},
    keys::{Random, RandomError},
};
use cartella_domain::{
    diary::ContentHash,
    files::{FileKey, LARGEST, Sealed},
};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The folder of the files, in that of a store.
pub const FOLDER: &str = "files";
/// Begins the name of a file that is being written.
const BEING_MADE: &str = ".in-corso-";

/// The files of one store.
pub struct Files {
    store: PathBuf,
}

impl Files {
    /// The files in the folder of a store.
    #[must_use]
    pub fn of(store: &Path) -> Self {
        Self {
            store: store.to_owned(),
        }
    }

    fn folder(&self) -> PathBuf {
        self.store.join(FOLDER)
    }

    fn path(&self, file: Uuid) -> PathBuf {
        self.folder().join(file.to_string())
    }

    /// Seals a content and makes it durable; nothing names it yet.
    ///
    /// # Errors
    /// The disk is full or fails, the system gives no random bytes: then nothing of it is left, or is swept.
    pub fn keep(&self, store: Uuid, content: &[u8], random: &dyn Random, disk: &dyn Disk) -> Result<Sealed> {
        let none = |_: RandomError| Error::File(io::Error::other("no random bytes"));
        let (mut name, mut key) = ([0; 16], [0; 32]);
        random.fill(&mut name).map_err(none)?;
        random.fill(&mut key).map_err(none)?;
        let sealed = Sealed {
            store,
            file: uuid::Builder::from_random_bytes(name).into_uuid(),
            version: seal::VERSION,
            key: FileKey(key),
            hash: hash(content),
        };
        let bytes = seal::seal(&sealed, content, random).map_err(none)?;
        self.put(sealed.file, &bytes, disk)?;
        Ok(sealed)
    }

    /// Puts sealed bytes under their name, whole or not at all.
    fn put(&self, file: Uuid, bytes: &[u8], disk: &dyn Disk) -> Result<()> {
        let folder = self.folder();
        if !folder.try_exists()? {
            disk.create_dir(&folder)?;
            disk.sync_dir(&self.store)?;
        }
        let making = folder.join(format!("{BEING_MADE}{file}"));
        if making.try_exists()? {
            disk.remove_file(&making)?;
        }
        let written = disk
            .write_new(&making, bytes)
            .and_then(|()| disk.rename(&making, &self.path(file)))
            .and_then(|()| disk.sync_dir(&folder));
        if let Err(error) = written {
            // Gives back its room now; if not, the next opening sweeps it.
            let _ = disk.remove_file(&making);
            return Err(full(error));
        }
        Ok(())
    }

    /// The content of a file. One that is missing or damaged is taken from a copy, and put back.
    ///
    /// # Errors
    /// `FileMissing` if it is nowhere on this computer, `FileDamaged` if no copy of it is whole.
    pub fn read(&self, sealed: &Sealed, disk: &dyn Disk) -> Result<Zeroizing<Vec<u8>>> {
        let mut damaged = false;
        if let Some(bytes) = read_whole(&self.path(sealed.file))? {
            match opened(sealed, &bytes) {
                Some(content) => return Ok(content),
                None => damaged = true,
            }
        }
        for place in self.elsewhere(sealed.file)? {
            let Some(bytes) = read_whole(&place)? else {
                continue;
            };
            match opened(sealed, &bytes) {
                Some(content) => {
                    // She reads it whether or not it can be put back now.
                    let _ = self.put(sealed.file, &bytes, disk);
                    return Ok(content);
                }
                None => damaged = true,
            }
        }
        Err(if damaged {
            Error::FileDamaged
        } else {
            Error::FileMissing
        })
    }

    /// Whether a file is on this computer.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn is_here(&self, file: Uuid) -> Result<bool> {
        if self.path(file).try_exists()? {
            return Ok(true);
        }
        for place in self.elsewhere(file)? {
            if place.try_exists()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Where copies of a file may stand: beside what a restore put aside, and in the copies.
    fn elsewhere(&self, file: Uuid) -> Result<Vec<PathBuf>> {
        let mut folders = backup::entries(&self.store.join(backup::FOLDER))?;
        folders.extend(
            backup::entries(&self.store)?
                .into_iter()
                .filter(|folder| backup::is_before(folder)),
        );
        folders.sort();
        folders.reverse();
        Ok(folders
            .into_iter()
            .map(|folder| folder.join(FOLDER).join(file.to_string()))
            .collect())
    }
}

impl Archive {
    /// The files beside this archive.
    ///
    /// # Errors
    /// The archive has no file of its own.
    pub fn files(&self) -> Result<Files> {
        let folder = self
            .db
            .path()
            .filter(|path| !path.is_empty())
            .and_then(|path| Path::new(path).parent());
        folder.map(Files::of).ok_or(Error::Inconsistent {
            what: "an archive without a folder",
        })
    }

    /// Seals a content beside the archive; the record that names it comes after.
    ///
    /// # Errors
    /// As [`Files::keep`].
    pub fn keep_file(&self, content: &[u8], random: &dyn Random) -> Result<Sealed> {
        self.files()?.keep(self.identity.store, content, random, &OsDisk)
    }

    /// The content of a file.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub fn read_file(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>> {
        self.files()?.read(sealed, &OsDisk)
    }
}

fn hash(content: &[u8]) -> ContentHash {
    ContentHash(crate::migrations::hex(&Sha256::digest(content)))
}

fn opened(sealed: &Sealed, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    seal::open(sealed, bytes).filter(|content| hash(content) == sealed.hash)
}

/// The bytes of a sealed file; none where there is no file. What is larger than any is not one.
fn read_whole(path: &Path) -> Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::new();
    // Padding and tags add less than an eighth.
    file.take((LARGEST + LARGEST / 4) as u64)
        .read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

fn full(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::File(error),
    }
}
