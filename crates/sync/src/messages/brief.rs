//! A session in one exchange, for the many sessions in which next to nothing happened: a laptop that agreed with the
//! office at the end of its last session says in few bytes what it holds, and sends what waits along. Where the answer
//! is not enough, a session of the usual kind follows; so nothing hangs on this being right but the bytes saved.

use super::{
    form::{Bytes, message, part},
    hello::{Have, Settled},
    pull::Pages,
    push::Judged,
};
use crate::{
    chain::Tip,
    print::{Print, Prints},
};
use cartella_domain::{ids::ChangeId, time::Instant};

message! {
    /// A device calls, and sends its first pending changes.
    pub struct Brief {
        /// Version of the protocol that the device speaks: [`super::PROTOCOL`].
        pub protocol: u16,
        /// Version of the registry of kinds and fields that it writes with.
        pub schema_ver: u32,
        /// Where its chain stands.
        pub tip: Tip,
        /// The life of the hub's database that it knows.
        pub epoch: u64,
        /// The newest change of rights that it knows.
        pub acl_seen: u64,
        /// How far it holds its scopes: all of them are here whole, none is being fetched.
        pub prints: Prints,
        /// Own changes that were quarantined and are not settled yet, as far as the device knows.
        pub flagged: Vec<ChangeId>,
        /// Own changes, as in a push; none where none waits.
        pub changes: Vec<Bytes>,
        /// How many bytes of changes the device wants at most.
        pub max_bytes: u32,
        /// The device's clock.
        pub sent_at: Instant,
    }
}

part! {
    /// What a part of the scopes is like at the office, where it is another than at the device.
    pub struct Part {
        /// Its number among the prints.
        pub number: u32,
        /// Every scope of it that the device may hold, with its newest number before the changes sent along.
        pub scopes: Vec<Have>,
    }
}

part! {
    /// What the office knows of the device, read in one moment after the changes sent along were stored.
    pub struct Near {
        /// The newest change of rights.
        pub acl: u64,
        /// What is new, as far as the office could tell what the device has.
        pub pages: Pages,
        /// The parts of which it could not.
        pub parts: Vec<Part>,
        /// Over all scopes that the device may hold, with their newest numbers and their sums.
        pub whole: Print,
        /// Of the flagged changes those that are settled.
        pub settled: Vec<Settled>,
    }
}

message! {
    /// The hub answers a [`Brief`], after its commit.
    pub struct Briefed {
        /// One for each change sent, in the same order.
        pub verdicts: Vec<Judged>,
        /// None where there is something to fetch whole or to give back: say hello.
        pub near: Option<Near>,
        /// The hub's clock when the [`Brief`] came.
        pub received_at: Instant,
        /// The hub's clock at this answer.
        pub answered_at: Instant,
    }
}
