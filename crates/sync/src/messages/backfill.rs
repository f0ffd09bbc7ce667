//! A scope is fetched from the beginning: its live changes only, the newest first, in pages that can be asked for
//! again.

use super::{form::message, pull::Delivered};
use crate::ids::ScopeRef;

message! {
    /// What is live in this scope?
    pub struct Backfill {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// The scope.
        pub scope: ScopeRef,
        /// The number up to which the first page said it would go; none for the first page.
        pub upto: Option<u64>,
        /// Only what is numbered below this; none for the first page.
        pub below: Option<u64>,
        /// How many bytes of changes the device wants at most; at least one change comes.
        pub max_bytes: u32,
    }
}

message! {
    /// The hub answers a [`Backfill`]. *Every* live change numbered `from` to `to` is here, so what a device holds in
    /// that range and is not here is dead. What was accepted above `upto` comes with the pull.
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
