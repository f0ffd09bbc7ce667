//! Where the shell asks the use cases: the one call into `cartella_app`, and whether an archive is open.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cartella_app::commands::{Answer, Window, dispatch};
use cartella_app::{Error, Host, World};
use serde_json::Value;

/// What goes back to the screen: the answer and what changed, or the error with its kind and code.
pub type Reply = Result<Answer, Error>;

/// The program's side of the commands. One command at a time: a laptop's archive has one writer.
pub struct Desk {
    host: Mutex<Host>,
    /// Known without waiting for a command that runs.
    open: AtomicBool,
}

impl Desk {
    /// A desk on a folder of archives; none is open.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self {
            host: Mutex::new(Host::new(folder.to_path_buf(), World::system())),
            open: AtomicBool::new(false),
        }
    }

    /// Runs one command. Blocks until it is done: not on the window's thread.
    ///
    /// # Errors
    /// The command's own.
    pub fn answer(&self, window: Window, name: &str, input: Value) -> Reply {
        let mut host = self.host();
        let reply = dispatch(&mut host, window, name, input);
        self.open.store(host.is_unlocked(), Ordering::SeqCst);
        reply
    }

    /// Is an archive open?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::SeqCst)
    }

    /// Closes the archive if one is open; its keys are wiped. Waits for the command that runs, if any.
    pub fn close(&self) {
        if let Err(error) = self.host().leave() {
            tracing::error!(%error, "the archive did not close cleanly");
        }
        self.open.store(false, Ordering::SeqCst);
    }

    fn host(&self) -> MutexGuard<'_, Host> {
        // After a command that fell, the archive decides for itself what was committed; closing must go on working.
        self.host.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
