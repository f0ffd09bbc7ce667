//! The simulation at length, for `cargo xtask sim`:
//! - `--seeds N [--from SEED] [--ledger]`: schedules from a seed on, noted in `ledger.tsv` if wished;
//! - `--faults [NAME...] [--seeds N]`: the first schedule that finds each planted fault, as the lines of `faults.tsv`.

use cartella_domain::time::Instant;
use cartella_sim::{Fault, first_finding, protocol_hash, schedules};
use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// How many schedules make a line of the ledger: what is lost when the run is stopped.
const CHUNK: u64 = 10_000;

fn number(name: &str) -> Option<u64> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1).and_then(|text| text.parse().ok())
}

fn has(name: &str) -> bool {
    std::env::args().any(|argument| argument == name)
}

fn main() -> ExitCode {
    let from = number("--from").unwrap_or(0);
    let said = if has("--faults") {
        faults(from, number("--seeds").unwrap_or(100_000))
    } else {
        at_length(from, number("--seeds").unwrap_or(300_000), has("--ledger"))
    };
    match said {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) | Err(_) => ExitCode::FAILURE,
    }
}

fn at_length(from: u64, seeds: u64, ledger: bool) -> io::Result<bool> {
    let mut out = io::stdout();
    for begin in (from..from + seeds).step_by(CHUNK as usize) {
        let end = (begin + CHUNK).min(from + seeds);
        let done = schedules(begin, end - begin, Fault::None);
        match &done {
            Ok(tally) => writeln!(out, "{begin} to {end}: {tally:?}")?,
            Err((seed, found)) => writeln!(out, "schedule {seed}: {found}")?,
        }
        if ledger {
            note(begin, end, done.as_ref().err().map(|(seed, _)| *seed))?;
        }
        if done.is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// One line: range, hash of the protocol's sources, date, violations.
fn note(begin: u64, end: u64, failed: Option<u64>) -> io::Result<()> {
    let root = Path::new(".");
    let hash = protocol_hash(root)?;
    // The one place of the simulation that asks a clock: the date of the line.
    #[allow(clippy::disallowed_methods)]
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as i64);
    let date: String = Instant(now).to_string().chars().take(10).collect();
    let failed = failed.map_or_else(|| String::from("0"), |seed| format!("schedule {seed}"));
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(root.join("tests/sim/ledger.tsv"))?;
    writeln!(file, "{begin}\t{end}\t{hash}\t{date}\t{failed}")
}

fn faults(from: u64, seeds: u64) -> io::Result<bool> {
    // A planted fault may well make a store panic: that is a finding like any other.
    std::panic::set_hook(Box::new(|_| {}));
    let mut list: Vec<Fault> = std::env::args().filter_map(|name| Fault::named(&name)).collect();
    if list.is_empty() {
        list = Fault::EACH.to_vec();
    }
    let mut all = true;
    for fault in list {
        let line = match first_finding(from, seeds, fault) {
            Some((seed, found)) => format!("{seed}\t{}", found.chars().take(60).collect::<String>()),
            None => {
                all = false;
                format!("-\tnot found in {seeds} schedules")
            }
        };
        writeln!(io::stdout(), "{}\t{line}", fault.name())?;
    }
    Ok(all)
}
