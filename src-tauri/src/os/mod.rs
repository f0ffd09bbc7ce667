//! What differs between operating systems, and nothing else in the shell does: where the archives are, what must
//! not be readable of the process, and the moments at which the machine is left alone.
//!
//! The Linux side is tested. The Windows side is written from the documentation and has not yet been tried.

use std::path::PathBuf;

use anyhow::Result;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

/// A moment at which the record must be closed, told by the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The user locked her session, or the screen saver did.
    SessionLocked,
    /// The machine is about to sleep; it waits for us a few seconds.
    Suspending,
    /// The session ends, or somebody asked the process to end.
    Ending,
    /// The program was started a second time: the window that is there comes to the front.
    Called,
}

/// What the shell does when told of a moment; runs on the window's thread and must only start things.
pub type Announce = Box<dyn Fn(Moment) + Send + Sync + 'static>;

/// An operating system, as far as the shell knows one.
pub trait Os: Send + Sync {
    /// No core dump of this process and no other program of the same user looking into it. Called first in `main`.
    ///
    /// # Errors
    /// When the system refuses; the program must not go on then.
    fn seal(&self) -> Result<()>;

    /// The folder of the archives when none is given: the user's own, on this machine only, not roaming.
    ///
    /// # Errors
    /// When the system does not say where the user's folders are.
    fn home(&self) -> Result<PathBuf>;

    /// Begins to listen for the moments; called on the window's thread. What it cannot listen to is left out:
    /// a machine without a session bus still locks by hand and on idle.
    fn watch(&self, announce: Announce);

    /// Ends the processes that this one started (the web engine's), at once.
    fn end_children(&self);

    /// Asks the process with this number, which is the program's first instance, to come to the front.
    fn call(&self, process: u32);

    /// Makes a folder readable by its owner alone, where the system knows such a thing.
    ///
    /// # Errors
    /// When the system refuses.
    fn only_mine(&self, folder: &std::path::Path) -> Result<()>;
}

/// The system that this program was built for.
#[cfg(target_os = "linux")]
pub const HERE: &dyn Os = &linux::Linux;
/// The system that this program was built for.
#[cfg(windows)]
pub const HERE: &dyn Os = &windows::Windows;
