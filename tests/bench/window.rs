//! `cargo xtask bench window [--runs N] [--json FILE]`: the window from the outside, as she feels it.
//!
//! Each run starts the program anew on the laptop-sized archive, with a home folder of its own, on a screen without a
//! monitor; unlocks it, opens a case, locks it. The program is built as a release but for the shell's own crate,
//! which lets itself be driven (profile `measured`). Moments are the page's own clock, read about every ten
//! milliseconds. A first run, which reads the program from the disk, does not count.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program, on the stage of the window's tests"
)]

#[cfg(target_os = "linux")]
#[path = "../window/driver.rs"]
#[allow(dead_code, reason = "the tests of the window use the rest")]
mod driver;
#[cfg(target_os = "linux")]
#[path = "window/run.rs"]
mod run;
#[cfg(target_os = "linux")]
#[path = "../window/stage.rs"]
#[allow(dead_code, reason = "the tests of the window use the rest")]
mod stage;

use anyhow::{Context as _, Result, bail};
use cartella_tests::report;
use std::path::PathBuf;

/// Runs when not said.
const RUNS: usize = 7;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut runs) = (None, RUNS);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match argument.as_str() {
            "--json" => file = Some(PathBuf::from(value)),
            "--runs" => runs = value.parse()?,
            _ => bail!("unknown argument {argument}"),
        }
    }
    let mut report = report::Report::new(file);
    #[cfg(target_os = "linux")]
    for figure in run::figures(runs)? {
        report.show("window", &figure);
    }
    #[cfg(not(target_os = "linux"))]
    println!("the window is measured on Linux only ({runs} runs left out)");
    report.write()
}
