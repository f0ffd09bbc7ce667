//! Nobody at the keyboard: a notice 30 seconds before, then the lock. The clock is the machine's steady one, so
//! that setting the time changes nothing; the screen says that somebody is there, at most every few seconds.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long before the lock the screen says that it comes.
pub const NOTICE: Duration = Duration::from_secs(30);
/// Minutes without anybody until the lock, unless she chose otherwise.
pub const USUAL_MINUTES: u32 = 5;
/// What may be chosen, in minutes.
const LEAST_MINUTES: u32 = 1;
const MOST_MINUTES: u32 = 15;

/// What the watch has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The lock comes in 30 seconds.
    Notice,
    /// Somebody is there after all.
    Back,
    /// Nobody was there for the whole time.
    Lock,
}

/// What is due after some time without anybody.
#[derive(Debug, PartialEq, Eq)]
enum Due {
    Nothing { again_in: Duration },
    Notice { again_in: Duration },
    Lock,
}

/// What is due when nobody was there for `idle` and `limit` is what she chose.
fn due(idle: Duration, limit: Duration) -> Due {
    let notice = limit.saturating_sub(NOTICE);
    if idle >= limit {
        Due::Lock
    } else if idle >= notice {
        Due::Notice {
            again_in: limit.saturating_sub(idle),
        }
    } else {
        Due::Nothing {
            again_in: notice.saturating_sub(idle),
        }
    }
}

struct State {
    last: Instant,
    limit: Duration,
    noticed: bool,
    /// Something above changed since the watch last looked.
    changed: bool,
}

/// The watch over the keyboard.
#[derive(Clone)]
pub struct Idle {
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl Idle {
    /// A watch that begins now, with the usual minutes.
    #[must_use]
    pub fn new() -> Self {
        let limit = minutes(USUAL_MINUTES);
        let state = State {
            last: Instant::now(),
            limit,
            noticed: false,
            changed: false,
        };
        Self {
            shared: Arc::new((Mutex::new(state), Condvar::new())),
        }
    }

    /// Somebody is there. Answers whether a notice is to be taken back.
    pub fn present(&self) -> bool {
        self.change(|state| {
            state.last = Instant::now();
            std::mem::take(&mut state.noticed)
        })
    }

    /// The minutes that she chose, held between 1 and 15.
    pub fn set_minutes(&self, chosen: u32) {
        self.change(|state| state.limit = minutes(chosen));
    }

    /// Watches on a thread of its own, from now on, and says its word until it has said `Lock`.
    pub fn watch(&self, say: impl Fn(Word) + Send + 'static) {
        self.present();
        let idle = self.clone();
        std::thread::spawn(move || {
            loop {
                let (word, again_in) = idle.look();
                if let Some(word) = word {
                    say(word);
                }
                if word == Some(Word::Lock) {
                    return;
                }
                let (state, wake) = &*idle.shared;
                let held = state.lock().unwrap_or_else(PoisonError::into_inner);
                drop(wake.wait_timeout_while(held, again_in, |state| !std::mem::take(&mut state.changed)));
            }
        });
    }

    /// What is to be said now, and how long nothing is after that.
    fn look(&self) -> (Option<Word>, Duration) {
        let mut state = self.state();
        match due(state.last.elapsed(), state.limit) {
            Due::Lock => (Some(Word::Lock), Duration::ZERO),
            Due::Notice { again_in } => {
                let said = std::mem::replace(&mut state.noticed, true);
                ((!said).then_some(Word::Notice), again_in)
            }
            Due::Nothing { again_in } => {
                let said = std::mem::take(&mut state.noticed);
                (said.then_some(Word::Back), again_in)
            }
        }
    }

    fn change<T>(&self, how: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        let answer = how(&mut state);
        state.changed = true;
        self.shared.1.notify_all();
        answer
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is three plain values: it is whole even if a thread fell while holding it.
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn minutes(chosen: u32) -> Duration {
    Duration::from_secs(u64::from(chosen.clamp(LEAST_MINUTES, MOST_MINUTES)) * 60)
}

#[cfg(test)]
mod tests {
    use super::{Due, Idle, Word, due, minutes};
    use std::sync::mpsc;
    use std::time::{Duration, Instant};

    #[test]
    fn the_notice_comes_thirty_seconds_before_the_lock() {
        let at = |seconds| due(Duration::from_secs(seconds), minutes(5));
        assert_eq!(
            at(0),
            Due::Nothing {
                again_in: Duration::from_secs(270)
            }
        );
        assert_eq!(
            at(269),
            Due::Nothing {
                again_in: Duration::from_secs(1)
            }
        );
        assert_eq!(
            at(270),
            Due::Notice {
                again_in: Duration::from_secs(30)
            }
        );
        assert_eq!(
            at(299),
            Due::Notice {
                again_in: Duration::from_secs(1)
            }
        );
        assert_eq!(at(300), Due::Lock);
        assert_eq!(at(9_000), Due::Lock);
    }

    #[test]
    fn her_choice_is_held_between_one_and_fifteen_minutes() {
        assert_eq!(minutes(0), Duration::from_secs(60));
        assert_eq!(minutes(15), Duration::from_secs(900));
        assert_eq!(minutes(u32::MAX), Duration::from_secs(900));
    }

    #[test]
    fn the_watch_notices_hears_that_somebody_is_there_and_locks() {
        let idle = Idle::new();
        let (words, said) = mpsc::channel();
        idle.watch(move |word| words.send(word).unwrap());
        let ago = |seconds| {
            idle.change(|state| {
                state.last = Instant::now().checked_sub(Duration::from_secs(seconds)).unwrap()
            });
        };
        let patience = Duration::from_secs(20);
        ago(280);
        assert_eq!(said.recv_timeout(patience).unwrap(), Word::Notice);
        assert!(idle.present());
        assert!(!idle.present());
        ago(280);
        assert_eq!(said.recv_timeout(patience).unwrap(), Word::Notice);
        ago(301);
        assert_eq!(said.recv_timeout(patience).unwrap(), Word::Lock);
    }
}
