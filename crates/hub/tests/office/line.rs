//! The program itself, as who installs it uses it: an office from nothing to a laptop that is revoked.

use crate::stage::{Laptop, chance};
use cartella_sync::{
    messages::{Answer, Problem, Request},
    request::{HEADER, Signed},
    signer::DeviceKey,
};
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};
use xtask::postgres::shared;

pub fn hub(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cartella-hub"));
    command.arg("--folder").arg(folder).args(arguments);
    command
}

pub fn say(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let out = hub(folder, arguments).output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout).trim().to_owned();
    if out.status.success() {
        Ok(said)
    } else {
        Err(String::from_utf8_lossy(&out.stderr).trim().to_owned())
    }
}

pub struct Server(pub Child, pub String);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn serve(folder: &Path) -> Server {
    let log = std::fs::File::options()
        .create(true)
        .append(true)
        .open(folder.join("log"))
        .unwrap();
    let mut child = hub(folder, &["serve", "--plain", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line.split_whitespace().nth(3).unwrap().to_owned();
    Server(child, address)
}

pub fn ask(server: &Server, laptop: &Laptop, request: &Request) -> Answer {
    try_ask(&server.1, &laptop.key, request).unwrap()
}

/// The answer, if one came.
pub fn try_ask(address: &str, key: &DeviceKey, request: &Request) -> Option<Answer> {
    let body = request.encode();
    let now = cartella_hub::world::World::system().now();
    let header = Signed::post(request.path(), &body, now, chance(), key).text();
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let url = format!("http://{address}{}", request.path());
    let mut response = agent.post(&url).header(HEADER, header).send(&body[..]).ok()?;
    Answer::decode(&response.body_mut().read_to_vec().ok()?).ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_from_the_command_line() {
    let database = shared().unwrap().database().unwrap();
    let temporary = tempfile::TempDir::new().unwrap();
    let folder = temporary.path().join("ufficio");
    assert!(say(&folder, &["operator", "list"]).unwrap_err().contains("init"));
    let init = ["init", "--database", database.url(), "--name", "Azienda"];
    let said = say(&folder, &init).unwrap();
    assert!(said.contains("impronta del certificato: "), "{said}");
    assert!(say(&folder, &init).is_err(), "not twice");
    #[cfg(unix)]
    for secret in ["chiave", "database", "certificato-chiave.pem"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(folder.join(secret))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{secret} is the owner's alone");
    }
    let anna = say(
        &folder,
        &[
            "operator",
            "add",
            "Rossi",
            "Anna",
            "--role",
            "ASSISTENTE_SOCIALE",
            "--service",
            "TM",
        ],
    )
    .unwrap();
    assert!(
        say(&folder, &["operator", "add", "Verdi", "Ugo"]).is_err(),
        "without a role"
    );
    let code = say(&folder, &["code", &anna]).unwrap();
    let code = code
        .lines()
        .next()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap()
        .to_owned();

    let (other, laptop, case) = two_processes(&folder, database.url(), &code);
    desk(&folder, &anna, &case);
    revoked(&folder, &other, &laptop);
    let log = std::fs::read_to_string(folder.join("log")).unwrap();
    assert!(log.contains("enrolled"), "{log}");
    for personal in ["Bianchi", "Rossi", "Anna", "portatile"] {
        assert!(!log.contains(personal), "{personal} in the server's log");
    }
    // A row that is not what the log says is found.
    database.sql("UPDATE scope SET digest = '\\x0101010101010101010101010101010101010101010101010101010101010101' WHERE scope_kind = 10").unwrap();
    assert!(say(&folder, &["check"]).is_err());
}

/// Two servers on one database: a laptop joins at one, and either answers it.
fn two_processes(folder: &Path, url: &str, code: &str) -> (Server, Laptop, String) {
    // Two processes on one database.
    let (one, other) = (serve(folder), serve(folder));
    let pool = cartella_hub::database::pool(url, cartella_hub::database::Connections::default()).unwrap();
    let world = cartella_hub::world::World::system();
    let desk_key = DeviceKey::from_seed(&[1; 32]);
    let mut laptop = Laptop::new(cartella_hub::verbs::Hub::new(pool, world, desk_key));
    assert!(matches!(
        ask(&one, &laptop, &Request::Enrol(laptop.enrolling(code))),
        Answer::Enrolled(_)
    ));
    let person = laptop.person();
    let case = laptop.case(person, &[]);
    let push = laptop.pushing(&laptop.pending.clone());
    let first = ask(&one, &laptop, &push);
    assert!(matches!(first, Answer::Verdicts(_)));
    assert_eq!(ask(&other, &laptop, &push), first, "any of them answers");

    assert!(say(folder, &["case", "list"]).unwrap().contains("da decidere"));
    (other, laptop, case.to_string())
}

/// What the desk does with the case that came.
fn desk(folder: &Path, anna: &str, case: &str) {
    say(folder, &["case", "assign", case, anna]).unwrap();
    let listed = say(folder, &["case", "list"]).unwrap();
    assert!(
        listed.contains("decisa") && listed.contains("(responsabile)"),
        "{listed}"
    );
    assert!(say(folder, &["case", "assign", case, &crate::stage::id().to_string()]).is_err());
    say(folder, &["case", "unassign", case, anna]).unwrap();
    say(folder, &["operator", "roles", anna, "--role", "PSICOLOGO"]).unwrap();
    assert!(say(folder, &["operator", "list"]).unwrap().contains("PSICOLOGO"));
    assert_eq!(say(folder, &["quarantine", "list"]).unwrap(), "");
    assert!(say(folder, &["check"]).unwrap().ends_with("0 difformità"));
}

fn revoked(folder: &Path, other: &Server, laptop: &Laptop) {
    let device = say(folder, &["device", "list"]).unwrap();
    let device = device.split_whitespace().next().unwrap().to_owned();
    say(folder, &["device", "revoke", &device]).unwrap();
    let hello = Request::Hello(laptop.greeting());
    assert_eq!(ask(other, laptop, &hello), Answer::Problem(Problem::Revoked));
    assert!(say(folder, &["device", "resume", &device]).is_err());
}
