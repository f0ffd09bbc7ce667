//! The two clocks of a measurement, in milliseconds; and waiting as long as one is told to.

use rustix::time::{ClockId, clock_gettime};
use std::{thread, time::Duration};

/// Milliseconds of CPU that this thread has used.
pub fn cpu() -> f64 {
    read(ClockId::ThreadCPUTime)
}

/// Milliseconds on the wall.
pub fn wall() -> f64 {
    read(ClockId::Monotonic)
}

fn read(clock: ClockId) -> f64 {
    let time = clock_gettime(clock);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// Comes again after so many milliseconds.
#[expect(
    clippy::disallowed_methods,
    reason = "the office said how long, and nothing tells when"
)]
pub fn later(ms: u64) {
    thread::sleep(Duration::from_millis(ms));
}
