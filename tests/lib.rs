//! What the programs beside the tests share.

pub mod counting;
pub mod grown;
#[path = "bench/report.rs"]
pub mod report;
