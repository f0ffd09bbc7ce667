//! The central office: the same core as on the laptops (`cartella-sync`), the same rules (`cartella-domain`), around
//! them PostgreSQL, HTTP and the office's desk.
//!
//! A request is checked in [`http`], done in [`verbs`], which read and write rows through [`store`] and ask [`rights`];
//! a process keeps nothing that another would miss.

pub mod cli;
pub mod database;
pub mod desk;
mod error;
pub mod http;
pub mod rights;
pub mod store;
pub mod verbs;
pub mod world;

pub use error::{AGAIN_MS, Error, Result};
