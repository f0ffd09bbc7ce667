//! Rows in, rows out: what the core asks for is read here, what it decides is written here. No decision in here.

pub mod cells;
pub mod devices;
pub mod holds;
pub mod keep;
pub mod load;
pub mod office;
pub mod quarantine;
pub mod rows;

use crate::{Result, database::Transaction};

/// Serialises changes of rights against everything that depends on them (an advisory lock of this database).
const RIGHTS: i64 = 0x6361_7274_656c_6c61;

/// Keeps rights as they are until the transaction ends.
///
/// # Errors
/// The database does not answer.
pub async fn rights_stand(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("SELECT pg_advisory_xact_lock_shared($1)", &[&RIGHTS])
        .await?;
    Ok(())
}

/// Makes this transaction the only one that depends on rights, until it ends. Taken after the device's row and before
/// scopes, by everybody.
///
/// # Errors
/// The database does not answer.
pub async fn rights_change(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("SELECT pg_advisory_xact_lock($1)", &[&RIGHTS]).await?;
    Ok(())
}
