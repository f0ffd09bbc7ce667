//! `cargo xtask bench archive [--size laptop|office|all] [--json FILE]`: the encrypted archive against the same
//! library and schema without a key, in one interleaved run.
//!
//! The archive is grown through the verbs, once, and kept under `target/bench` as long as schema and generator stay the
//! same. Every figure is thread CPU time unless it says "wall"; blocks of the two sides alternate, so that the
//! ratio does not hang on what else the machine does. Our side's memory is that of a process of its own.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measuring program"
)]

#[allow(dead_code, reason = "the other benchmarks use the rest")]
mod clocks;
mod figures;
mod measure;
mod notes;
mod sides;
mod verbs;
mod writes;

use anyhow::{Context as _, Result, bail};
use cartella_testkit::azienda::Size;
use cartella_tests::report::{self, Figure};
use std::{path::PathBuf, process::Command};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut sizes) = (None, vec![("laptop", Size::LAPTOP), ("office", Size::OFFICE)]);
    let mut alone = false;
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match (argument.as_str(), value.as_str()) {
            ("--json", path) => file = Some(PathBuf::from(path)),
            ("--size", "all") => {}
            ("--size", wanted) => sizes.retain(|(name, _)| *name == wanted),
            ("--memory", wanted) => {
                alone = true;
                sizes.retain(|(name, _)| *name == wanted);
            }
            _ => bail!("unknown argument {argument}"),
        }
    }
    let mut report = report::Report::new(file);
    for (name, size) in sizes {
        if alone {
            let mut sides = sides::Sides::ready(name, size, true)?;
            println!("{}", verbs::memory(&mut sides)?);
            return Ok(());
        }
        println!(
            "{name}: {} people, {} cases, {} entries",
            size.people, size.cases, size.entries
        );
        let mut sides = sides::Sides::ready(name, size, false)?;
        let mut show = |figure: &Figure| report.show(name, figure);
        figures::all(&mut sides, &mut show)?;
        verbs::all(&mut sides, &mut show)?;
        writes::all(&mut sides, &mut show)?;
        drop(sides);
        show(&memory(name)?);
    }
    report.write()
}

/// Our side's memory after a day's work, in a process that holds nothing else.
fn memory(name: &str) -> Result<Figure> {
    let run = Command::new(std::env::current_exe()?)
        .args(["--memory", name])
        .output()?;
    let said = String::from_utf8(run.stdout)?;
    Ok(Figure {
        name: "memory of the archive's side after a day's work".into(),
        value: said.trim().parse().context("no figure")?,
        unit: "MiB",
        plain: None,
    })
}
