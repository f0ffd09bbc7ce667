//! The circumstances of an entry: where, who, how long, how it went.

use super::kind::EntryKind;
use crate::{
    ids::{ClassId, OperatorId, PersonId, SchoolId},
    time::ClockTime,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Where it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryPlaceKind {
    /// The service's own rooms (sede).
    #[default]
    Office,
    /// The person's home (domicilio).
    Home,
    /// A school.
    School,
    /// Anywhere else.
    Elsewhere,
}

/// A place: its kind and, where that does not say it all, a few words.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct EntryPlace {
    /// What kind of place.
    pub kind: EntryPlaceKind,
    /// Which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// Someone who took part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Participant {
    /// A person of the registry.
    Person {
        /// Who.
        person: PersonId,
        /// In what capacity (mother, teacher, lawyer).
        role: Option<String>,
    },
    /// A member of staff.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// Someone who is not in the registry.
    Other {
        /// The name, or what is known of it.
        name: String,
        /// In what capacity.
        role: Option<String>,
    },
}

/// How a contact went. A failed attempt is evidence too.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Outcome {
    /// It took place (avvenuto).
    Held,
    /// Nobody answered (non risponde).
    NoAnswer,
    /// Nobody was there (assente).
    Absent,
    /// Put off to another day (rinviato).
    Postponed,
    /// Called off (disdetto da...).
    Cancelled {
        /// By whom, in words.
        by: Option<String>,
    },
    /// The person would not (rifiutato).
    Refused,
}

impl Outcome {
    /// Whether the contact did not take place: then no text is asked.
    #[must_use]
    pub const fn failed(&self) -> bool {
        !matches!(self, Self::Held)
    }
}

/// Minutes given to an act, for workload; travel stands apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct TimeSpent {
    /// Minutes, travel not included.
    pub minutes: Option<u16>,
    /// The minutes are the program's proposal and nobody touched them: they never count in statistics.
    #[serde(default)]
    pub proposed: bool,
    /// Minutes of travel, there and back.
    pub travel: Option<u16>,
}

/// What an entry without a person is about (scenario 16: an action in a class counts with no person).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Collective {
    /// A group of people.
    Group {
        /// Its name.
        name: String,
    },
    /// A class of a school.
    Class {
        /// The school building.
        school: SchoolId,
        /// The class.
        class: ClassId,
    },
    /// A whole school.
    School {
        /// The school building.
        school: SchoolId,
    },
}

impl Collective {
    /// The records that it names.
    #[must_use]
    pub fn ids(&self) -> Vec<Uuid> {
        match self {
            Self::Group { .. } => Vec::new(),
            Self::Class { school, class } => vec![school.uuid(), class.uuid()],
            Self::School { school } => vec![school.uuid()],
        }
    }

    /// Whether it says which group, class or school.
    #[must_use]
    pub fn is_named(&self) -> bool {
        match self {
            Self::Group { name } => !name.trim().is_empty(),
            Self::Class { school, class } => *school != SchoolId::default() && *class != ClassId::default(),
            Self::School { school } => *school != SchoolId::default(),
        }
    }
}

/// Everything about an entry that is neither its date, its author nor its text.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EntryHeader {
    /// What kind of event.
    pub kind: EntryKind,
    /// When it ended.
    pub ends: Option<ClockTime>,
    /// Where.
    pub place: Option<EntryPlace>,
    /// Who took part, the author apart.
    pub participants: Vec<Participant>,
    /// Third persons whom the text names, for later redaction.
    pub mentioned: Vec<PersonId>,
    /// How it went; none where the kind knows no outcome.
    pub outcome: Option<Outcome>,
    /// Time given.
    pub time: TimeSpent,
    /// How many operators gave that time, the author included.
    pub operators: Option<u8>,
    /// Colleagues who are to confirm it; the signature does not wait for them.
    pub co_authors: Vec<OperatorId>,
}

impl EntryHeader {
    /// Whether somebody may confirm the entry: it names her as co-author, and she is not its author.
    #[must_use]
    pub fn awaits(&self, operator: OperatorId, author: OperatorId) -> bool {
        operator != author && self.co_authors.contains(&operator)
    }
}
