//! The assessment of a case: signed with its answers, and what it lacks for the flows of the ministry.

mod list;
mod printed;
mod questions;
mod sign;

pub(crate) use list::assessed;
pub use list::{AssessmentView, AssessmentsOfCase, list};
pub use printed::printed;
pub use questions::{AskedQuestion, AskedSet, questions};
pub use sign::{AssessmentRef, SignAssessment, sign};
