//! `cargo xtask bench sync [--entries N] [--rounds N] [--json FILE]`: two laptops and an office, against PouchDB and its express
//! server.
//!
//! Ours: encrypted archives, the server's own program on a PostgreSQL that writes to disk in earnest, over the loopback
//! address. Theirs: PouchDB on LevelDB in node, express-pouchdb on LevelDB. Every change of ours is a document of
//! theirs, with the same texts. Ours speaks TLS and theirs does not, as each does by itself; a counting line stands before both. In a round both
//! sides make each step one after the other, and the next round begins with the other side; every round begins with an
//! empty office and the same archive, grown once through the verbs and kept under `target/bench`.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measuring program"
)]

mod clocks;
#[path = "sync/documents.rs"]
mod documents;
#[path = "sync/figures.rs"]
mod figures;
mod notes;
#[allow(dead_code, reason = "the benchmark of the server uses the rest")]
mod office;
#[path = "sync/ours.rs"]
mod ours;
#[path = "sync/pouch.rs"]
mod pouch;

use anyhow::{Context as _, Result, bail};
use cartella_tests::report::Report;
use figures::{Sides, Steps};
use office::Cluster;
use ours::Ours;
use pouch::Pouch;
use std::path::PathBuf;

/// Rounds when not said.
const ROUNDS: usize = 3;
/// Entries of the grown archive when not said: with all that belongs to them about 10,000 changes.
const ENTRIES: usize = 7_200;
/// Entries that are written after both laptops agree, and go in one piece.
const MORE: usize = 1_000;
/// Changes that go one at a time, in a round.
const ALONE: usize = 15;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut rounds, mut entries) = (None, ROUNDS, ENTRIES);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match argument.as_str() {
            "--json" => file = Some(PathBuf::from(value)),
            "--rounds" => rounds = value.parse()?,
            "--entries" => entries = value.parse()?,
            _ => bail!("unknown argument {argument}"),
        }
    }
    let mut report = Report::new(file);
    let grown = ours::grown(entries)?;
    let cluster = Cluster::start()?;
    let mut sides = Sides::default();
    for round in 0..rounds {
        let ours_first = round % 2 == 0;
        sides.add(one_round(&grown, &cluster, ours_first, MORE.min(entries))?);
        println!("round {} of {rounds}", round + 1);
    }
    figures::show(sides, &mut |figure| report.show("sync", figure));
    report.write()
}

/// One round of both sides, step by step.
fn one_round(
    grown: &std::path::Path,
    cluster: &Cluster,
    ours_first: bool,
    more: usize,
) -> Result<(Steps, Steps)> {
    let mut ours = Ours::ready(grown, cluster)?;
    let mut theirs = Pouch::start()?;
    theirs.write(&ours.documents()?)?;
    let (mut a, mut b) = (Steps::default(), Steps::default());
    let mut both = |ours_too: &mut dyn FnMut(&mut Steps) -> Result<()>,
                    theirs_too: &mut dyn FnMut(&mut Steps) -> Result<()>| {
        if ours_first {
            ours_too(&mut a)?;
            theirs_too(&mut b)
        } else {
            theirs_too(&mut b)?;
            ours_too(&mut a)
        }
    };
    both(&mut |it| ours.push(&mut it.push), &mut |it| {
        theirs.push(&mut it.push)
    })?;
    both(&mut |it| ours.first(it), &mut |it| theirs.pull(&mut it.pull))?;
    ours.write(more)?;
    theirs.write(&ours.documents()?)?;
    both(&mut |it| ours.push(&mut it.more_push), &mut |it| {
        theirs.push(&mut it.more_push)
    })?;
    both(&mut |it| ours.pull(&mut it.more_pull), &mut |it| {
        theirs.pull(&mut it.more_pull)
    })?;
    for _ in 0..ALONE {
        ours.write(1)?;
        theirs.write(&ours.documents()?)?;
        both(&mut |it| ours.alone(it), &mut |it| theirs.alone(it))?;
    }
    ours.end()?;
    Ok((a, b))
}
