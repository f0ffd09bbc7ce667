//! `cargo xtask sim [SCHEDULES] [SEED]`: the seeded simulation of copies that must agree, longer than in the tests.

use anyhow::Result;
use xtask::run;

/// Runs the simulation in the release profile with these many schedules (default 100,000) from this seed (default 1).
///
/// # Errors
/// When a schedule ends with copies that differ; it prints the seed.
pub fn sim(arguments: &[String]) -> Result<()> {
    let schedules = arguments.first().map_or("100000", String::as_str);
    let seed = arguments.get(1).map_or("1", String::as_str);
    let line = [
        "test",
        "--release",
        "--package",
        "cartella-tests",
        "--test",
        "sim",
        "--",
        "--nocapture",
    ];
    run::run_with(
        "",
        "cargo",
        &line,
        &[("CARTELLA_SIM_SCHEDULES", schedules), ("CARTELLA_SIM_SEED", seed)],
    )
}
