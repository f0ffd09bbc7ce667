//! The plan of a case (progetto): why, with whom, for what goals; shared, signed by all parties, reviewed, renewed or closed.
//!
//! BOZZA -> CONDIVISO -> FIRMATO -> IN VERIFICA -> RINNOVATO or CHIUSO (`steps`). A draft is changed freely, its goals are
//! records of their own; what was signed is a version that nobody changes. A signed plan answers what the state "Progetto
//! attivo" asks. Source: the SISO plan and the Lombard regional record, phase C.

mod goal;
mod lists;
mod pei;
mod plan;
mod review;
mod signature;
mod steps;
mod version;

pub use goal::{Goal, GoalTerm};
pub use lists::{goal_outcomes, plan_closing_reasons, plan_kinds};
pub use pei::{PeiBasis, is_pei, lacks_basis};
pub use plan::{Beneficiary, Every, Party, PartyKind, Plan, PlanState, PlanStateName, Unit};
pub use review::{PlanReview, next_review};
pub use signature::{MAX_POINTS, PlanSignature, SignedHow, Stroke};
pub use steps::{PlanRefused, ReviewResult, reviewed, share, sign, unshare, unsigned};
pub use version::PlanVersion;
