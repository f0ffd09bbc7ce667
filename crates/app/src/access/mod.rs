//! Who has seen this: the case's own page of reads and writes, and the check that the chain is whole.

mod act;
mod of_case;
mod verify;

pub use act::ActKey;
pub use of_case::{Access, AccessPage, AccessSort, OfCase, Reader, of_case};
pub use verify::{ChainCheck, verify};
