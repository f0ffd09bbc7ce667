//! Kill -9 of laptop and server in turn, at moments that nobody chose, over a real connection: whatever the laptop
//! acknowledged is in its archive and at the office, once, and nobody had to do anything.
//!
//! `CARTELLA_LINE_KILLS` says how often (20 when not said).

use crate::{
    hub::{self, Founded},
    laptop::{self, Wire, agreed, entries, entry, exchange, paragraph},
    proxy::Proxy,
};
use cartella_archive::audit;
use cartella_domain::{cases::AssignmentRole, ids::CaseId, rights::Role, services::Service, staff::Operator};
use cartella_testkit::{SeededRandom, session_in};
use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Lines, Write as _},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

/// The folder of the process that shall work; a process that has none in its environment does nothing.
const FOLDER: &str = "CARTELLA_LINE_FOLDER";
/// The case that the laptop writes into, the server's address and certificate, the first number.
const ORDERS: &str = "CARTELLA_LINE_ORDERS";
/// The end of a whole line.
const END: &str = "said";

/// A process of this program that does one of its tests; it is killed with this value.
struct Process {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(name: &str, folder: &Path, orders: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(FOLDER, folder)
            .env(ORDERS, orders)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }
}

impl Process {
    /// Kills it, unless it fell by itself.
    fn kill(&mut self) {
        assert!(self.child.try_wait().unwrap().is_none(), "it fell by itself");
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server as a process of its own; nothing unless it is asked to.
#[test]
fn server() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let line = hub::serving(Path::new(&folder));
        hub::runtime().block_on(cartella_hub::cli::run(line)).unwrap();
    }
}

fn serve(folder: &Path) -> (Process, SocketAddr) {
    let mut server = Process::start("killed::server", folder, "");
    let address = server.lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, said) = line.split_once("in ascolto su ")?;
        said.split(' ').next()?.parse().ok()
    });
    (server, address.unwrap())
}

/// The laptop as a process of its own: it writes and synchronises for ever, and says what was acknowledged.
#[test]
fn laptop() {
    let (Some(folder), Ok(orders)) = (std::env::var_os(FOLDER), std::env::var(ORDERS)) else {
        return;
    };
    let words: Vec<&str> = orders.split(' ').collect();
    let [case, address, certificate, from] = words[..] else {
        return;
    };
    let case = CaseId(case.parse().unwrap());
    let wire = Wire::to(address.parse().unwrap(), certificate);
    let from: u64 = from.parse().unwrap();
    let mut session = session_in(Path::new(&folder), from).unwrap();
    for number in from.. {
        let text = format!(
            "visita {number} {}",
            "La madre riferisce che dorme poco.".repeat(9)
        );
        let id = entry(&mut session, case, vec![paragraph(&text)]);
        say("signed", &id.to_string());
        if number % 2 == 0 {
            let report = exchange(&mut session, &wire);
            say(
                if report.trouble.is_some() {
                    "broken"
                } else {
                    "agreed"
                },
                "-",
            );
        }
    }
}

/// One line on the pipe, at once: said is said.
fn say(what: &str, id: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\n{what} {id} {END}").unwrap();
    out.flush().unwrap();
}

/// What the laptop said.
#[derive(Default)]
struct Said {
    signed: BTreeSet<String>,
    agreed: usize,
    broken: usize,
}

impl Said {
    /// Takes one line; one that was cut in the middle is none.
    fn take(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["signed", id, END] => drop(self.signed.insert(id.to_owned())),
            ["agreed", _, END] => self.agreed += 1,
            ["broken", _, END] => self.broken += 1,
            _ => {}
        }
    }

    fn some(&mut self, laptop: &mut Process, lines: u64) {
        for line in laptop.lines.by_ref().take(usize::try_from(lines).unwrap()) {
            self.take(&line.unwrap());
        }
    }
}

/// A moment within what the others are doing, not only at the end of an act.
fn passes(random: &SeededRandom) {
    for _ in 0..random.next() % 4_000_000 {
        std::hint::spin_loop();
    }
}

/// An office with a laptop that joined, and the case that she works on.
fn office(folder: &Path, proxy: &mut Option<Proxy>) -> (Founded, Process, CaseId) {
    let office = Founded::new();
    let (server, address) = serve(office.folder());
    let line = proxy.insert(Proxy::to(address));
    let wire = Wire::to(line.address, &office.fingerprint());
    let mut session = session_in(folder, 1 << 41).unwrap();
    let own = Operator {
        qualifica: Some(Role::AssistenteSociale),
        ..Operator::default()
    };
    let (org, operator) = (session.org(), session.operator());
    session.write(|act| act.create(org, operator, &own)).unwrap();
    let case = laptop::case(&mut session, "Conti", Service::Aes);
    let (staff, code) = office.staff("Neri", Service::Aes);
    laptop::join(&mut session, &wire, &code);
    agreed(&mut session, &wire);
    office.assign(case, staff, AssignmentRole::Responsabile);
    (office, server, case)
}

#[test]
fn laptop_and_server_killed_in_turn_lose_and_double_nothing() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let kills = std::env::var("CARTELLA_LINE_KILLS").ok();
    let kills: u64 = kills.and_then(|n| n.parse().ok()).unwrap_or(20);
    let folder = tempfile::tempdir().unwrap();
    let mut proxy = None;
    let (office, mut server, case) = office(folder.path(), &mut proxy);
    let (proxy, random) = (proxy.unwrap(), SeededRandom::new(2027));
    let mut said = Said::default();
    let start = |round: u64| {
        let (line, certificate) = (proxy.address, office.fingerprint());
        let orders = format!("{case} {line} {certificate} {}", round * 1_000_000);
        Process::start("killed::laptop", folder.path(), &orders)
    };
    let mut laptop = start(1);
    for round in 2..kills + 2 {
        said.some(&mut laptop, random.next() % 24);
        passes(&random);
        if round % 2 == 0 {
            laptop.kill();
            // What was said before the end counts as said.
            said.some(&mut laptop, u64::from(u32::MAX));
            laptop = start(round);
        } else {
            server.kill();
            // Somebody may try meanwhile.
            said.some(&mut laptop, random.next() % 12);
            let address;
            (server, address) = serve(office.folder());
            proxy.server_is(address);
        }
    }
    laptop.kill();
    said.some(&mut laptop, u64::from(u32::MAX));
    all_is_there(&office, folder.path(), case, &proxy, &said);
    println!(
        "{kills} kills; {} signatures acknowledged, {} sessions agreed, {} broken",
        said.signed.len(),
        said.agreed,
        said.broken
    );
    drop(server);
}

/// Both hold all that was acknowledged, once, and the same.
fn all_is_there(office: &Founded, folder: &Path, case: CaseId, proxy: &Proxy, said: &Said) {
    let wire = Wire::to(proxy.address, &office.fingerprint());
    let mut session = session_in(folder, 1 << 43).unwrap();
    agreed(&mut session, &wire);
    let here: BTreeSet<String> = entries(&session, case).into_iter().collect();
    assert!(
        !said.signed.is_empty() && said.agreed > 0,
        "the laptop was never let work"
    );
    let lost: Vec<_> = said.signed.difference(&here).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let there = office.entries(case);
    assert_eq!(there, here.into_iter().collect::<Vec<_>>());
    let [all, ids, places, heads] = office.accepted();
    assert_eq!([ids, places, heads], [all; 3]);
    office.is_whole();
    assert!(session.archive().compare_with_log().unwrap().is_empty());
    let chain = audit::verify(session.archive().db()).unwrap();
    assert!(matches!(chain, audit::Verdict::Whole(_)));
}
