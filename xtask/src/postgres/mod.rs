//! A PostgreSQL of our own for development and tests: Debian's server, a cluster under `target/postgres`, a free port
//! on the loopback address, no socket in the file system.
//!
//! Every process of the tests shares one running cluster ([`shared`]); a test makes a [`Database`] of its own, which
//! goes when the test ends. Who uses the cluster holds a shared lock on the file `users`; a watcher stops the server
//! when nobody has held it for a while, and what a killed process left behind is recovered at the next start.
//! A test that restarts the server, or wants it to write to disk in earnest, starts one [`apart`].

mod binaries;
mod database;
mod server;

pub use binaries::Binaries;
pub use database::Database;
pub use server::{Durability, Server};

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context as _, Result, anyhow};

use crate::run;

/// A running cluster that this process may use until it ends.
pub struct Shared {
    server: Server,
    /// The shared lock that says so.
    _user: File,
}

impl std::ops::Deref for Shared {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

/// The one cluster of this workspace's tests, started if it does not run.
///
/// # Errors
/// PostgreSQL is not installed, or does not start.
pub fn shared() -> Result<&'static Shared> {
    static SHARED: OnceLock<std::result::Result<Shared, String>> = OnceLock::new();
    SHARED
        .get_or_init(|| start_shared().map_err(|error| format!("{error:#}")))
        .as_ref()
        .map_err(|error| anyhow!("{error}"))
}

/// A cluster of one test's own in `folder` (it must be empty or a cluster of before); it stops with the value.
///
/// # Errors
/// PostgreSQL is not installed, or does not start.
pub fn apart(folder: &Path, durability: Durability) -> Result<Server> {
    let binaries = Binaries::find()?;
    let mut server = Server::at(binaries, folder.to_path_buf(), durability)?;
    server.start()?;
    server.stop_at_end(true);
    Ok(server)
}

fn start_shared() -> Result<Shared> {
    let binaries = Binaries::find()?;
    let folder = folder(&binaries)?;
    let gate = lock_file(&folder.join("lock"))?;
    gate.lock().context("the lock of the test cluster")?;
    let user = lock_file(&folder.join("users"))?;
    user.lock_shared().context("the users of the test cluster")?;
    let server = Server::at(binaries, folder.clone(), Durability::Fast)?;
    if !server.answers() {
        server.start()?;
        // Nobody used it while it did not run: what is there was left by a process that was killed.
        database::drop_remains(&server)?;
        watch(&server, &folder)?;
    }
    gate.unlock()?;
    Ok(Shared { server, _user: user })
}

/// Under `target`; where the server's user may not go there (a home folder of root), under the folder of temporary files.
fn folder(binaries: &Binaries) -> Result<PathBuf> {
    let wanted = target().join("postgres");
    std::fs::create_dir_all(&wanted)?;
    if binaries.may_enter(&wanted) {
        return Ok(wanted);
    }
    let name: String = run::root()
        .to_string_lossy()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
        .collect();
    let other = std::env::temp_dir().join(format!("cartella-postgres{name}"));
    std::fs::create_dir_all(&other)?;
    Ok(other)
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| run::root().join("target"), PathBuf::from)
}

fn lock_file(path: &Path) -> Result<File> {
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .with_context(|| format!("{} cannot be opened", path.display()))
}

/// A process of its own that stops the server when two looks in a row, half a minute apart, found no user. It holds
/// the same locks as a start, so that nobody finds a server that is about to stop.
fn watch(server: &Server, folder: &Path) -> Result<()> {
    if !run::have("flock") {
        return Ok(());
    }
    let script = r#"
        idle=0
        while [ $idle -lt 2 ]; do
            sleep 30
            [ -d "$1" ] || exit 0
            if flock -n -x "$1/users" true; then idle=$((idle + 1)); else idle=0; fi
            if [ $idle -ge 2 ]; then
                flock -x "$1/lock" flock -n -x "$1/users" sh -c "$2" || idle=0
            fi
        done"#;
    Command::new("sh")
        .args(["-c", script, "watch-postgres"])
        .arg(folder)
        .arg(server.stop_line())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("the watcher of the test cluster")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Durability, apart, shared};

    #[test]
    fn a_test_has_a_database_of_its_own_that_goes_with_it() {
        let server = shared().unwrap();
        let one = server.database().unwrap();
        let other = server.database().unwrap();
        one.sql("CREATE TABLE t (n int); INSERT INTO t VALUES (7)")
            .unwrap();
        assert_eq!(one.sql("SELECT n FROM t").unwrap().trim(), "7");
        assert!(other.sql("SELECT n FROM t").is_err());
        let name = other.url().rsplit('/').next().unwrap().to_owned();
        let there = || {
            let sql = format!("SELECT count(*) FROM pg_database WHERE datname = '{name}'");
            server.sql("postgres", &sql).unwrap().trim().to_owned()
        };
        assert_eq!(there(), "1");
        drop(other);
        assert_eq!(there(), "0");
    }

    #[test]
    fn a_cluster_apart_comes_back_with_what_was_committed() {
        let folder = tempfile::TempDir::new().unwrap();
        // Whoever runs the server must be able to go there.
        #[cfg(unix)]
        std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let server = apart(folder.path(), Durability::Real).unwrap();
        server
            .sql("postgres", "CREATE TABLE t (n int); INSERT INTO t VALUES (7)")
            .unwrap();
        let url = server.url("postgres");
        server.restart().unwrap();
        assert_eq!(server.url("postgres"), url, "the same port");
        assert_eq!(server.sql("postgres", "SELECT n FROM t").unwrap().trim(), "7");
        // Killed before it could tidy up: the next start finds the remains.
        drop(server);
        let again = apart(folder.path(), Durability::Real).unwrap();
        assert_eq!(again.sql("postgres", "SELECT n FROM t").unwrap().trim(), "7");
    }
}
