//! Where the shell asks the use cases: the one call into `cartella_app`, whether an archive is open, and the two that work
//! by themselves on threads of their own: the post room, which agrees with the office, and the upkeep of the pauses.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cartella_app::commands::{Answer, Window, answer_to};
use cartella_app::office::Post;
use cartella_app::upkeep::Upkeep;
use cartella_app::{Error, Host, World};
use serde_json::Value;

use crate::wire::Network;

/// What goes back to the screen: the answer and what changed, or the error with its kind and code.
pub type Reply = Result<Answer, Error>;

/// The program's side of the commands. One command at a time: a laptop's archive has one writer.
pub struct Desk {
    host: Arc<Mutex<Host>>,
    post: Arc<Post>,
    upkeep: Arc<Upkeep>,
    /// Known without waiting for a command that runs.
    open: AtomicBool,
    entered: AtomicBool,
}

impl Desk {
    /// A desk on a folder of archives; none is open. `told` hears what was changed by no command.
    #[must_use]
    pub fn new(folder: &Path, told: impl Fn(&BTreeSet<&'static str>) + Send + Sync + 'static) -> Self {
        let host = Arc::new(Mutex::new(Host::new(folder.to_path_buf(), World::system())));
        let told = Arc::new(told);
        let hears = told.clone();
        let post = Arc::new(Post::new(Box::new(Network::default()), move |what| hears(what)));
        let (rounds, archive) = (post.clone(), host.clone());
        std::thread::spawn(move || rounds.run(&archive));
        let upkeep = Arc::new(Upkeep::new(move |what| told(what)));
        let (pauses, archive) = (upkeep.clone(), host.clone());
        std::thread::spawn(move || pauses.run(&archive));
        Self {
            host,
            post,
            upkeep,
            open: AtomicBool::new(false),
            entered: AtomicBool::new(false),
        }
    }

    /// Runs one command, by itself with the archive in hand, or over the line to the office beside the others. Blocks until it is done: not on the window's thread.
    ///
    /// # Errors
    /// The command's own.
    pub fn answer(&self, window: Window, name: &str, input: Value) -> Reply {
        let reply = answer_to(&self.host, &self.post, window, name, input);
        self.upkeep.hear();
        if window == Window::Lock || reply.is_err() {
            self.open.store(self.host().is_unlocked(), Ordering::SeqCst);
        }
        reply
    }

    /// Is an archive open?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::SeqCst)
    }

    /// Whether the main window is to be opened now: an archive is open, and nobody was told so before. Commands of the lock
    /// window that end together (an Enter too many) would open two windows, and the one behind would answer for where she is.
    #[must_use]
    pub fn enters(&self) -> bool {
        self.is_open() && !self.entered.swap(true, Ordering::SeqCst)
    }

    /// Closes the archive if one is open; its keys are wiped. Waits for the command that runs, if any.
    pub fn close(&self) {
        self.post.end();
        self.upkeep.end();
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
