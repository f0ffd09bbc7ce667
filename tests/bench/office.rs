//! An office as it is installed: a PostgreSQL that writes to disk in earnest, the server's own program on it, and its
//! desk in this process.

use anyhow::{Context as _, Result, ensure};
use cartella_domain::{ids::OperatorId, rights::Role, services::Service, staff::Operator};
use cartella_hub::{
    database::{self, Connections},
    desk,
    verbs::Hub,
    world::World,
};
use cartella_sync::signer::DeviceKey;
use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use xtask::postgres::{self, Database, Durability, Server};

/// A PostgreSQL of the benchmark's own, stopped at its end.
pub struct Cluster {
    server: Server,
    _folder: TempDir,
}

impl Cluster {
    /// Starts it.
    pub fn start() -> Result<Self> {
        let folder = TempDir::new()?;
        // Whoever runs the server must be able to go there.
        #[cfg(unix)]
        fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        Ok(Self {
            server: postgres::apart(folder.path(), Durability::Real)?,
            _folder: folder,
        })
    }
}

/// An office, and its server while this lives.
pub struct Office {
    /// The desk.
    pub hub: Hub,
    /// Where the server listens.
    pub address: SocketAddr,
    /// SHA-256 of its certificate in hexadecimal; empty where it speaks no TLS.
    pub certificate: String,
    /// The server.
    process: Child,
    database: Database,
    runtime: Runtime,
    _folder: TempDir,
}

impl Office {
    /// Founds an office in a database of its own and starts its server, with TLS or as behind a proxy.
    pub fn open(cluster: &Cluster, tls: bool) -> Result<Self> {
        let database = cluster.server.database()?;
        let temporary = TempDir::new()?;
        let folder = temporary.path().join("ufficio");
        let init = ["init", "--database", database.url(), "--name", "Azienda"];
        let out = program(&folder, &init)?.output()?;
        ensure!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let seed: [u8; 32] = fs::read(folder.join("chiave"))?
            .try_into()
            .map_err(|_| anyhow::anyhow!("no key of 32 bytes"))?;
        let connections = Connections {
            most: 4,
            ..Connections::default()
        };
        let pool = database::pool(database.url(), connections)?;
        let (process, address, certificate) = serve(&folder, tls)?;
        Ok(Self {
            hub: Hub::new(pool, World::system(), DeviceKey::from_seed(&seed)),
            address,
            certificate,
            process,
            database,
            runtime: Runtime::new()?,
            _folder: temporary,
        })
    }

    /// Where the database is.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Waits for work of the desk.
    pub fn desk<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// An assistente sociale of these services.
    pub fn staff(&self, services: &[Service]) -> Result<OperatorId> {
        let card = Operator {
            surname: Some("Prova".into()),
            name: Some("Ada".into()),
            qualifica: Some(Role::AssistenteSociale),
            services: services.iter().copied().collect(),
            ..Operator::default()
        };
        Ok(self.desk(desk::add(&self.hub, &card))?)
    }

    /// A code with which a laptop of hers joins.
    pub fn code(&self, staff: OperatorId) -> Result<String> {
        Ok(self.desk(desk::make_code(&self.hub, staff))?.0)
    }

    /// Milliseconds of CPU that the server has used; nothing where the system does not say.
    pub fn cpu(&self) -> Option<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).ok()?;
        // The name of the program may hold blanks; what follows it does not.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
        // A hundred a second, on every Linux of today.
        Some((ticks(11)? + ticks(12)?) * 10.0)
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn serve(folder: &Path, tls: bool) -> Result<(Child, SocketAddr, String)> {
    let mut line = vec!["serve", "--listen", "127.0.0.1:0"];
    line.extend((!tls).then_some("--plain"));
    let mut process = program(folder, &line)?
        .env("CARTELLA_HUB_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()?;
    let mut said = String::new();
    BufReader::new(process.stdout.take().context("no output")?).read_line(&mut said)?;
    let mut words = said.split_whitespace();
    let address = words
        .find_map(|word| word.parse().ok())
        .context("the server does not say where it listens")?;
    let certificate = words.next().filter(|_| tls).unwrap_or_default();
    Ok((process, address, certificate.trim_matches(['(', ')']).to_owned()))
}

/// The server's program, built beside this one.
fn program(folder: &Path, arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(beside("cartella-hub")?);
    command
        .arg("--folder")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::null());
    Ok(command)
}

/// A program of the workspace: examples are in a folder of their own beside them.
fn beside(name: &str) -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let built = here.parent().and_then(Path::parent).context("no folder")?;
    Ok(built.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
