//! Ours: two laptops with encrypted archives, and the office's server.

use super::{
    clocks::{later, wall},
    documents,
    figures::{Steps, Taken},
    notes,
    office::{Cluster, Office},
};
use anyhow::{Context as _, Result, ensure};
use cartella_app::{
    Host, Session, World, archives,
    drafts::save,
    office::{Came, Carry, JoinOffice, Progress, Server, SyncReport, ToSend, TroubleCode, drive, join_over},
};
use cartella_archive::migrations;
use cartella_domain::{ids::CaseId, services::Service};
use cartella_link::{Address, Outgoing, Stop};
use cartella_testkit::azienda::Size;
use cartella_tests::{
    counting::Line,
    grown::{self, PASSPHRASE},
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tempfile::TempDir;

/// Changes with what is grown.
const GENERATOR: u32 = 1;

/// The archive of one operator with 80 cases, grown through the verbs when there is none.
pub fn grown(entries: usize) -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    let name = format!("sync-{entries}-{}-{GENERATOR}", migrations::fingerprint());
    let folder = root.join(name);
    let size = Size {
        operators: 0,
        cases: 80,
        people: 240,
        entries,
    };
    grown::ready(&folder, size)?;
    Ok(folder)
}

/// A laptop: a process that holds one archive.
struct Laptop {
    host: Mutex<Host>,
    wire: Wire,
    _folder: TempDir,
}

impl Laptop {
    /// One with a copy of an archive.
    fn with_copy(of: &Path, wire: Wire) -> Result<Self> {
        let folder = TempDir::new()?;
        copy(of, folder.path())?;
        let mut host = Host::new(folder.path().to_owned(), World::system());
        let listed = archives::list(&mut host, Default::default())?;
        let id = listed.first().context("no archive")?.id;
        let passphrase = PASSPHRASE.into();
        archives::unlock(&mut host, archives::UnlockArchive { id, passphrase })?;
        Ok(Self::of(host, wire, folder))
    }

    /// A new one.
    fn new(wire: Wire) -> Result<Self> {
        let folder = TempDir::new()?;
        let mut host = Host::new(folder.path().to_owned(), World::system());
        archives::create(&mut host, grown::of_elena_bianchi())?;
        Ok(Self::of(host, wire, folder))
    }

    fn of(host: Host, wire: Wire, folder: TempDir) -> Self {
        Self {
            host: Mutex::new(host),
            wire,
            _folder: folder,
        }
    }

    /// Does something with its open archive.
    fn with<T>(&self, act: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        let mut host = self.host.lock().unwrap_or_else(PoisonError::into_inner);
        act(host.session()?)
    }

    fn join(&self, code: String) -> Result<()> {
        let order = JoinOffice {
            server: self.wire.server.clone(),
            code,
            label: "portatile".into(),
        };
        join_over(&self.host, &self.wire, &order)?;
        Ok(())
    }

    fn count(&self, sql: &str) -> Result<i64> {
        self.with(|session| {
            let db = session.archive().db();
            Ok(db.query_row(sql, [], |row| row.get(0))?)
        })
    }

    fn leave(self) -> Result<()> {
        let mut host = self.host.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(host.leave()?)
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&place)?;
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

/// The product's own line, with TLS, over the line that counts.
struct Wire {
    server: Server,
    line: cartella_link::Line,
    counted: Arc<Line>,
}

impl Wire {
    fn over(counted: &Arc<Line>, office: &Office) -> Result<Self> {
        let server = Server {
            host: counted.address().to_string(),
            certificate: office.certificate.clone(),
        };
        let address = Address::from_parts(&server.host, &server.certificate)?;
        let line = cartella_link::Line::new(&address, Stop::default());
        Ok(Self {
            line: line.map_err(|trouble| anyhow::anyhow!("{trouble}"))?,
            server,
            counted: Arc::clone(counted),
        })
    }
}

impl Carry for Wire {
    fn carry(&self, request: &ToSend) -> Came {
        self.line.post(&Outgoing {
            path: request.path,
            signature: request.signature.clone(),
            body: request.body.clone(),
        })
    }
}

/// Two laptops of one operator and her office.
pub struct Ours {
    first: Laptop,
    second: Laptop,
    /// Open cases, in which more is written.
    cases: Vec<CaseId>,
    texts: Vec<String>,
    written: usize,
    _office: Office,
}

impl Ours {
    /// Both have joined, and nothing was exchanged.
    pub fn ready(grown: &Path, cluster: &Cluster) -> Result<Self> {
        let office = Office::open(cluster, true)?;
        let staff = office.staff(Service::ALL)?;
        let counted = Arc::new(Line::to(office.address)?);
        let first = Laptop::with_copy(grown, Wire::over(&counted, &office)?)?;
        let second = Laptop::new(Wire::over(&counted, &office)?)?;
        first.join(office.code(staff)?)?;
        second.join(office.code(staff)?)?;
        Ok(Self {
            cases: first.with(open_cases)?,
            texts: first.with(texts)?,
            first,
            second,
            written: 0,
            _office: office,
        })
    }

    /// What waits on the first laptop, for the other side.
    pub fn documents(&self) -> Result<Vec<Value>> {
        self.first.with(|session| documents::waiting(session))
    }

    /// So many more entries on the first laptop; not timed.
    pub fn write(&mut self, entries: usize) -> Result<()> {
        let Self {
            cases,
            texts,
            written,
            ..
        } = self;
        self.first.with(|session| {
            for _ in 0..entries {
                // By two numbers without a common part, so that a case does not meet its own texts again.
                let (case, text) = (cases[*written % cases.len()], &texts[*written * 7 % texts.len()]);
                *written += 1;
                let draft = notes::draft(session, case, text.clone())?;
                let draft = save(session, draft)?.id;
                notes::signed(session, draft)?;
            }
            session.take_changed();
            Ok(())
        })
    }

    /// What waits on the first laptop goes up.
    pub fn push(&mut self, taken: &mut Taken) -> Result<()> {
        taken.add(Taken::of(&self.first.wire.counted, || {
            let report = synchronised(&self.first, &mut |_| Ok(()))?;
            ensure!(report.waiting == 0 && report.refused == 0, "{report:?}");
            Ok(usize::try_from(report.confirmed)?)
        })?);
        Ok(())
    }

    /// What is new comes down to the second laptop.
    pub fn pull(&mut self, taken: &mut Taken) -> Result<()> {
        taken.add(Taken::of(&self.second.wire.counted, || {
            let report = synchronised(&self.second, &mut |_| Ok(()))?;
            Ok(usize::try_from(report.came)?)
        })?);
        Ok(())
    }

    /// The first session of the second laptop. Looking how far it is, is not counted.
    pub fn first(&mut self, steps: &mut Steps) -> Result<()> {
        let wanted = [self.first.count(OPEN)?, self.first.count(DEADLINES)?];
        let (mut there, mut looking, mut requests) = ([None; 2], 0.0, 0);
        let (mut cpu_looking, mut seen) = (0.0, 0);
        let (second, began) = (&self.second, wall());
        let mut taken = Taken::of(&second.wire.counted, || {
            let report = synchronised(second, &mut |progress| {
                requests = progress.requests;
                if progress.written == seen || there[1].is_some() {
                    return Ok(());
                }
                seen = progress.written;
                let before = (wall(), super::clocks::cpu());
                let look = usize::from(there[0].is_some());
                let found = second.count([OPEN, DEADLINES][look])?;
                if found >= wanted[look] {
                    there[look] = Some(before.0 - began - looking);
                }
                looking += wall() - before.0;
                cpu_looking += super::clocks::cpu() - before.1;
                Ok(())
            })?;
            ensure!(report.same_print, "{report:?}");
            Ok(usize::try_from(report.came)?)
        })?;
        taken.ms -= looking;
        taken.cpu -= cpu_looking;
        steps.pull.add(taken);
        steps.cases_ms.extend(there[0]);
        steps.usable_ms.extend(there[1]);
        steps.requests.push(f64::from(requests));
        ensure!(there[1].is_some(), "the deadlines did not come: {wanted:?}");
        Ok(())
    }

    /// One change goes up, comes down, and is shown.
    pub fn alone(&mut self, steps: &mut Steps) -> Result<()> {
        let before = self.second.count(ENTRIES)?;
        let (mut up, mut down) = (Taken::default(), Taken::default());
        self.push(&mut up)?;
        self.pull(&mut down)?;
        let all = (up.records, down.records);
        ensure!(up.records > 0 && all.0 == all.1, "up and down: {all:?}");
        ensure!(self.second.count(ENTRIES)? == before + 1, "it is not shown");
        steps.alone(up, down);
        Ok(())
    }

    /// Closes both archives.
    pub fn end(self) -> Result<()> {
        self.first.leave()?;
        self.second.leave()
    }
}

const ENTRIES: &str = "SELECT count(*) FROM diary_entry";
/// Open cases with their header, and the people in them.
const OPEN: &str =
    "SELECT (SELECT count(DISTINCT e.case_id) FROM episode AS e JOIN case_file AS f ON f.id = e.case_id
        WHERE NOT e.deleted AND ifnull(e.state, '') <> 'chiuso') + (SELECT count(*) FROM person)";
/// What is still to be done in open cases.
const DEADLINES: &str =
    "WITH open AS (SELECT case_id FROM episode WHERE NOT deleted AND ifnull(state, '') <> 'chiuso')
     SELECT (SELECT count(*) FROM next_action WHERE NOT deleted AND state = 'open' AND case_id IN open)
          + (SELECT count(*) FROM appointment WHERE NOT deleted AND on_day >= date('now'))";

fn open_cases(session: &mut Session) -> Result<Vec<CaseId>> {
    let sql = "SELECT DISTINCT case_id FROM episode WHERE NOT deleted AND ifnull(state, '') <> 'chiuso'
               ORDER BY case_id";
    let mut statement = session.archive().db().prepare(sql)?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
    ids.map(|id| Ok(CaseId(id?.parse()?))).collect()
}

/// What entries say, to be said again in other cases.
fn texts(session: &mut Session) -> Result<Vec<String>> {
    let sql = "SELECT group_concat(s.value ->> '$.wording.text', char(10)) AS text
               FROM diary_entry AS d, json_each(d.body, '$.segments') AS s GROUP BY d.id
               HAVING text IS NOT NULL ORDER BY d.id LIMIT 5000";
    let mut statement = session.archive().db().prepare(sql)?;
    let texts = statement.query_map([], |row| row.get(0))?;
    Ok(texts.collect::<Result<_, _>>()?)
}

/// A session to its end; what a busy office asks for is obeyed.
fn synchronised(laptop: &Laptop, told: &mut dyn FnMut(Progress) -> Result<()>) -> Result<SyncReport> {
    loop {
        let mut looked = Ok(());
        let driven = drive(
            &laptop.host,
            &laptop.wire,
            &mut |progress, _: &BTreeSet<&'static str>| {
                if looked.is_ok() {
                    looked = told(progress);
                }
            },
        )?;
        looked?;
        match driven.report.trouble {
            None => return Ok(driven.report),
            Some(TroubleCode::Busy) => later(driven.report.wait_ms),
            Some(trouble) => anyhow::bail!("the session stopped: {}", trouble.text()),
        }
    }
}
