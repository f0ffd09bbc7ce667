//! Making a new, empty archive.

use std::path::Path;

use rusqlite::Connection;

use super::open::{connect_empty, for_work};
use super::pages::companion;
use super::{APPLICATION_ID, OpeningError};
use crate::keys::DatabaseKey;

/// Makes an empty archive (schema 0) at a name where nothing stands, not even what another database left beside.
pub fn create_database(path: &Path, key: &DatabaseKey) -> Result<Connection, OpeningError> {
    for suffix in ["-wal", "-shm", "-journal"] {
        if companion(path, suffix).try_exists()? {
            return Err(OpeningError::AlreadyThere);
        }
    }
    // The name is taken before SQLite comes, which never has leave to create: so nothing can be replaced.
    let connection = connect_empty(path, key)?;
    connection.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))?;
    for_work(&connection)?;
    Ok(connection)
}
