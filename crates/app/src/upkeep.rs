//! What the program does by itself in the pauses of her work: it merges what the last writes left in the index, a little at a
//! time, folds the write-ahead log in, and makes the copy of the day.
//!
//! Nothing here is asked for by a window. A command never waits for more than one small merge: the copy is made over a
//! connection of its own, while the archive is free.

use crate::{Host, Result, alarm::Alarm, archives::Copying};
use cartella_archive::pause;
use std::{
    collections::BTreeSet,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// Without a command for so long, it is a pause.
const PAUSE: Duration = Duration::from_secs(2);
/// Between two small pieces of work, so that a command that came meanwhile goes first.
const BREATH: Duration = Duration::from_millis(30);
/// After a copy that could not be made: the disk may be full for a while.
const AFTER_TROUBLE: Duration = Duration::from_hours(1);

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There was nothing to do.
    Rest,
    /// A little of the index was merged; there may be more.
    Merged,
    /// The copy of the day was made and proven.
    Copied,
}

type Told = Box<dyn Fn(&BTreeSet<&'static str>) + Send + Sync>;

/// Whoever keeps the archive in order. One in a process, on a thread of its own.
pub struct Upkeep {
    told: Told,
    next: Alarm,
    /// No copy is tried before.
    copies_from: Mutex<Option<Instant>>,
    stopped: AtomicBool,
}

impl Upkeep {
    /// One that has nothing to do yet; `told` hears which of the screen's caches changed.
    #[must_use]
    pub fn new(told: impl Fn(&BTreeSet<&'static str>) + Send + Sync + 'static) -> Self {
        Self {
            told: Box::new(told),
            next: Alarm::default(),
            copies_from: Mutex::default(),
            stopped: AtomicBool::new(false),
        }
    }

    /// Hears that a command ended: the pause begins anew.
    pub fn hear(&self) {
        self.next.set(PAUSE);
    }

    /// Works in the pauses, until [`Upkeep::end`]. Blocks: on a thread of its own.
    pub fn run(&self, host: &Mutex<Host>) {
        while self.next.wait() {
            match self.step(host) {
                // A command that came meanwhile has begun a new pause.
                Ok(Step::Merged) => self.next.unless_set(BREATH),
                Ok(Step::Copied) => (self.told)(&BTreeSet::from(["archive"])),
                Ok(Step::Rest) => {}
                Err(error) => {
                    tracing::warn!(%error, "the archive could not be kept in order");
                    *self.copies_from() = Some(Instant::now() + AFTER_TROUBLE);
                }
            }
        }
    }

    /// Does one small piece of work, if there is one.
    ///
    /// # Errors
    /// The disk is full or fails; archive and older copies are as they were.
    pub fn step(&self, host: &Mutex<Host>) -> Result<Step> {
        let copying = {
            let mut host = host.lock().unwrap_or_else(PoisonError::into_inner);
            let Ok(session) = host.session() else {
                return Ok(Step::Rest);
            };
            if pause::tend(session.archive().db())? {
                return Ok(Step::Merged);
            }
            if !self.may_copy() || !Copying::is_due(session)? {
                return Ok(Step::Rest);
            }
            Copying::of(session)?
        };
        copying.make(&|| self.stopped.load(Ordering::SeqCst))?;
        Ok(Step::Copied)
    }

    /// Ends [`Upkeep::run`] and a copy that is being made.
    pub fn end(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.next.end();
    }

    fn may_copy(&self) -> bool {
        self.copies_from().is_none_or(|from| from <= Instant::now())
    }

    fn copies_from(&self) -> MutexGuard<'_, Option<Instant>> {
        // One plain value: whole even if a thread fell while holding it.
        self.copies_from.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
