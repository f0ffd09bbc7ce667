//! What must hold between laptops and their office over a bad line: real encrypted archives, the real server with TLS
//! on a real PostgreSQL, real connections of this machine.
//!
//! - `cut`: the connection breaks at every 100th byte of one exchange;
//! - `killed`: laptop and server are killed at moments that nobody chose, in turn;
//! - `kinds`: a word in every field of every kind of record: it travels, clashes, is decided, and goes with the right;
//! - `marked`: what a laptop gives back is gone from it, and nobody else is ever sent it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

mod cut;
mod hub;
mod killed;
mod kinds;
mod laptop;
mod marked;
#[path = "../../crates/archive/tests/agreement/pages.rs"]
mod pages;
mod proxy;
#[path = "../plaintext/sink.rs"]
mod sink;
