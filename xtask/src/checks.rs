//! What no compiler checks: the arrows between crates, sizes, names, traces of a machine, exported symbols.

pub mod edges;
pub mod lines;
pub mod names;
pub mod sizes;
pub mod symbols;
pub mod traces;

use anyhow::{Result, bail};

use crate::{run, say};

/// A source file of the repository: its path from the root, with `/`, and its text.
pub struct Source {
    /// Path from the workspace's root.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Every text file that is in git or about to be.
///
/// # Errors
/// When git is missing or this is no work tree.
pub fn sources() -> Result<Vec<Source>> {
    let listed = run::read(
        "",
        "git",
        &["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    )?;
    let root = run::root();
    let mut found = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // Pictures and archives are not text; a deleted file that is still listed is not there.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            found.push(Source {
                path: path.to_owned(),
                text,
            });
        }
    }
    Ok(found)
}

/// Runs every check that needs the sources only, and names all findings at once.
///
/// # Errors
/// The findings, one a line.
pub fn all() -> Result<()> {
    let sources = sources()?;
    let mut findings = edges::check()?;
    findings.extend(sizes::check(&sources));
    findings.extend(names::check(&sources));
    findings.extend(traces::check(&sources));
    say::line(&format!("   {}", lines::summary(&sources)));
    report(&findings)
}

/// Prints findings and turns them into one error.
///
/// # Errors
/// When there is any finding.
pub fn report(findings: &[String]) -> Result<()> {
    for finding in findings {
        say::line(&format!("   ! {finding}"));
    }
    if findings.is_empty() {
        return Ok(());
    }
    bail!("{} findings, listed above", findings.len());
}
