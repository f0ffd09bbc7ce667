//! `cargo xtask test`: everything that must hold before a change is delivered, on a machine that had nothing.
//! One feature set, the whole workspace, one profile, so that nothing is compiled twice. Cheap steps first.

use anyhow::Result;
use xtask::{checks, run, say};

use crate::setup::setup;

/// Runs all steps; the first that fails ends it.
///
/// # Errors
/// The failing step's.
pub fn test() -> Result<()> {
    say::step("everything", || {
        setup()?;
        say::step("format", || run::run("", "cargo", &["fmt", "--all", "--check"]))?;
        say::step("edges, sizes, names, traces", checks::all)?;
        screens()?;
        say::step("clippy", || {
            run::run(
                "",
                "cargo",
                &[
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--locked",
                    "--",
                    "-D",
                    "warnings",
                ],
            )
        })?;
        say::step("build", || {
            run::run(
                "",
                "cargo",
                &["build", "--workspace", "--all-targets", "--locked"],
            )
        })?;
        say::step("exported symbols", checks::symbols::check)?;
        say::step("tests", tests)?;
        screens_in_chromium()?;
        say::step("licences, bans, sources", || {
            run::run(
                "",
                "cargo",
                &["deny", "--all-features", "check", "licenses", "bans", "sources"],
            )
        })
    })
}

/// The screens' own checks, when there are screens.
fn screens() -> Result<()> {
    if !run::root().join("ui/package.json").exists() {
        return Ok(());
    }
    for (name, script) in [
        ("screens: lint", "lint"),
        ("screens: unit tests", "test"),
        ("screens: types and build", "build"),
    ] {
        say::step(name, || run::run("ui", run::npm(), &["run", "--silent", script]))?;
    }
    Ok(())
}

/// The same screens in Chromium over the tests' bridge: flows by keyboard, pictures, accessibility.
fn screens_in_chromium() -> Result<()> {
    if !run::root().join("ui/e2e").exists() {
        return Ok(());
    }
    say::step("screens in Chromium", || {
        run::run("ui", run::npm(), &["run", "--silent", "e2e"])
    })
}

/// The Rust tests, the real window among them; doc tests too.
fn tests() -> Result<()> {
    if run::have("cargo-nextest") {
        run::run(
            "",
            "cargo",
            &["nextest", "run", "--workspace", "--locked", "--no-fail-fast"],
        )?;
        return run::run(
            "",
            "cargo",
            &["test", "--workspace", "--locked", "--doc", "--quiet"],
        );
    }
    run::run(
        "",
        "cargo",
        &["test", "--workspace", "--locked", "--no-fail-fast"],
    )
}
