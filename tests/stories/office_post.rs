//! The post room: joining over a wire, sessions by a key and by themselves, and commands beside them.

use cartella_app::{
    Code, Host,
    commands::{Window, answer_to, dispatch},
    office::{Came, Post, Server, ToSend, Trouble, TroubleCode, Wire},
};
use cartella_sync::messages::{Answer, Enrolled, Problem};
use cartella_testkit::{Folder, Office};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex},
};

/// Answers what it was told to, in order; then nobody answers.
#[derive(Default)]
struct Scripted {
    answers: Arc<Mutex<VecDeque<Came>>>,
    /// Held by a test while it looks whether the archive is free.
    during: Option<Arc<Mutex<Host>>>,
}

impl Wire for Scripted {
    fn carry(&self, _: &ToSend) -> Came {
        if let Some(host) = &self.during {
            assert!(
                host.try_lock().is_ok(),
                "the archive is held while a request is on its way"
            );
        }
        self.answers
            .lock()
            .unwrap()
            .pop_front()
            .unwrap_or(Err(Trouble::Line))
    }

    fn find(&self, typed: &str) -> Result<Server, Option<TroubleCode>> {
        match typed {
            "ufficio:7443" => Ok(Server {
                host: typed.to_owned(),
                certificate: "ab".repeat(32),
            }),
            "spento:7443" => Err(Some(TroubleCode::Line)),
            _ => Err(None),
        }
    }
}

type Heard = Arc<Mutex<BTreeSet<&'static str>>>;

struct Room {
    host: Arc<Mutex<Host>>,
    post: Post,
    answers: Arc<Mutex<VecDeque<Came>>>,
    heard: Heard,
    /// The folder of the archive goes with it.
    _folder: Folder,
}

fn room() -> Room {
    let (session, world, folder) = Office::new(91).unwrap().into_parts().unwrap();
    let mut host = Host::new(std::path::PathBuf::new(), world);
    host.enter(session);
    let host = Arc::new(Mutex::new(host));
    let answers = Arc::<Mutex<VecDeque<Came>>>::default();
    let heard = Heard::default();
    let told = heard.clone();
    let wire = Scripted {
        answers: answers.clone(),
        during: Some(host.clone()),
    };
    let post = Post::new(Box::new(wire), move |changed| {
        told.lock().unwrap().extend(changed)
    });
    Room {
        host,
        post,
        answers,
        heard,
        _folder: folder,
    }
}

impl Room {
    fn ask(&self, name: &str, input: Value) -> cartella_app::Result<Value> {
        answer_to(&self.host, &self.post, Window::Main, name, input).map(|answer| answer.value)
    }

    fn code(&self, name: &str, input: Value) -> Code {
        self.ask(name, input).unwrap_err().code
    }

    fn now(&self) -> Option<u64> {
        self.ask("office.now", json!({})).unwrap()["next_in_ms"].as_u64()
    }

    fn will_answer(&self, answer: &Answer) {
        self.answers.lock().unwrap().push_back(Ok(answer.encode()));
    }

    fn join(&self) {
        let (operator, office) = {
            let mut host = self.host.lock().unwrap();
            let identity = host.session().unwrap().archive().identity();
            (identity.operator, identity.office)
        };
        self.will_answer(&Answer::Enrolled(Enrolled {
            epoch: 1,
            office,
            office_name: "Azienda di prova".into(),
            operator,
        }));
        let joined = self.ask("office.join", form("ABCD")).unwrap();
        assert_eq!(joined["name"], "Azienda di prova");
    }
}

fn form(code: &str) -> Value {
    json!({ "address": "ufficio:7443", "certificate": "ab".repeat(32), "code": code, "label": "Portatile" })
}

#[test]
fn an_address_is_read_and_looked_at_before_anything_is_joined() {
    let room = room();
    let found = room
        .ask("office.find", json!({ "address": "ufficio:7443" }))
        .unwrap();
    assert_eq!(found["certificate"], "ab".repeat(32));
    assert_eq!(
        room.code("office.find", json!({ "address": "?" })),
        Code::OfficeAddressInvalid
    );
    let off = room
        .ask("office.find", json!({ "address": "spento:7443" }))
        .unwrap_err();
    assert_eq!(off.code, Code::OfficeUnreachable);
    assert!(format!("{off:?}").contains("line"));
    // Nothing was joined by looking.
    assert_eq!(room.code("office.synchronise", json!({})), Code::OfficeNone);
}

#[test]
fn a_refused_code_joins_nothing_and_a_good_one_sends_at_once() {
    let room = room();
    room.will_answer(&Answer::Problem(Problem::CodeRefused));
    assert_eq!(
        room.code("office.join", form("SBAGLIATO")),
        Code::OfficeCodeRefused
    );
    assert_eq!(room.code("office.join", form(" ")), Code::OfficeCodeMissing);
    assert_eq!(
        room.ask("office.status", json!({})).unwrap()["office"],
        Value::Null
    );
    room.join();
    assert_eq!(
        room.ask("office.status", json!({})).unwrap()["office"]["name"],
        "Azienda di prova"
    );
    assert_eq!(room.now(), Some(0), "the first session is due at once");
}

#[test]
fn without_a_line_the_session_ends_with_a_trouble_and_is_tried_again() {
    let room = room();
    room.join();
    let report = room.ask("office.synchronise", json!({})).unwrap();
    assert_eq!(report["trouble"], "line");
    assert!(report["wait_ms"].as_u64().unwrap() > 0);
    assert!(room.heard.lock().unwrap().contains("office"));
    let status = room.ask("office.status", json!({})).unwrap();
    assert_eq!(
        (&status["last"]["trouble"], &status["running"]),
        (&json!("line"), &json!(false))
    );
    assert_eq!(room.ask("office.now", json!({})).unwrap()["running"], Value::Null);
}

#[test]
fn an_opened_archive_asks_for_a_session_and_a_later_wish_puts_it_not_off() {
    let room = room();
    room.post.hear(false, &BTreeSet::from(["person"]));
    assert_eq!(room.now(), None, "nothing goes from a closed archive");
    room.ask("session.info", json!({})).unwrap();
    let opened = room.now().unwrap();
    assert!(opened <= 3_000);
    let person = json!({ "person": { "surname": "Brambilla" }, "addresses": [], "contacts": [] });
    room.ask("people.create", person).unwrap();
    assert!(room.now().unwrap() <= opened);
}

#[test]
fn the_room_runs_what_is_due_and_ends_when_it_is_told() {
    let room = room();
    room.join();
    let (host, post) = (room.host.clone(), Arc::new(room.post));
    let rounds = post.clone();
    let thread = std::thread::spawn(move || rounds.run(&host));
    // The session that joining asked for runs, finds no line and leaves its next try behind.
    let host = room.host.clone();
    let tried = || {
        let status = answer_to(&host, &post, Window::Main, "office.status", json!({})).unwrap();
        status.value["last"]["trouble"] == "line"
    };
    while !tried() {
        std::thread::yield_now();
    }
    post.end();
    thread.join().unwrap();
}

#[test]
fn the_lines_commands_are_no_part_of_a_host_alone() {
    let room = room();
    let mut host = room.host.lock().unwrap();
    let asked = dispatch(&mut host, Window::Main, "office.synchronise", json!({}));
    assert_eq!(asked.unwrap_err().code, Code::UnknownCommand);
}

#[test]
fn what_the_office_holds_is_asked_over_the_line_and_a_problem_has_its_calm_sentence() {
    let room = room();
    assert_eq!(room.code("office.held", json!({})), Code::OfficeNone);
    room.join();
    let says = |body: Value| {
        let bytes = body.to_string().into_bytes();
        room.answers.lock().unwrap().push_back(Ok(bytes));
    };
    let key = "ab".repeat(32);
    let author = "0190a0a0-0000-7000-8000-000000000001";
    let scope = json!({ "owner": author, "kind": 10 });
    says(json!({ "held": [{ "key": key, "author": author, "scope": scope, "code": 2, "bytes": null }] }));
    let held = room.ask("office.held", json!({})).unwrap();
    assert_eq!(
        (&held[0]["reason"], &held[0]["parts"]),
        (&json!("late_edit"), &json!([]))
    );
    let trouble = |error: cartella_app::Error| (error.code, format!("{:?}", error.params.get("trouble")));
    says(json!({ "problem": Problem::Suspended.number() }));
    let (code, why) = trouble(room.ask("office.held", json!({})).unwrap_err());
    assert!(
        code == Code::OfficeUnreachable && why.contains("suspended"),
        "{why}"
    );
    let (code, why) = trouble(room.ask("office.held", json!({})).unwrap_err());
    assert!(code == Code::OfficeUnreachable && why.contains("line"), "{why}");
    // Closing without a reason asks nobody; what is not hers any more is gone.
    let close = |reason: &str| json!({ "key": key, "adopt": false, "reason": reason });
    assert_eq!(room.code("office.settle_held", close(" ")), Code::ReasonMissing);
    says(json!({ "problem": 14 }));
    assert_eq!(room.code("office.settle_held", close("doppione")), Code::HeldGone);
    says(json!({ "settled": false, "why": "già decisa" }));
    assert_eq!(room.code("office.settle_held", close("doppione")), Code::HeldGone);
    says(json!({ "settled": true }));
    room.ask("office.settle_held", close("doppione")).unwrap();
    assert_eq!(
        room.now(),
        Some(0),
        "what was decided comes with a session at once"
    );
    // Who has a case now that left.
    says(json!({ "operator": author }));
    let case = json!({ "case": author });
    assert_eq!(
        room.ask("office.passed_to", case.clone()).unwrap()["operator"],
        author
    );
    says(json!({ "problem": 14 }));
    assert_eq!(
        room.ask("office.passed_to", case).unwrap()["operator"],
        Value::Null
    );
}
