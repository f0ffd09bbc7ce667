//! Settings: an operator's live in her own scope and follow her to the next laptop, the office's in the scope that
//! everybody sees.

use crate::{
    board::{CASES_PER_FTE, SILENT_AFTER_DAYS},
    deadlines,
    diary::LATE_AFTER_DAYS,
    record::{AddSet, Record},
    services::Service,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the program behaves: one record an operator for what is hers, and one of the office for the rules that hold
/// for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 50, name = "setting")]
pub struct Setting {
    /// Minutes without a key before the archive locks, 1 to 15; 5 when not set.
    #[field(1)]
    pub idle_minutes: Option<u8>,
    /// The office's: days after which an entry counts as registered late; 3 when not set.
    #[field(2)]
    pub late_after_days: Option<u8>,
    /// `light`, `dark`, or as the system says when not set.
    #[field(3)]
    pub theme: Option<String>,
    /// Hints that she has put away.
    #[field(4, set)]
    pub hints_read: AddSet<String>,
    /// The office's: what it decides about terms; the cookbook as it stands when not set.
    #[field(5)]
    pub deadlines: Option<deadlines::Office>,
    /// The office's: days without a note from which the board calls a case silent; 60 when not set.
    #[field(20)]
    pub silent_after_days: Option<u16>,
    /// The office's: cases of one responsible who works full time, from which the board marks her load; 90 when not set.
    #[field(21)]
    pub cases_per_fte: Option<u16>,
    /// The office's: name and address above its papers, a line each.
    #[field(22)]
    pub letterhead: Option<String>,
    /// The office's: services whose cases are closed without a final report; everywhere else one is asked for.
    #[field(23, set)]
    pub closes_without_report: AddSet<Service>,
}

impl Setting {
    /// Minutes without a key before the archive locks.
    #[must_use]
    pub fn idle_minutes(&self) -> u8 {
        self.idle_minutes.map_or(5, |minutes| minutes.clamp(1, 15))
    }

    /// What the office decides about terms.
    #[must_use]
    pub fn deadlines(&self) -> deadlines::Office {
        self.deadlines.clone().unwrap_or_default()
    }

    /// Whether the closing of a case of this service asks for a final report.
    #[must_use]
    pub fn asks_final_report(&self, service: Service) -> bool {
        !self.closes_without_report.0.contains(&service)
    }

    /// Days without a note from which a case is silent.
    #[must_use]
    pub fn silent_after_days(&self) -> u16 {
        self.silent_after_days.unwrap_or(SILENT_AFTER_DAYS)
    }

    /// Cases of one responsible who works full time, from which her load is marked.
    #[must_use]
    pub fn cases_per_fte(&self) -> u16 {
        self.cases_per_fte.unwrap_or(CASES_PER_FTE)
    }

    /// Days after the event from which an entry bears the mark "registrata il".
    #[must_use]
    pub fn late_after_days(&self) -> u16 {
        self.late_after_days.map_or(LATE_AFTER_DAYS, u16::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Setting;

    #[test]
    fn what_is_not_set_is_three_days_and_five_minutes() {
        let set = Setting {
            late_after_days: Some(0),
            idle_minutes: Some(99),
            ..Setting::default()
        };
        assert_eq!((set.late_after_days(), set.idle_minutes()), (0, 15));
        let unset = Setting::default();
        assert_eq!((unset.late_after_days(), unset.idle_minutes()), (3, 5));
    }
}
