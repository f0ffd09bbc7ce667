//! The board of a service (quadro del servizio): what a coordinator is to look at, as rules over what lists know of each
//! case: which are silent, which lack their progetto, how much each operator carries.

mod attention;
mod workload;

pub use attention::{AgeBand, SILENT_AFTER_DAYS, age_band, days_silent, is_silent, lacks_plan, wants_plan};
pub use workload::{CASES_PER_FTE, FULL_TIME, Load};
