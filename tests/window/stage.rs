//! The stage of a window test: a screen of its own, an empty home, the program, its driver. All of it ends with it.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};
use xtask::display::Display;
use xtask::{run, wait};

use crate::driver::{Driver, PATIENCE, free_port};

/// The passphrase of every archive that these tests make.
pub const PHRASE: &str = "gatto lampada fiume torre sedia";

/// A running program and what drives it.
pub struct Stage {
    /// The driver, attached to the lock window at first.
    pub driver: Driver,
    /// The screen and the home folder.
    pub display: Display,
    program: Child,
    engine: u16,
    play: Play,
    _alone: MutexGuard<'static, ()>,
    /// When the program was started, in milliseconds since 1970: the page's own clock.
    #[allow(dead_code, reason = "the benchmark reads it")]
    pub started: f64,
}

/// Each window has a web engine and a screen of its own: one at a time, also where the tests run in threads.
static ALONE: Mutex<()> = Mutex::new(());

/// What is started, and on which folder.
pub struct Play {
    /// The program.
    pub program: PathBuf,
    /// The folder of the archives; an empty one that goes with the stage when none is said.
    pub archives: Option<PathBuf>,
    /// Environment variables of its own.
    pub variables: Vec<(String, String)>,
}

impl Stage {
    /// Starts the program on an empty folder and waits for its first window.
    pub fn open() -> Self {
        Self::open_with(&[])
    }

    /// The same with environment variables of its own.
    pub fn open_with(variables: &[(&str, &str)]) -> Self {
        Self::play(Play {
            program: run::product(),
            archives: None,
            variables: variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        })
    }

    /// Starts this and waits for its first window.
    pub fn play(play: Play) -> Self {
        // A test that failed holds up none of the others.
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let display = Display::start(1280, 800).unwrap();
        let engine = free_port();
        let mut driver = Driver::start(engine);
        let mut program = dressed(&display, engine, &play);
        let started = now();
        let program = program.spawn().unwrap();
        driver.attach();
        driver.go_to("/lock.html");
        Self {
            driver,
            display,
            program,
            engine,
            play,
            _alone: alone,
            started,
        }
    }

    /// Makes the archive of Anna Rossi, through the command that the screen calls, and goes over to the main window.
    pub fn create_archive(&self) {
        self.driver.call_and_leave("lock", "archive.create", &anna());
        self.driver.go_to("/");
    }

    /// The folder of the archives.
    pub fn archives(&self) -> PathBuf {
        archives(&self.display, &self.play)
    }

    /// The number of the process that has the archives' folder now.
    pub fn process(&self) -> u32 {
        let file = self.archives().join("running.number");
        // It may be just being written.
        let read = || {
            Ok(std::fs::read_to_string(&file)
                .ok()
                .and_then(|text| text.parse().ok()))
        };
        wait::until("the program's number", PATIENCE, read).unwrap()
    }

    /// Waits for the fresh process after a lock, and drives its lock window.
    pub fn after_lock(&mut self, before: u32) {
        wait::until("a fresh process", PATIENCE, || {
            Ok((self.process() != before).then_some(()))
        })
        .unwrap();
        self.driver.detach();
        self.driver.attach();
        self.driver.go_to("/lock.html");
    }

    /// Types the passphrase of these tests into the lock window and waits for the main one.
    pub fn unlock(&self) {
        self.unlock_with(PHRASE);
    }

    /// The same with another passphrase.
    pub fn unlock_with(&self, phrase: &str) {
        self.driver.type_into("Frase di accesso", phrase);
        self.driver.click("Sblocca");
        self.driver.go_to("/");
    }

    /// Another start of the program on the same folder.
    pub fn second_start(&self) -> Command {
        dressed(&self.display, self.engine, &self.play)
    }

    /// The processes of this program: all that carry its folder in their environment, the web engine's too.
    pub fn processes(&self) -> Vec<u32> {
        let mark = format!("CARTELLA_HOME={}", self.archives().display()).into_bytes();
        let mut found = Vec::new();
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            let Some(number) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
            if environment
                .split(|byte| *byte == 0)
                .any(|variable| variable == mark)
            {
                found.push(number);
            }
        }
        found
    }

    /// A command's answer from the main window.
    pub fn ask(&self, name: &str, input: &Value) -> Value {
        self.driver
            .call("main", name, input)
            .unwrap_or_else(|error| panic!("{name}: {error}"))["value"]
            .take()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for process in self.processes() {
            let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
        }
        let _ = self.program.wait();
    }
}

/// Milliseconds since 1970, to the microsecond.
pub fn now() -> f64 {
    let time = clock_gettime(ClockId::Realtime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

fn archives(display: &Display, play: &Play) -> PathBuf {
    play.archives
        .clone()
        .unwrap_or_else(|| display.home().join("archives"))
}

fn dressed(display: &Display, engine: u16, play: &Play) -> Command {
    assert!(
        play.program.exists(),
        "{} is not there: `cargo build -p cartella` first",
        play.program.display()
    );
    let mut command = Command::new(&play.program);
    display.dress(&mut command);
    command
        .envs(play.variables.iter().map(|(name, value)| (name, value)))
        .env("CARTELLA_HOME", archives(display, play))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{engine}"))
        .stdin(Stdio::null());
    command
}

/// What makes the archive of Anna Rossi.
pub fn anna() -> Value {
    json!({
        "surname": "Rossi", "name": "Anna", "qualifica": "ASSISTENTE_SOCIALE", "services": [],
        "passphrase": PHRASE, "office_key": null, "no_recovery_understood": true,
    })
}
