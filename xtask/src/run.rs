//! Running other programs: in the workspace's root, with an error that says what was run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The workspace's root: the folder above this crate's.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds in the development profile.
#[must_use]
pub fn built() -> PathBuf {
    profile("debug")
}

/// Where cargo puts what it builds in another profile.
#[must_use]
pub fn profile(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(name)
}

/// The product as built for development.
#[must_use]
pub fn product() -> PathBuf {
    built().join(format!("cartella{}", std::env::consts::EXE_SUFFIX))
}

/// Is this program on the path?
#[must_use]
pub fn have(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| {
        folder.join(program).is_file()
            || folder
                .join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
                .is_file()
    })
}

/// Runs a program in a folder of the workspace with the terminal as its output.
///
/// # Errors
/// When it cannot be started or ends badly.
pub fn run(folder: &str, program: &str, arguments: &[&str]) -> Result<()> {
    run_with(folder, program, arguments, &[])
}

/// The same, with environment variables of its own.
///
/// # Errors
/// When it cannot be started or ends badly.
pub fn run_with(folder: &str, program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Result<()> {
    let status = command(folder, program, arguments)
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .status()
        .with_context(|| {
            format!("`{program}` could not be started: is it installed? (`cargo xtask setup`)")
        })?;
    if !status.success() {
        bail!(
            "`{program} {}` in ./{folder} ended with {status}",
            arguments.join(" ")
        );
    }
    Ok(())
}

/// Runs a program and gives what it printed.
///
/// # Errors
/// When it cannot be started or ends badly; then with what it said on its error output.
pub fn read(folder: &str, program: &str, arguments: &[&str]) -> Result<String> {
    let out = command(folder, program, arguments)
        .stdin(Stdio::null())
        .output()
        .with_context(|| {
            format!("`{program}` could not be started: is it installed? (`cargo xtask setup`)")
        })?;
    if !out.status.success() {
        let said = String::from_utf8_lossy(&out.stderr);
        bail!(
            "`{program} {}` ended with {}: {}",
            arguments.join(" "),
            out.status,
            said.trim()
        );
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// npm and npx are scripts on Windows and want their ending there.
#[must_use]
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn command(folder: &str, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root().join(folder)).args(arguments);
    command
}
