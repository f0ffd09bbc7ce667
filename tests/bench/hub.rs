//! `cargo xtask bench hub [--devices N,N] [--rows N] [--json FILE]`: the office's server under many laptops at once, against a
//! bare insert of the same bytes.
//!
//! Each laptop pushes signed batches of diary entries and pulls them back, over a connection of its own; the other side
//! puts the same bytes into a table without an index, a batch a transaction, over as many connections as there are laptops,
//! at most those that the server has to its database. Both on one PostgreSQL that writes to disk in earnest; blocks of the two alternate. A laptop that
//! is told to come again later does so when it was told, as the product does.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program, with the laptops of the server's tests"
)]

#[path = "hub/bare.rs"]
mod bare;
#[allow(dead_code, reason = "the other benchmarks use the rest")]
mod clocks;
#[path = "hub/devices.rs"]
mod devices;
#[allow(dead_code, reason = "the benchmark of synchronisation uses the rest")]
mod office;
#[path = "../../crates/hub/tests/office/stage.rs"]
#[allow(dead_code, missing_docs, reason = "the server's tests use the rest")]
mod stage;

use anyhow::{Context as _, Result, bail};
use cartella_tests::report::{Figure, Report, percentile};
use devices::{Device, Heard};
use office::{Cluster, Office};
use std::path::PathBuf;

/// Changes in a push: what an operator writes in some weeks.
const BATCH: usize = 100;
/// Laptops at once.
const DEVICES: [usize; 4] = [1, 8, 64, 300];
/// Blocks of each side for a number of laptops.
const BLOCKS: usize = 4;
/// Rows of a block, unless every laptop's one batch is more.
const ROWS: usize = 6_000;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut numbers, mut rows) = (None, DEVICES.to_vec(), ROWS);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match argument.as_str() {
            "--json" => file = Some(PathBuf::from(value)),
            "--devices" => numbers = value.split(',').map(str::parse).collect::<Result<_, _>>()?,
            "--rows" => rows = value.parse()?,
            _ => bail!("unknown argument {argument}"),
        }
    }
    let mut report = Report::new(file);
    let cluster = Cluster::start()?;
    let office = Office::open(&cluster, false)?;
    let began = clocks::wall();
    let most = numbers.iter().copied().max().unwrap_or(1);
    let mut devices = (0..most)
        .map(|_| Device::join(&office))
        .collect::<Result<Vec<_>>>()?;
    println!(
        "hub: {most} laptops joined in {:.0} s",
        (clocks::wall() - began) / 1e3
    );
    let mut bare = bare::Bare::new(&office)?;
    for number in numbers {
        let batches = (rows / BATCH / number).max(1);
        at_once(
            &office,
            &mut devices[..number],
            &mut bare,
            batches,
            &mut |figure| {
                report.show("hub", figure);
            },
        )?;
    }
    report.write()
}

/// So many laptops at once, in blocks that alternate with those of the bare insert. The first block of each warms up.
fn at_once(
    office: &Office,
    devices: &mut [Device],
    bare: &mut bare::Bare,
    batches: usize,
    show: &mut dyn FnMut(&Figure),
) -> Result<()> {
    let (mut ours, mut plain) = (Block::default(), Block::default());
    for block in 0..=BLOCKS {
        let pushes = devices::written(devices, batches);
        let changes: Vec<Vec<Vec<u8>>> = pushes.iter().flatten().map(|push| push.bytes()).collect();
        let cpu = office.cpu();
        let heard = devices::all(office.address, devices, pushes)?;
        let taken = Block::of(heard, office.cpu().zip(cpu).map(|(after, before)| after - before));
        let inserted = bare.insert(changes, devices.len())?;
        if block > 0 {
            ours.add(taken);
            plain.add(Block {
                rows: inserted.rows,
                wall: inserted.wall,
                pushes: inserted.each,
                ..Block::default()
            });
        }
    }
    figures(devices.len(), ours, plain, show);
    Ok(())
}

/// What was taken of one side.
#[derive(Default)]
struct Block {
    rows: usize,
    wall: f64,
    cpu: Option<f64>,
    pushes: Vec<f64>,
    pulls: Vec<f64>,
    later: usize,
    broken: usize,
    failures: usize,
}

impl Block {
    fn of(heard: Heard, cpu: Option<f64>) -> Self {
        Self {
            rows: heard.rows,
            wall: heard.wall,
            cpu,
            pushes: heard.pushes,
            pulls: heard.pulls,
            later: heard.later,
            broken: heard.broken,
            failures: heard.failures,
        }
    }

    fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.wall += other.wall;
        self.cpu = other.cpu.map(|cpu| cpu + self.cpu.unwrap_or(0.0)).or(self.cpu);
        self.pushes.extend(other.pushes);
        self.pulls.extend(other.pulls);
        self.later += other.later;
        self.broken += other.broken;
        self.failures += other.failures;
    }

    fn rate(&self) -> f64 {
        self.rows as f64 / self.wall * 1e3
    }
}

fn figures(number: usize, mut ours: Block, mut plain: Block, show: &mut dyn FnMut(&Figure)) {
    let named = |what: &str| {
        let laptops = if number == 1 { "laptop" } else { "laptops" };
        format!("{number} {laptops}, {what}")
    };
    show(&Figure::against(
        named("changes pushed and pulled back"),
        ours.rate(),
        "rows/s",
        plain.rate(),
    ));
    for (share, what) in [(0.5, "p50"), (0.99, "p99")] {
        show(&Figure::against(
            named(&format!("a push of {BATCH}, {what}")),
            percentile(&mut ours.pushes, share),
            "ms",
            percentile(&mut plain.pushes, share),
        ));
        let pull = percentile(&mut ours.pulls, share);
        show(&Figure::alone(
            named(&format!("a pull of {BATCH}, {what}")),
            pull,
            "ms",
        ));
    }
    if let Some(cpu) = ours.cpu {
        let each = cpu / ours.rows.max(1) as f64;
        show(&Figure::alone(
            named("CPU of the server a change, the database's not counted"),
            each,
            "ms",
        ));
    }
    show(&Figure::alone(
        named("told to come again later, and came"),
        ours.later as f64,
        "times",
    ));
    show(&Figure::alone(
        named("connections broken, and sent again"),
        ours.broken as f64,
        "times",
    ));
    show(&Figure::alone(named("failures"), ours.failures as f64, "times"));
}
