//! How much is sent at once, and how long to wait after a failure. Pure: randomness comes in.

use crate::messages::{MAX_BATCH, MAX_CHANGES};

/// Changes in the first batch.
pub const START_CHANGES: usize = 200;
/// Bytes in the first batch.
pub const START_BYTES: usize = 512 * 1024;
const LEAST_BYTES: usize = 8 * 1024;
/// Shortest wait after a failure, in milliseconds.
pub const FIRST_WAIT_MS: u64 = 2_000;
/// Longest, in milliseconds.
pub const LONGEST_WAIT_MS: u64 = 300_000;

/// What a device learns of the line; it need not survive a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Most changes in a batch.
    pub changes: usize,
    /// Most bytes in a batch.
    pub bytes: usize,
    /// Sessions that failed in a row.
    pub failures: u32,
    /// The last session ended with both sides holding the same: the next may be brief. Forgotten with the program, so
    /// that everything is compared scope by scope once in each of its runs.
    pub agreed: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            changes: START_CHANGES,
            bytes: START_BYTES,
            failures: 0,
            agreed: false,
        }
    }
}

impl Pace {
    /// After a time-out, or a batch that was too large: half of it.
    pub fn slower(&mut self) {
        self.changes = (self.changes / 2).max(1);
        self.bytes = (self.bytes / 2).max(LEAST_BYTES);
    }

    /// After a success: twice as much.
    pub fn faster(&mut self) {
        self.changes = self.changes.saturating_mul(2).min(MAX_CHANGES);
        self.bytes = self.bytes.saturating_mul(2).min(MAX_BATCH);
    }

    /// How long to wait before the next session after a failure: doubling from [`FIRST_WAIT_MS`] to
    /// [`LONGEST_WAIT_MS`], the upper half of it at random, so that laptops do not come back all at once.
    #[must_use]
    pub fn wait_ms(&self, random: u64) -> u64 {
        let doublings = self.failures.saturating_sub(1).min(16);
        let whole = FIRST_WAIT_MS.saturating_mul(1 << doublings).min(LONGEST_WAIT_MS);
        let half = whole / 2;
        (half + random % (half + 1)).max(FIRST_WAIT_MS)
    }
}
