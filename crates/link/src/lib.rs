//! The line to the office's server: a signed request goes, an answer comes, or a reason why none did.
//!
//! Thin on purpose. What is asked, in which order and what it means is `cartella_sync::device`; who signs is the
//! archive's owner; this crate knows addresses, certificates, time-outs and how to be stopped. It sees no archive.

mod address;
mod line;
mod pinned;

pub use address::{Address, NotAnAddress};
pub use line::{Line, Outgoing, Stop};
