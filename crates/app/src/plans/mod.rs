//! The plan of a case: written, shared, signed by all, reviewed, renewed or closed.

mod get;
mod list;
mod loaded;
mod printed;
mod review;
mod save;
mod share;
mod sign;

pub use get::{PlanPage, PlanSignatureView, get};
pub use list::{PlanCodes, PlanLine, PlansOfCase, codes, list};
pub use printed::printed;
pub use review::{GoalOutcome, ReviewPlan, review};
pub use save::{GoalInput, SavePlan, save};
pub use share::{share, unshare};
pub use sign::{SignParty, conclude, sign_party};

use cartella_domain::ids::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRef {
    /// The plan.
    pub id: RecordId,
}
