//! The diary (diario): what happened, written once, signed for good.
//!
//! An entry is a draft of its author's until she signs; then it is a `DiaryEntry` that nothing changes, and
//! only a `Rectification` or an `Annulment` beside it speaks about it. Text that not every reader of the case
//! may see leaves the entry: its `ReservedSegment` lives in the scope of its own readers, the entry keeps the
//! place, the level and a salted hash. Why by paragraph: art. 473-bis.27 c.p.c. wants facts, statements and
//! evaluations kept apart in what goes to the judge, so the text says from the start which it is.

mod act;
mod action;
mod draft;
mod entry;
mod hash;
mod header;
mod kind;
mod readers;
mod segment;
mod signing;
mod template;
mod words;

pub use act::share_out;
pub use action::{ActionState, Activity, NextAction};
pub use draft::{DraftAction, DraftSegment, DraftText, EntryDraft, FORM_ENTRY, reopen};
pub use entry::{
    Annulment, AnnulmentReason, Classification, Confirmation, DiaryEntry, LATE_AFTER_DAYS, Rectification,
    ReservedSegment, Transcription, is_late,
};
pub use hash::{ContentHash, Salt, salted_hash, text_hash};
pub use header::{Collective, EntryHeader, EntryPlace, EntryPlaceKind, Outcome, Participant, TimeSpent};
pub use kind::EntryKind;
pub use readers::{Readers, readers};
pub use segment::{Category, ReadBy, Segment, Wording, secret_list};
pub use signing::{
    FileContext, Fresh, Planned, PlannedRow, SigningContext, SigningFinding, SigningFindingCode, SigningPlan,
    entry_hash, prepare_signing, reserved_hash,
};
pub use template::{Heading, template};
pub use words::{entry_words, rectification_words, reserved_words};
