//! The office's desk: what the sub-commands do. Everything that is the record's is written as a change by the office's
//! own device; what is the server's alone (codes, states of devices) goes to its tables, with a line in `administration`.

mod assign;
mod check;
mod codes;
mod devices;
mod found;
mod requests;
mod staff;

pub(crate) use assign::team;
pub use assign::{Assign, CaseLine, Team, assign, cases, end_assignment};
pub use check::{Finding, check};
pub use codes::{CODE_HOURS, make_code};
pub use devices::{DeviceLine, devices, set_state};
pub use found::{complete, found};
pub use requests::{RequestLine, decline, perform, requests};
pub use staff::{StaffLine, add, change, staff};
