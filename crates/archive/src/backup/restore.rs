//! Going back to a copy: staged and proven beside, announced in one small file, then put in place by renames that can be
//! taken up again wherever they stopped. What was there is kept beside, whole.

use std::path::{Path, PathBuf};

use cartella_domain::time::Instant;
use minicbor::{Decoder, Encoder};
use uuid::Uuid;

use super::copy::prove;
use super::{BackupError, CopyCard, entries};
use crate::disk::{self, Disk};
use crate::keys::{MasterKey, slots};
use crate::opening::{self, companion};
use crate::store::Store;

const STAGE: &str = ".ripristino";
const BEFORE: &str = "prima";
/// Begins the name of the folder that keeps what a restore put aside.
const ASIDE: &str = "prima-del-ripristino-";
/// Says that everything is staged: from here on the restore goes forward only.
const ANNOUNCED: &str = "restore.cbor";
const LARGEST: u64 = 256;

/// Which slots stand afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotsFrom {
    /// The present ones, with the present passphrase: they open every copy of this archive.
    Present,
    /// The copy's: when the present ones are missing or damaged. The passphrase is then the one of that day.
    Copy,
}

/// What is to be restored, and by which means. The archive is closed.
pub struct RestoreOrder<'a> {
    /// The store.
    pub store: &'a Store,
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub master: &'a MasterKey,
    /// Which slots stand afterwards.
    pub slots: SlotsFrom,
    /// The newest schema that the caller knows.
    pub newest_schema: i32,
    /// Now.
    pub now: Instant,
    /// Moves and makes durable.
    pub disk: &'a dyn Disk,
}

/// A restore that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The folder with the archive as it was before.
    pub before: PathBuf,
}

/// Puts a copy in the archive's place. The archive that stood there is kept in `prima-del-ripristino-...`, with its slots
/// and its log. After an error or a crash either the old or the new one opens.
pub fn restore(order: &RestoreOrder<'_>, copy: &CopyCard) -> Result<Restored, BackupError> {
    settle_restore(order.store, order.disk)?;
    let stage = order.store.folder().join(STAGE);
    let before = order
        .now
        .utc()
        .format("prima-del-ripristino-%Y%m%dT%H%M%SZ")
        .to_string();
    let staged = fill(order, copy, &stage).and_then(|()| {
        let announced = order.store.folder().join(ANNOUNCED);
        Ok(disk::replace(
            order.disk,
            &announced,
            &encode(&free(order.store, before)?),
        )?)
    });
    if let Err(error) = staged {
        // Announced or not, this brings it to its end or clears it away; what it cannot do now the next opening does.
        let _ = settle_restore(order.store, order.disk);
        return Err(error);
    }
    settle_restore(order.store, order.disk)?.ok_or(BackupError::Missing)
}

/// Brings a restore that was announced to its end, or clears away one that was not. Gives the restore that it ended.
pub fn settle_restore(store: &Store, disk: &dyn Disk) -> Result<Option<Restored>, BackupError> {
    let stage = store.folder().join(STAGE);
    let announced = store.folder().join(ANNOUNCED);
    let Some(before) = read_announced(&announced)? else {
        if stage.try_exists()? {
            disk.remove_dir_all(&stage)?;
        }
        return Ok(None);
    };
    let before = store.folder().join(before);
    move_if_there(&stage.join(BEFORE), &before, disk)?;
    let staged = Store::at(&stage);
    if staged.database().try_exists()? {
        // The log first: beside the restored database it would be another's.
        for suffix in ["-wal", "-shm", "-journal", ""] {
            let present = companion(&store.database(), suffix);
            move_if_there(
                &present,
                &companion(&before.join(opening::FILE_NAME), suffix),
                disk,
            )?;
        }
        move_if_there(&store.files(), &Store::at(&before).files(), disk)?;
        disk.sync_dir(&before)?;
        disk.sync_dir(store.folder())?;
        disk.rename(&staged.database(), &store.database())?;
    }
    move_if_there(&staged.files(), &store.files(), disk)?;
    move_if_there(&staged.slots(), &store.slots(), disk)?;
    disk.sync_dir(store.folder())?;
    if stage.try_exists()? {
        disk.remove_dir_all(&stage)?;
    }
    disk.remove_file(&announced)?;
    disk.sync_dir(store.folder())?;
    Ok(Some(Restored { before }))
}

/// Everything that the renames need, durable, and proven from where it will be taken.
fn fill(order: &RestoreOrder<'_>, copy: &CopyCard, stage: &Path) -> Result<(), BackupError> {
    let copy = Store::at(&copy.folder);
    let staged = Store::at(stage);
    order.disk.create_dir(stage)?;
    order.disk.create_dir(&stage.join(BEFORE))?;
    let kept = Store::at(stage.join(BEFORE));
    if order.store.slots().try_exists()? {
        order.disk.copy_new(&order.store.slots(), &kept.slots())?;
    }
    order.disk.copy_new(&copy.database(), &staged.database())?;
    copy_files(&copy, &staged, order.disk)?;
    match order.slots {
        SlotsFrom::Present => slots::check(&order.store.slots(), order.master)?,
        SlotsFrom::Copy => {
            order.disk.copy_new(&copy.slots(), &staged.slots())?;
            slots::check(&staged.slots(), order.master)?;
        }
    }
    prove(
        &staged,
        &order.master.database(order.id),
        order.newest_schema,
        &|_| Ok(Vec::new()),
    )?;
    order.disk.sync_dir(&stage.join(BEFORE))?;
    Ok(order.disk.sync_dir(stage)?)
}

/// All files of a copy, each for itself: what is restored hangs on no copy.
fn copy_files(copy: &Store, staged: &Store, disk: &dyn Disk) -> Result<(), BackupError> {
    let files = entries(&copy.files())?;
    if files.is_empty() {
        return Ok(());
    }
    disk.create_dir(&staged.files())?;
    for file in files {
        if let Some(name) = file.file_name() {
            disk.copy_new(&file, &staged.files().join(name))?;
        }
    }
    Ok(disk.sync_dir(&staged.files())?)
}

/// Whether a folder keeps what a restore put aside.
pub(crate) fn is_before(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(ASIDE))
}

fn move_if_there(from: &Path, to: &Path, disk: &dyn Disk) -> Result<(), BackupError> {
    if from.try_exists()? {
        disk.rename(from, to)?;
    }
    Ok(())
}

/// A name that no earlier restore took.
fn free(store: &Store, name: String) -> Result<String, BackupError> {
    let mut free = name.clone();
    let mut number = 2_u32;
    while store.folder().join(&free).try_exists()? {
        free = format!("{name}-{number}");
        number = number.saturating_add(1);
    }
    Ok(free)
}

fn encode(before: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail.
    let _ = Encoder::new(&mut bytes)
        .array(1)
        .and_then(|e| e.str(before).map(drop));
    bytes
}

/// The name of the folder that keeps what was there. The file is written whole or not at all, and by us.
fn read_announced(path: &Path) -> Result<Option<String>, BackupError> {
    if !path.try_exists()? {
        return Ok(None);
    }
    let bytes = disk::read_small(path, LARGEST)?;
    let mut decoder = Decoder::new(&bytes);
    let name = decoder
        .array()
        .ok()
        .filter(|length| *length == Some(1))
        .and_then(|_| decoder.str().ok());
    // Never a path that leads out of the store.
    match name.filter(|name| name.starts_with(ASIDE) && !name.contains(['/', '\\'])) {
        Some(name) => Ok(Some(name.to_owned())),
        None => Err(BackupError::Damaged { page: None }),
    }
}
