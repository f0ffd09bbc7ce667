//! One cluster: made, started, stopped, restarted.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::{Binaries, Database};

/// Its one role, a superuser.
pub(super) const USER: &str = "cartella";

/// Whether the cluster survives a crash of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It writes when the system likes; enough for all that does not pull the plug.
    Fast,
    /// As in an office.
    Real,
}

/// A cluster in a folder.
pub struct Server {
    speaker: Speaker,
    durability: Durability,
    stops: bool,
}

/// Where a cluster is and how it is spoken to.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    binaries: Binaries,
    folder: PathBuf,
}

impl Speaker {
    pub(super) fn url(&self, database: &str) -> String {
        let read = |name: &str| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        format!(
            "postgres://{USER}:{}@127.0.0.1:{}/{database}",
            read("password").trim(),
            read("port").trim()
        )
    }

    pub(super) fn sql(&self, database: &str, statement: &str) -> Result<String> {
        let mut command = self.binaries.command("psql");
        command
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d"])
            .arg(self.url(database))
            .args(["-c", statement]);
        let out = command.output().context("psql could not be started")?;
        if !out.status.success() {
            bail!("PostgreSQL: {}", String::from_utf8_lossy(&out.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    }
}

impl Server {
    pub(super) fn at(binaries: Binaries, folder: PathBuf, durability: Durability) -> Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            speaker: Speaker { binaries, folder },
            durability,
            stops: false,
        })
    }

    pub(super) fn stop_at_end(&mut self, stops: bool) {
        self.stops = stops;
    }

    /// The address of one of its databases, as clients take it.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        self.speaker.url(database)
    }

    /// A database for one test, dropped with the value.
    ///
    /// # Errors
    /// The server does not answer.
    pub fn database(&self) -> Result<Database> {
        Database::make(&self.speaker)
    }

    /// Whether it runs and lets us in.
    #[must_use]
    pub fn answers(&self) -> bool {
        self.speaker.folder.join("port").is_file() && self.sql("postgres", "SELECT 1").is_ok()
    }

    /// Starts it, making the cluster if there is none, or anew if what is there does not start.
    ///
    /// # Errors
    /// It does not start; with what its log says.
    pub fn start(&self) -> Result<()> {
        if self.pages().join("PG_VERSION").is_file() {
            // A server of before that does not answer on the port we know.
            let _ = self.stop();
            if self.launch().is_ok() {
                return Ok(());
            }
            std::fs::remove_dir_all(self.pages())?;
        }
        self.make()?;
        self.launch()
    }

    /// Stops it as a machine that is switched off does: connections break, nothing is tidied up.
    ///
    /// # Errors
    /// It does not run.
    pub fn stop(&self) -> Result<()> {
        let mut command = self.speaker.binaries.command("pg_ctl");
        command
            .args(["stop", "-m", "immediate", "-w", "-D"])
            .arg(self.pages());
        succeed(command, "pg_ctl stop")
    }

    /// Stops it at once and starts it again on the same port.
    ///
    /// # Errors
    /// It does not stop or start.
    pub fn restart(&self) -> Result<()> {
        self.stop()?;
        let port = std::fs::read_to_string(self.speaker.folder.join("port"))?;
        self.launch_on(port.trim())
    }

    /// Runs a statement as the superuser and gives what it answers, a row a line.
    ///
    /// # Errors
    /// The server does not answer, or refuses the statement.
    pub fn sql(&self, database: &str, statement: &str) -> Result<String> {
        self.speaker.sql(database, statement)
    }

    pub(super) fn stop_line(&self) -> String {
        let stop = self.speaker.binaries.line("pg_ctl");
        format!("{stop} stop -m fast -w -D '{}'", self.pages().display())
    }

    fn pages(&self) -> PathBuf {
        self.speaker.folder.join("pages")
    }

    fn make(&self) -> Result<()> {
        let pages = self.pages();
        std::fs::create_dir_all(&pages)?;
        let password = self.speaker.folder.join("password");
        std::fs::write(&password, token())?;
        self.speaker.binaries.give(&pages)?;
        self.speaker.binaries.give(&password)?;
        let mut command = self.speaker.binaries.command("initdb");
        command
            .arg("-D")
            .arg(&pages)
            .args(["-U", USER, "--encoding=UTF8", "--locale=C", "--no-instructions"])
            .args(["--no-sync", "--auth=scram-sha-256", "--pwfile"])
            .arg(&password);
        succeed(command, "initdb")?;
        only_mine(&password)
    }

    fn launch(&self) -> Result<()> {
        let mut last = None;
        for _ in 0..3 {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
            let port = free.local_addr()?.port().to_string();
            drop(free);
            match self.launch_on(&port) {
                Ok(()) => {
                    std::fs::write(self.speaker.folder.join("port"), &port)?;
                    return Ok(());
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| anyhow::anyhow!("PostgreSQL did not start")))
    }

    fn launch_on(&self, port: &str) -> Result<()> {
        let log = self.speaker.folder.join("log");
        std::fs::write(&log, "")?;
        self.speaker.binaries.give(&log)?;
        let mut options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
             -c shared_buffers=64MB -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0"
        );
        if self.durability == Durability::Fast {
            options.push_str(" -c fsync=off -c full_page_writes=off");
        }
        let mut command = self.speaker.binaries.command("pg_ctl");
        command
            .args(["start", "-w", "-t", "60", "-D"])
            .arg(self.pages())
            .arg("-l")
            .arg(&log)
            .args(["-o", &options]);
        succeed(command, "pg_ctl start").with_context(|| {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            format!("PostgreSQL does not start: {}", said.trim())
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.stops {
            let _ = self.stop();
        }
    }
}

/// Runs to its end without holding our pipes: a server that it leaves behind would keep them open for ever.
fn succeed(mut command: Command, name: &str) -> Result<()> {
    let said = tempfile::NamedTempFile::new()?;
    let status = command
        .stdout(said.reopen()?)
        .stderr(said.reopen()?)
        .status()
        .with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        let said = std::fs::read_to_string(said.path()).unwrap_or_default();
        bail!("{name} ended with {status}: {}", said.trim());
    }
    Ok(())
}

/// Letters that nobody guesses: the standard library's hash keys come from the system.
pub(super) fn token() -> String {
    let number = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", number(), number())
}

fn only_mine(file: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))?;
    }
    let _ = file;
    Ok(())
}
