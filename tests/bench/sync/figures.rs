//! What was taken of both sides, and what it comes to.

use super::clocks::{cpu, wall};
use anyhow::Result;
use cartella_tests::{
    counting::{Bytes, Line},
    report::{Figure, percentile},
};

/// One step of one side, or several of them added up.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    /// Changes or documents.
    pub records: usize,
    /// Milliseconds from the first byte until all of it is stored.
    pub ms: f64,
    /// Milliseconds of CPU of the laptop; of ours only.
    pub cpu: f64,
    /// What went over the line.
    pub bytes: Bytes,
}

impl Taken {
    /// Times work that goes over a line; the work says how many records it was.
    pub fn of(line: &Line, work: impl FnOnce() -> Result<usize>) -> Result<Self> {
        // What went over it before belongs to nobody.
        let _ = line.take();
        let before = (wall(), cpu());
        let records = work()?;
        Ok(Self {
            records,
            ms: wall() - before.0,
            cpu: cpu() - before.1,
            bytes: line.take(),
        })
    }

    /// Adds another of the same kind.
    pub fn add(&mut self, other: Self) {
        self.records += other.records;
        self.ms += other.ms;
        self.cpu += other.cpu;
        self.bytes.sent += other.bytes.sent;
        self.bytes.received += other.bytes.received;
    }

    fn rate(&self) -> f64 {
        self.records as f64 / self.ms * 1e3
    }

    fn sent(&self) -> f64 {
        self.bytes.sent as f64 / self.records.max(1) as f64
    }

    fn received(&self) -> f64 {
        self.bytes.received as f64 / self.records.max(1) as f64
    }
}

/// The steps of a round.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    /// Everything goes up.
    pub push: Taken,
    /// Everything comes down to a second laptop.
    pub pull: Taken,
    /// A thousand more go up.
    pub more_push: Taken,
    /// And come down.
    pub more_pull: Taken,
    /// Milliseconds from a change alone until the other laptop shows it.
    pub alone_ms: Vec<f64>,
    /// What went over the line for each, up and down, on its way up.
    pub alone_up: Vec<f64>,
    /// And on its way down.
    pub alone_down: Vec<f64>,
    /// Until a new laptop shows every open case with its people, milliseconds; of ours only.
    pub cases_ms: Vec<f64>,
    /// Until it shows every deadline of Oggi, too.
    pub usable_ms: Vec<f64>,
    /// How many requests the first session of a new laptop makes.
    pub requests: Vec<f64>,
}

impl Steps {
    /// One change went up and came down.
    pub fn alone(&mut self, up: Taken, down: Taken) {
        let all = |bytes: Bytes| (bytes.sent + bytes.received) as f64;
        self.alone_ms.push(up.ms + down.ms);
        self.alone_up.push(all(up.bytes));
        self.alone_down.push(all(down.bytes));
    }

    fn add(&mut self, other: Self) {
        self.push.add(other.push);
        self.pull.add(other.pull);
        self.more_push.add(other.more_push);
        self.more_pull.add(other.more_pull);
        self.alone_ms.extend(other.alone_ms);
        self.alone_up.extend(other.alone_up);
        self.alone_down.extend(other.alone_down);
        self.cases_ms.extend(other.cases_ms);
        self.usable_ms.extend(other.usable_ms);
        self.requests.extend(other.requests);
    }
}

/// Both sides, all rounds.
#[derive(Default)]
pub struct Sides {
    ours: Steps,
    theirs: Steps,
    rounds: usize,
}

impl Sides {
    /// Adds a round.
    pub fn add(&mut self, (ours, theirs): (Steps, Steps)) {
        self.ours.add(ours);
        self.theirs.add(theirs);
        self.rounds += 1;
    }
}

/// Every figure, in the order of the report.
pub fn show(mut sides: Sides, show: &mut dyn FnMut(&Figure)) {
    whole(&sides, show);
    first_sync(&mut sides, show);
    alone(&mut sides, show);
}

/// What goes up and comes down in great numbers.
fn whole(sides: &Sides, show: &mut dyn FnMut(&Figure)) {
    let (a, b) = (&sides.ours, &sides.theirs);
    let rounds = sides.rounds.max(1) as f64;
    let count = a.push.records as f64 / rounds;
    show(&Figure::alone("changes of a round", count, "changes"));
    for (name, ours, theirs) in [
        ("push of all", a.push, b.push),
        ("pull of all by a second laptop", a.pull, b.pull),
        ("push of 1,000 more", a.more_push, b.more_push),
        ("pull of 1,000 more", a.more_pull, b.more_pull),
    ] {
        show(&Figure::against(name, ours.rate(), "rows/s", theirs.rate()));
        for (way, ours, theirs) in [
            ("sent", ours.sent(), theirs.sent()),
            ("received", ours.received(), theirs.received()),
        ] {
            let name = format!("{name}, {way} a change");
            show(&Figure::against(name, ours, "bytes", theirs));
        }
    }
}

/// A new laptop's first session.
fn first_sync(sides: &mut Sides, show: &mut dyn FnMut(&Figure)) {
    let rounds = sides.rounds.max(1) as f64;
    let (down, ours) = (sides.ours.pull, &mut sides.ours);
    let mut alone = |name: &str, value, unit| show(&Figure::alone(name, value, unit));
    alone(
        "first sync of a laptop with 80 cases, all of it",
        down.ms / rounds,
        "ms",
    );
    alone("first sync, CPU of the laptop", down.cpu / rounds, "ms");
    let cases = percentile(&mut ours.cases_ms, 0.5);
    alone(
        "first sync, until open cases and their people are there",
        cases,
        "ms",
    );
    let usable = percentile(&mut ours.usable_ms, 0.5);
    alone("first sync, until the deadlines are there, too", usable, "ms");
    let requests = percentile(&mut ours.requests, 0.5);
    alone("first sync, requests", requests, "times");
}

/// One change, from the one who wrote it to the one who reads it.
fn alone(sides: &mut Sides, show: &mut dyn FnMut(&Figure)) {
    let (ours, theirs) = (&mut sides.ours, &mut sides.theirs);
    let (shown, up, down) = (
        "one change alone until the other shows it, p50",
        "one change alone, its way up, p50",
        "one change alone, its way down, p50",
    );
    for (name, unit, ours, theirs) in [
        (shown, "ms", &mut ours.alone_ms, &mut theirs.alone_ms),
        (up, "bytes", &mut ours.alone_up, &mut theirs.alone_up),
        (down, "bytes", &mut ours.alone_down, &mut theirs.alone_down),
    ] {
        let (ours, theirs) = (percentile(ours, 0.5), percentile(theirs, 0.5));
        show(&Figure::against(name, ours, unit, theirs));
    }
}
