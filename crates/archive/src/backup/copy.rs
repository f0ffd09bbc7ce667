//! Making one copy, and proving it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use cartella_domain::time::Instant;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use uuid::Uuid;

use super::{BackupError, CopyCard, copies, entries, name};
use crate::disk::Disk;
use crate::files;
use crate::keys::{DatabaseKey, MasterKey, slots};
use crate::opening::{OpenMode, OpeningError, connect_empty, damaged_pages, open_database};
use crate::store::Store;

/// Begins the name of a copy that is being made.
const BEING_MADE: &str = ".in-corso-";
/// Pages between two looks at whether to go on: 4 MiB.
const STEP: i32 = 1_024;

/// What is to be copied, and by which means.
pub struct CopyOrder<'a> {
    /// The store.
    pub store: &'a Store,
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub master: &'a MasterKey,
    /// The newest schema that the caller knows.
    pub newest_schema: i32,
    /// Now.
    pub now: Instant,
    /// What must be the same in archive and copy besides the number of rows in every table: the audit chain's head, say.
    /// It is asked of both and compared.
    pub witness: &'a dyn Fn(&Connection) -> rusqlite::Result<Vec<u8>>,
    /// Moves and makes durable.
    pub disk: &'a dyn Disk,
}

/// How far a copy is: first its pages, then its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyProgress {
    /// Pages or files copied.
    pub done: u32,
    /// Pages or files in all.
    pub all: u32,
}

/// A copy that was made and proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyReport {
    /// The copy.
    pub copy: CopyCard,
    /// Rows in all its tables.
    pub rows: u64,
}

/// Makes a copy of the archive as it stands at this moment; others may read and write it meanwhile. `progress` is told
/// after every 4 MiB and may stop it. On any error nothing but the attempt is gone.
pub fn make_copy(
    order: &CopyOrder<'_>,
    progress: &mut dyn FnMut(CopyProgress) -> ControlFlow<()>,
) -> Result<CopyReport, BackupError> {
    let backups = order.store.backups();
    if !backups.try_exists()? {
        order.disk.create_dir(&backups)?;
    }
    clear(&backups, order.disk)?;
    let (taken, folder) = free_name(&backups, order.now)?;
    let making = backups.join(format!("{BEING_MADE}{}", name(taken)));
    let made = fill(order, &making, progress).and_then(|rows| {
        order.disk.sync_dir(&making)?;
        order.disk.rename(&making, &folder)?;
        order.disk.sync_dir(&backups)?;
        Ok(rows)
    });
    match made {
        Ok(rows) => {
            let bytes = Store::at(&folder).database().metadata()?.len();
            Ok(CopyReport {
                copy: CopyCard { taken, folder, bytes },
                rows,
            })
        }
        Err(error) => {
            // Gives back its room now; if not, the next attempt clears it.
            let _ = clear(&backups, order.disk);
            Err(error)
        }
    }
}

fn fill(
    order: &CopyOrder<'_>,
    making: &Path,
    progress: &mut dyn FnMut(CopyProgress) -> ControlFlow<()>,
) -> Result<u64, BackupError> {
    slots::check(&order.store.slots(), order.master)?;
    order.disk.create_dir(making)?;
    let copy = Store::at(making);
    order.disk.copy_new(&order.store.slots(), &copy.slots())?;
    let key = order.master.database(order.id);
    let source = order.store.open_beside(&key, order.newest_schema)?;
    // One reading transaction over all of it: what is written meanwhile is for the next copy.
    source.execute_batch("BEGIN")?;
    let wanted = Content::of(&source, order.witness)?;
    let files = files::named(&source)?;
    copy_pages(&source, &copy.database(), &key, progress)?;
    drop(source);
    order.disk.sync_file(&copy.database())?;
    let found = prove(&copy, &key, order.newest_schema, order.witness)?;
    if found != wanted {
        return Err(BackupError::Differs);
    }
    copy_files(order, &files, &copy, progress)?;
    Ok(wanted.all_rows())
}

/// The files that the copy's records name, as far as they are on this computer: those that an earlier copy has too are
/// shared with it, so that the archive's own file and that of the copies are two; new ones are copied and compared.
fn copy_files(
    order: &CopyOrder<'_>,
    names: &BTreeSet<Uuid>,
    copy: &Store,
    progress: &mut dyn FnMut(CopyProgress) -> ControlFlow<()>,
) -> Result<(), BackupError> {
    let earlier = copies(order.store)?;
    let all = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let mut made = false;
    for (name, done) in names.iter().zip(0..) {
        let live = order.store.files().join(name.to_string());
        let known = earlier
            .iter()
            .map(|copy| Store::at(&copy.folder).files().join(name.to_string()))
            .find(|place| place.is_file());
        if known.is_none() && !live.try_exists()? {
            continue;
        }
        if !made {
            order.disk.create_dir(&copy.files())?;
            made = true;
        }
        let target = copy.files().join(name.to_string());
        match known.filter(|known| same_size(known, &live)) {
            Some(known) => order.disk.link_new(&known, &target)?,
            None => {
                order.disk.copy_new(&live, &target)?;
                if fs::read(&live)? != fs::read(&target)? {
                    return Err(BackupError::Differs);
                }
            }
        }
        if progress(CopyProgress { done, all }).is_break() {
            return Err(BackupError::Stopped);
        }
    }
    if made {
        order.disk.sync_dir(&copy.files())?;
    }
    Ok(())
}

/// Whether an earlier copy's file can stand for the archive's: it is as long, or the archive's is gone.
fn same_size(known: &Path, live: &Path) -> bool {
    let size = |path: &Path| path.metadata().map(|file| file.len());
    match (size(known), size(live)) {
        (Ok(known), Ok(live)) => known == live,
        (Ok(_), Err(_)) => true,
        _ => false,
    }
}

fn copy_pages(
    source: &Connection,
    target: &Path,
    key: &DatabaseKey,
    progress: &mut dyn FnMut(CopyProgress) -> ControlFlow<()>,
) -> Result<(), BackupError> {
    let mut target = connect_empty(target, key)?;
    {
        let backup = Backup::new(source, &mut target)?;
        loop {
            let step = backup.step(STEP)?;
            let now = backup.progress();
            let all = u32::try_from(now.pagecount).unwrap_or(0);
            let left = u32::try_from(now.remaining).unwrap_or(0);
            if progress(CopyProgress {
                done: all.saturating_sub(left),
                all,
            })
            .is_break()
            {
                return Err(BackupError::Stopped);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                // The target is ours alone and the source is being read already: nothing can hold them.
                _ => return Err(OpeningError::InUse.into()),
            }
        }
    }
    // The pages say write-ahead mode; a copy is one file.
    target.execute_batch("PRAGMA journal_mode = DELETE")?;
    target.close().map_err(|(_, error)| BackupError::from(error))
}

/// Opens the copy as tomorrow's restore would, and looks at all of it.
pub(super) fn prove(
    copy: &Store,
    key: &DatabaseKey,
    newest_schema: i32,
    witness: &dyn Fn(&Connection) -> rusqlite::Result<Vec<u8>>,
) -> Result<Content, BackupError> {
    if let Some(page) = damaged_pages(&copy.database(), key)?.first() {
        // Every page broken is not damage: it is another archive or another key, and opening says which.
        drop(open_database(
            &copy.database(),
            key,
            OpenMode::Copy,
            newest_schema,
        )?);
        return Err(BackupError::Damaged { page: Some(*page) });
    }
    let connection = open_database(&copy.database(), key, OpenMode::Copy, newest_schema)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(BackupError::Damaged { page: None });
    }
    Content::of(&connection, witness)
}

/// What is compared between an archive and its copy.
#[derive(PartialEq, Eq)]
pub(super) struct Content {
    rows: BTreeMap<String, u64>,
    witness: Vec<u8>,
}

impl Content {
    fn of(
        connection: &Connection,
        witness: &dyn Fn(&Connection) -> rusqlite::Result<Vec<u8>>,
    ) -> Result<Self, BackupError> {
        let names = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()?;
        let mut rows = BTreeMap::new();
        for name in names {
            let quoted = name.replace('"', "\"\"");
            let count: i64 =
                connection.query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| {
                    row.get(0)
                })?;
            rows.insert(name, u64::try_from(count).unwrap_or(0));
        }
        Ok(Self {
            rows,
            witness: witness(connection)?,
        })
    }

    fn all_rows(&self) -> u64 {
        self.rows.values().sum()
    }
}

/// Two copies within a second: the later one waits its name, not its turn.
fn free_name(backups: &Path, now: Instant) -> Result<(Instant, PathBuf), BackupError> {
    let mut taken = Instant(now.0 - now.0.rem_euclid(1_000));
    loop {
        let folder = backups.join(name(taken));
        if !folder.try_exists()? {
            return Ok((taken, folder));
        }
        taken = taken.plus_millis(1_000);
    }
}

fn clear(backups: &Path, disk: &dyn Disk) -> Result<(), BackupError> {
    for folder in entries(backups)? {
        if folder
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(BEING_MADE))
        {
            disk.remove_dir_all(&folder)?;
        }
    }
    Ok(())
}
