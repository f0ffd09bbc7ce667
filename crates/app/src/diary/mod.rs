//! The diary: writing, signing, correcting and reading entries.

mod activities;
mod annul;
mod beside;
mod classify;
mod confirm;
mod files;
mod get;
mod list;
mod mentioned;
mod open;
mod place;
mod readers;
mod reading;
mod rectify;
mod sign;
pub(crate) mod signing;
mod start;
mod template;
mod view;

pub use activities::{
    ActivityLine, ActivityPage, ActivityRef, ActivityView, AskActivities, activities, activity,
};
pub use annul::{Annul, Annulled, annul};
pub use classify::{Classify, classify};
pub(crate) use confirm::own_to_confirm;
pub use confirm::{Confirm, ToConfirm, confirm};
pub use files::{FileInfo, Files, Sibling, files};
pub use get::{EntryRef, get};
pub use list::{DiaryPage, ListEntries, list};
pub(crate) use open::{is_open, sees_action};
pub use place::{PlaceEntry, place};
pub use readers::{AskReaders, ReadersOfFile, readers};
pub(crate) use reading::{may_read, own_to_place};
pub use rectify::{Correction, Rectify, rectify};
pub use sign::{Sign, SignAnswer, SignMany, SignedDraft, sign, sign_many};
pub use start::{Start, Started, start};
pub use template::{AskTemplate, template};
pub use view::{AnnulmentView, ConfirmationView, EntryMay, EntryView, RectificationView, SegmentView};
