//! What the use cases ask of the world: time, ids, randomness. The shell gives the real ones, a test its own.

use cartella_archive::keys::{Argon2id, Kdf, OsRandom, Random};
use cartella_domain::time::{CivilDate, ClockTime, Instant};
use std::sync::Arc;
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// This moment, by the device's clock. Nothing legal hangs on it.
    fn now(&self) -> Instant;

    /// Milliseconds since any fixed moment of this run, by a clock that cannot be set.
    fn monotonic(&self) -> i64;
}

/// A clock, an id maker and a source of randomness, shared by every session of a process.
#[derive(Clone)]
pub struct World {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness for keys, salts and ids.
    pub random: Arc<dyn Random + Send + Sync>,
    /// Derives keys from passphrases: Argon2id everywhere but in tests that open hundreds of archives.
    pub kdf: Arc<dyn Kdf + Send + Sync>,
}

impl World {
    /// The machine's own clock, randomness and key derivation: what the product runs with.
    #[must_use]
    pub fn system() -> Self {
        Self {
            clock: Arc::new(SystemClock::default()),
            random: Arc::new(OsRandom),
            kdf: Arc::new(Argon2id),
        }
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The civil day in Italy now.
    #[must_use]
    pub fn today(&self) -> CivilDate {
        rome_date(self.now())
    }

    /// A new UUIDv7.
    #[must_use]
    pub fn id(&self) -> Uuid {
        let bytes: [u8; 10] = self.bytes();
        let millis = u64::try_from(self.now().0).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

impl World {
    /// A salt for a change.
    #[must_use]
    pub fn salt(&self) -> [u8; 16] {
        self.bytes()
    }

    /// Random bytes. A system that gives none cannot work at all, so this waits for it rather than answer
    /// with bytes that somebody could foresee.
    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        while self.random.fill(&mut bytes).is_err() {
            std::thread::yield_now();
        }
        bytes
    }
}

/// The civil day in Italy at a moment.
#[must_use]
pub fn rome_date(moment: Instant) -> CivilDate {
    moment.rome_date()
}

/// The time of day in Italy at a moment, to the minute.
#[must_use]
pub fn rome_time(moment: Instant) -> ClockTime {
    moment.rome_time()
}

/// The device's own clock.
pub struct SystemClock(std::time::Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(std::time::Instant::now())
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the port that the rest of the code asks"
    )]
    fn now(&self) -> Instant {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Instant(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn monotonic(&self) -> i64 {
        i64::try_from(self.0.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}
