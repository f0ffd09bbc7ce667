//! `cargo xtask demo`: builds the program, makes an archive of invented families, opens the window on it.
//! Without a screen it makes one, waits until the window is painted, and leaves pictures under target/demo/. `--office` does
//! the same with an office: see `office`.

mod office;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use xtask::display::Display;
use xtask::{run, say};

use crate::setup::to_run;

/// How long a development build may take to its first picture on a slow machine.
const FIRST_PICTURE: Duration = Duration::from_secs(60);

/// The program, what fills its archive, and what looks around in it: with the features of the whole workspace, so that
/// the tests find all of it built.
const BUILD: [&str; 8] = [
    "build",
    "--workspace",
    "--bin",
    "cartella",
    "--bin",
    "demo",
    "--example",
    "pictures",
];

/// Does what a line asks.
///
/// # Errors
/// Another argument than `--office` and `--second`; as [`alone`].
pub fn demo(arguments: &[String]) -> Result<()> {
    let said: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match said.as_slice() {
        [] => alone(),
        ["--office"] => office::demo(office::Whose::First),
        ["--office", "--second"] | ["--second", "--office"] => office::demo(office::Whose::Second),
        _ => bail!("cargo xtask demo [--office [--second]]"),
    }
}

/// The screens and these programs.
fn build(programs: &[&str]) -> Result<()> {
    to_run()?;
    if run::root().join("ui/package.json").exists() {
        say::step("screens", || {
            run::run("ui", run::npm(), &["run", "--silent", "build"])
        })?;
    }
    say::step("program", || run::run("", "cargo", programs))
}

/// Builds, fills and opens.
///
/// # Errors
/// When something is missing, does not build, or the window does not come.
fn alone() -> Result<()> {
    build(&BUILD)?;
    let folder = say::step("archive of invented families", demo_archive)?;
    if has_screen() {
        let status = program(&folder)
            .status()
            .context("the program could not be started")?;
        say::line(&format!("   the window was closed ({status})"));
        return Ok(());
    }
    let picture = run::root().join("target/demo/cartella.png");
    say::step("window on a screen without a monitor", || {
        photograph(&folder, &picture)
    })?;
    say::line(&format!("   picture: {}", picture.display()));
    // The window was seen; what follows is a look around in it.
    if let Err(error) = say::step("its pages, unlocked", || pages(&folder)) {
        say::line(&format!("   no pictures of the pages: {error:#}"));
    }
    Ok(())
}

/// Unlocks the archive in the window and takes pictures of its pages.
fn pages(folder: &Path) -> Result<()> {
    let (archives, pictures) = (folder.to_string_lossy(), run::root().join("target/demo"));
    let program = run::built().join("examples").join(named("pictures"));
    run::run(
        "",
        &program.to_string_lossy(),
        &[&archives, &pictures.to_string_lossy()],
    )
}

/// Makes the archive that the demonstration opens, unless it is there; says where it is, and its passphrase.
fn demo_archive() -> Result<PathBuf> {
    let folder = run::root().join("target/demo/archives");
    let maker = run::built().join(named("demo"));
    let passphrase = run::read("", &maker.to_string_lossy(), &[&folder.to_string_lossy()])?;
    say::line(&format!("   passphrase: {}", passphrase.trim()));
    Ok(folder)
}

/// A program's file on this system.
fn named(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

/// Is there a screen to open a window on?
fn has_screen() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The program on a folder of archives.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(run::product());
    command.env("CARTELLA_HOME", folder).stdin(Stdio::null());
    command
}

fn photograph(folder: &Path, picture: &Path) -> Result<()> {
    let display = Display::start(1280, 800)?;
    let mut command = program(folder);
    let mut child = display
        .dress(&mut command)
        .spawn()
        .context("the program could not be started")?;
    let seen = display
        .painted(FIRST_PICTURE)
        .and_then(|()| display.picture(picture));
    end(&mut child)?;
    seen
}

/// Ends the program that was started, unless it ended by itself, which it must not.
fn end(child: &mut Child) -> Result<()> {
    if let Some(status) = child.try_wait()? {
        bail!("the program ended by itself with {status}");
    }
    child.kill()?;
    child.wait()?;
    Ok(())
}
