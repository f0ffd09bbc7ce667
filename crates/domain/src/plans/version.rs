//! A plan as it was signed: whole, and for ever.

use super::{Goal, Plan, PlanSignature};
use crate::{
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What all parties signed. Lives beside the plan.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 146, name = "plan_version", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PlanVersion {
    /// Of which plan.
    #[field(1)]
    pub plan: Option<RecordId>,
    /// Of which case.
    #[field(2)]
    pub case: Option<CaseId>,
    /// The day of the last signature.
    #[field(3)]
    pub on: Option<CivilDate>,
    /// When it was recorded.
    #[field(4)]
    pub signed_at: Option<Instant>,
    /// Who recorded that all had signed.
    #[field(5)]
    pub author: Option<OperatorId>,
    /// The plan.
    #[field(6)]
    pub content: Option<Plan>,
    /// Its goals.
    #[field(7)]
    pub goals: Option<Vec<Goal>>,
    /// The signatures.
    #[field(8)]
    pub signatures: Option<Vec<PlanSignature>>,
}
