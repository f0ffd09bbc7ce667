//! Spazio neutro: paths by order of a court, their waiting list and eleven steps, supervised meetings with their diary.
//!
//! A path stands in the court scope of its case. What was seen in a meeting is written in the diary and signed there.

mod close;
mod entry;
mod loaded;
mod meeting;
mod page;
mod path;
mod steps;
mod waiting;

pub use close::{CloseSnPath, close, reopen};
pub use entry::to_entry;
pub(crate) use entry::told;
pub use meeting::{SaveMeeting, save_meeting};
pub use page::{MeetingView, SnCodes, SnPage, SnPathView, SnSibling, codes, of_case};
pub use path::{AssignSnPath, SaveSnPath, assign_path, save_path};
pub use steps::{RemoveSnStep, TakeSnStep, remove_step, take_step};
pub use waiting::{SnLine, SnPaths, paths};

use cartella_domain::ids::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingRef {
    /// The meeting.
    pub id: RecordId,
}

/// Names one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnPathRef {
    /// The path.
    pub id: RecordId,
}
