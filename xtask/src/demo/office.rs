//! `cargo xtask demo --office`: an office with two servers on one PostgreSQL, and two operators who write about one family:
//! something is clashing, something waits to go, something is held for the one who follows a case now. Opens the program
//! of the first, or with `--second` of the second; the servers run until it is closed.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};
use xtask::{postgres, run, say};

use super::{build, has_screen, named, program};

const BUILD: [&str; 10] = [
    "build",
    "--workspace",
    "--bin",
    "cartella",
    "--bin",
    "cartella-hub",
    "--bin",
    "demo_office",
    "--example",
    "pictures",
];

/// Whose program is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Elena Colombo's, for whom something is held.
    First,
    /// Paola Riva's.
    Second,
}

impl Whose {
    /// The folder of her archives.
    const fn folder(self) -> &'static str {
        match self {
            Self::First => "elena",
            Self::Second => "paola",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// A server of the office; it ends with this value.
struct Hub {
    child: Child,
    /// As laptops are told it: host, port and the certificate's fingerprint.
    address: String,
}

impl Drop for Hub {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Builds, makes office and archives, opens.
///
/// # Errors
/// When something is missing, does not build or start, or the window does not come.
pub fn demo(whose: Whose) -> Result<()> {
    build(&BUILD)?;
    let folder = run::root().join("target/demo/office");
    if folder.exists() {
        // Archives of another database's office are of no use.
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let office = folder.join("ufficio");
    let database = say::step("PostgreSQL", || postgres::shared()?.database())?;
    let hubs = say::step("two servers of one office", || {
        desk(
            &office,
            &["init", "--database", database.url(), "--name", "Azienda di prova"],
        )?;
        Ok([serve(&office)?, serve(&office)?])
    })?;
    let phrase = say::step("two archives that meet there", || fill(&folder, &office, &hubs))?;
    say::line(&format!("   passphrase: {phrase}"));
    for hub in &hubs {
        say::line(&format!("   server: {}", hub.address));
    }
    say::line(&format!(
        "   the desk: {} --folder {} request list",
        hub_program().display(),
        office.display()
    ));
    open(&folder, whose)
}

fn open(folder: &Path, whose: Whose) -> Result<()> {
    let mine = folder.join(whose.folder());
    if has_screen() {
        say::line(&format!(
            "   the other: CARTELLA_HOME={} {}",
            folder.join(whose.other().folder()).display(),
            run::product().display()
        ));
        let status = program(&mine)
            .status()
            .context("the program could not be started")?;
        say::line(&format!("   the window was closed ({status})"));
        return Ok(());
    }
    let pictures = run::root().join("target/demo");
    say::step("its pages, on a screen without a monitor", || {
        let program = run::built().join("examples").join(named("pictures"));
        let (archives, pictures) = (mine.to_string_lossy(), pictures.to_string_lossy());
        run::run("", &program.to_string_lossy(), &[&archives, &pictures, "office"])
    })
}

fn hub_program() -> PathBuf {
    run::built().join(named("cartella-hub"))
}

/// A sub-command of the desk.
fn desk(office: &Path, arguments: &[&str]) -> Result<String> {
    let office = office.to_string_lossy();
    let mut line = vec!["--folder", &*office];
    line.extend(arguments);
    run::read("", &hub_program().to_string_lossy(), &line)
}

fn serve(office: &Path) -> Result<Hub> {
    let mut child = Command::new(hub_program())
        .arg("--folder")
        .arg(office)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("the office's server could not be started")?;
    let out = child.stdout.take().context("the server says nothing")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    // "in ascolto su HOST:PORT (FINGERPRINT)"
    let mut words = line.split_whitespace().skip(3);
    let (Some(host), Some(print)) = (words.next(), words.next()) else {
        let _ = child.kill();
        let _ = child.wait();
        bail!("the office's server did not start: {line}");
    };
    let print: String = print.chars().filter(char::is_ascii_hexdigit).collect();
    Ok(Hub {
        child,
        address: format!("{host}#{print}"),
    })
}

/// Makes the archives and says their passphrase.
fn fill(folder: &Path, office: &Path, [one, two]: &[Hub; 2]) -> Result<String> {
    let maker = run::built().join(named("demo_office"));
    let (folder, office) = (folder.to_string_lossy(), office.to_string_lossy());
    let hub = hub_program();
    let arguments = [
        &*folder,
        &*hub.to_string_lossy(),
        &*office,
        &one.address,
        &two.address,
    ]
    .map(str::to_owned);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Ok(run::read("", &maker.to_string_lossy(), &arguments)?
        .trim()
        .to_owned())
}
