//! What the programs beside the tests share.

pub mod grown;
