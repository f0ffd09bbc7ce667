//! `cargo xtask sim`: the seeded simulation of copies that must agree, longer than in the tests.

use anyhow::{Result, bail};
use xtask::run;

const USAGE: &str =
    "cargo xtask sim [--seeds N] [--from SEED] [--ledger] | sim --faults [NAME...] [--seeds N]";

/// Runs the simulation: `--seeds` schedules (300,000 if not said) from seed `--from` (0), on every core, noted in
/// `tests/sim/ledger.tsv` with `--ledger`; or, with `--faults`, looks for the first schedule that finds each planted
/// fault (100,000 are tried), printed as the lines of `tests/sim/faults.tsv`.
///
/// # Errors
/// When a schedule ends with something that must not be (it prints the seed), or a fault is not found.
pub fn sim(arguments: &[String]) -> Result<()> {
    let mut words = arguments.iter();
    let faults = arguments.iter().any(|word| word == "--faults");
    while let Some(word) = words.next() {
        let known = match word.as_str() {
            "--seeds" | "--from" => words.next().is_some_and(|value| value.parse::<u64>().is_ok()),
            "--ledger" => !faults,
            "--faults" => true,
            name => faults && !name.starts_with('-'),
        };
        if !known {
            bail!("{USAGE}");
        }
    }
    let mut line = vec![
        "run",
        "--quiet",
        "--profile",
        "measured",
        "--package",
        "cartella-sim",
        "--",
    ];
    line.extend(arguments.iter().map(String::as_str));
    run::run_with("", "cargo", &line, &[])
}
