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
pub mod conformance;
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

#[cfg(test)]
mod tests;

use cartella_sync::ids::Hash32;
use std::{
    fs, io,
    path::{Path, PathBuf},
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
            let done = caught(seed, fault).map_err(|found| {
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

/// A run whose panics are findings.
///
/// # Errors
/// What did not hold.
pub fn caught(seed: u64, fault: Fault) -> Result<Done, String> {
    std::panic::catch_unwind(|| run(seed, fault)).unwrap_or_else(|_| Err("a store panics".into()))
}

/// The lowest of these schedules that finds a planted fault, and what it finds.
#[must_use]
pub fn first_finding(from: u64, seeds: u64, fault: Fault) -> Option<(u64, String)> {
    schedules(from, seeds, fault).err()
}

/// What a line of the ledger is worth: the first 16 digits of a hash over the sources of the protocol and of the
/// simulation, under the workspace's root.
///
/// # Errors
/// A folder or file cannot be read.
pub fn protocol_hash(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for folder in ["crates/sync/src", "tests/sim"] {
        collect(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(Hash32::of(&fs::read(file)?).0);
    }
    Ok(Hash32::of(&all).to_string().chars().take(16).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
