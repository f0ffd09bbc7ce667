//! Settings of an operator: they live in her own scope and follow her to the next laptop.

use crate::record::{AddSet, Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How this operator's program behaves; one record an operator, under the operator's own id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 50, name = "setting")]
pub struct Setting {
    /// Minutes without a key before the archive locks, 1 to 15; 5 when not set.
    #[field(1)]
    pub idle_minutes: Option<u8>,
    /// Days after which an entry counts as registered late; 3 when not set.
    #[field(2)]
    pub late_after_days: Option<u8>,
    /// `light`, `dark`, or as the system says when not set.
    #[field(3)]
    pub theme: Option<String>,
    /// Hints that she has put away.
    #[field(4, set)]
    pub hints_read: AddSet<String>,
}

impl Setting {
    /// Minutes without a key before the archive locks.
    #[must_use]
    pub fn idle_minutes(&self) -> u8 {
        self.idle_minutes.map_or(5, |minutes| minutes.clamp(1, 15))
    }
}
