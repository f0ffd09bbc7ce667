//! The encrypted record on one laptop: key slots, opening, backups, and what is kept inside.

pub mod disk;
pub mod keys;
pub mod opening;
