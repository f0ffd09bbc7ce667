//! `cargo xtask setup`: what this machine needs to build, run and test Cartella; says what it installs and why.
//! On a machine that has everything it only looks, and takes about a second.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use xtask::{run, say};

/// A system package and why it is needed.
struct Package {
    name: &'static str,
    why: &'static str,
}

const PACKAGES: [Package; 10] = [
    Package {
        name: "build-essential",
        why: "the C compiler that builds SQLCipher",
    },
    Package {
        name: "pkg-config",
        why: "finds the system's libraries",
    },
    Package {
        name: "libssl-dev",
        why: "the cryptography under SQLCipher",
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        why: "the web engine of the window",
    },
    Package {
        name: "webkit2gtk-driver",
        why: "drives the real window in the tests",
    },
    Package {
        name: "xvfb",
        why: "a screen where there is no monitor",
    },
    Package {
        name: "imagemagick",
        why: "pictures of that screen",
    },
    Package {
        name: "dbus-daemon",
        why: "the tests announce a locked session on a bus of their own",
    },
    Package {
        name: "postgresql",
        why: "the office's database, real in the tests and the demonstration",
    },
    Package {
        name: "chromium",
        why: "the same screens in a second browser, with the accessibility checks",
    },
];

/// Installs what is missing, the screens' packages and the licence checker.
///
/// # Errors
/// When something is missing and cannot be installed from here.
pub fn setup() -> Result<()> {
    to_run()?;
    say::step("cargo-deny", deny)
}

/// What building and running need, without what only checks.
///
/// # Errors
/// When something is missing and cannot be installed from here.
pub fn to_run() -> Result<()> {
    say::step("system packages", system)?;
    say::step("packages of the screens", screens)
}

fn system() -> Result<()> {
    if !run::have("dpkg-query") || !run::have("apt-get") {
        say::line(
            "   Not Debian or Ubuntu: nothing is installed. On Debian these packages are needed; install what",
        );
        say::line(
            "   corresponds to them here (on Windows: the C++ build tools, WebView2, and docs/WINDOWS.md):",
        );
        for package in &PACKAGES {
            say::line(&format!("     {:<24} {}", package.name, package.why));
        }
        return Ok(());
    }
    let missing: Vec<&Package> = PACKAGES
        .iter()
        .filter(|package| !installed(package.name))
        .collect();
    if missing.is_empty() {
        say::line("   all there");
        return Ok(());
    }
    for package in &missing {
        say::line(&format!("   installing {:<24} {}", package.name, package.why));
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    apt(&["update", "-q"])?;
    let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
    install.extend(&names);
    apt(&install)
}

/// Does dpkg hold the package, configured?
fn installed(name: &str) -> bool {
    run::read("", "dpkg-query", &["-W", "-f=${db:Status-Status}", name])
        .is_ok_and(|status| status == "installed")
}

/// Runs apt-get as root, by sudo where needed.
fn apt(arguments: &[&str]) -> Result<()> {
    let root = run::read("", "id", &["-u"])?.trim() == "0";
    let mut line = vec!["DEBIAN_FRONTEND=noninteractive", "apt-get"];
    line.extend(arguments);
    if root {
        return run::run("", "env", &line);
    }
    if !run::have("sudo") {
        bail!(
            "packages are missing and this is neither root nor is there sudo: install them, then run again"
        );
    }
    line.insert(0, "env");
    run::run("", "sudo", &line)
}

fn screens() -> Result<()> {
    if run::root().join("ui/package-lock.json").exists() {
        return packages("ui");
    }
    say::line("   no screens yet");
    Ok(())
}

/// `npm ci` in a folder, when its lock file is not the one that was installed last.
///
/// # Errors
/// Node is missing or too old, or the packages cannot be had.
pub fn packages(folder: &str) -> Result<()> {
    let here = run::root().join(folder);
    let lock = std::fs::read(here.join("package-lock.json"))?;
    let mark = here.join("node_modules/.installed-from");
    if std::fs::read(&mark).is_ok_and(|last| last == lock) {
        say::line("   all there");
        return Ok(());
    }
    node(&here)?;
    run::run(
        folder,
        run::npm(),
        &["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    )?;
    std::fs::write(mark, lock)?;
    Ok(())
}

/// Node must be there and of major 20 or more: it is not installed from here, Debian's own is too old.
fn node(ui: &Path) -> Result<()> {
    let version = run::read(&ui.to_string_lossy(), "node", &["--version"])
        .context("Node 20 or newer is needed and is not there")?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|text| text.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node 20 or newer is needed, this is {}", version.trim());
    }
    Ok(())
}

/// The checker of licences and sources.
fn deny() -> Result<()> {
    if run::have("cargo-deny") {
        say::line("   all there");
        return Ok(());
    }
    say::line("   installing cargo-deny, which checks the licences and sources of what we depend on");
    // Unoptimised: it reads a few hundred licences, and building it takes a third of the time.
    run::run(
        "",
        "cargo",
        &["install", "--quiet", "--locked", "--debug", "cargo-deny"],
    )
}
