//! The laptop's side: a session as a state machine, and the contract of its store.
//!
//! A driver is a loop:
//! ```text
//! let mut session = Session::new(pace, now);
//! loop {
//!     match session.next() {
//!         Step::Load(want) => session.told(store.read(want)?, clock.now()),
//!         Step::Send(request) => match line.send(request) {
//!             Ok(answer) => session.answered(answer, clock.now()),
//!             Err(trouble) => session.failed(trouble, clock.now()),
//!         },
//!         Step::Store(delta) => { store.write(delta)?; session.stored(clock.now()) }
//!         Step::Done(outcome) => break outcome,
//!     }
//! }
//! ```
//! The order is hello, push, enter, pull, leave, digests; after a session that ended in agreement hello, push, most of
//! pull and digests are one exchange ([`crate::messages::brief`]). The session holds nothing that matters: dropped anywhere,
//! the next one begins from the store. `next` gives the same step until it is answered.

mod outcome;
mod pace;
mod session;
pub mod store;

pub use outcome::{Outcome, Summary, Trouble};
pub use pace::{FIRST_WAIT_MS, LONGEST_WAIT_MS, Pace, START_BYTES, START_CHANGES};
pub use session::{Session, Step};
pub use store::{
    DeviceDelta, DeviceState, Fetch, FetchedPage, HeldScope, Incident, Stretch, Taken, Told, Want,
};

/// Most quarantined changes that a hello names.
pub const MAX_FLAGGED: usize = 1_000;
