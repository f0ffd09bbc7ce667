//! Who works here: the list that everybody sees, and its changes.

mod add;
mod change;
mod list;

pub use add::add;
pub use change::{ChangeOperator, change};
pub use list::{OperatorCard, OperatorForm, list};
