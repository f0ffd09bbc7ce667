//! What the office decided about terms, and why: one signed record a decision, so that the history stays.

use super::Office;
use crate::{ids::OperatorId, record::Record, time::Instant};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision of the office about its terms. Lives in the scope that everybody sees.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 178, name = "terms_change", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct TermsChange {
    /// What held until then.
    #[field(1)]
    pub before: Option<Office>,
    /// What holds from then on.
    #[field(2)]
    pub after: Option<Office>,
    /// Why.
    #[field(3)]
    pub reason: Option<String>,
    /// Who decided.
    #[field(4)]
    pub author: Option<OperatorId>,
    /// When.
    #[field(5)]
    pub signed_at: Option<Instant>,
}
