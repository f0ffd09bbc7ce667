//! Whole use cases through the application with real encrypted archives: Given, When, Then.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod archives;
mod azienda;
mod log;
