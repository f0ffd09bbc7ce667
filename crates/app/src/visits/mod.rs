//! Home visits: what to take along, on one page a case. What is written there is a note like any other.

mod prepare;
mod printed;

pub use prepare::{PrepareVisit, VisitCase, VisitHome, VisitPhone, VisitPromise, VisitSheet, prepare};
pub use printed::printed;
