//! `cargo xtask bench archive [--size laptop|office|all] [--json FILE]`: the encrypted archive against the same
//! library and schema without a key, in one interleaved run.
//!
//! Both archives are grown from the same seed through the same door, once, and kept under `target/bench` as
//! long as schema and generator stay the same. Every figure is thread CPU time unless it says "wall"; blocks of
//! the two sides alternate, so that the ratio does not hang on what else the machine does.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measuring program"
)]

mod figures;
mod measure;
mod report;
mod sides;

use anyhow::{Context as _, Result, bail};
use cartella_testkit::azienda::Size;
use std::path::PathBuf;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut sizes) = (None, vec![("laptop", Size::LAPTOP), ("office", Size::OFFICE)]);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match (argument.as_str(), value.as_str()) {
            ("--json", path) => file = Some(PathBuf::from(path)),
            ("--size", "all") => {}
            ("--size", wanted) => sizes.retain(|(name, _)| *name == wanted),
            _ => bail!("unknown argument {argument}"),
        }
    }
    let mut report = report::Report::new(file);
    for (name, size) in sizes {
        println!(
            "{name}: {} people, {} cases, {} entries",
            size.people, size.cases, size.entries
        );
        let mut sides = sides::Sides::ready(name, size)?;
        report.take(name, figures::all(&mut sides)?);
    }
    report.write()
}
