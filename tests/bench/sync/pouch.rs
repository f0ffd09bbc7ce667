//! The other side: PouchDB's laptops and its express server, two node processes, as their authors give them.

use super::figures::{Steps, Taken};
use anyhow::{Context as _, Result, bail, ensure};
use cartella_tests::counting::Line;
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::Arc,
};
use tempfile::TempDir;

/// A node process that is spoken to line by line, and ends with this value.
struct Node {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Node {
    fn start(script: &str, folder: &Path) -> Result<Self> {
        let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/sync");
        let mut process = Command::new("node")
            .arg(home.join(script))
            .arg(folder)
            .current_dir(&home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("node could not be started")?;
        Ok(Self {
            input: process.stdin.take().context("no input")?,
            output: BufReader::new(process.stdout.take().context("no output")?),
            process,
        })
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        let length = self.output.read_line(&mut line)?;
        ensure!(length > 0, "node ended");
        Ok(line)
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Two laptops and a server.
pub struct Pouch {
    laptops: Node,
    _server: Node,
    line: Arc<Line>,
    folder: TempDir,
    files: usize,
}

impl Pouch {
    /// Starts them, empty.
    pub fn start() -> Result<Self> {
        let folder = TempDir::new()?;
        let place = |name: &str| -> Result<_> {
            let place = folder.path().join(name);
            std::fs::create_dir(&place)?;
            Ok(place)
        };
        let mut server = Node::start("server.js", &place("server")?)?;
        let port: u16 = server.line()?.trim().parse().context("no port")?;
        Ok(Self {
            laptops: Node::start("laptops.js", &place("laptops")?)?,
            _server: server,
            line: Arc::new(Line::to(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?),
            folder,
            files: 0,
        })
    }

    fn act(&mut self, act: &Value) -> Result<usize> {
        writeln!(self.laptops.input, "{act}")?;
        self.laptops.input.flush()?;
        let answer: Value = serde_json::from_str(&self.laptops.line()?)?;
        if let Some(error) = answer.get("error") {
            bail!("PouchDB: {error}");
        }
        let documents = answer.get("documents").and_then(Value::as_u64);
        Ok(usize::try_from(documents.context("no number")?)?)
    }

    fn replicate(&mut self, act: &str, laptop: &str) -> Result<Taken> {
        let url = format!("http://{}/office", self.line.address());
        let act = json!({ "act": act, "laptop": laptop, "url": url });
        let line = Arc::clone(&self.line);
        Taken::of(&line, || self.act(&act))
    }

    /// Documents on the first laptop; not timed, like ours.
    pub fn write(&mut self, documents: &[Value]) -> Result<()> {
        let file = self.folder.path().join(format!("documents-{}.json", self.files));
        self.files += 1;
        std::fs::write(&file, serde_json::to_vec(documents)?)?;
        let written = self.act(&json!({ "act": "write", "laptop": "a", "file": file }))?;
        ensure!(written == documents.len(), "not all documents were written");
        Ok(())
    }

    /// They go up.
    pub fn push(&mut self, taken: &mut Taken) -> Result<()> {
        taken.add(self.replicate("push", "a")?);
        Ok(())
    }

    /// They come down to the second laptop.
    pub fn pull(&mut self, taken: &mut Taken) -> Result<()> {
        taken.add(self.replicate("pull", "b")?);
        Ok(())
    }

    /// One goes up and comes down.
    pub fn alone(&mut self, steps: &mut Steps) -> Result<()> {
        let (up, down) = (self.replicate("push", "a")?, self.replicate("pull", "b")?);
        let all = (up.records, down.records);
        ensure!(up.records > 0 && all.0 == all.1, "up and down: {all:?}");
        steps.alone(up, down);
        Ok(())
    }
}
