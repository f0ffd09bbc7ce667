//! Taking time: thread CPU of alternating blocks, their median and their 99th percentile.

use super::report::Figure;
use anyhow::Result;
use rustix::time::{ClockId, clock_gettime};

/// Milliseconds of CPU that this thread has used.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

fn wall() -> f64 {
    let time = clock_gettime(ClockId::Monotonic);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values[((last as f64) * share).round() as usize]
}

/// Which clock.
#[derive(Clone, Copy, PartialEq)]
pub enum Time {
    /// Thread CPU.
    Cpu,
    /// The clock on the wall.
    Wall,
}

/// Runs `times` blocks of each side in turn; answers median and 99th percentile, ours against plain. The first
/// tenth warms the caches and does not count.
pub fn interleaved(
    name: &str,
    (times, time): (usize, Time),
    mut act: impl FnMut(bool, usize) -> Result<()>,
) -> Result<Vec<Figure>> {
    let now = if time == Time::Cpu { cpu } else { wall };
    let mut taken = [Vec::new(), Vec::new()];
    for number in 0..times + times / 10 {
        for keyed in [true, false] {
            let before = now();
            act(keyed, number)?;
            let spent = now() - before;
            if number >= times / 10 {
                taken[usize::from(keyed)].push(spent);
            }
        }
    }
    let [mut plain, mut ours] = taken;
    let unit = if time == Time::Cpu { "ms" } else { "ms wall" };
    let mut figure = |share: f64, what: &str| Figure {
        name: format!("{name}, {what}"),
        value: percentile(&mut ours, share),
        unit,
        plain: Some(percentile(&mut plain, share)),
    };
    Ok(vec![figure(0.5, "p50"), figure(0.99, "p99")])
}

/// Resident memory of this process in MiB.
pub fn resident() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap_or_default();
    let kib: f64 = line.split_whitespace().next().unwrap_or("0").parse()?;
    Ok(kib / 1024.0)
}
