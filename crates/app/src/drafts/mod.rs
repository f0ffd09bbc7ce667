//! Drafts: what any form holds before it is written, kept within two seconds of the last key, its author's alone.

mod discard;
mod get;
mod keep;
mod list;
mod save;

pub use discard::{Discard, DraftRef, discard, discarded, forget_old, restore};
pub use get::{DraftView, get};
pub use keep::{keep, keep_all, take_up};
pub use list::{DraftSummary, OLD_AFTER_DAYS, list};
pub use save::{DraftSaved, SaveDraft, save};

pub(crate) use get::stored;
