//! `cargo xtask bench NAME ...`: runs a benchmark of the tests' package in the profile for measuring, with its own arguments.

use anyhow::{Result, bail};
use xtask::run;

/// Runs the benchmark of this name; what follows is its own (`--json FILE`, sizes).
///
/// # Errors
/// Without a name, or when it fails.
pub fn bench(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("which one? `cargo xtask bench archive --json FILE`");
    };
    let mut line = vec![
        "run",
        "--profile",
        "measured",
        "--package",
        "cartella-tests",
        "--example",
    ];
    let example = format!("bench_{name}");
    line.push(&example);
    line.push("--");
    line.extend(rest.iter().map(String::as_str));
    run::run("", "cargo", &line)
}
