//! The office's server on a real PostgreSQL: each test has a database of its own and speaks as laptops do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

mod agree;
mod brief;
mod conformance;
mod door;
mod enrolment;
mod founded;
mod grants;
mod guards;
mod killed;
mod line;
mod posts;
mod requests;
mod restart;
mod stage;
mod table;
mod waiting;
