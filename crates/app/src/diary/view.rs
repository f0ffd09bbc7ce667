//! An entry as one reader may see it.

use crate::rome_date;
use cartella_domain::{
    diary::{
        AnnulmentReason, Category, Collective, DiaryEntry, EntryHeader, Heading, NextAction, Transcription,
    },
    ids::{ActId, ActionId, CaseId, EntryId, OperatorId, SegmentId},
    rights::{Confidentiality, Role},
    time::{CivilDate, ClockTime, Instant},
};
use serde::Serialize;
use ts_rs::TS;

/// A signed entry, or the stub that is left of it for who may not read it.
#[derive(Clone, Serialize, TS)]
pub struct EntryView {
    /// The entry.
    pub id: EntryId,
    /// The act; the same in every file where it left an entry.
    pub act: ActId,
    /// The file.
    pub case: Option<CaseId>,
    /// The group, class or school.
    pub collective: Option<Collective>,
    /// Who signed it.
    pub author: OperatorId,
    /// As what.
    pub qualification: Option<Role>,
    /// The day of the event.
    pub occurred_on: CivilDate,
    /// The hour of the event.
    pub starts: Option<ClockTime>,
    /// The day on which it was written down.
    pub recorded_on: CivilDate,
    /// When it was signed.
    pub signed_at: Instant,
    /// Written down late.
    pub late: bool,
    /// Copied from older papers.
    pub transcribed: Option<Transcription>,
    /// How far it may be read.
    pub level: Confidentiality,
    /// She may not read it: only this stub is shown.
    pub hidden: bool,
    /// The circumstances.
    pub header: Option<EntryHeader>,
    /// The paragraphs, in order.
    pub segments: Vec<SegmentView>,
    /// Corrections, the oldest first.
    pub rectifications: Vec<RectificationView>,
    /// It no longer counts.
    pub annulment: Option<AnnulmentView>,
    /// The co-authors who have confirmed it.
    pub confirmed: Vec<ConfirmationView>,
    /// What it left to be done.
    pub actions: Vec<ActionView>,
    /// In how many files its text stands.
    pub files: u16,
    /// One of several texts of one activity.
    pub several: bool,
    /// What she may do with it.
    pub may: EntryMay,
}

impl EntryView {
    /// What everybody who sees the diary sees of an entry: that there is one, by whom, when.
    pub(super) fn stub(id: EntryId, entry: &DiaryEntry) -> Self {
        Self {
            id,
            act: entry.act,
            case: entry.case,
            collective: None,
            author: entry.author,
            qualification: entry.qualification,
            occurred_on: entry.occurred_on,
            starts: entry.starts,
            recorded_on: rome_date(entry.recorded_at),
            signed_at: entry.signed_at,
            late: entry.late,
            transcribed: None,
            level: entry.level,
            hidden: true,
            header: None,
            segments: Vec::new(),
            rectifications: Vec::new(),
            annulment: None,
            confirmed: Vec::new(),
            actions: Vec::new(),
            files: entry.files,
            several: entry.several,
            may: EntryMay::default(),
        }
    }

    /// With what only a reader of the entry is told of its origin.
    pub(super) fn with_origin(self, entry: DiaryEntry) -> Self {
        Self {
            collective: entry.collective,
            transcribed: entry.transcribed,
            ..self
        }
    }
}

/// A paragraph, or the word "Riservato" in its place.
#[derive(Clone, Serialize, TS)]
pub struct SegmentView {
    /// The paragraph.
    pub id: SegmentId,
    /// The heading it was written under.
    pub heading: Option<Heading>,
    /// What it claims to be, as classified last.
    pub category: Option<Category>,
    /// The category was given after the signature.
    pub classified_later: bool,
    /// How far it may be read.
    pub level: Confidentiality,
    /// In whose files it stands, when not in all of the act.
    pub files: Vec<CaseId>,
    /// The words; none for who may not read them.
    pub text: Option<String>,
}

/// A correction.
#[derive(Clone, Serialize, TS)]
pub struct RectificationView {
    /// The paragraph that it corrects; none for the whole entry.
    pub segment: Option<SegmentId>,
    /// Who corrected.
    pub author: OperatorId,
    /// When.
    pub signed_at: Instant,
    /// Why.
    pub reason: String,
    /// What should be read.
    pub text: Option<String>,
    /// The right day.
    pub occurred_on: Option<CivilDate>,
    /// The right hour.
    pub starts: Option<ClockTime>,
}

/// An annulment.
#[derive(Clone, Serialize, TS)]
pub struct AnnulmentView {
    /// Who annulled.
    pub author: OperatorId,
    /// When.
    pub signed_at: Instant,
    /// Why.
    pub reason: AnnulmentReason,
    /// Why, in words.
    pub note: Option<String>,
}

/// A co-author's confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ConfirmationView {
    /// The co-author.
    pub author: OperatorId,
    /// When.
    pub signed_at: Instant,
}

/// A next action with its id.
#[derive(Clone, Serialize, TS)]
pub struct ActionView {
    /// The action.
    pub id: ActionId,
    /// What it says.
    pub action: NextAction,
}

/// What the reader may do with an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct EntryMay {
    /// Attach a file.
    pub attach: bool,
    /// Add a correction.
    pub rectify: bool,
    /// Annul it.
    pub annul: bool,
    /// Say what a paragraph is.
    pub classify: bool,
    /// Confirm it as its co-author.
    pub confirm: bool,
}
