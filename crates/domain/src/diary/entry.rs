//! The signed records of the diary, and what may stand beside them.

use super::{
    hash::{ContentHash, Salt},
    header::{Collective, EntryHeader},
    segment::{Category, ReadBy, Segment},
    template::Heading,
};
use crate::{
    ids::{ActId, CaseId, EntryId, OperatorId, SegmentId},
    record::Record,
    rights::{Confidentiality, Role},
    time::{CivilDate, ClockTime, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an entry comes from that was first written elsewhere ("riportata dal cartaceo/Word"). It is signed by
/// who transcribes and is never late.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Transcription {
    /// Who wrote it first, in words.
    pub author: String,
    /// When it was written, where the paper says it; the day of the event is the entry's own.
    pub written_on: Option<CivilDate>,
}

/// A signed diary entry (nota di diario) in one file. Never changes.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 30, name = "diary_entry", signed)]
pub struct DiaryEntry {
    /// Version of this form of entry; part of what the hash covers.
    #[field(1)]
    pub version: u16,
    /// The act; the same in every file where it left an entry.
    #[field(2)]
    pub act: ActId,
    /// The file; none for a group, class or school, and while it waits to be placed.
    #[field(3)]
    pub case: Option<CaseId>,
    /// The group, class or school.
    #[field(4)]
    pub collective: Option<Collective>,
    /// Who signed it.
    #[field(5)]
    pub author: OperatorId,
    /// The author's professional title that day.
    #[field(6)]
    pub qualification: Option<Role>,
    /// The day of the event (Europe/Rome).
    #[field(7)]
    pub occurred_on: CivilDate,
    /// The hour of the event.
    #[field(8)]
    pub starts: Option<ClockTime>,
    /// When its writing began, by the device's clock ("registrata il").
    #[field(9)]
    pub recorded_at: Instant,
    /// When it was signed, by the device's clock.
    #[field(10)]
    pub signed_at: Instant,
    /// Written down more days after the event than the office allows without a mark.
    #[field(11)]
    pub late: bool,
    /// First written on paper or elsewhere.
    #[field(12)]
    pub transcribed: Option<Transcription>,
    /// Who may read the entry as a whole, without names.
    #[field(13)]
    pub level: Confidentiality,
    /// The circumstances; absent when the entry as a whole is reserved.
    #[field(14)]
    pub header: Option<EntryHeader>,
    /// The salted hash of the circumstances that stand in a `ReservedSegment`.
    #[field(15)]
    pub header_hash: Option<ContentHash>,
    /// The paragraphs, in order.
    #[field(16)]
    pub segments: Vec<Segment>,
    /// Hash over version, kind, author, date and segments.
    #[field(17)]
    pub hash: ContentHash,
    /// The entry without a file that this one puts in its place.
    #[field(18)]
    pub placed_from: Option<EntryId>,
    /// The entry is one of several texts of one activity.
    #[field(19)]
    pub several: bool,
    /// How many files the act left this text in; it is counted once.
    #[field(20)]
    pub files: u16,
    /// Who its author wants to read it, kept while it waits to be placed.
    #[field(21)]
    pub read_by: Option<ReadBy>,
}

/// The text of a paragraph, or the circumstances of a whole entry, for fewer readers than the diary has.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 31, name = "reserved_segment", signed)]
pub struct ReservedSegment {
    /// The entry in which its place stands.
    #[field(1)]
    pub entry: EntryId,
    /// The act.
    #[field(2)]
    pub act: ActId,
    /// The file.
    #[field(3)]
    pub case: Option<CaseId>,
    /// Who signed it.
    #[field(4)]
    pub author: OperatorId,
    /// The day of the event.
    #[field(5)]
    pub occurred_on: CivilDate,
    /// The hour of the event.
    #[field(6)]
    pub starts: Option<ClockTime>,
    /// Who may read it.
    #[field(7)]
    pub read_by: ReadBy,
    /// The paragraph; none where this is the entry's circumstances.
    #[field(8)]
    pub segment: Option<SegmentId>,
    /// The heading it was written under.
    #[field(9)]
    pub heading: Option<Heading>,
    /// What it claims to be.
    #[field(10)]
    pub category: Option<Category>,
    /// The words.
    #[field(11)]
    pub text: Option<String>,
    /// The circumstances of the entry.
    #[field(12)]
    pub header: Option<EntryHeader>,
    /// The salt of the hash in the entry.
    #[field(13)]
    pub salt: Salt,
}

/// A signed correction beside a signed entry; both stay visible (rettifica).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 32, name = "rectification", signed)]
pub struct Rectification {
    /// The entry it corrects.
    #[field(1)]
    pub entry: EntryId,
    /// The file.
    #[field(2)]
    pub case: Option<CaseId>,
    /// The paragraph it corrects; none for the entry as a whole.
    #[field(3)]
    pub segment: Option<SegmentId>,
    /// Who corrects.
    #[field(4)]
    pub author: OperatorId,
    /// When it was signed.
    #[field(5)]
    pub signed_at: Instant,
    /// Why.
    #[field(6)]
    pub reason: String,
    /// What should be read.
    #[field(7)]
    pub text: Option<String>,
    /// The right day, where the day was wrong.
    #[field(8)]
    pub occurred_on: Option<CivilDate>,
    /// The right hour, where the hour was wrong.
    #[field(9)]
    pub starts: Option<ClockTime>,
    /// The act of correcting, the same for all it corrects at once.
    #[field(10)]
    pub act: ActId,
}

/// Why an entry no longer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AnnulmentReason {
    /// Signed in another family's file: only the stub stays, the text with author and coordinator.
    FascicoloSbagliato,
    /// Written twice.
    Doppione,
    /// It did not happen, or not so.
    NonAvvenuto,
    /// It was put in its file: a copy stands there.
    Collocata,
    /// Another reason, in words.
    #[default]
    Altro,
}

/// A signed statement that an entry no longer counts; the entry stays visible (annullamento).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 33, name = "annulment", signed)]
pub struct Annulment {
    /// The entry it annuls.
    #[field(1)]
    pub entry: EntryId,
    /// The file.
    #[field(2)]
    pub case: Option<CaseId>,
    /// Who annuls.
    #[field(3)]
    pub author: OperatorId,
    /// When it was signed.
    #[field(4)]
    pub signed_at: Instant,
    /// Why.
    #[field(5)]
    pub reason: AnnulmentReason,
    /// Why, in words; nothing about the wrong family belongs here.
    #[field(6)]
    pub note: Option<String>,
}

/// A category given later to a signed paragraph; its text is untouched.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 34, name = "classification")]
pub struct Classification {
    /// The entry.
    #[field(1)]
    pub entry: EntryId,
    /// The paragraph.
    #[field(2)]
    pub segment: SegmentId,
    /// What it is now taken to be.
    #[field(3)]
    pub category: Option<Category>,
    /// Who said so.
    #[field(4)]
    pub by: OperatorId,
    /// The file.
    #[field(5)]
    pub case: Option<CaseId>,
}

/// A colleague named as co-author says that the entry tells it as it was (conferma). Signed beside the entry, whose
/// own signature never waited for it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record, TS)]
#[record(kind = 38, name = "confirmation", signed)]
pub struct Confirmation {
    /// The entry.
    #[field(1)]
    pub entry: EntryId,
    /// The file.
    #[field(2)]
    pub case: Option<CaseId>,
    /// The co-author.
    #[field(3)]
    pub author: OperatorId,
    /// When.
    #[field(4)]
    pub signed_at: Instant,
    /// The hash of the entry as she read it.
    #[field(5)]
    pub hash: ContentHash,
}

/// Days after the event from which an entry bears the mark, unless the office says otherwise (domain.md 7.2).
pub const LATE_AFTER_DAYS: u16 = 3;

/// Whether an entry bears the mark "registrata il": written more than so many days after the event
/// (domain.md 7.2: 3 days, a setting), unless it was copied from older papers.
#[must_use]
pub fn is_late(recorded_on: CivilDate, occurred_on: CivilDate, days: u16, transcribed: bool) -> bool {
    !transcribed && recorded_on.days_since(occurred_on) > i64::from(days)
}

#[cfg(test)]
mod tests {
    use super::is_late;
    use crate::time::CivilDate;

    #[test]
    fn late_is_after_the_third_day_and_never_for_papers() {
        let event: CivilDate = "2026-04-10".parse().unwrap();
        assert!(!is_late(event.plus_days(3), event, 3, false));
        assert!(is_late(event.plus_days(4), event, 3, false));
        assert!(!is_late(event.plus_days(400), event, 3, true));
    }
}
