//! How a party signed a plan: on the screen with a finger or pen, on paper, or not at all, and why.

use super::Party;
use crate::{
    cases::Paper,
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of a pen, as points x, y in thousandths of the field's width.
pub type Stroke = Vec<(i32, i32)>;

/// Points of one signature, at most: a hand that signs makes some hundreds, and the window thins out the rest.
pub const MAX_POINTS: usize = 1_000;

/// How.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum SignedHow {
    /// On the screen. It is no digital signature.
    Screen {
        /// The lines.
        strokes: Vec<Stroke>,
    },
    /// On paper: its date and protocol, or why it could not be had (firma rifiutata, impossibilità).
    Paper {
        /// The paper.
        paper: Paper,
    },
    /// Signed by an operator of the service who is logged in.
    Operator {
        /// Who.
        operator: OperatorId,
    },
}

/// A party's signature. Lives beside its plan.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 145, name = "plan_signature")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PlanSignature {
    /// Of which plan.
    #[field(1)]
    pub plan: Option<RecordId>,
    /// Of which case.
    #[field(2)]
    pub case: Option<CaseId>,
    /// Whose.
    #[field(3)]
    pub party: Option<Party>,
    /// How.
    #[field(4)]
    pub how: Option<SignedHow>,
    /// The day.
    #[field(5)]
    pub on: Option<CivilDate>,
    /// Who took it.
    #[field(6)]
    pub by: Option<OperatorId>,
}

impl SignedHow {
    /// Whether it is a signature or says why there is none.
    #[must_use]
    pub fn answers(&self) -> bool {
        match self {
            Self::Screen { strokes } => {
                let points = strokes.iter().map(Vec::len).sum::<usize>();
                (2..=MAX_POINTS).contains(&points)
            }
            Self::Paper { paper } => paper.answers(),
            Self::Operator { .. } => true,
        }
    }
}
