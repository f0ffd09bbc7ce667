//! From a draft to signed rows: what may not be signed yet, and what is written where when it is.

mod check;
mod plan;
mod seal;

pub use seal::{entry_hash, reserved_hash};

use super::{
    action::{Activity, NextAction},
    entry::{DiaryEntry, ReservedSegment},
    hash::Salt,
};
use crate::{
    diary::EntryDraft,
    ids::{ActId, CaseId, EntryId, OperatorId},
    rights::{Confidentiality, Role},
    scope::ScopeId,
    time::{CivilDate, ClockTime, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A file that the draft may go into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileContext {
    /// The file.
    pub case: CaseId,
    /// The level that its service proposes.
    pub default_level: Confidentiality,
}

/// What a signature needs to know beyond the draft.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningContext<'a> {
    /// Who signs.
    pub author: OperatorId,
    /// The author's professional title.
    pub qualification: Option<Role>,
    /// The device's clock.
    pub now: Instant,
    /// That moment's day in Rome.
    pub today: CivilDate,
    /// That moment's hour in Rome.
    pub hour: ClockTime,
    /// When the writing of the draft began.
    pub recorded_at: Instant,
    /// That moment's day in Rome.
    pub recorded_on: CivilDate,
    /// After how many days an entry is late.
    pub late_after_days: u16,
    /// The office, that owns the activities of no single case.
    pub office: Uuid,
    /// The files that the author may write in.
    pub files: &'a [FileContext],
    /// The entry without a file that is being placed.
    pub placed_from: Option<EntryId>,
}

/// Where new ids and salts come from.
pub struct Fresh<'a> {
    /// The next id.
    pub id: &'a mut dyn FnMut() -> Uuid,
    /// The next salt.
    pub salt: &'a mut dyn FnMut() -> Salt,
}

/// A record to be written.
#[derive(Clone, PartialEq, Eq)]
pub enum Planned {
    /// Signed: the entry in one file.
    Entry(Box<DiaryEntry>),
    /// Signed: a part of it for fewer readers.
    Reserved(Box<ReservedSegment>),
    /// What is to be done next.
    Action(Box<NextAction>),
    /// The header of an activity with several texts.
    Activity(Box<Activity>),
}

/// A record to be written, with its id and scope.
#[derive(Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Its id.
    pub id: Uuid,
    /// Where it lives.
    pub scope: ScopeId,
    /// What it says.
    pub record: Planned,
}

/// Everything that one signature writes, in one transaction.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningPlan {
    /// The act.
    pub act: ActId,
    /// The records.
    pub rows: Vec<PlannedRow>,
    /// What was found and does not stand in the way.
    pub notices: Vec<SigningFinding>,
}

impl SigningPlan {
    /// The entries among the rows.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &DiaryEntry)> {
        self.rows.iter().filter_map(|row| match &row.record {
            Planned::Entry(entry) => Some((EntryId(row.id), entry.as_ref())),
            _ => None,
        })
    }
}

/// What is found about a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SigningFindingCode {
    /// No day of the event.
    DateMissing,
    /// The day of the event has not come yet.
    FutureDate,
    /// The hour of the event has not come yet.
    FutureTime,
    /// It ends before it starts; past midnight it may.
    EndsBeforeStart,
    /// Neither text nor outcome.
    NothingWritten,
    /// One of several texts has no file, names nobody who could have one later, and is not the one text about the
    /// group, class or school.
    TextWithoutFile,
    /// The author may not write in that file, or the laptop does not hold it.
    UnknownFile,
    /// Every paragraph was limited to other files: nothing would stand in this one.
    FileWithoutText,
    /// The same file twice among several texts.
    FileTwice,
    /// A paragraph limited to a file that the text does not go into.
    SegmentInNoFile,
    /// It is about a group, class or school, and nothing says which.
    CollectiveUnnamed,
    /// An entry about a group, class or school has no narrower readers.
    LevelNeedsFile,
    /// A secret text that names nobody.
    SecretWithoutReaders,
    /// Copied from paper, and nobody is said to have written it.
    TranscriptionWithoutAuthor,
    /// More text than one signature can hold.
    TooLong,
    /// A statement of nobody in particular.
    ReportedByNobody,
    /// The minutes are still a proposal.
    TimeProposed,
}

/// One thing found about a draft, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SigningFinding {
    /// What.
    pub code: SigningFindingCode,
    /// It stands in the way of the signature.
    pub blocks: bool,
    /// In which text, counted from 0.
    pub text: Option<u32>,
    /// In which paragraph of that text, counted from 0.
    pub segment: Option<u32>,
    /// In which file.
    pub case: Option<CaseId>,
}

/// Decides what one signature writes: a signed entry in each file, all with one act; text for fewer readers in
/// the scope of those readers; next actions; and for several texts the one header of their activity.
///
/// # Errors
/// Everything that stands in the way, at once, and the notices with it.
pub fn prepare_signing(
    draft: &EntryDraft,
    context: &SigningContext<'_>,
    fresh: &mut Fresh<'_>,
) -> Result<SigningPlan, Vec<SigningFinding>> {
    let findings = check::findings(draft, context);
    if findings.iter().any(|finding| finding.blocks) {
        return Err(findings);
    }
    Ok(plan::plan(draft, context, fresh, findings))
}

#[cfg(test)]
mod tests;
