//! Makes the archive that `cargo xtask demo` opens: an azienda of people who do not exist, as of today.
//!
//! `demo DIR` makes it in `DIR` unless one is there, and prints the passphrase.
#![expect(clippy::print_stdout, reason = "the passphrase is what it says")]

use anyhow::{Context as _, Result};
use cartella_testkit::azienda::Size;
use cartella_tests::grown;
use std::path::PathBuf;

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("which folder?")?);
    grown::ready(&folder, Size::DEMO)?;
    println!("{}", grown::PASSPHRASE);
    Ok(())
}
