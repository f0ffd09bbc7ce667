//! What must be true of the library and of the connection, asked at every opening: a build without encryption, or with
//! temporary files on the disk, must not come to hold an archive.

use rusqlite::Connection;

use super::OpeningError;

/// The oldest SQLCipher that may hold an archive: what this program was tried with.
pub const CIPHER_FLOOR: (u32, u32, u32) = (4, 19, 0);
/// The oldest SQLite: 3.51.3 mends a bug that could damage a file in write-ahead mode.
pub const SQLITE_FLOOR: (u32, u32, u32) = (3, 51, 3);

/// The library: encryption present and recent, temporary files kept in memory by the build itself.
pub(super) fn library(connection: &Connection) -> Result<(), OpeningError> {
    let cipher: Option<String> = first_row(connection, "PRAGMA cipher_version")?;
    let cipher = cipher
        .as_deref()
        .and_then(version)
        .ok_or(OpeningError::Unfit("no encryption"))?;
    if cipher < CIPHER_FLOOR {
        return Err(OpeningError::Unfit("SQLCipher too old"));
    }
    let sqlite: String = connection.query_row("SELECT sqlite_version()", [], |row| row.get(0))?;
    if version(&sqlite).is_none_or(|sqlite| sqlite < SQLITE_FLOOR) {
        return Err(OpeningError::Unfit("SQLite too old"));
    }
    let options = connection
        .prepare("PRAGMA compile_options")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    if options.iter().any(|option| option == "TEMP_STORE=3") {
        Ok(())
    } else {
        Err(OpeningError::Unfit("temporary files on the disk"))
    }
}

/// What was set on the connection, read back.
pub(super) fn settings(connection: &Connection) -> Result<(), OpeningError> {
    let wanted = [
        ("cipher_memory_security", "0", "memory security"),
        ("journal_mode", "wal", "write-ahead log"),
        ("synchronous", "2", "durability"),
        ("secure_delete", "1", "secure deletion"),
        ("cell_size_check", "1", "cell checks"),
        ("trusted_schema", "0", "trusted schema"),
        ("foreign_keys", "1", "foreign keys"),
        ("cache_size", "-131072", "cache"),
        ("wal_autocheckpoint", "16000", "log's length"),
    ];
    for (name, value, complaint) in wanted {
        // Pragmas answer in text or numbers, as they like.
        let found: rusqlite::types::Value =
            connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
        let same = match found {
            rusqlite::types::Value::Integer(number) => number.to_string() == value,
            rusqlite::types::Value::Text(text) => text == value,
            _ => false,
        };
        if !same {
            return Err(OpeningError::Unfit(complaint));
        }
    }
    Ok(())
}

fn first_row(connection: &Connection, sql: &str) -> rusqlite::Result<Option<String>> {
    use rusqlite::OptionalExtension as _;
    connection.query_row(sql, [], |row| row.get(0)).optional()
}

/// The first three numbers of `4.19.0 community`.
fn version(text: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = text
        .split_whitespace()
        .next()?
        .split('.')
        .map(|part| part.parse().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("4.19.0 community"), Some((4, 19, 0)));
        assert!(version("3.9.9").unwrap() < SQLITE_FLOOR);
        assert!(version("3.53.4").unwrap() >= SQLITE_FLOOR);
        assert_eq!(version("four"), None);
        assert_eq!(version(""), None);
    }

    #[test]
    fn this_build_is_fit() {
        library(&Connection::open_in_memory().unwrap()).unwrap();
    }
}
