//! What a record says of its terms, and how other records meet them.

use super::{Code, Event, Length};
use crate::{
    ids::{ActId, CaseId, PersonId, RecordId},
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day, or a moment where hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "at", rename_all = "snake_case")]
#[ts(rename = "DeadlineMoment")]
pub enum Moment {
    /// A day of the civil calendar.
    Day(CivilDate),
    /// A moment to the minute.
    At(Instant),
}

impl Moment {
    /// Its day in Italy.
    #[must_use]
    pub fn date(self) -> CivilDate {
        match self {
            Self::Day(day) => day,
            Self::At(moment) => moment.rome_date(),
        }
    }

    /// Whether it is over: the day when the next one has begun in Italy, the moment when it has passed.
    #[must_use]
    pub fn is_over(self, now: Instant) -> bool {
        match self {
            Self::Day(day) => day < now.rome_date(),
            Self::At(moment) => moment < now,
        }
    }
}

impl From<CivilDate> for Moment {
    fn from(day: CivilDate) -> Self {
        Self::Day(day)
    }
}

impl From<Instant> for Moment {
    fn from(moment: Instant) -> Self {
        Self::At(moment)
    }
}

/// Whose files a term stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
#[ts(rename = "DeadlineWhose")]
pub enum Whose {
    /// One case's.
    Case(CaseId),
    /// A person's: in each of that person's cases to whose service it belongs.
    Person(PersonId),
}

/// Which term: a record may have several, and one kind of term again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(rename = "DeadlineKey")]
pub struct TermKey {
    /// The record that says it.
    pub record: RecordId,
    /// Which kind of term.
    pub code: Code,
    /// 0 for the only or the first one; 1, 2, … for those that follow a report or a review, so that what was decided
    /// about one says nothing of the next.
    pub nth: u16,
}

/// What an order, a plan or a contract says in place of the rule's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(rename = "DeadlineStated")]
pub enum Stated {
    /// So long from the start.
    For(Length),
    /// By this day or moment.
    Until(Moment),
}

/// A term as its record says it. It has no end yet: [`super::deadline`] computes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Which.
    pub key: TermKey,
    /// In whose files.
    pub whose: Whose,
    /// The act in which it came for several files (an order for three minors): listed and counted once.
    pub act: Option<ActId>,
    /// With what it starts.
    pub event: Event,
    /// When that was.
    pub starts: Moment,
    /// The start is a guess (a birth of which only the year is known).
    pub estimated: bool,
    /// What the order or plan says about its length; `None` for the rule's (`NON_INDICATO` too).
    pub stated: Option<Stated>,
    /// When it was met, where the same record knows it.
    pub met: Option<Moment>,
    /// It no longer matters (revoked, closed): kept, not shown as open.
    pub lapsed: bool,
}

impl Term {
    /// A term of a record in a case, starting with the rule's usual event.
    #[must_use]
    pub fn new(code: Code, record: RecordId, whose: Whose, starts: impl Into<Moment>) -> Self {
        Self {
            key: TermKey { record, code, nth: 0 },
            whose,
            act: None,
            event: code.rule().starts.first().copied().unwrap_or(Event::Receipt),
            starts: starts.into(),
            estimated: false,
            stated: None,
            met: None,
            lapsed: false,
        }
    }
}

/// A record that meets a term of another one: a report its mandate's, an assignment its order's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// Which term.
    pub key: TermKey,
    /// When.
    pub at: Moment,
    /// By which record.
    pub by: RecordId,
}

/// A kind of record that has terms or meets those of others. Pure: what is not in the record is not asked.
///
/// ```ignore
/// impl Terms for Mandato {
///     fn terms(&self, id: RecordId) -> Vec<Term> {
///         let (Some(case), Some(received)) = (self.case, self.received_on) else { return Vec::new() };
///         vec![Term { stated: self.report_within.map(Stated::For), lapsed: self.revoked.is_some(),
///                     ..Term::new(Code::TmRelTo, id, Whose::Case(case), received) }]
///     }
/// }
/// impl Terms for Relazione {
///     fn meets(&self, id: RecordId) -> Vec<Met> { /* sent on: Met { key: the mandate's, at, by: id } */ }
/// }
/// ```
pub trait Terms {
    /// The terms that the record starts.
    fn terms(&self, _id: RecordId) -> Vec<Term> {
        Vec::new()
    }

    /// The terms of other records that it meets.
    fn meets(&self, _id: RecordId) -> Vec<Met> {
        Vec::new()
    }
}
