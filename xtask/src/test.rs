//! `cargo xtask test`: everything that must hold before a change is delivered, on a machine that had nothing.
//! One feature set, the whole workspace, one profile, so that nothing is compiled twice. Cheap steps first.

use std::path::PathBuf;

use anyhow::{Result, bail};
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
        let linting = linting()?;
        let mut linting: Vec<(&str, &str)> = linting
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        // What lets the next build be quicker is a quarter of what this one writes: for who builds again and again, and asks for it.
        if std::env::var_os("CARGO_INCREMENTAL").is_none() {
            linting.push(("CARGO_INCREMENTAL", "0"));
        }
        say::step("build, with every lint", || {
            let line = ["build", "--workspace", "--all-targets", "--locked"];
            run::run_with("", "cargo", &line, &linting)
        })?;
        say::step("exported symbols", checks::symbols::check)?;
        say::step("tests", || tests(&linting))?;
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

/// What makes clippy the compiler: one build gives the lints and the programs, where `cargo clippy` beside `cargo build` compiles
/// everything twice. What is built so is kept apart from what a plain `cargo build` makes. On Windows, where a program that
/// runs (this one) cannot be replaced, clippy goes first on its own.
fn linting() -> Result<Vec<(&'static str, String)>> {
    if cfg!(windows) {
        let line = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ];
        run::run("", "cargo", &line)?;
        return Ok(Vec::new());
    }
    let sysroot = run::read("", "rustc", &["--print", "sysroot"])?;
    let driver = PathBuf::from(sysroot.trim()).join("bin/clippy-driver");
    if !driver.is_file() {
        bail!("no clippy beside this compiler: `rustup component add clippy`");
    }
    Ok(vec![
        ("RUSTC_WORKSPACE_WRAPPER", driver.to_string_lossy().into_owned()),
        // Two arguments, with the mark that clippy divides its own by.
        (
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__".to_owned(),
        ),
    ])
}

/// The Rust tests, the real window among them; doc tests too. `linting`: as everything was built, so that nothing is built again.
fn tests(linting: &[(&str, &str)]) -> Result<()> {
    let cargo = |line: &[&str]| run::run_with("", "cargo", line, linting);
    if run::have("cargo-nextest") {
        cargo(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast"])?;
        return cargo(&["test", "--workspace", "--locked", "--doc", "--quiet"]);
    }
    cargo(&["test", "--workspace", "--locked", "--no-fail-fast"])
}
