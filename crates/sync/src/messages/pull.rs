//! What others wrote comes down, in the order of each scope's numbers.

use super::{
    form::{Bytes, message, part},
    hello::Have,
    push::Accepted,
};
use crate::{digest::Digest, ids::ScopeRef};

message! {
    /// What is above these numbers?
    pub struct Pull {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// Scopes held and how far; a scope twice is read once.
        pub scopes: Vec<Have>,
        /// How many bytes of changes the device wants at most; at least one change comes.
        pub max_bytes: u32,
    }
}

part! {
    /// An accepted change as the hub hands it out.
    pub struct Delivered {
        /// The change as its author encoded it.
        pub bytes: Bytes,
        /// Its place.
        pub place: Accepted,
    }
}

part! {
    /// A stretch of a scope's log without gaps.
    pub struct Page {
        /// The scope.
        pub scope: ScopeRef,
        /// The number before the first change here.
        pub after: u64,
        /// The number of the last one; as `after` if there is none.
        pub to: u64,
        /// The scope's newest number when the page was read.
        pub head: u64,
        /// The changes, ascending.
        pub changes: Vec<Delivered>,
    }
}

message! {
    /// The hub answers a [`Pull`].
    pub struct Pages {
        /// At most one for each scope asked; scopes that did not fit are not here and are asked for again.
        pub pages: Vec<Page>,
        /// Scopes asked for that are not granted (any more).
        pub refused: Vec<ScopeRef>,
    }
}

part! {
    /// What a device computed of a scope of which it holds everything and nothing is pending.
    pub struct Sum {
        /// The scope.
        pub scope: ScopeRef,
        /// Up to this number.
        pub seq: u64,
        /// Over the live writes.
        pub digest: Digest,
    }
}

message! {
    /// Do we hold the same?
    pub struct Digests {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// The device's own sums.
        pub sums: Vec<Sum>,
    }
}

message! {
    /// The hub answers [`Digests`]. A scope asked for and named in neither list has moved on meanwhile, or is not
    /// granted: nothing can be said of it now.
    pub struct Compared {
        /// Scopes that are the same on both sides.
        pub same: Vec<ScopeRef>,
        /// Scopes that are not, with the hub's own sum at the same number.
        pub differ: Vec<Sum>,
    }
}
