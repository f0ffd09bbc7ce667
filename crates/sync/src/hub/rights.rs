//! The question that the hub asks of the office's rules, whoever implements them.

use crate::change::Change;

/// What the rules say of a change's author and its scope. Asked under the scope's lock, so that a permission that
/// changes at the same time is ordered before or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// She may write it now.
    Now,
    /// She might when the newest change of rights was the one that she knew ([`crate::change::Header::acl_seen`]);
    /// she lost it with this later one, the first after it that took it away.
    LostAt(u64),
    /// She may not, and might not then.
    Never,
}

/// The office's rules.
pub trait Rights {
    /// Whether the author of `change` may write in its scope what it writes. For a scope that nobody opened yet the
    /// question is whether she may open it; who opened one holds it until the office decides. A kind of scope that
    /// this program does not know is asked for like any other.
    fn may_write(&self, change: &Change) -> Right;
}
