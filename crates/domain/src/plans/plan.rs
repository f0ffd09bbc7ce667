//! The plan's own card.

use super::PeiBasis;
use crate::{
    codes::Coded,
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    record::{AddSet, Record},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For whom a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Beneficiary {
    /// The person.
    #[default]
    Person,
    /// The household.
    Household,
    /// A group.
    Group,
}

/// What a rhythm counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// Every so many days, weeks, months or years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Every {
    /// How many, from 1.
    pub n: u16,
    /// Of what.
    pub unit: Unit,
}

/// What somebody is who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// The person herself.
    Person,
    /// A parent.
    Parent,
    /// Tutore, curatore, amministratore di sostegno.
    Guardian,
    /// An operator of the service.
    Operator,
    /// Another service or body: school, NPI, cooperative.
    Body,
    /// Somebody else.
    Other,
}

/// Somebody who is to sign.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Party {
    /// What he is.
    pub kind: PartyKind,
    /// What he is called, as it stands on the paper.
    pub name: String,
    /// Who, where he stands in the registry.
    pub person: Option<PersonId>,
    /// Who, where she works here.
    pub operator: Option<OperatorId>,
}

/// Where a plan stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PlanState {
    /// Being written.
    #[default]
    Bozza,
    /// Shown to all parties; nothing of it changes while they sign.
    Condiviso {
        /// When.
        on: CivilDate,
    },
    /// Signed by all.
    Firmato {
        /// When the last signed.
        on: CivilDate,
    },
    /// Under review.
    InVerifica {
        /// When it had been signed.
        signed_on: CivilDate,
        /// Since.
        on: CivilDate,
    },
    /// Another plan goes on from it.
    Rinnovato {
        /// When.
        on: CivilDate,
        /// Which.
        next: RecordId,
    },
    /// Closed.
    Chiuso {
        /// When.
        on: CivilDate,
        /// Why.
        reason: Coded,
    },
}

/// A state without what it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanStateName {
    /// Being written.
    Bozza,
    /// Shown to all parties.
    Condiviso,
    /// Signed by all.
    Firmato,
    /// Under review.
    InVerifica,
    /// Renewed.
    Rinnovato,
    /// Closed.
    Chiuso,
}

impl PlanState {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> PlanStateName {
        match self {
            Self::Bozza => PlanStateName::Bozza,
            Self::Condiviso { .. } => PlanStateName::Condiviso,
            Self::Firmato { .. } => PlanStateName::Firmato,
            Self::InVerifica { .. } => PlanStateName::InVerifica,
            Self::Rinnovato { .. } => PlanStateName::Rinnovato,
            Self::Chiuso { .. } => PlanStateName::Chiuso,
        }
    }

    /// Whether a signed plan is at work.
    #[must_use]
    pub const fn at_work(&self) -> bool {
        matches!(self, Self::Firmato { .. } | Self::InVerifica { .. })
    }
}

/// A plan. Lives in the core scope of its case.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 142, name = "care_plan")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Plan {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// In which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// What kind (tipo), by list.
    #[field(3)]
    pub kind: Option<Coded>,
    /// What it is about (oggetto).
    #[field(4)]
    pub subject: Option<String>,
    /// Why (motivazioni).
    #[field(5)]
    pub motives: Option<String>,
    /// For whom.
    #[field(6)]
    pub beneficiary: Beneficiary,
    /// From this day (data attivazione).
    #[field(7)]
    pub starts: Option<CivilDate>,
    /// Until this day, as foreseen.
    #[field(8)]
    pub ends: Option<CivilDate>,
    /// How often it is reviewed.
    #[field(9)]
    pub review: Option<Every>,
    /// Who answers for it (responsabile del progetto).
    #[field(10)]
    pub responsible: Option<OperatorId>,
    /// Who follows it (responsabile del monitoraggio).
    #[field(11)]
    pub monitor: Option<OperatorId>,
    /// Who is to sign.
    #[field(12, set)]
    pub parties: AddSet<Party>,
    /// Where it stands.
    #[field(13)]
    pub state: PlanState,
    /// The plan that it goes on from.
    #[field(14)]
    pub renews: Option<RecordId>,
    /// Who began it.
    #[field(15)]
    pub author: Option<OperatorId>,
    /// What is done, by whom, how often (interventi), in words.
    #[field(16)]
    pub measures: Option<String>,
    /// On what it stands, if it is a PEI.
    #[field(18)]
    pub pei: Option<PeiBasis>,
}
