//! The one place that prints.

use std::io::Write as _;

/// One line for the person at the terminal; a closed terminal is no reason to stop.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}
