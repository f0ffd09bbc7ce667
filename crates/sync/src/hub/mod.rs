//! The office's side: load, decide, store. Each request has a pure function here; the shell (PostgreSQL, or memory)
//! reads what it asks for, in one transaction and under the locks that [`Needs`] names, hands it over, stores the
//! returned delta in the same transaction, commits, and only then sends the answer.
//!
//! | request | read | decide | store |
//! |---|---|---|---|
//! | hello | [`WelcomeLoaded`], one snapshot | [`welcome`] | [`HelloDelta`] |
//! | brief | as a push, then [`NearLoaded`], one statement | [`near`] | - |
//! | push | [`Batch::read`] outside, then [`Batch::needs`] → [`Loaded`] | [`decide_push`] | [`PushDelta`] |
//! | pull | [`PullScope`]s, one snapshot | [`pages`] | - |
//! | backfill | [`BackfillScope`]s, one snapshot | [`backfill_pages`] | - |
//! | left | [`HoldRow`]s, locked | [`note_left`] | rows |
//! | digests | [`ScopeRow`]s of granted scopes | [`compare`] | incidents: what differs |
//! | enrol | [`CodeRow`], [`DeviceRow`] | [`decide_enrol`] | [`EnrolDelta`] |
//! | a change of rights | [`HoldRow`]s of the devices, scopes locked | [`regrant`] | rows |
//! | adoption | [`adopt_needs`] | [`decide_adopt`] | [`RecordDelta`], the quarantine's row |
//!
//! Locks, always in this order: the device's row, scopes by id, `device_scope` rows by device. A device's
//! [`HoldRow`]s are locked by whoever writes them - receipts, a change of rights, and a push that opens a scope (for
//! every device of its author) - but not by a hello, which compares before it writes ([`HoldTurn`]).
//!
//! A commit that ends with a warning, or of which nothing was heard, is *unknown*: no answer is sent, the device
//! asks again, and gets the same verdicts.

mod adopt;
mod apply;
mod batch;
mod brief;
mod enrol;
mod hello;
mod left;
mod pull;
mod push;
mod rights;
mod rows;

pub use adopt::{NotAdopted, adopt_needs, decide_adopt};
pub use batch::{Batch, Incoming, Needs};
pub use brief::{NearLoaded, NearRow, Standing, near};
pub use enrol::{CodeRow, EnrolDelta, Office, decide_enrol};
pub use hello::{HelloDelta, Hold, HoldRow, HoldTurn, OLDEST, WelcomeLoaded, regrant, welcome};
pub use left::note_left;
pub use pull::{
    BackfillScope, PullScope, Stored, above_now, backfill_pages, compare, pages, portions_now, same_epoch,
};
pub use push::decide_push;
pub use rights::{Right, Rights};
pub use rows::{
    AcceptedRow, DeviceRow, DeviceState, Known, Link, Loaded, Opened, PushDelta, QuarantineRow, RecordDelta,
    RegisterRow, ScopeRow,
};
