//! `cargo xtask bench NAME ...`: runs a benchmark of the tests' package in the profile for measuring, with its own arguments.
//! `archive` goes on to the window, so that one command gives all figures; `window` alone is there too. `hub` and `sync`
//! start the office's server; `sync` installs what it is measured against, from its own lock file.

use anyhow::{Result, bail};
use xtask::{run, say};

use crate::setup::{packages, to_run};

/// Runs the benchmark of this name; what follows is its own (`--json FILE`, sizes, runs).
///
/// # Errors
/// Without a name, or when it fails.
pub fn bench(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("which one? `cargo xtask bench archive --json FILE`");
    };
    match name.as_str() {
        "archive" => {
            build(&["--example", "bench_archive"])?;
            say::step("archive", || example("archive", rest))?;
            window(&of(rest, "--json"))
        }
        "window" => window(rest),
        "hub" => office("hub", rest),
        "sync" => {
            say::step("PouchDB", || packages("tests/bench/sync"))?;
            office("sync", rest)
        }
        name => {
            build(&["--example", &format!("bench_{name}")])?;
            example(name, rest)
        }
    }
}

/// The window, its screens and the program built first.
fn window(rest: &[String]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        say::line("the window is measured on Linux only");
        return Ok(());
    }
    to_run()?;
    say::step("screens", || {
        run::run("ui", run::npm(), &["run", "--silent", "build"])
    })?;
    build(&["--bin", "cartella", "--example", "bench_window"])?;
    say::step("window", || example("window", rest))
}

/// A benchmark that starts the office's server, which is built beside it.
fn office(name: &str, rest: &[String]) -> Result<()> {
    to_run()?;
    build(&["--bin", "cartella-hub", "--example", &format!("bench_{name}")])?;
    say::step(name, || example(name, rest))
}

/// Builds as fast as a release where it matters, with the features of the whole workspace, so that nothing is built twice.
fn build(what: &[&str]) -> Result<()> {
    let mut line = vec!["build", "--profile", "measured", "--workspace"];
    line.extend(what);
    say::step("build as fast as a release (minutes)", || {
        run::run("", "cargo", &line)
    })
}

/// One argument with its value, if it is there.
fn of(arguments: &[String], name: &str) -> Vec<String> {
    let pair = arguments
        .windows(2)
        .find(|pair| pair.first().is_some_and(|first| first == name));
    pair.map(<[String]>::to_vec).unwrap_or_default()
}

fn example(name: &str, rest: &[String]) -> Result<()> {
    let file = format!("bench_{name}{}", std::env::consts::EXE_SUFFIX);
    let program = run::profile("measured").join("examples").join(file);
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    run::run("", &program.to_string_lossy(), &rest)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn of_the_arguments_the_window_gets_the_file_alone() {
        let line = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            of(&line("--size laptop --json a.json"), "--json"),
            line("--json a.json")
        );
        assert!(of(&line("--size laptop"), "--json").is_empty());
    }
}
