//! The one place that prints: lines for the person at the terminal, and steps with their time.

use std::io::Write as _;
use std::time::Instant;

use anyhow::{Context as _, Result};

/// Prints one line at once, so that it stands before what a child process prints next.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    // A closed terminal is no reason to stop the work.
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// Runs one named step, printing its name before and its seconds after.
///
/// # Errors
/// The step's own error, with its name in front.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    line(&format!("── {name}"));
    let start = Instant::now();
    let answer = work().with_context(|| format!("step \"{name}\" failed"))?;
    line(&format!("   {name}: {:.1} s", start.elapsed().as_secs_f32()));
    Ok(answer)
}
