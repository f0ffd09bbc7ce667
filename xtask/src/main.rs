//! `cargo xtask VERB`: the developer's commands, one file a verb.

mod advisories;
mod bench;
mod bindings;
mod demo;
mod setup;
mod sim;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{checks, say};

const VERBS: &str = "cargo xtask setup       installs what this machine needs, saying what and why
cargo xtask demo        builds, makes an archive of invented families, opens the window
                        (--office: two who write, and the office between them; --second: as the other of the two)
cargo xtask test        everything that must hold before a change is delivered
cargo xtask checks      of these only what needs no building: edges, sizes, names, traces
cargo xtask bench NAME  measures (archive, which goes on to the window; window alone; hub; sync; terms; board; pictures)
cargo xtask sim         the simulation of copies that must agree, at length (--seeds N --from SEED)
cargo xtask bindings    writes the screens' types and commands anew
cargo xtask advisories  asks the database of known weaknesses";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match verb(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::line(&format!("✗ {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn verb(arguments: &[String]) -> Result<()> {
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().map(String::as_str) {
        Some("setup") => setup::setup(),
        Some("demo") => demo::demo(rest),
        Some("test") => test::test(),
        Some("checks") => checks::all(),
        Some("bench") => bench::bench(rest),
        Some("sim") => sim::sim(rest),
        Some("bindings") => bindings::bindings(),
        Some("advisories") => advisories::advisories(),
        _ => bail!("which one?\n{VERBS}"),
    }
}
