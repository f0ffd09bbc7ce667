//! A world that repeats itself: time moves when told, randomness follows from a seed.

use cartella_app::{Clock, World};
use cartella_archive::keys::{CheapKdf, Random, RandomError};
use cartella_domain::time::Instant;
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

/// A clock that moves when told, and a millisecond at every look so that ids differ in time.
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// A clock that shows `at` (RFC 3339).
    #[must_use]
    pub fn at(at: &str) -> Arc<Self> {
        let at: Instant = at.parse().unwrap_or_default();
        Arc::new(Self(AtomicI64::new(at.0)))
    }

    /// Sets it, backwards too.
    pub fn set(&self, at: &str) {
        let at: Instant = at.parse().unwrap_or_default();
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Sets it to a moment, backwards too.
    pub fn set_to(&self, at: Instant) {
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Moves it by minutes.
    pub fn pass_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Instant {
        Instant(self.0.fetch_add(1, Ordering::SeqCst))
    }

    fn monotonic(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Bytes that follow from a seed (SplitMix64): never for keys of real archives.
pub struct SeededRandom(AtomicU64);

impl SeededRandom {
    /// The sequence of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next number.
    pub fn next(&self) -> u64 {
        let mut z = self
            .0
            .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst)
            .wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        for chunk in bytes.chunks_mut(8) {
            for (byte, random) in chunk.iter_mut().zip(self.next().to_le_bytes()) {
                *byte = random;
            }
        }
        Ok(())
    }
}

/// A world of a seed that begins on Monday 2 March 2026, 9:00 in Italy.
#[must_use]
pub fn world(seed: u64) -> (World, Arc<FakeClock>) {
    let clock = FakeClock::at("2026-03-02T08:00:00Z");
    (
        World {
            clock: clock.clone(),
            random: Arc::new(SeededRandom::new(seed)),
            kdf: Arc::new(CheapKdf),
        },
        clock,
    )
}
