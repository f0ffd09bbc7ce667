//! Leaving the record: what was typed is saved, the archive closed, the keys wiped, and the process ends, with the
//! web engine's processes, so that no copy of what they showed stays in any memory. To lock, a fresh process is
//! started that has never seen the record and shows the lock window.

use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::desk::Desk;
use crate::instance::Instance;
use crate::{os, windows};

/// What the main window hears when it is about to go: it saves what is typed and says `shell.saved`.
pub const LEAVING: &str = "shell:leaving";
/// How long the window may take to save what was typed since the last autosave; the keys are wiped within a second.
const SAVE_WITHIN: Duration = Duration::from_millis(700);
/// How long a command that runs may hold up the closing.
const CLOSE_WITHIN: Duration = Duration::from_millis(250);

/// What comes after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// A fresh process with the lock window.
    Lock,
    /// Nothing: the program was closed.
    End,
}

/// The way out; only the first who takes it counts.
pub struct Leave {
    instance: Instance,
    saved: Sender<()>,
    gate: Mutex<Option<Receiver<()>>>,
}

impl Leave {
    /// A way out that nobody has taken.
    #[must_use]
    pub fn new(instance: Instance) -> Self {
        let (saved, hear) = channel();
        Self {
            instance,
            saved,
            gate: Mutex::new(Some(hear)),
        }
    }

    /// The main window has saved what was typed.
    pub fn saved(&self) {
        // Nobody listens any more when the process is past that point.
        let _ = self.saved.send(());
    }

    /// Only the first gets through the gate.
    fn take(&self) -> Option<Receiver<()>> {
        self.gate.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Leaves, on a thread of its own: may be called from anywhere, as often as one likes.
pub fn leave(app: &AppHandle, after: After) {
    let Some(saved) = app.state::<Leave>().take() else {
        return;
    };
    let app = app.clone();
    std::thread::spawn(move || {
        if app.state::<Desk>().is_open() && app.emit_to(windows::MAIN, LEAVING, ()).is_ok() {
            // A screen that hangs must not keep the archive open: the draft of two seconds ago is in it.
            let _ = saved.recv_timeout(SAVE_WITHIN);
        }
        close(&app);
        os::HERE.end_children();
        if after == After::Lock {
            again(&app);
        }
        std::process::exit(0);
    });
}

/// Closes the archive, waiting only so long for a command that runs: the archive outlives a process that ends in the
/// middle of one (what was not committed was not answered either), and the keys end with the process.
fn close(app: &AppHandle) {
    let (done, closed) = channel();
    let app = app.clone();
    std::thread::spawn(move || {
        app.state::<Desk>().close();
        // Nobody waits any more when this comes late.
        let _ = done.send(());
    });
    let _ = closed.recv_timeout(CLOSE_WITHIN);
}

/// Starts the process that comes after this one.
fn again(app: &AppHandle) {
    let started = app
        .state::<Leave>()
        .instance
        .give_back()
        .and_then(|()| Ok(std::env::current_exe()?))
        .and_then(|program| Ok(Command::new(program).spawn()?));
    if let Err(error) = started {
        tracing::error!(%error, "the lock window could not be started; the program only ends");
    }
}
