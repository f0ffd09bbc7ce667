//! Which files are named by something, and the sweeping of those that nothing names.

use super::BEING_MADE;
use crate::{
    Archive, Result, backup,
    disk::{Disk as _, OsDisk},
};
use rusqlite::{Connection, params};
use std::{collections::BTreeSet, path::PathBuf};
use uuid::Uuid;

/// How many files of this archive wait for the office, and how many cannot be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnFiles {
    /// They are here and nowhere else.
    pub waiting: u64,
    /// They were sealed here and are on this computer no more.
    pub missing: u64,
}

/// The names of the files that the records of a database name, and of those that went from here with a scope and are
/// nowhere else. None where the schema is older than files.
pub(crate) fn named(db: &Connection) -> rusqlite::Result<BTreeSet<Uuid>> {
    let known = db
        .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'file_left'")?
        .exists([])?;
    if !known {
        return Ok(BTreeSet::new());
    }
    let mut statement =
        db.prepare("SELECT file FROM allegato WHERE file IS NOT NULL UNION SELECT file FROM file_left")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(names
        .collect::<rusqlite::Result<Vec<_>>>()?
        .iter()
        .filter_map(|name| Uuid::parse_str(name).ok())
        .collect())
}

/// Before the records of a scope go: the files that this archive sealed and that are nowhere else stay where they are.
/// Their keys go with the records, so that nobody reads them here; whoever has the record still can.
pub(crate) fn leave(db: &Connection, scope: &str, store: Uuid) -> Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO file_left (file)
         SELECT file FROM allegato WHERE scope = ?1 AND store = ?2 AND file IS NOT NULL",
    )?
    .execute(params![scope, store.to_string()])?;
    Ok(())
}

impl Archive {
    /// Removes what a crash left half written, and files that nothing names: no record, nothing that the office refused
    /// and that may be written again. Says how many. To be called only while nobody else writes.
    ///
    /// # Errors
    /// The folder or the database does not answer; what was removed was named by nothing.
    pub fn sweep_files(&self) -> Result<u64> {
        let folder = self.files()?.folder();
        let mut swept = 0;
        let mut named: Option<BTreeSet<Uuid>> = None;
        for path in backup::entries(&folder)? {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let stray = match Uuid::try_parse(name) {
                Ok(file) => {
                    let named = match &mut named {
                        Some(named) => named,
                        none => none.insert(self::named(&self.db)?),
                    };
                    !named.contains(&file) && !self.refused_names(name)?
                }
                Err(_) => name.starts_with(BEING_MADE),
            };
            if stray {
                OsDisk.remove_file(&path)?;
                swept += 1;
            }
        }
        if swept > 0 {
            OsDisk.sync_dir(&folder)?;
        }
        Ok(swept)
    }

    /// Whether a change that the office refused names the file: its words are in the log and nowhere else.
    fn refused_names(&self, file: &str) -> Result<bool> {
        Ok(self
            .db
            .prepare_cached(
                "SELECT 1 FROM change WHERE verdict = 1 AND instr(payload, CAST(?1 AS BLOB)) > 0 LIMIT 1",
            )?
            .exists([file])?)
    }

    /// How many of the files that were sealed here wait for the office: all that are here, until they travel.
    ///
    /// # Errors
    /// The folder or the database does not answer.
    pub fn own_files(&self) -> Result<OwnFiles> {
        let files = self.files()?;
        let mut statement = self.db.prepare_cached(
            "SELECT file FROM allegato WHERE store = ?1 AND file IS NOT NULL UNION SELECT file FROM file_left",
        )?;
        let names = statement.query_map([self.identity.store.to_string()], |row| row.get::<_, String>(0))?;
        // One look at the folder: the office's page asks every few seconds.
        let here: BTreeSet<PathBuf> = backup::entries(&files.folder())?.into_iter().collect();
        let mut own = OwnFiles::default();
        for name in names {
            let Ok(file) = Uuid::parse_str(&name?) else {
                continue;
            };
            if here.contains(&files.path(file)) || files.is_here(file)? {
                own.waiting += 1;
            } else {
                own.missing += 1;
            }
        }
        Ok(own)
    }
}
