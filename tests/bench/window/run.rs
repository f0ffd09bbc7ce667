//! The runs, and what is read off them.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context as _, Result};
use cartella_archive::{
    disk::OsDisk,
    keys::{Argon2id, Kdf as _, slots},
    migrations, store,
};
use cartella_testkit::azienda::Size;
use cartella_tests::grown;
use serde_json::json;
use xtask::{run, wait};

use super::{
    driver::{Driver, PATIENCE},
    report::Figure,
    stage::{Play, Stage, now},
};

/// Changes with the generator.
const GENERATOR: u32 = 1;
/// How often the page and the processes are looked at.
const PAGE_EVERY: Duration = Duration::from_millis(5);
const PROCESS_EVERY: Duration = Duration::from_millis(1);

/// Milliseconds and MiB of one run.
#[derive(Default)]
struct Run {
    start: f64,
    unlock: f64,
    memory: Memory,
    gone: f64,
    lock: f64,
}

/// Proportional set size, MiB.
#[derive(Default)]
struct Memory {
    program: f64,
    web: f64,
    network: f64,
}

impl Memory {
    fn all(&self) -> f64 {
        self.program + self.web + self.network
    }
}

/// The figures of so many runs.
pub fn figures(runs: usize) -> Result<Vec<Figure>> {
    let folder = archive()?;
    let argon = argon2id(&folder, runs)?;
    let mut all = Vec::new();
    for number in 0..=runs {
        let run = once(&folder);
        println!(
            "  run {number}: start {:.0}, unlock {:.0}, gone {:.0}, lock {:.0} ms, {:.0} MiB",
            run.start,
            run.unlock,
            run.gone,
            run.lock,
            run.memory.all()
        );
        // The first warms the disk's cache, and comes back to where the archive was left.
        if number > 0 {
            all.push(run);
        }
    }
    let mut figures = Vec::new();
    let mut of = |name: &str, unit, read: &dyn Fn(&Run) -> f64| {
        figures.extend(spread(name, unit, all.iter().map(read).collect()));
    };
    of("start to the unlock screen", "ms", &|run| run.start);
    of("unlock to Oggi", "ms", &|run| run.unlock);
    of("lock to the end of the process with the keys", "ms", &|run| {
        run.gone
    });
    of("lock to the lock window", "ms", &|run| run.lock);
    of("memory, a case open", "MiB", &|run| run.memory.all());
    of("of it the program", "MiB", &|run| run.memory.program);
    of("of it the web process", "MiB", &|run| run.memory.web);
    of("of it the network process", "MiB", &|run| run.memory.network);
    figures.extend(spread("of unlock to Oggi: Argon2id", "ms", argon));
    Ok(figures)
}

/// Median, least and most.
fn spread(name: &str, unit: &'static str, mut values: Vec<f64>) -> Vec<Figure> {
    values.sort_by(f64::total_cmp);
    let at = |place: usize, what: &str| Figure {
        name: format!("{name}, {what}"),
        value: values[place],
        unit,
        plain: None,
    };
    let last = values.len() - 1;
    vec![at(last / 2, "median"), at(0, "least"), at(last, "most")]
}

/// The archive of one operator's laptop, made once for a schema.
fn archive() -> Result<PathBuf> {
    let root = run::root().join("target/bench");
    let folder = root.join(format!("window-{}-{GENERATOR}", migrations::fingerprint()));
    let done = folder.join("done");
    if !done.exists() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        println!("  growing the archive of a laptop, once");
        grown::ready(&folder, Size::LAPTOP)?;
        std::fs::write(done, "")?;
    }
    Ok(folder)
}

/// What of unlocking is deriving the key, in this process, with the archive's own parameters.
fn argon2id(folder: &Path, times: usize) -> Result<Vec<f64>> {
    let listed = store::list(folder, &OsDisk)?;
    let slots_file = listed.first().context("no archive")?.store.slots();
    let cost = slots::describe(&slots_file)?.cost.context("no passphrase")?;
    println!(
        "  Argon2id: {} MiB, {} passes, {} lanes",
        cost.memory_kib / 1024,
        cost.passes,
        cost.lanes
    );
    let once = |_| {
        let before = now();
        Argon2id.derive(grown::PASSPHRASE.as_bytes(), &[7; 16], cost)?;
        Ok(now() - before)
    };
    (0..times).map(once).collect()
}

/// The page's own clock when a script first answers true.
fn moment(driver: &Driver, page: &str, what: &str, script: &str) -> f64 {
    let script = format!("return ({script}) ? Date.now() : null");
    let seen = wait::until_every(PAGE_EVERY, what, PATIENCE, || {
        // The window may not be there yet; a script in a window that is gone answers nothing.
        Ok(match driver.run(&script, &[]).as_f64() {
            Some(at) => Some(at),
            None => {
                driver.enter(page);
                None
            }
        })
    });
    seen.unwrap_or_else(|_| panic!("{what} did not come:\n{}", driver.text()))
}

/// When the page that stands was first painted with its content.
fn painted(driver: &Driver) -> f64 {
    driver.see("Frase di accesso");
    let script = "const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        const answers = performance.getEntriesByType('resource').filter((one) => one.name.includes('lock_call'));
        return performance.timeOrigin + Math.max(first, ...answers.map((one) => one.responseEnd))";
    driver.run(script, &[]).as_f64().unwrap()
}

fn once(folder: &Path) -> Run {
    let mut run = Run::default();
    let mut stage = Stage::play(Play {
        program: run::profile("measured").join("cartella"),
        archives: Some(folder.to_owned()),
        variables: Vec::new(),
    });
    run.start = painted(&stage.driver) - stage.started;
    let driver = &stage.driver;
    driver.type_into("Frase di accesso", grown::PASSPHRASE);
    let pressed = press(driver, "Sblocca");
    let there = "location.pathname === '/' && document.querySelector('h1') !== null && document.querySelector('.section') !== null";
    run.unlock = moment(driver, "/", "Oggi", there) - pressed;
    driver.click("Cartelle");
    driver.click("Apri la cartella");
    driver.comes_true(
        "the diary",
        "return document.querySelector('.diary-entry') !== null",
    );
    run.memory = memory(&stage.processes());
    driver.click("Oggi");
    driver.see_title("Oggi");

    let before = stage.process();
    let pressed = press(driver, "Blocca");
    run.gone = gone(before) - pressed;
    stage.after_lock(before);
    run.lock = painted(&stage.driver) - pressed;
    run
}

/// Presses a button in the page, and gives the page's own clock at that moment.
fn press(driver: &Driver, name: &str) -> f64 {
    let script = "const at = Date.now();
        [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === arguments[0]).click();
        return at";
    driver.run(script, &[json!(name)]).as_f64().unwrap()
}

/// When a process has ended; one that nobody has asked about yet counts as ended.
fn gone(process: u32) -> f64 {
    let ended = || {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let state = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .trim_start()
            .to_owned();
        (state.is_empty() || state.starts_with('Z')).then(now)
    };
    wait::until_every(PROCESS_EVERY, "the end of the process", PATIENCE, || Ok(ended())).unwrap()
}

fn memory(processes: &[u32]) -> Memory {
    let mut memory = Memory::default();
    for process in processes {
        let name = std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
        let kib = rollup
            .lines()
            .find_map(|line| line.strip_prefix("Pss:"))
            .and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok())
            .unwrap_or_default();
        let part = match name.trim() {
            "cartella" => &mut memory.program,
            name if name.starts_with("WebKitWeb") => &mut memory.web,
            _ => &mut memory.network,
        };
        *part += kib / 1024.0;
    }
    memory
}
