//! Makes the two archives that `cargo xtask demo --office` opens: Elena Colombo and Paola Riva, invented like the family
//! that they share, each enrolled at a server of one office.
//!
//! `demo_office DIR HUB OFFICE ADDRESS ADDRESS` makes them in `DIR/elena` and `DIR/paola` and prints their passphrase.
//! `HUB` is the office's program, `OFFICE` its folder, the addresses are its servers'.
#![expect(clippy::print_stdout, reason = "the passphrase is what it says")]
#![expect(clippy::indexing_slicing, reason = "what an answer lacks is null")]

#[path = "../../src-tauri/src/wire.rs"]
mod wire;

use anyhow::{Context as _, Result, anyhow, bail};
use cartella_app::{
    Host, SystemClock, World,
    commands::{Window, answer_to},
    office::Post,
};
use cartella_archive::keys::{Argon2id, OsRandom};
use cartella_domain::{
    diary::{DraftSegment, DraftText, EntryDraft},
    ids::CaseId,
};
use cartella_tests::grown::PASSPHRASE;
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex, PoisonError},
};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, hub, office, one, two] = arguments.as_slice() else {
        bail!("demo_office DIR HUB OFFICE ADDRESS ADDRESS");
    };
    let desk = Desk {
        hub: hub.into(),
        office: office.into(),
    };
    let folder = Path::new(folder);
    let elena = Laptop::new(&folder.join("elena"), "Colombo", "Elena")?;
    let paola = Laptop::new(&folder.join("paola"), "Riva", "Paola")?;
    let marta = desk.hires("Sala", "Marta", "PSICOLOGO")?;
    let family = elena.family()?;
    let other = paola.case("Romano", "Anna", "2012-09-21", "AES")?;
    elena.joins(one, &desk.code(&elena, "ASSISTENTE_SOCIALE")?)?;
    paola.joins(two, &desk.code(&paola, "ASSISTENTE_SOCIALE")?)?;
    desk.say(&["case", "assign", &family.case, &elena.operator()?])?;
    desk.say(&[
        "case",
        "assign",
        &family.case,
        &paola.operator()?,
        "--role",
        "mini_equipe",
    ])?;
    elena.sends()?;
    paola.sends()?;
    clash(&elena, &paola, &family)?;
    held(&desk, &elena, &paola, &other)?;
    asked(&desk, &elena, &family, &marta)?;
    // What waits to go.
    elena.writes(
        &family.case,
        "La nonna paterna chiede di vedere Luca il sabato. Se ne parla con la madre.",
    )?;
    elena.closes()?;
    paola.closes()?;
    println!("{PASSPHRASE}");
    Ok(())
}

/// Both write the child's day of birth, without a line.
fn clash(elena: &Laptop, paola: &Laptop, family: &Case) -> Result<()> {
    elena.writes(
        &family.case,
        "Colloquio con la madre: Luca dorme poco e chiede del padre.",
    )?;
    paola.writes(
        &family.case,
        "Osservazione a scuola: gioca da solo, con le maestre parla.",
    )?;
    elena.edits(&family.person, "birth", "2016-03-04")?;
    paola.edits(&family.person, "birth", "2016-04-03")?;
    for laptop in [elena, paola, elena] {
        laptop.sends()?;
    }
    Ok(())
}

/// A case of Paola's passes to Elena; not knowing it, Paola goes on writing.
fn held(desk: &Desk, elena: &Laptop, paola: &Laptop, other: &Case) -> Result<()> {
    desk.say(&["case", "assign", &other.case, &elena.operator()?])?;
    desk.say(&["case", "unassign", &other.case, &paola.operator()?])?;
    paola.edits(&other.person, "note", "Il martedì esce da scuola alle 14.")?;
    let contact = json!({ "person": other.person, "kind": "CELLULARE", "value": "340 555 0117", "whose": {}, "period": {} });
    paola.ask(
        "people.save_contact",
        json!({ "id": null, "contact": contact, "protected": false, "seen": [] }),
    )?;
    paola.sends()?;
    elena.sends()
}

/// Elena asks for a psicologa: once declined, once waiting.
fn asked(desk: &Desk, elena: &Laptop, family: &Case, marta: &str) -> Result<()> {
    let wanted = |role: &str| json!({ "case": family.case, "operator": marta, "role": role });
    elena.ask("office.ask_assignment", wanted("mini_equipe"))?;
    elena.sends()?;
    let listed = desk.say(&["request", "list"])?;
    let request = listed.split_whitespace().next().context("no request came")?;
    desk.say(&["request", "decline", request, "Marta è piena fino a marzo"])?;
    elena.ask("office.ask_assignment", wanted("psicologo"))?;
    elena.sends()
}

/// A case, and whose it is.
struct Case {
    case: String,
    person: String,
}

/// The office's desk.
struct Desk {
    hub: PathBuf,
    office: PathBuf,
}

impl Desk {
    fn say(&self, arguments: &[&str]) -> Result<String> {
        let out = Command::new(&self.hub)
            .arg("--folder")
            .arg(&self.office)
            .args(arguments)
            .output()?;
        if !out.status.success() {
            bail!("{arguments:?}: {}", String::from_utf8_lossy(&out.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&out.stdout).trim().to_owned())
    }

    fn hires(&self, surname: &str, name: &str, role: &str) -> Result<String> {
        self.say(&[
            "operator",
            "add",
            surname,
            name,
            "--role",
            role,
            "--service",
            "TM",
            "--service",
            "AES",
        ])
    }

    /// A code for her laptop.
    fn code(&self, laptop: &Laptop, role: &str) -> Result<String> {
        let staff = self.hires(&laptop.surname, &laptop.name, role)?;
        let said = self.say(&["code", &staff])?;
        let code = said.lines().next().and_then(|line| line.rsplit(' ').next());
        Ok(code.context("no code")?.to_owned())
    }
}

/// A laptop: the commands of its window, without the window.
struct Laptop {
    host: Mutex<Host>,
    post: Post,
    surname: String,
    name: String,
}

impl Laptop {
    fn new(folder: &Path, surname: &str, name: &str) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let world = World {
            clock: Arc::new(SystemClock::default()),
            random: Arc::new(OsRandom),
            kdf: Arc::new(Argon2id),
        };
        let laptop = Self {
            host: Mutex::new(Host::new(folder.to_owned(), world)),
            post: Post::new(Box::new(wire::Network::default()), |_| {}),
            surname: surname.to_owned(),
            name: name.to_owned(),
        };
        let order = json!({
            "surname": surname, "name": name, "qualifica": "ASSISTENTE_SOCIALE", "services": ["TM", "AES"],
            "passphrase": PASSPHRASE, "office_key": null, "no_recovery_understood": true,
        });
        laptop.call(Window::Lock, "archive.create", order)?;
        Ok(laptop)
    }

    fn call(&self, window: Window, name: &str, input: Value) -> Result<Value> {
        let answer = answer_to(&self.host, &self.post, window, name, input);
        Ok(answer.map_err(|error| anyhow!("{name}: {error:?}"))?.value)
    }

    fn ask(&self, name: &str, input: Value) -> Result<Value> {
        self.call(Window::Main, name, input)
    }

    fn operator(&self) -> Result<String> {
        text(&self.ask("session.info", json!({}))?, "operator")
    }

    /// A person with a case of hers.
    fn case(&self, surname: &str, name: &str, birth: &str, service: &str) -> Result<Case> {
        let person = json!({ "surname": surname, "name": name, "birth": birth });
        let person = self.ask(
            "people.create",
            json!({ "person": person, "addresses": [], "contacts": [] }),
        )?;
        let person = text(&person, "id")?;
        let order = json!({ "people": [person], "service": service, "responsible": self.operator()? });
        let opened = self.ask("cases.open", order)?;
        let case = opened["cases"][0].as_str().context("no case")?.to_owned();
        Ok(Case { case, person })
    }

    /// Luca Brambilla and his mother.
    fn family(&self) -> Result<Case> {
        let child = self.case("Brambilla", "Luca", "2016-03", "TM")?;
        let mother = json!({ "surname": "Ferrari", "name": "Giulia", "birth": "1988-11-02" });
        let mother = self.ask(
            "people.create",
            json!({ "person": mother, "addresses": [], "contacts": [] }),
        )?;
        self.ask(
            "cases.involve",
            json!({ "case": child.case, "involved": [mother["id"]], "protected": [] }),
        )?;
        Ok(child)
    }

    /// One field of a person changes.
    fn edits(&self, person: &str, field: &str, value: &str) -> Result<()> {
        let page = self.ask("people.get", json!({ "id": person }))?;
        let mut shown = page["details"]["person"].clone();
        shown["value"][field] = json!(value);
        let edit = json!({ "id": person, "person": shown["value"], "seen": shown["seen"] });
        self.ask("people.edit", edit).map(drop)
    }

    /// Signs an entry of today.
    fn writes(&self, case: &str, words: &str) -> Result<()> {
        let info = self.ask("session.info", json!({}))?;
        let content = EntryDraft {
            occurred_on: text(&info, "today")?.parse().ok(),
            texts: vec![DraftText {
                files: vec![CaseId(case.parse()?)],
                segments: vec![DraftSegment {
                    text: words.to_owned(),
                    ..DraftSegment::default()
                }],
                ..DraftText::default()
            }],
            ..EntryDraft::default()
        };
        let draft = json!({ "kind": "diary_entry", "content": content });
        let draft = self.ask("draft.save", draft)?;
        let signed = self.ask("diary.sign", json!({ "draft": draft["id"] }))?;
        match signed["type"].as_str() {
            Some("signed") => Ok(()),
            _ => bail!("not signed: {signed}"),
        }
    }

    fn joins(&self, address: &str, code: &str) -> Result<()> {
        let mut found = self.ask("office.find", json!({ "address": address }))?;
        found["code"] = json!(code);
        found["label"] = json!(format!("Portatile di {}", self.name));
        self.ask("office.join", found)?;
        self.sends()
    }

    fn sends(&self) -> Result<()> {
        let report = self.ask("office.synchronise", json!({}))?;
        if report["trouble"].is_null() {
            Ok(())
        } else {
            bail!("the office was not reached: {report}")
        }
    }

    fn closes(&self) -> Result<()> {
        let mut host = self.host.lock().unwrap_or_else(PoisonError::into_inner);
        host.leave().map(drop).map_err(|error| anyhow!("{error:?}"))
    }
}

fn text(value: &Value, field: &str) -> Result<String> {
    let text = value.get(field).and_then(Value::as_str);
    Ok(text.with_context(|| format!("no {field}"))?.to_owned())
}
