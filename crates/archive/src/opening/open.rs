//! Opening an archive that is there.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::key_call::{forbid_extensions, set_key};
use super::pages::{companion, damaged_pages, look};
use super::{APPLICATION_ID, OpeningError, checks};
use crate::disk::{Disk, OsDisk};
use crate::keys::DatabaseKey;

/// Who opens, and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// The first connection of the day: the files are looked at before SQLite is, and nothing else has them open.
    First,
    /// One more connection of the process that opened it already.
    Beside,
    /// A copy that nobody writes: read only, and no file appears beside it.
    Copy,
}

/// Opens the archive at `path`. `newest_schema` is the highest `user_version` that the caller's migrations know; a lower
/// one is opened, for them to go on from.
///
/// On an error the database and its write-ahead log are as they were, byte for byte.
pub fn open_database(
    path: &Path,
    key: &DatabaseKey,
    mode: OpenMode,
    newest_schema: i32,
) -> Result<Connection, OpeningError> {
    if mode != OpenMode::Beside {
        look(path, key)?;
    }
    open_proven(path, key, mode, newest_schema).map_err(|error| match error {
        // The key is right, so it is the file: say where.
        OpeningError::Damaged { page: None } => {
            let page = damaged_pages(path, key)
                .ok()
                .and_then(|pages| pages.first().copied());
            OpeningError::Damaged { page }
        }
        other => other,
    })
}

fn open_proven(
    path: &Path,
    key: &DatabaseKey,
    mode: OpenMode,
    newest_schema: i32,
) -> Result<Connection, OpeningError> {
    let had_log = companion(path, "-wal").metadata().is_ok_and(|log| log.len() > 0);
    let connection = connect(path, key, mode)?;
    // Until all is known to be well, closing must not carry the log into the database. An empty log SQLite clears away.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, had_log)?;
    identify(&connection, newest_schema)?;
    if mode == OpenMode::Copy {
        connection.execute_batch("PRAGMA query_only = ON")?;
    } else {
        for_work(&connection)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// A connection with its key and its protections, on a file that must be there. Nothing was read through it yet.
pub(super) fn connect(path: &Path, key: &DatabaseKey, mode: OpenMode) -> Result<Connection, OpeningError> {
    let access = match mode {
        OpenMode::Copy => OpenFlags::SQLITE_OPEN_READ_ONLY,
        OpenMode::First | OpenMode::Beside => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags)?;
    // Before the key: by itself the library writes its complaints to the terminal.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    set_key(&connection, key)?;
    forbid_extensions(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -131072; PRAGMA foreign_keys = ON;",
    )?;
    checks::library(&connection)?;
    Ok(connection)
}

/// A connection to a new, empty file, to be filled page by page from an archive with the same key.
pub(crate) fn connect_empty(path: &Path, key: &DatabaseKey) -> Result<Connection, OpeningError> {
    OsDisk.write_new(path, &[])?;
    connect(path, key, OpenMode::First)
}

/// The settings of a connection that writes, read back.
pub(super) fn for_work(connection: &Connection) -> Result<(), OpeningError> {
    // The log is folded in while nobody writes (`pause`); a write does it only when there was no pause for 64 MiB.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 16000;",
    )?;
    checks::settings(connection)
}

/// The first read proves the key; the header says whose file it is and how new.
fn identify(connection: &Connection, newest_schema: i32) -> Result<(), OpeningError> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(OpeningError::Foreign);
    }
    let found: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > newest_schema {
        return Err(OpeningError::Newer {
            found,
            known: newest_schema,
        });
    }
    Ok(())
}
