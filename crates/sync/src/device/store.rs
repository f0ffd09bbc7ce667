//! What the laptop's store gives and takes: the contract between [`super::Session`] and the archive.
//!
//! **Own changes.** A user's write is stored as *pending*: its change, its link in the chain, and its effect on
//! registers, rows, search and the scope's digest at once, in one transaction; its live writes bear their `dev_seq`
//! ([`crate::derive::Rank::pending`]). A pending change is in exactly one of three states afterwards:
//! - *accepted* ([`Judged`], or it came with a pull or a backfill first): it gets its [`Accepted`] place; live writes
//!   lose `dev_seq` and get `scope_seq` and `eff_hlc`; what the place states dead dies.
//! - *quarantined*: every register that it wrote to is derived anew ([`crate::registers::rederive`]) from the
//!   accepted and pending changes of the scope, and so are its appends, rows and digest: nothing of it shows, and the
//!   change stays, with its code, until it is settled.
//! - *adopted* later ([`DeviceDelta::Welcomed`], or it comes with a pull or a fetch first): as accepted, from quarantined. A verdict never goes down: a quarantine
//!   that is told of a change already accepted is ignored.
//!
//! **Dead.** `dead` is kept with each accepted change as a union of all that was ever stated. A write whose bit is
//! set is never live, however often registers are derived anew. A [`FetchedPage`] with `again` replaces the
//! statement instead of joining it.
//!
//! **Numbers.** A scope's row holds `have` (nothing numbered 1 to `have` is missing, but for what was dead when it
//! was fetched) and, while it is fetched, [`Fetch`]. Both are written in the transaction of the changes they speak of.
//!
//! **Scopes.** A scope opened here has a row with `have` 0 and no [`Fetch`] until its first verdict.
//!
//! **Digest.** The scope's digest counts pending writes too, so [`Want::Sums`] leaves out every scope of which
//! anything is pending or a [`Fetch`] is open, and reads digest and `have` in one snapshot.
//!
//! **One delta, one transaction**, durable before [`super::Session::stored`]. Applying a delta twice in a row changes
//! nothing the second time.

use crate::{
    chain::Tip,
    change::Change,
    digest::Digest,
    ids::ScopeRef,
    messages::{Accepted, Bytes, Have, Judged, Receipt, Settled, Sum},
};
use cartella_domain::{ids::ChangeId, time::Instant};
use std::sync::Arc;

/// How far a scope is fetched from the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetch {
    /// Up to which number, as the first page said; none before it.
    pub upto: Option<u64>,
    /// The lowest number spoken of so far; none before the first page.
    pub below: Option<u64>,
    /// Whether this is done a second time, because the sums differed: what is shown stays until the end, and then
    /// registers, rows and digest of the scope are derived anew.
    pub again: bool,
}

/// A scope's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldScope {
    /// The scope.
    pub scope: ScopeRef,
    /// Up to which number nothing is missing.
    pub have: u64,
    /// Set while it is being fetched.
    pub fetch: Option<Fetch>,
}

/// What a session begins with, read in one snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceState {
    /// Where the own chain stands.
    pub tip: Tip,
    /// The hub's epoch; 0 before the first session.
    pub epoch: u64,
    /// The newest change of rights known.
    pub acl: u64,
    /// Version of the registry written with.
    pub schema_ver: u32,
    /// Every scope of which there is anything.
    pub scopes: Vec<HeldScope>,
    /// Own changes quarantined and not settled, the oldest first, at most [`super::MAX_FLAGGED`].
    pub flagged: Vec<ChangeId>,
}

/// What the session wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// [`Told::State`].
    State,
    /// [`Told::Pending`]: pending changes with a chain number above this, ascending, at most so many and (but for
    /// the first) so many bytes.
    Pending {
        /// The number in the chain.
        above: u64,
        /// Most changes.
        changes: usize,
        /// Most bytes.
        bytes: usize,
    },
    /// [`Told::Receipts`]: receipts of purges that the hub has not confirmed.
    Receipts,
    /// [`Told::Sums`]: of every scope with `have` above 0 that can be compared now.
    Sums,
}

/// The store's answer to a [`Want`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Want::State`].
    State(DeviceState),
    /// To [`Want::Pending`].
    Pending(Vec<Bytes>),
    /// To [`Want::Receipts`].
    Receipts(Vec<Receipt>),
    /// To [`Want::Sums`]: and how many changes are pending in the whole archive.
    Sums {
        /// The sums.
        sums: Vec<Sum>,
        /// Pending changes.
        pending: u64,
    },
}

/// An accepted change, read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The change.
    pub change: Arc<Change>,
    /// Its place.
    pub place: Accepted,
}

/// A stretch of a scope's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The scope.
    pub scope: ScopeRef,
    /// `have` from now on, if `after` is `have` now.
    pub to: u64,
    /// The number before the first change: if the scope's `have` is another, or its row is gone, the stretch is
    /// passed over.
    pub after: u64,
    /// The changes, ascending.
    pub changes: Vec<Taken>,
}

/// A page of a backfill. Of what is held accepted in the scope and numbered `from` to `to`, everything that is not
/// among `changes` is stated dead entirely. `fetch` is the scope's row from now on; when it is none the fetch is
/// complete and `have` becomes `upto` (never less than it is); after `again` the scope is then derived anew from
/// its changes. A scope without a row with a [`Fetch`] is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedPage {
    /// The scope.
    pub scope: ScopeRef,
    /// The number up to which the fetch goes.
    pub upto: u64,
    /// The lowest number spoken of.
    pub from: u64,
    /// The highest.
    pub to: u64,
    /// The live changes of the range, descending.
    pub changes: Vec<Taken>,
    /// What remains.
    pub fetch: Option<Fetch>,
    /// Whether `dead` is replaced instead of joined.
    pub again: bool,
}

/// The sums of a scope that differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incident {
    /// The scope.
    pub scope: ScopeRef,
    /// At this number.
    pub seq: u64,
    /// What was computed here.
    pub here: Digest,
    /// What the hub computed.
    pub there: Digest,
}

/// What the store writes, in one transaction each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeviceDelta {
    /// The hub knows this device. Epoch, rights' number and clock offset are kept; scopes in `enter` get a row with
    /// `have` 0 and an empty [`Fetch`], unless they have one with a [`Fetch`] already; settled changes are marked.
    Welcomed {
        /// The hub's epoch.
        epoch: u64,
        /// The newest change of rights: goes into the headers of own changes from now on.
        acl: u64,
        /// Hub minus device, in milliseconds.
        offset_ms: i64,
        /// Scopes to fetch.
        enter: Vec<ScopeRef>,
        /// Own quarantined changes that are settled. An adopted one counts from now on, at its place, if there is a
        /// row of its scope; else it is marked as settled and shown no more, like one that was closed.
        settled: Vec<Settled>,
    },
    /// Verdicts on own changes, in chain order, and what `have` becomes by them (never less than it is; a scope without
    /// a row is passed over).
    Judged {
        /// The verdicts.
        verdicts: Vec<Judged>,
        /// Scopes of which everything up to this number is here, since it is all own.
        have: Vec<Have>,
    },
    /// Pages of a backfill, one a scope.
    Fetched {
        /// The pages.
        pages: Vec<FetchedPage>,
    },
    /// What others wrote.
    Pulled {
        /// One stretch a scope.
        stretches: Vec<Stretch>,
    },
    /// The right was lost. Each scope is purged - changes, own accepted ones included, registers, rows, search, the
    /// scope's row; quarantined ones stay until they are settled - and a receipt signed ([`Receipt::seal`]) and kept,
    /// **unless something of it is pending**: then it is passed over and comes again with the next session. A
    /// receipt is due also where nothing was held.
    Purge {
        /// The scopes.
        scopes: Vec<ScopeRef>,
        /// The change of rights obeyed.
        acl: u64,
        /// The device's clock.
        at: Instant,
    },
    /// The hub has these receipts: they are not sent again (they stay as evidence).
    Noted {
        /// The scopes.
        scopes: Vec<ScopeRef>,
    },
    /// The sums differ: an incident is recorded, and the scope's [`Fetch`] set to be made again.
    Differ {
        /// One for each scope.
        incidents: Vec<Incident>,
    },
    /// The session came to its end.
    Finished(super::Summary),
}
