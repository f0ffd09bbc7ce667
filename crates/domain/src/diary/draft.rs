//! Drafts: what was typed and not yet signed, seen by its author alone.

use super::{
    entry::{DiaryEntry, ReservedSegment, Transcription},
    header::{Collective, EntryHeader, EntryPlace, Outcome, Participant, TimeSpent},
    kind::EntryKind,
    segment::{Category, ReadBy, Segment, Wording},
    template::{Heading, template},
};
use crate::{
    ids::{ActId, AppointmentId, CaseId, EntryId, OperatorId, RecordId, SegmentId},
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kind of draft that holds an `EntryDraft`; the draft of any other form has the name of its record's kind.
pub const FORM_ENTRY: &str = "diary_entry";

/// An unsigned entry: everything may still be missing.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EntryDraft {
    /// The day of the event.
    pub occurred_on: Option<CivilDate>,
    /// The hour of the event.
    pub starts: Option<ClockTime>,
    /// The circumstances, shared by all its texts.
    pub header: EntryHeader,
    /// The group, class or school it is about, when it is about no single person.
    pub collective: Option<Collective>,
    /// Who may read it; none leaves it to the default of each file's service.
    pub read_by: Option<ReadBy>,
    /// First written on paper or elsewhere.
    pub transcribed: Option<Transcription>,
    /// One text; or several of one activity, each for its own files.
    pub texts: Vec<DraftText>,
    /// The appointment that it tells of.
    pub appointment: Option<AppointmentId>,
    /// The supervised meeting that it tells of.
    pub meeting: Option<RecordId>,
    /// The act, once some of it was signed before.
    pub act: Option<ActId>,
    /// The signed entry from which this one was opened again (wrong file).
    pub reopened_from: Option<EntryId>,
}

/// One text of a draft and the files it goes into.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DraftText {
    /// The files; none while it waits to be placed.
    pub files: Vec<CaseId>,
    /// Who took part in this text alone, where the activity has several.
    pub participants: Vec<Participant>,
    /// How it went with this one, where the activity has several.
    pub outcome: Option<Outcome>,
    /// The paragraphs, in order.
    pub segments: Vec<DraftSegment>,
    /// What is to be done next.
    pub actions: Vec<DraftAction>,
}

/// A paragraph being written.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DraftSegment {
    /// Its id, once it has one.
    pub id: Option<SegmentId>,
    /// The heading it is written under.
    pub heading: Option<Heading>,
    /// What it claims to be.
    pub category: Option<Category>,
    /// Who may read it, when fewer than the entry.
    pub read_by: Option<ReadBy>,
    /// The files among those of the text in which it stands; none means all.
    pub files: Vec<CaseId>,
    /// The words.
    pub text: String,
}

/// A next action being written.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DraftAction {
    /// What is to be done.
    pub what: String,
    /// Who sees to it; none means the author.
    pub who: Option<OperatorId>,
    /// By when.
    pub due: Option<CivilDate>,
}

impl EntryDraft {
    /// A blank entry of a kind, with what the kind proposes: minutes, place, and the headings of its template.
    #[must_use]
    pub fn of_kind(kind: EntryKind) -> Self {
        let minutes = kind.proposed_minutes();
        let headings = template(kind).iter().map(|heading| DraftSegment {
            heading: Some(*heading),
            category: heading.category(),
            ..DraftSegment::default()
        });
        let mut segments: Vec<_> = headings.collect();
        if segments.is_empty() {
            segments.push(DraftSegment::default());
        }
        Self {
            header: EntryHeader {
                kind,
                place: kind
                    .proposed_place()
                    .map(|kind| EntryPlace { kind, detail: None }),
                time: TimeSpent {
                    minutes,
                    proposed: minutes.is_some(),
                    travel: None,
                },
                ..EntryHeader::default()
            },
            texts: vec![DraftText {
                segments,
                ..DraftText::default()
            }],
            ..Self::default()
        }
    }

    /// Whether nothing was typed: such a draft may vanish without a question. Proposals of the program
    /// (kind, date, headings) do not count as typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reopened_from.is_none()
            && self.header.outcome.is_none()
            && self.texts.iter().all(|text| {
                text.outcome.is_none()
                    && text.segments.iter().all(|s| s.text.trim().is_empty())
                    && text.actions.iter().all(|a| a.what.trim().is_empty())
            })
    }

    /// Every file that some text of it goes into, once.
    #[must_use]
    pub fn files(&self) -> Vec<CaseId> {
        let mut files: Vec<CaseId> = self.texts.iter().flat_map(|t| t.files.iter().copied()).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// Whether it waits to be placed: no file, and no group, class or school.
    #[must_use]
    pub fn is_to_place(&self) -> bool {
        self.collective.is_none() && self.texts.iter().all(|text| text.files.is_empty())
    }

    /// Whether one of its texts speaks of the group, class or school itself: it has no file, and where the activity
    /// has several texts it names nobody of its own.
    #[must_use]
    pub fn is_of_collective(&self, text: &DraftText) -> bool {
        let of_one = self.texts.len() > 1 && !text.participants.is_empty();
        self.collective.is_some() && text.files.is_empty() && !of_one
    }
}

/// A signed entry as a draft again, for the right file: the text is whole again, the files are open.
/// `reserved` holds the parts of it that stand in narrower scopes; a part that is not there stays out.
#[must_use]
pub fn reopen(id: EntryId, entry: &DiaryEntry, reserved: &[ReservedSegment]) -> EntryDraft {
    let header = entry
        .header
        .clone()
        .or_else(|| reserved.iter().find_map(|part| part.header.clone()))
        .unwrap_or_default();
    let of_whole = reserved.iter().find(|part| part.header.is_some());
    let read_by = of_whole.map_or_else(|| entry.read_by.clone(), |part| Some(part.read_by.clone()));
    let segments = entry
        .segments
        .iter()
        .filter_map(|segment| reopen_segment(segment, read_by.as_ref(), reserved))
        .collect();
    EntryDraft {
        occurred_on: Some(entry.occurred_on),
        starts: entry.starts,
        header,
        collective: entry.collective.clone(),
        read_by,
        transcribed: entry.transcribed.clone(),
        texts: vec![DraftText {
            segments,
            ..DraftText::default()
        }],
        reopened_from: Some(id),
        ..EntryDraft::default()
    }
}

fn reopen_segment(
    segment: &Segment,
    of_entry: Option<&ReadBy>,
    reserved: &[ReservedSegment],
) -> Option<DraftSegment> {
    match &segment.wording {
        Wording::Open {
            heading,
            category,
            read_by,
            text,
            ..
        } => Some(DraftSegment {
            heading: *heading,
            category: category.clone(),
            read_by: read_by.clone(),
            text: text.clone(),
            ..DraftSegment::default()
        }),
        Wording::Withheld { .. } => {
            let part = reserved.iter().find(|part| part.segment == Some(segment.id))?;
            Some(DraftSegment {
                heading: part.heading,
                category: part.category.clone(),
                read_by: Some(part.read_by.clone()).filter(|own| Some(own) != of_entry),
                text: part.text.clone().unwrap_or_default(),
                ..DraftSegment::default()
            })
        }
    }
}
