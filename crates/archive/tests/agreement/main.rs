//! The agreement's store on real SQLCipher: verdicts, what others wrote, scopes that come whole, purges.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unreachable
)]

mod come;
mod laptop;
mod pages;
mod purge;
mod schedules;
mod verdicts;
#[path = "../world/mod.rs"]
mod world;
