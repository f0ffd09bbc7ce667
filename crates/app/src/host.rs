//! The process: where the archives are, the world, and the session while one is unlocked.

use crate::{Code, Result, Session, World};
use std::path::PathBuf;

/// What every command finds. One in a process, behind a lock.
pub struct Host {
    /// The folder of all archives on this computer.
    pub data: PathBuf,
    /// Clock and randomness.
    pub world: World,
    session: Option<Session>,
}

impl Host {
    /// A process without an open archive.
    #[must_use]
    pub const fn new(data: PathBuf, world: World) -> Self {
        Self {
            data,
            world,
            session: None,
        }
    }

    /// The open session.
    ///
    /// # Errors
    /// `locked` if there is none.
    pub fn session(&mut self) -> Result<&mut Session> {
        self.session.as_mut().ok_or_else(|| Code::Locked.into())
    }

    /// Whether an archive is open.
    #[must_use]
    pub const fn is_unlocked(&self) -> bool {
        self.session.is_some()
    }

    /// Takes in an unlocked session, closing the one before.
    pub fn enter(&mut self, session: Session) {
        if let Some(before) = self.session.replace(session) {
            let _ = before.close();
        }
    }

    /// Closes the session and wipes its keys.
    ///
    /// # Errors
    /// The archive did not close cleanly; it is closed all the same.
    pub fn leave(&mut self) -> Result<()> {
        self.session.take().map_or(Ok(()), Session::close)
    }
}
