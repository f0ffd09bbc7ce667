//! What is better done while nobody waits: merging what the last writes left in the index, and folding the write-ahead log
//! into the database. What is not done in a pause, one of the next writes has to do.

use crate::{Result, search};
use rusqlite::Connection;

/// Does one small piece of it; says whether there may be more.
///
/// # Errors
/// The disk is full or fails; nothing is lost, and the next writes do without.
pub fn tend(db: &Connection) -> Result<bool> {
    if search::merge_a_little(db)? {
        return Ok(true);
    }
    // Passive: whoever reads is not waited for, and what is read keeps its place in the log.
    db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    Ok(false)
}
