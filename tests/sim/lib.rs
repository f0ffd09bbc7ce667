//! Many devices and an office under a seeded scheduler, on the product's own messages, decisions and sessions.
//!
//! A schedule is made from its seed alone, so a failure is a number: `cargo xtask sim --seeds 1 --from SEED`.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::type_complexity
)]

mod author;
mod check;
pub mod fault;
pub mod keys;
pub mod laptop;
mod net;
pub mod office;
mod oracle;
pub mod rights;
mod rng;
mod schedule;
pub mod stores;
mod world;

pub use fault::Fault;
pub use rng::Rng;
pub use schedule::{Done, Plan, run, run_on};
pub use world::Tally;

use std::{
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    thread,
};

/// Runs schedules `from..from + seeds` on every core.
///
/// # Errors
/// The lowest seed that fails, and why.
pub fn schedules(from: u64, seeds: u64, fault: Fault) -> Result<Tally, (u64, String)> {
    let workers = thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let lowest = AtomicU64::new(u64::MAX);
    let share = |worker: u64| {
        let mut tally = Tally::default();
        for seed in (from + worker..from + seeds).step_by(workers as usize) {
            if seed > lowest.load(Relaxed) {
                break;
            }
            let done = run(seed, fault).map_err(|found| {
                lowest.fetch_min(seed, Relaxed);
                (seed, found)
            })?;
            tally += done.tally;
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
