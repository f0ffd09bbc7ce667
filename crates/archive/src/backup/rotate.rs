//! Which copies may go: pure over their dates, so that a year of them can be tried in a test.

use std::collections::BTreeSet;

use cartella_domain::time::Instant;
use chrono::Datelike;

use super::{BackupError, copies};
use crate::disk::Disk;
use crate::store::Store;

/// How many copies stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// The newest of each of so many days that have one.
    pub days: usize,
    /// The newest of each of so many weeks (Monday to Sunday, UTC).
    pub weeks: usize,
    /// The newest of each of so many months.
    pub months: usize,
}

impl Default for Keep {
    fn default() -> Self {
        Self {
            days: 7,
            weeks: 4,
            months: 6,
        }
    }
}

/// The copies that may go. Days, weeks and months without a copy do not count, so that a laptop left in a drawer for
/// a summer loses nothing. The newest copy and `just_made` always stay, even under a clock that went back.
pub fn superseded(taken: &[Instant], just_made: Option<Instant>, keep: Keep) -> Vec<Instant> {
    let newest_first: BTreeSet<_> = taken.iter().map(|taken| std::cmp::Reverse(*taken)).collect();
    let newest_first: Vec<Instant> = newest_first.into_iter().map(|taken| taken.0).collect();
    let mut stays: BTreeSet<Instant> = newest_first.iter().take(1).copied().chain(just_made).collect();
    let day = |taken: Instant| i64::from(taken.utc().num_days_from_ce());
    // Day 1 of the common era was a Monday.
    let week = |taken: Instant| (day(taken) - 1).div_euclid(7);
    let month = |taken: Instant| i64::from(taken.utc().year()) * 12 + i64::from(taken.utc().month0());
    stays.extend(newest_of_each(&newest_first, keep.days, day));
    stays.extend(newest_of_each(&newest_first, keep.weeks, week));
    stays.extend(newest_of_each(&newest_first, keep.months, month));
    newest_first
        .into_iter()
        .filter(|taken| !stays.contains(taken))
        .collect()
}

fn newest_of_each(newest_first: &[Instant], count: usize, period: impl Fn(Instant) -> i64) -> Vec<Instant> {
    let mut seen = BTreeSet::new();
    newest_first
        .iter()
        .copied()
        .filter(|taken| seen.insert(period(*taken)))
        .take(count)
        .collect()
}

/// Removes the copies that may go, and says which. To be called after one more was made and proven.
pub fn rotate(
    store: &Store,
    just_made: Instant,
    keep: Keep,
    disk: &dyn Disk,
) -> Result<Vec<Instant>, BackupError> {
    let copies = copies(store)?;
    let taken: Vec<Instant> = copies.iter().map(|copy| copy.taken).collect();
    let go = superseded(&taken, Some(just_made), keep);
    for copy in copies.iter().filter(|copy| go.contains(&copy.taken)) {
        disk.remove_dir_all(&copy.folder)?;
    }
    Ok(go)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn days(from: &str, count: i64) -> Vec<Instant> {
        (0..count)
            .map(|day| at(from).plus_millis(day * 86_400_000))
            .collect()
    }

    /// As the program does it: a copy a day, rotating after each.
    fn kept_after(days: &[Instant]) -> Vec<String> {
        let mut kept: Vec<Instant> = Vec::new();
        for taken in days {
            kept.push(*taken);
            let go = superseded(&kept, Some(*taken), Keep::default());
            kept.retain(|taken| !go.contains(taken));
        }
        kept.iter()
            .map(|taken| taken.utc().format("%d/%m").to_string())
            .collect()
    }

    #[test]
    fn a_year_of_days_leaves_seven_days_four_weeks_six_months() {
        // 22 November 2026 is a Sunday.
        let kept = kept_after(&days("2025-11-23T17:00:00.000Z", 365));
        let months = ["30/06", "31/07", "31/08", "30/09", "31/10"];
        let weeks = ["01/11", "08/11", "15/11"];
        let week = ["16/11", "17/11", "18/11", "19/11", "20/11", "21/11", "22/11"];
        assert_eq!(kept, [months.as_slice(), &weeks, &week].concat());
    }

    #[test]
    fn of_many_in_a_day_the_last_stays() {
        let taken = [
            at("2026-11-22T08:00:00.000Z"),
            at("2026-11-22T12:00:00.000Z"),
            at("2026-11-22T17:00:00.000Z"),
        ];
        assert_eq!(superseded(&taken, None, Keep::default()), [taken[1], taken[0]]);
    }

    #[test]
    fn days_without_a_copy_take_nothing_away() {
        let taken = [
            at("2026-01-10T08:00:00.000Z"),
            at("2026-01-11T08:00:00.000Z"),
            at("2026-11-22T08:00:00.000Z"),
        ];
        assert_eq!(superseded(&taken, None, Keep::default()), []);
    }

    #[test]
    fn the_copy_just_made_stays_under_a_clock_that_went_back() {
        let mut taken = days("2027-11-22T17:00:00.000Z", 30);
        let just_made = at("2026-11-22T17:00:00.000Z");
        taken.push(just_made);
        let go = superseded(
            &taken,
            Some(just_made),
            Keep {
                days: 1,
                weeks: 0,
                months: 0,
            },
        );
        assert_eq!(go.len(), 29);
        assert!(!go.contains(&just_made));
    }

    #[test]
    fn the_newest_stays_whatever_is_asked() {
        let taken = days("2026-11-01T17:00:00.000Z", 3);
        let go = superseded(
            &taken,
            None,
            Keep {
                days: 0,
                weeks: 0,
                months: 0,
            },
        );
        assert_eq!(go, [taken[1], taken[0]]);
        assert_eq!(superseded(&[], None, Keep::default()), []);
    }
}
