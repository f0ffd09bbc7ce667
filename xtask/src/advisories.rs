//! `cargo xtask advisories`: asks the database of known weaknesses, where it can be reached. Not a part of the tests:
//! it needs the network, and its answer changes without us.

use anyhow::Result;
use xtask::run;

/// Asks for the Rust and the screens' packages.
///
/// # Errors
/// When there is a finding, or the database cannot be reached.
pub fn advisories() -> Result<()> {
    run::run("", "cargo", &["deny", "--all-features", "check", "advisories"])?;
    run::run("ui", run::npm(), &["audit", "--omit=dev"])
}
