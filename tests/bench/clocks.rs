//! The two clocks of a measurement, in milliseconds.

use rustix::time::{ClockId, clock_gettime};

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
