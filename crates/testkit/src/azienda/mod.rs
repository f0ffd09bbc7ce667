//! A believable azienda of the legnanese, grown from a seed: operators, families with relations and phones, cases over
//! the services, diaries in the words of the trade. It lives day by day, from its beginning to a moment that the caller
//! names: people come, cases are opened, assigned, moved and closed, entries are written in working hours and
//! signed the same evening or later, promises are kept, mistakes are corrected.
//!
//! Everything is done by the verbs that the window calls, by the operator who would do it, with her rights; only thousands of
//! acts share one wait for the disk. `grow` makes the demo archive and, larger, those of the benchmark.

mod asides;
mod calendar;
mod cases;
mod children;
mod deeds;
mod dice;
mod entries;
mod families;
mod kinds;
mod life;
mod mends;
mod names;
mod openings;
mod papers;
mod schools;
mod settle;
mod sign;
mod staff;
mod texts;
pub mod week;

pub use calendar::{HOURS, school as school_is_kept, works};
pub use cases::LivingCase;
pub use life::grow;
pub use names::COMUNI;
pub use schools::course;
pub use staff::Colleague;

use cartella_domain::time::{CivilDate, Instant};

/// How large an azienda grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Members of staff besides the archive's own operator.
    pub operators: usize,
    /// Cases.
    pub cases: usize,
    /// People at least; families of the cases and, beside them, neighbours.
    pub people: usize,
    /// Signed entries, spread over the cases.
    pub entries: usize,
}

impl Size {
    /// The demo: 12 operators, 120 cases, 3,000 entries.
    pub const DEMO: Self = Self {
        operators: 12,
        cases: 120,
        people: 520,
        entries: 3_000,
    };
    /// One operator's laptop.
    pub const LAPTOP: Self = Self {
        operators: 12,
        cases: 2_000,
        people: 8_000,
        entries: 40_000,
    };
    /// One azienda with everything on one machine.
    pub const OFFICE: Self = Self {
        operators: 150,
        cases: 20_000,
        people: 100_000,
        entries: 1_000_000,
    };

    /// The days that such an azienda has lived: long enough that nobody writes more than seven entries a day.
    #[must_use]
    pub fn days(self) -> i64 {
        let hands = self.operators * 2 / 3 + 1;
        let working = self.entries / (hands * 7);
        (i64::try_from(working).unwrap_or(0) * 365 / 240).clamp(500, 2_200)
    }

    /// When an azienda that shall have lived until a moment begins: set the clock there before its archive is made.
    #[must_use]
    pub fn begins(self, until: Instant) -> Instant {
        until.plus_millis(-self.days() * 86_400_000)
    }
}

/// What was grown.
#[derive(Debug, Clone, Default)]
pub struct Grown {
    /// The staff; the archive's own operator first.
    pub staff: Vec<Colleague>,
    /// Cases, in the order in which they were opened.
    pub cases: Vec<LivingCase>,
    /// People.
    pub people: usize,
    /// Signed entries, one a file.
    pub entries: usize,
    /// The last day that was lived.
    pub last_day: CivilDate,
}
