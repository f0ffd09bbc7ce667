//! `cargo xtask sim [--seeds N] [--from N]`: the seeded simulation of copies that must agree, longer than in the tests.

use anyhow::{Result, bail};
use xtask::run;

/// Runs the simulation with these many schedules (default 300,000) from this seed (default 0).
///
/// # Errors
/// When a schedule ends with copies that differ; it prints the seed.
pub fn sim(arguments: &[String]) -> Result<()> {
    let (mut seeds, mut from) = ("300000", "0");
    for pair in arguments.chunks(2) {
        match pair {
            [name, value] if name == "--seeds" => seeds = value,
            [name, value] if name == "--from" => from = value,
            _ => bail!("cargo xtask sim [--seeds N] [--from N]"),
        }
    }
    let line = [
        "test",
        "--release",
        "--package",
        "cartella-sim",
        "copies_agree",
        "--",
        "--nocapture",
    ];
    run::run_with(
        "",
        "cargo",
        &line,
        &[("CARTELLA_SIM_SEEDS", seeds), ("CARTELLA_SIM_FROM", from)],
    )
}
