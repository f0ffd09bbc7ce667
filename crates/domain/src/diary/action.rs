//! What an act leaves to be done, and the one header of an activity with several texts.

use super::{
    header::{EntryPlace, TimeSpent},
    kind::EntryKind,
};
use crate::{
    ids::{ActId, CaseId, ClassId, EntryId, OperatorId, SchoolId, SegmentId},
    record::Record,
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a next action stands.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ActionState {
    /// Still to be done.
    #[default]
    Open,
    /// Done.
    Done {
        /// The day.
        on: CivilDate,
        /// By whom.
        by: OperatorId,
    },
    /// No longer wanted.
    Dropped {
        /// The day.
        on: CivilDate,
        /// By whom.
        by: OperatorId,
        /// Why.
        reason: Option<String>,
    },
}

/// A next action or a promise: what, who, by when.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 35, name = "next_action")]
pub struct NextAction {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The entry in which it was agreed.
    #[field(2)]
    pub entry: Option<EntryId>,
    /// The paragraph that holds the promise.
    #[field(3)]
    pub segment: Option<SegmentId>,
    /// The act in which it was agreed: one thing to do, though it stands in several files.
    #[field(4)]
    pub act: Option<ActId>,
    /// What is to be done.
    #[field(5)]
    pub what: String,
    /// The operator who sees to it.
    #[field(6)]
    pub who: Option<OperatorId>,
    /// Who promised it, when that is no operator.
    #[field(7)]
    pub promised_by: Option<String>,
    /// By when; of two dates the earlier counts.
    #[field(8, earliest)]
    pub due: Option<CivilDate>,
    /// Where it stands.
    #[field(9)]
    pub state: ActionState,
    /// Who wrote it.
    #[field(10)]
    pub author: OperatorId,
}

/// The one header of an activity with several texts. It says nothing of whose texts they are: everybody of
/// the office can read it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 37, name = "activity")]
pub struct Activity {
    /// The act that its entries share.
    #[field(1)]
    pub act: ActId,
    /// What kind of event.
    #[field(2)]
    pub kind: EntryKind,
    /// Who signed it.
    #[field(3)]
    pub author: OperatorId,
    /// The day.
    #[field(4)]
    pub occurred_on: CivilDate,
    /// The hour.
    #[field(5)]
    pub starts: Option<ClockTime>,
    /// Its end.
    #[field(6)]
    pub ends: Option<ClockTime>,
    /// Where.
    #[field(7)]
    pub place: Option<EntryPlace>,
    /// The school, when it was a morning there.
    #[field(8)]
    pub school: Option<SchoolId>,
    /// The class.
    #[field(9)]
    pub class: Option<ClassId>,
    /// Time given in all, counted once and shared out over its texts.
    #[field(10)]
    pub time: TimeSpent,
    /// How many texts it left.
    #[field(11)]
    pub texts: u16,
}
