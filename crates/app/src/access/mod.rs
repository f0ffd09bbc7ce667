//! Who has seen this: the case's own page of reads and writes, and the check that the chain is whole.

mod of_case;
mod verify;

pub use of_case::{Access, AccessPage, OfCase, of_case};
pub use verify::{ChainCheck, verify};
