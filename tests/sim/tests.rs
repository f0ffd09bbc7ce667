//! What the test command runs of the simulation.

use crate::{Fault, caught, schedules};
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
        number("CARTELLA_SIM_SEEDS", 5_000),
    );
    let tally = schedules(from, seeds, Fault::None).unwrap_or_else(|(seed, found)| {
        panic!("{found}; again with: cargo xtask sim --seeds 1 --from {seed}")
    });
    println!("{seeds} schedules from {from}: {tally:?}");
    // Schedules in which nothing happens would prove nothing.
    if seeds >= 1_000 {
        assert!(
            tally.changes > seeds * 40 && tally.sessions > seeds * 20,
            "{tally:?}"
        );
        assert!(
            tally.clashes > seeds && tally.refused > seeds * 5 && tally.late > seeds / 4,
            "{tally:?}"
        );
        assert!(
            tally.adopted > seeds && tally.closed > seeds / 2 && tally.crashes > seeds,
            "{tally:?}"
        );
        assert!(
            tally.entered > seeds && tally.purged > seeds && tally.new_laptops > seeds / 4,
            "{tally:?}"
        );
        assert!(
            tally.rotten > seeds / 10 && tally.waited > seeds / 10 && tally.repeats > seeds,
            "{tally:?}"
        );
        assert!(
            tally.contested > seeds / 2
                && tally.born_dead > seeds
                && tally.opened > seeds
                && tally.brief > seeds,
            "{tally:?}"
        );
    }
}

/// Every schedule that ever failed is tried again for ever.
#[test]
fn what_failed_once_does_not_fail_again() {
    for line in include_str!("failed.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let seed = line.split('\t').next().unwrap().parse().unwrap();
        if let Err(found) = caught(seed, Fault::None) {
            panic!("schedule {seed} fails again: {found}");
        }
    }
}

/// The simulation itself is tested: each planted fault is found by its committed schedule, and the same schedule
/// without the fault finds nothing.
#[test]
fn every_planted_fault_is_found() {
    let lines: Vec<(Fault, u64)> = include_str!("faults.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut parts = line.split('\t');
            (
                Fault::named(parts.next().unwrap()).unwrap(),
                parts.next().unwrap().parse().unwrap(),
            )
        })
        .collect();
    let named: Vec<Fault> = lines.iter().map(|(fault, _)| *fault).collect();
    assert_eq!(
        named,
        Fault::EACH,
        "a planted fault has no schedule: cargo xtask sim --faults"
    );
    assert!(named.len() >= 20);
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let found: Vec<_> = lines
        .iter()
        .map(|(fault, seed)| (caught(*seed, *fault), caught(*seed, Fault::None)))
        .collect();
    std::panic::set_hook(quiet);
    for ((fault, seed), (with, without)) in lines.iter().zip(found) {
        assert!(
            with.is_err(),
            "{fault:?} is not found any more by schedule {seed}: cargo xtask sim --faults"
        );
        assert!(
            without.is_ok(),
            "schedule {seed} fails without {fault:?}: {without:?}"
        );
    }
}

/// The suite for other stores, tried on the ones in memory.
#[test]
fn stores_conform() {
    use crate::{conformance, laptop::MemLaptop, office::MemOffice};
    let laptop = |key: &crate::keys::Key, operator| MemLaptop::new(key.clone(), operator, 1, Fault::None);
    assert_eq!(conformance::office(0..4, 4, MemOffice::new), Ok(()));
    assert_eq!(conformance::laptop(0..4, 4, laptop), Ok(()));
    assert_eq!(conformance::whole(0..4, 4, MemOffice::new, laptop), Ok(()));
}
