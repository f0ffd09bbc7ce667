//! A moment that a thread of its own waits for, and that others set: for what the program does by itself.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

#[derive(Default)]
struct State {
    due: Option<Instant>,
    ended: bool,
}

/// The moment, if one is set. It is over when it was ended.
#[derive(Default)]
pub(crate) struct Alarm {
    state: Mutex<State>,
    wake: Condvar,
}

impl Alarm {
    /// Due after so long from now, whatever was set before.
    pub fn set(&self, after: Duration) {
        self.state().due = Some(Instant::now() + after);
        self.wake.notify_all();
    }

    /// Due after so long from now, unless it is sooner already.
    pub fn sooner(&self, after: Duration) {
        let due = Instant::now() + after;
        let mut state = self.state();
        state.due = Some(state.due.map_or(due, |known| known.min(due)));
        self.wake.notify_all();
    }

    /// Due after so long from now, if nothing is set.
    pub fn unless_set(&self, after: Duration) {
        self.state().due.get_or_insert_with(|| Instant::now() + after);
        self.wake.notify_all();
    }

    /// How long it is until then; none when nothing is set.
    pub fn left(&self) -> Option<Duration> {
        let due = self.state().due;
        due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    /// Ends every waiting.
    pub fn end(&self) {
        self.state().ended = true;
        self.wake.notify_all();
    }

    /// Waits for the moment and forgets it; `false` when it is over.
    pub fn wait(&self) -> bool {
        let mut state = self.state();
        loop {
            if state.ended {
                return false;
            }
            let left = state.due.map(|due| due.saturating_duration_since(Instant::now()));
            state = match left {
                Some(Duration::ZERO) => {
                    state.due = None;
                    return true;
                }
                Some(left) => {
                    let woken = self.wake.wait_timeout(state, left);
                    woken.unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.wake.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Two plain values: whole even if a thread fell while holding them.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
