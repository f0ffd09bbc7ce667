//! The hybrid clock of a device. It orders what is shown and marks doubtful times; no decision hangs on it.

use crate::ids::Hlc;
use cartella_domain::time::Instant;

/// The wall clock stands before a time that this device already gave out.
pub const BEHIND: u32 = 1;
/// Wall clock and monotonic clock parted by more than [`JUMP_MS`] since the offset was last measured.
pub const JUMPED: u32 = 2;
/// The offset to the hub was never measured.
pub const UNMEASURED: u32 = 4;
/// The measured offset is more than [`SKEW_MS`]: the operator is warned.
pub const SKEWED: u32 = 8;

/// Largest difference between wall and monotonic time that is not a jump, in milliseconds.
pub const JUMP_MS: i64 = 2_000;
/// Largest offset to the hub without a warning, in milliseconds (ten minutes).
pub const SKEW_MS: i64 = 600_000;
/// How far ahead of its receipt a stamp may order a change, in milliseconds.
pub const AHEAD_MS: i64 = 60_000;

/// What the clock says of a change, for its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// A stamp above every stamp given or observed before.
    pub hlc: Hlc,
    /// How far the hub's clock is ahead, milliseconds; 0 until measured.
    pub offset_ms: i64,
    /// What is known to be wrong.
    pub flags: u32,
}

/// The clock's state. Keep [`Clock::last`] and the offset across restarts; monotonic time does not survive them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    last: Hlc,
    offset: Option<i64>,
    jumped: bool,
    anchor: Option<(i64, i64)>,
}

impl Clock {
    /// The clock of a device that gave out `last` and measured `offset` (milliseconds) in an earlier run.
    #[must_use]
    pub const fn resume(last: Hlc, offset: Option<i64>) -> Self {
        Self {
            last,
            offset,
            jumped: false,
            anchor: None,
        }
    }

    /// The highest stamp given or observed.
    #[must_use]
    pub const fn last(&self) -> Hlc {
        self.last
    }

    /// The next stamp. `monotonic` is milliseconds since any fixed moment of this run.
    pub fn tick(&mut self, now: Instant, monotonic: i64) -> Reading {
        let (wall, mono) = *self.anchor.get_or_insert((now.0, monotonic));
        let drift = now
            .0
            .saturating_sub(wall)
            .saturating_sub(monotonic.saturating_sub(mono));
        self.jumped |= drift.saturating_abs() > JUMP_MS;
        let behind = now < self.last.instant();
        self.last = Hlc::at(now).max(Hlc(self.last.0.saturating_add(1)));
        let flag = |set: bool, bit: u32| if set { bit } else { 0 };
        let skewed = self.offset.is_some_and(|ms| ms.saturating_abs() > SKEW_MS);
        Reading {
            hlc: self.last,
            offset_ms: self.offset.unwrap_or(0),
            flags: flag(behind, BEHIND)
                | flag(self.jumped, JUMPED)
                | flag(self.offset.is_none(), UNMEASURED)
                | flag(skewed, SKEWED),
        }
    }

    /// Takes in the effective stamp of somebody else's change, so that what is written after reading it is shown after it.
    pub fn observe(&mut self, effective: Hlc) {
        self.last = self.last.max(effective);
    }

    /// Takes in a measured offset (hub minus device, milliseconds); doubts about jumps begin anew.
    pub fn measured(&mut self, offset_ms: i64, now: Instant, monotonic: i64) {
        self.offset = Some(offset_ms);
        self.jumped = false;
        self.anchor = Some((now.0, monotonic));
    }
}

/// The stamp that orders a change: its own, but not more than a minute after it was received.
#[must_use]
pub fn effective(stamp: Hlc, received_at: Instant) -> Hlc {
    stamp.min(Hlc(Hlc::at(received_at.plus_millis(AHEAD_MS)).0 | 0xFFFF))
}

/// Offset from the four times of an exchange (sent, received there, answered there, received back): hub minus
/// device, milliseconds.
#[must_use]
pub fn offset(sent: Instant, there: Instant, answered: Instant, back: Instant) -> i64 {
    let out = i128::from(there.0) - i128::from(sent.0);
    let home = i128::from(answered.0) - i128::from(back.0);
    i64::try_from((out + home) / 2).unwrap_or(0)
}
