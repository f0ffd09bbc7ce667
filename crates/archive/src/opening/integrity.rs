//! The daily look at the whole archive: is every page authentic, does what is in them fit together.

use rusqlite::Connection;

use super::OpeningError;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A page that the holder of the key did not write.
    Page(u32),
    /// A page check that names no page.
    Pages,
    /// What SQLite says of tables and indexes. It names them and counts rows; it never holds what is in a row.
    Structure(String),
}

/// Reads every page: about a second for each 200 MB. Empty when all is well.
pub fn check_integrity(connection: &Connection) -> Result<Vec<Finding>, OpeningError> {
    let mut findings: Vec<Finding> = texts(connection, "PRAGMA cipher_integrity_check")?
        .iter()
        .map(|text| page(text))
        .collect();
    match texts(connection, "PRAGMA integrity_check(20)") {
        Ok(texts) => findings.extend(
            texts
                .into_iter()
                .filter(|text| text != "ok")
                .map(Finding::Structure),
        ),
        // The pages that the first check named may stop the second.
        Err(OpeningError::Damaged { .. }) if !findings.is_empty() => {}
        Err(error) => return Err(error),
    }
    Ok(findings)
}

/// `HMAC verification failed for page 12`.
fn page(text: &str) -> Finding {
    let number = text
        .rsplit(|c: char| !c.is_ascii_digit())
        .find(|part| !part.is_empty());
    number
        .and_then(|number| number.parse().ok())
        .map_or(Finding::Pages, Finding::Page)
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>, OpeningError> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
