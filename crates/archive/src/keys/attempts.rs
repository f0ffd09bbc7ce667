//! Wrong passphrases slow the next try. They never destroy anything: who copies the files can try without us anyway,
//! so this only stops a colleague at the keyboard.

use std::path::Path;
use std::time::Duration;

use cartella_domain::time::Instant;
use minicbor::{Decoder, Encoder};

use super::slots::SlotsError;
use crate::disk::{self, Disk};

/// The name of the file in a store's folder.
pub const FILE_NAME: &str = "attempts.cbor";
const LARGEST: u64 = 256;

/// How long to wait after so many failures in a row: nothing for the first four, then 1, 2, 4 ... 300 seconds.
pub fn wait_after(failures: u32) -> Duration {
    const FREE: u32 = 5;
    const LONGEST: u64 = 300;
    match failures.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(over) => Duration::from_secs(1_u64.checked_shl(over).unwrap_or(LONGEST).clamp(1, LONGEST)),
    }
}

/// What failed since the last time that the archive was unlocked. It becomes an event of the audit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Failures {
    /// How many in a row.
    pub count: u32,
    /// When the first was; the epoch when there was none.
    pub first: Instant,
    /// When the last was; the epoch when there was none.
    pub last: Instant,
}

impl Failures {
    /// How long the next try has to wait at this moment. A clock put back does not make it longer than the wait itself.
    pub fn remaining(&self, now: Instant) -> Duration {
        let wait = wait_after(self.count);
        let passed = Duration::from_millis(u64::try_from(now.0.saturating_sub(self.last.0)).unwrap_or(0));
        wait.saturating_sub(passed)
    }

    fn failed(self, now: Instant) -> Self {
        let first = if self.count == 0 { now } else { self.first };
        Self {
            count: self.count.saturating_add(1),
            first,
            last: now,
        }
    }
}

/// The counter of a store, in a small file beside the slots.
pub struct Attempts<'a> {
    folder: &'a Path,
    disk: &'a dyn Disk,
}

impl<'a> Attempts<'a> {
    /// The counter of the store in this folder.
    pub fn of(folder: &'a Path, disk: &'a dyn Disk) -> Self {
        Self { folder, disk }
    }

    /// What failed so far. A missing or damaged counter is no failure: it must not lock anybody out.
    ///
    /// A clock that stands before the last failure was put back; the wait then starts again from now.
    pub fn failures(&self, now: Instant) -> Failures {
        let mut failures = disk::read_small(&self.path(), LARGEST)
            .ok()
            .and_then(|bytes| decode(&bytes))
            .unwrap_or_default();
        if failures.last > now {
            failures.last = now;
            // Kept, so that the wait ends; when it cannot be kept the next try says so.
            let _ = self.write(failures);
        }
        failures
    }

    /// Counts one more failure and gives the wait that it brings.
    pub fn record_failure(&self, now: Instant) -> Result<Duration, SlotsError> {
        let failures = self.failures(now).failed(now);
        self.write(failures)?;
        Ok(wait_after(failures.count))
    }

    /// After a successful unlock: gives what failed before it, for the audit, and starts again from nothing.
    pub fn take(&self, now: Instant) -> Result<Failures, SlotsError> {
        let failures = self.failures(now);
        if failures.count > 0 {
            self.disk.remove_file(&self.path())?;
        }
        Ok(failures)
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.join(FILE_NAME)
    }

    fn write(&self, failures: Failures) -> Result<(), SlotsError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes);
        // Writing into memory cannot fail.
        let _ = encoder
            .array(3)
            .and_then(|e| e.u32(failures.count))
            .and_then(|e| e.i64(failures.first.0))
            .and_then(|e| e.i64(failures.last.0).map(drop));
        Ok(disk::replace(self.disk, &self.path(), &bytes)?)
    }
}

fn decode(bytes: &[u8]) -> Option<Failures> {
    let mut decoder = Decoder::new(bytes);
    decoder.array().ok().filter(|length| *length == Some(3))?;
    Some(Failures {
        count: decoder.u32().ok()?,
        first: Instant(decoder.i64().ok()?),
        last: Instant(decoder.i64().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    #[test]
    fn the_wait_doubles_from_the_fifth_failure_and_stops_at_five_minutes() {
        let waits: Vec<u64> = (0..=16).map(|failures| wait_after(failures).as_secs()).collect();
        assert_eq!(
            waits,
            [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
        );
        assert_eq!(wait_after(u32::MAX).as_secs(), 300);
    }

    #[test]
    fn the_count_outlives_the_program_and_ends_with_an_unlock() {
        let folder = tempfile::tempdir().unwrap();
        for at in 1..=6 {
            Attempts::of(folder.path(), &OsDisk)
                .record_failure(Instant(at * 1_000))
                .unwrap();
        }
        let attempts = Attempts::of(folder.path(), &OsDisk);
        let failures = attempts.failures(Instant(6_500));
        assert_eq!(
            failures,
            Failures {
                count: 6,
                first: Instant(1_000),
                last: Instant(6_000)
            }
        );
        assert_eq!(failures.remaining(Instant(6_500)), Duration::from_millis(1_500));
        assert_eq!(failures.remaining(Instant(8_000)), Duration::ZERO);
        assert_eq!(attempts.take(Instant(9_000)).unwrap(), failures);
        assert_eq!(attempts.failures(Instant(9_000)), Failures::default());
    }

    #[test]
    fn a_clock_put_back_never_locks_for_longer_than_the_wait() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = Attempts::of(folder.path(), &OsDisk);
        for _ in 0..20 {
            attempts.record_failure(Instant(1_000_000_000)).unwrap();
        }
        assert_eq!(
            attempts.failures(Instant(5_000)).remaining(Instant(5_000)),
            Duration::from_secs(300)
        );
        assert_eq!(
            attempts.failures(Instant(305_000)).remaining(Instant(305_000)),
            Duration::ZERO
        );
    }

    #[test]
    fn a_damaged_counter_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = Attempts::of(folder.path(), &OsDisk);
        for bytes in [&b""[..], &[0x83, 0x1a], &[0xff; 300]] {
            std::fs::write(folder.path().join(FILE_NAME), bytes).unwrap();
            assert_eq!(attempts.failures(Instant(1)), Failures::default());
        }
    }
}
