//! `cargo xtask bindings`: writes `ui/src/bindings` anew from the Rust types and the list of commands.

use anyhow::Result;
use xtask::run;

/// Runs the generator; without this variable the same test only compares, and fails when they are stale.
///
/// # Errors
/// When it does not compile or cannot write.
pub fn bindings() -> Result<()> {
    let line = ["test", "--package", "cartella-tests", "--test", "bindings"];
    run::run_with("", "cargo", &line, &[("CARTELLA_WRITE_BINDINGS", "1")])
}
