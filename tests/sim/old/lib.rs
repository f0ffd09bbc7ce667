//! Many devices and an office under a seeded scheduler, on the product's own changes, chains, registers and rows.
//!
//! A schedule is made from its seed alone, so a failure is a number: `cargo xtask sim --seeds 1 --from SEED`.
//! `CARTELLA_SIM_SEEDS` and `CARTELLA_SIM_FROM` say how many schedules and from which.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod author;
mod check;
mod device;
mod hub;
mod schedule;

pub use schedule::{Bug, Tally, run};

use std::{
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    thread,
};

/// Runs schedules `from..from + seeds` on every core.
///
/// # Errors
/// The lowest seed that fails, and why.
pub fn schedules(from: u64, seeds: u64, bug: Bug) -> Result<Tally, (u64, String)> {
    let workers = thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let lowest = AtomicU64::new(u64::MAX);
    let share = |worker: u64| {
        let mut tally = Tally::default();
        for seed in (from + worker..from + seeds).step_by(workers as usize) {
            if seed > lowest.load(Relaxed) {
                break;
            }
            tally += run(seed, bug).map_err(|fault| {
                lowest.fetch_min(seed, Relaxed);
                (seed, fault)
            })?;
        }
        Ok(tally)
    };
    let share = &share;
    let done: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || share(worker)))
            .collect();
        running.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let faults = done.iter().filter_map(|share| share.clone().err());
    faults.min().map_or_else(
        || {
            let mut total = Tally::default();
            done.into_iter().flatten().for_each(|tally| total += tally);
            Ok(total)
        },
        Err,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    fn number(name: &str, default: u64) -> u64 {
        env::var(name)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    }

    #[test]
    fn copies_agree_after_any_schedule() {
        let (from, seeds) = (
            number("CARTELLA_SIM_FROM", 0),
            number("CARTELLA_SIM_SEEDS", 20_000),
        );
        match schedules(from, seeds, Bug::None) {
            Err((seed, fault)) => panic!("{fault}; again with: cargo xtask sim --seeds 1 --from {seed}"),
            Ok(tally) => {
                println!("{seeds} schedules from {from}: {tally:?}");
                // A schedule in which nothing happens would prove nothing.
                if seeds >= 1_000 {
                    assert!(
                        tally.changes > seeds * 10 && tally.clashes > seeds / 10,
                        "{tally:?}"
                    );
                    assert!(
                        tally.refused > seeds / 4 && tally.adopted > seeds / 8 && tally.joined > seeds,
                        "{tally:?}"
                    );
                    assert!(
                        tally.opened_offline > seeds / 10 && tally.born_dead > seeds / 200,
                        "{tally:?}"
                    );
                }
            }
        }
    }

    /// The simulation itself is tested: with one rule removed it must find the fault.
    #[test]
    fn every_rule_that_is_removed_is_missed() {
        for bug in Bug::EACH {
            let found = schedules(0, 100_000, *bug);
            match found {
                Ok(_) => panic!("{bug:?} was not noticed in 100,000 schedules"),
                Err((seed, fault)) => println!("{bug:?}: schedule {seed}: {fault}"),
            }
        }
    }
}
