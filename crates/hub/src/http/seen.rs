//! Requests of the last minutes: one that comes a second time is refused. Forgotten with the process, which loses
//! nothing: every request is idempotent.

use cartella_domain::time::Instant;
use cartella_sync::{
    ids::DeviceId,
    messages::Problem,
    request::{FRESH_MS, Signed},
};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// How many are remembered before the old ones are looked for.
const MANY: usize = 100_000;

/// Numbers that devices used once.
#[derive(Default)]
pub struct Seen(Mutex<HashMap<(DeviceId, [u8; 16]), Instant>>);

impl Seen {
    /// Remembers a request whose signature and time were checked.
    ///
    /// # Errors
    /// [`Problem::Unauthorised`] for one that came before.
    pub fn first_time(&self, signed: &Signed, now: Instant) -> Result<(), Problem> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= MANY {
            // Older than this its time alone is refused.
            seen.retain(|_, at| now.0.saturating_sub(at.0) <= FRESH_MS);
        }
        match seen.insert((signed.device, signed.nonce), signed.at) {
            None => Ok(()),
            Some(_) => Err(Problem::Unauthorised),
        }
    }
}
