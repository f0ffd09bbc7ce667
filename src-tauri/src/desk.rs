//! Where the shell asks the use cases: the one call into `cartella_app`, and whether an archive is open.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

/// Which window asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The small window that unlocks.
    Lock,
    /// The window with the record.
    Main,
}

/// What goes back to the screen: the answer, or the error with its kind and code.
pub type Reply = Result<Value, Value>;

/// The program's side of the commands. One command at a time: a laptop's archive has one writer.
pub struct Desk {
    host: Mutex<Option<()>>,
}

impl Desk {
    /// A desk on a folder of archives; none is open.
    #[must_use]
    pub fn new(_folder: &Path) -> Self {
        Self { host: Mutex::new(None) }
    }

    /// Runs one command. Blocks until it is done: not on the window's thread.
    pub fn answer(&self, _window: Window, _name: &str, _input: Value) -> Reply {
        Err(unknown())
    }

    /// Is an archive open?
    pub fn is_open(&self) -> bool {
        self.host().is_some()
    }

    /// Closes the archive if one is open; its keys are wiped.
    pub fn close(&self) {
        *self.host() = None;
    }

    fn host(&self) -> MutexGuard<'_, Option<()>> {
        self.host.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The error for a command that does not exist.
#[must_use]
pub fn unknown() -> Value {
    json!({ "kind": "bug", "code": "unknown_command", "params": {}, "retryable": false, "trace": null })
}
