//! Scopes are fetched from the beginning: their live changes only, of each the newest first, in pages that can be asked
//! for again. Many small scopes go in one answer.

use super::{
    form::{message, part},
    pull::Delivered,
};
use crate::ids::ScopeRef;

part! {
    /// How far a scope is fetched.
    pub struct Portion {
        /// The scope.
        pub scope: ScopeRef,
        /// The number up to which the first page said it would go; none for the first page.
        pub upto: Option<u64>,
        /// Only what is numbered below this; none for the first page.
        pub below: Option<u64>,
    }
}

message! {
    /// What is live in these scopes?
    pub struct Backfill {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// The scopes, the most pressing first; one twice is read once.
        pub scopes: Vec<Portion>,
        /// How many bytes of changes the device wants at most; at least one change comes.
        pub max_bytes: u32,
    }
}

part! {
    /// *Every* live change numbered `from` to `to` is here, so what a device holds in that range and is not here is
    /// dead. What was accepted above `upto` comes with the pull.
    pub struct BackfillPage {
        /// The scope.
        pub scope: ScopeRef,
        /// The scope's newest number when the first page was read.
        pub upto: u64,
        /// The lowest number that this page speaks of; 1 on the last page, also of an empty scope.
        pub from: u64,
        /// The highest number that this page speaks of.
        pub to: u64,
        /// The live changes of that range, descending.
        pub changes: Vec<Delivered>,
    }
}

message! {
    /// The hub answers a [`Backfill`].
    pub struct Backfilled {
        /// At most one for each scope asked; scopes that did not fit are not here and are asked for again.
        pub pages: Vec<BackfillPage>,
        /// Scopes asked for that are not granted (any more).
        pub refused: Vec<ScopeRef>,
    }
}
