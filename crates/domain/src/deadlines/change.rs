//! What people decide about a term: another date, an extension, that it was met.
//!
//! Each decision is a signed record that names those it was made in view of and takes the place of. What nobody
//! replaced holds; where two were made without seeing each other, the earlier date holds until somebody decides again.
//! So the outcome does not hang on the order in which decisions arrive, nor on any clock.

use super::{Code, Moment, TermKey};
use crate::{
    ids::{CaseId, OperatorId, PersonId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(rename = "DeadlineDecision")]
pub enum Decision {
    /// Another end, with the reason (Modifica termine).
    Moved {
        /// The new end.
        to: Moment,
        /// What the rule said then; when it says something else today, the screen says so.
        computed: Option<Moment>,
    },
    /// The computed end holds again.
    Restored,
    /// An extension was asked for; the old date holds.
    ExtensionAsked {
        /// On this day.
        on: CivilDate,
        /// Until when, if that was said.
        until: Option<CivilDate>,
    },
    /// It was granted.
    ExtensionGranted {
        /// On this day.
        on: CivilDate,
        /// Until this day, which is the new end.
        until: CivilDate,
    },
    /// It was denied: the old date holds.
    ExtensionDenied {
        /// On this day.
        on: CivilDate,
    },
    /// It was met (adempiuto).
    Met {
        /// When.
        at: Moment,
        /// By which record, if it is one.
        by: Option<RecordId>,
    },
    /// It was not met after all.
    Reopened,
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The end.
    End,
    /// An extension.
    Extension,
    /// Whether it was met.
    Met,
}

impl Decision {
    /// Whether it is about this. A granted extension is about two.
    #[must_use]
    pub const fn is_about(&self, aspect: Aspect) -> bool {
        match self {
            Self::Moved { .. } | Self::Restored => matches!(aspect, Aspect::End),
            Self::ExtensionGranted { .. } => matches!(aspect, Aspect::End | Aspect::Extension),
            Self::ExtensionAsked { .. } | Self::ExtensionDenied { .. } => matches!(aspect, Aspect::Extension),
            Self::Met { .. } | Self::Reopened => matches!(aspect, Aspect::Met),
        }
    }

    /// Whether it cannot be made without saying why.
    #[must_use]
    pub const fn asks_reason(&self) -> bool {
        matches!(self, Self::Moved { .. } | Self::Restored | Self::Reopened)
    }
}

/// A signed decision about a term. Lives in the scope of the record that says the term.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 110, name = "deadline_change", signed)]
pub struct DeadlineChange {
    /// The record that says the term.
    #[field(1)]
    pub record: RecordId,
    /// Which of its terms.
    #[field(2)]
    pub code: Option<Code>,
    /// Which of those of this kind.
    #[field(3)]
    pub nth: u16,
    /// In which case.
    #[field(4)]
    pub case: Option<CaseId>,
    /// Of which person, where the term is a person's.
    #[field(5)]
    pub person: Option<PersonId>,
    /// What was decided.
    #[field(6)]
    pub decision: Option<Decision>,
    /// Why.
    #[field(7)]
    pub reason: Option<String>,
    /// The decisions that it takes the place of.
    #[field(8)]
    pub replaces: Vec<RecordId>,
    /// Who decided.
    #[field(9)]
    pub author: OperatorId,
    /// When it was signed, by the device's clock: shown, never compared.
    #[field(10)]
    pub signed_at: Instant,
}

impl DeadlineChange {
    /// The term that it is about; `None` for a kind that this program does not know.
    #[must_use]
    pub fn key(&self) -> Option<TermKey> {
        Some(TermKey {
            record: self.record,
            code: self.code?,
            nth: self.nth,
        })
    }
}

/// The decisions about an aspect of one term that no other one about it takes the place of, in the order of their ids.
#[must_use]
pub fn live(changes: &[(RecordId, DeadlineChange)], aspect: Aspect) -> Vec<(RecordId, &DeadlineChange)> {
    let about: Vec<_> = changes
        .iter()
        .filter(|(_, change)| change.decision.as_ref().is_some_and(|made| made.is_about(aspect)))
        .collect();
    let mut found: Vec<_> = about
        .iter()
        .filter(|(id, _)| !about.iter().any(|(_, other)| other.replaces.contains(id)))
        .map(|(id, change)| (*id, change))
        .collect();
    found.sort_by_key(|(id, _)| *id);
    found
}
