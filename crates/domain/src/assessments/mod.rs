//! The assessment of a case (valutazione): the multidimensional card in words and codes, and the answers that the ministry's
//! flows ask for, SINA for disability and loss of autonomy, SINBA for minors.
//!
//! Answers are codes of lists, by question (`questions`); an assessment is signed and never changes, a new one takes its
//! place. What a flow asks for and is not there stands as a gap (`gaps`), and never passes in silence.

mod assessment;
mod gaps;
mod questions;

pub use assessment::{Answers, Assessment, CourtOrder};
pub use gaps::{Gap, Known, gaps, unknown_answers};
pub use questions::{AREAS, Question, QuestionSet, order_kinds, questions};
