//! Deadlines: those of a case with the reasons of their dates, what people decide about them, the office's rules, and the
//! file for a calendar.

mod calendar;
mod decide;
mod line;
mod of_case;
mod rules;

pub use calendar::{CalendarWords, calendar};
pub use decide::{DecideDeadline, decide};
pub use of_case::{CaseDeadlines, DeadlineView, DecisionView, of_case};
pub use rules::{ChangeRules, DeadlineRule, DeadlineRules, change_rules, rules};

pub(crate) use line::{next_of_case, of_operator, overdue_of_services, to_assign};
