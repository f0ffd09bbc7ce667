//! The encrypted record on one laptop: key slots, opening, migrations, the log and the rows derived from it,
//! search, drafts, the audit chain, backups.
//!
//! Only this crate sees the database. What was written is in the change log; everything shown is derived
//! from it in the same transaction and can be rebuilt (`Archive::rebuild`). Use cases write through
//! `Archive::commit` alone and read through rows and `queries`.

pub mod agreement;
pub mod audit;
pub mod backup;
pub mod disk;
pub mod drafts;
mod error;
pub mod files;
mod identity;
pub mod keys;
mod log;
pub mod migrations;
pub mod opening;
pub mod pause;
pub mod queries;
pub mod rows;
pub mod search;
pub mod store;
mod unit;

pub use error::{Error, Result};
pub use identity::{Founding, Identity};
pub use log::{Commit, Committed, Difference, DraftEnd, Part, Seen, beginning};

use rusqlite::Connection;
use std::cell::RefCell;

/// An open archive: one connection, one writer.
pub struct Archive {
    db: Connection,
    identity: Identity,
    clock: RefCell<cartella_sync::clock::Clock>,
}
