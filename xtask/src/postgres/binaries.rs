//! Where PostgreSQL's programs are and as whom they run: the server refuses to run as root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run;

/// PostgreSQL's programs.
#[derive(Debug, Clone)]
pub struct Binaries {
    folder: PathBuf,
    /// Run as this user by `setpriv`; as ourselves if we are not root.
    user: Option<String>,
}

impl Binaries {
    /// Looks in `CARTELLA_PG_BIN`, then where Debian puts the newest version, then on the path.
    ///
    /// # Errors
    /// It is not installed, or this is root and nobody else can run it.
    pub fn find() -> Result<Self> {
        let folder = std::env::var_os("CARTELLA_PG_BIN")
            .map(PathBuf::from)
            .or_else(debian)
            .or_else(on_the_path);
        let Some(folder) = folder.filter(|folder| program(folder, "postgres").is_file()) else {
            bail!(
                "PostgreSQL's server is not here, and the office's tests need a real one. On Debian and Ubuntu \
                 `cargo xtask setup` installs it; elsewhere install PostgreSQL 15 or newer and name its folder of \
                 programs in CARTELLA_PG_BIN"
            );
        };
        Ok(Self {
            folder,
            user: other_user()?,
        })
    }

    /// A command of one of its programs, as the user that may run it.
    #[must_use]
    pub fn command(&self, name: &str) -> Command {
        let path = program(&self.folder, name);
        let mut command = match &self.user {
            None => Command::new(path),
            Some(user) => {
                let mut command = Command::new("setpriv");
                command.args(become_user(user)).arg(path);
                command
            }
        };
        // It looks at its current folder, which its user may not be allowed to see.
        command.current_dir("/").env("LC_ALL", "C").stdin(Stdio::null());
        command
    }

    /// The same as the beginning of a line for a shell.
    pub(super) fn line(&self, name: &str) -> String {
        let path = program(&self.folder, name).display().to_string();
        match &self.user {
            None => format!("'{path}'"),
            Some(user) => format!("setpriv {} '{path}'", become_user(user).join(" ")),
        }
    }

    /// Gives a folder to the user that runs the server.
    pub(super) fn give(&self, folder: &Path) -> Result<()> {
        if let Some(user) = &self.user {
            run::read("", "chown", &["-R", user, &folder.to_string_lossy()])?;
        }
        Ok(())
    }

    /// Whether the server's user can go into a folder.
    pub(super) fn may_enter(&self, folder: &Path) -> bool {
        let Some(user) = &self.user else {
            return true;
        };
        Command::new("setpriv")
            .args(become_user(user))
            .arg("ls")
            .arg(folder)
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}

fn become_user(user: &str) -> [String; 3] {
    [
        format!("--reuid={user}"),
        format!("--regid={}", group_of(user)),
        "--clear-groups".to_owned(),
    ]
}

fn group_of(user: &str) -> String {
    run::read("", "id", &["-g", user]).map_or_else(|_| user.to_owned(), |group| group.trim().to_owned())
}

fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The newest version under Debian's folder.
fn debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
            let folder = path.join("bin");
            program(&folder, "postgres").is_file().then_some((number, folder))
        })
        .max()
        .map(|(_, folder)| folder)
}

fn on_the_path() -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .find(|folder| program(folder, "postgres").is_file() && program(folder, "initdb").is_file())
}

/// Whom the server runs as: ourselves, or who is not root.
fn other_user() -> Result<Option<String>> {
    if cfg!(windows) || run::read("", "id", &["-u"])?.trim() != "0" {
        return Ok(None);
    }
    for user in ["postgres", "nobody"] {
        if run::have("setpriv") && run::read("", "id", &["-u", user]).is_ok() {
            return Ok(Some(user.to_owned()));
        }
    }
    bail!("PostgreSQL does not run as root, and there is neither a user postgres or nobody nor setpriv")
}
