//! Taking time: thread CPU of alternating blocks, their median, their 99th percentile and, where something is written, the worst.

pub use super::clocks::{cpu, wall};
use super::{report::Figure, sides::Sides};
use anyhow::Result;
pub use cartella_tests::report::percentile;

/// Something to be measured: what is made ready before each time, and what is timed.
pub struct Trial<'a, T> {
    pub name: &'a str,
    pub times: usize,
    pub ready: &'a mut dyn FnMut(&mut Sides, bool, usize) -> Result<T>,
    pub act: &'a mut dyn FnMut(&mut Sides, bool, T) -> Result<()>,
}

/// What was taken: CPU of the plain side and of ours, and wall of ours, in milliseconds.
pub struct Taken {
    pub plain: Vec<f64>,
    pub ours: Vec<f64>,
    pub wall: Vec<f64>,
}

/// Runs blocks of each side in turn. The first tenth warms the caches and does not count.
pub fn taken<T>(sides: &mut Sides, trial: Trial<'_, T>) -> Result<Taken> {
    let mut taken = Taken {
        plain: Vec::new(),
        ours: Vec::new(),
        wall: Vec::new(),
    };
    for number in 0..trial.times + trial.times / 10 {
        for keyed in [true, false] {
            let ready = (trial.ready)(sides, keyed, number)?;
            let before = (cpu(), wall());
            (trial.act)(sides, keyed, ready)?;
            let spent = (cpu() - before.0, wall() - before.1);
            if number < trial.times / 10 {
                continue;
            }
            if keyed {
                taken.ours.push(spent.0);
                taken.wall.push(spent.1);
            } else {
                taken.plain.push(spent.0);
            }
        }
    }
    Ok(taken)
}

/// Median and 99th percentile of CPU, ours against plain.
pub fn read(
    sides: &mut Sides,
    (name, times): (&str, usize),
    act: &mut dyn FnMut(&mut Sides, bool, usize) -> Result<()>,
) -> Result<Vec<Figure>> {
    let trial = Trial {
        name,
        times,
        ready: &mut |_, _, number| Ok(number),
        act,
    };
    let mut taken = taken(sides, trial)?;
    Ok([(0.5, "p50"), (0.99, "p99")]
        .map(|(share, what)| Figure {
            name: format!("{name}, {what}"),
            value: percentile(&mut taken.ours, share),
            unit: "ms",
            plain: Some(percentile(&mut taken.plain, share)),
        })
        .into())
}

/// The same of a write, with its worst, and its wall time against a bare append of 4 KiB with its fsync.
pub fn write<T>(sides: &mut Sides, trial: Trial<'_, T>) -> Result<Vec<Figure>> {
    let (name, times) = (trial.name.to_owned(), trial.times);
    let mut bare = appends(sides, times)?;
    let mut taken = taken(sides, trial)?;
    let mut figures = Vec::new();
    for (share, what) in [(0.5, "p50"), (0.99, "p99"), (1.0, "worst")] {
        figures.push(Figure {
            name: format!("{name}, CPU {what}"),
            value: percentile(&mut taken.ours, share),
            unit: "ms",
            plain: Some(percentile(&mut taken.plain, share)),
        });
    }
    for (share, what) in [(0.5, "p50"), (0.99, "p99")] {
        figures.push(Figure {
            name: format!("{name}, wall {what} against a bare fsync"),
            value: percentile(&mut taken.wall, share),
            unit: "ms",
            plain: Some(percentile(&mut bare, share)),
        });
    }
    Ok(figures)
}

/// Bare appends of 4 KiB, each with its fsync, on the same disk.
fn appends(sides: &Sides, times: usize) -> Result<Vec<f64>> {
    use std::io::Write as _;
    let path = sides.folder().join("append");
    let mut file = std::fs::File::create(&path)?;
    let page = [7_u8; 4096];
    let mut taken = Vec::new();
    for _ in 0..times {
        let before = wall();
        file.write_all(&page)?;
        file.sync_data()?;
        taken.push(wall() - before);
    }
    std::fs::remove_file(path)?;
    Ok(taken)
}

/// Resident memory of this process in MiB: now, or at its highest.
pub fn resident(highest: bool) -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let wanted = if highest { "VmHWM:" } else { "VmRSS:" };
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(wanted))
        .unwrap_or_default();
    let kib: f64 = line.split_whitespace().next().unwrap_or("0").parse()?;
    Ok(kib / 1024.0)
}
