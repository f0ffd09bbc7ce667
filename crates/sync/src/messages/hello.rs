//! The first words of a session: who calls, what she holds; and what the office knows of her.

use super::{
    form::{message, part},
    push::Accepted,
};
use crate::{chain::Tip, ids::ScopeRef};
use cartella_domain::{ids::ChangeId, time::Instant};

part! {
    /// How far a device holds a scope.
    pub struct Have {
        /// The scope.
        pub scope: ScopeRef,
        /// The number up to which nothing is missing; 0 while it is being fetched, or was opened there and never
        /// numbered.
        pub seq: u64,
    }
}

message! {
    /// A device calls.
    pub struct Hello {
        /// Version of the protocol that the device speaks: [`super::PROTOCOL`].
        pub protocol: u16,
        /// Version of the registry of kinds and fields that it writes with.
        pub schema_ver: u32,
        /// Where its chain stands.
        pub tip: Tip,
        /// The life of the hub's database that it knows; 0 before the first session.
        pub epoch: u64,
        /// The newest change of rights that it knows.
        pub acl_seen: u64,
        /// Every scope of which it has anything, those opened offline included.
        pub held: Vec<Have>,
        /// Own changes that were quarantined and are not settled yet, as far as the device knows.
        pub flagged: Vec<ChangeId>,
        /// The device's clock.
        pub sent_at: Instant,
    }
}

part! {
    /// A scope to fetch from the beginning.
    pub struct Enter {
        /// The scope.
        pub scope: ScopeRef,
        /// Its newest number.
        pub head: u64,
    }
}

part! {
    /// What became of an own change that had been quarantined.
    pub struct Settled {
        /// The change.
        pub change: ChangeId,
        /// Its place, if a named person adopted it: a fetch would not send it again if it was replaced meanwhile.
        pub adopted: Option<Accepted>,
        /// Why it was closed otherwise, in that person's words.
        pub reason: String,
    }
}

message! {
    /// The hub answers a [`Hello`].
    pub struct Welcome {
        /// Version of the protocol that the hub speaks.
        pub protocol: u16,
        /// The oldest version that may still pull; every version may push.
        pub oldest: u16,
        /// Life of the hub's database, from 1.
        pub epoch: u64,
        /// How much of the device's chain the hub has; sequence 0 before the first push.
        pub chain: Tip,
        /// The newest change of rights.
        pub acl: u64,
        /// Scopes granted that the device does not hold, the most pressing first.
        pub enter: Vec<Enter>,
        /// Scopes to give back: what is pending goes up first, then a receipt is due, also for what was never held.
        pub leave: Vec<ScopeRef>,
        /// Scopes held in which there is more, with their newest number.
        pub news: Vec<Have>,
        /// Of the flagged changes those that are settled.
        pub settled: Vec<Settled>,
        /// The hub's clock when the [`Hello`] came.
        pub received_at: Instant,
        /// The hub's clock at this answer.
        pub answered_at: Instant,
    }
}
