//! The real window, under a screen without a monitor, driven by the web engine's own WebDriver: what a browser
//! test cannot see. Linux; needs the program built (`cargo build -p cartella`, as `cargo xtask test` does) and the
//! packages of `cargo xtask setup`.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod driver;
mod files;
mod first_screen;
mod flow;
mod hardening;
mod instance;
mod keyboard;
mod lock;
mod memory;
mod moments;
mod stage;
