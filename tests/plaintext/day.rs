//! The day itself, through the commands as the window calls them: people, cases, diary, agenda, searches, refusals,
//! copies, a new passphrase, lock and unlock.

use crate::scan::{Scan, markers};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Host,
    commands::{Window, dispatch},
};
use cartella_domain::{diary::EntryKind, rights::Confidentiality};
use rusqlite::types::ValueRef;
use serde_json::{Value, json};
use std::{collections::VecDeque, io, path::Path};

/// Said while the archive is open and written to; then the worker waits for a line.
pub const OPEN: &str = "the archive is open";
/// Said when the archive is locked and nothing comes after.
pub const LOCKED: &str = "the archive is locked";

/// Words that the archive keeps in some form, and words that are only typed, in the order in which they are given out.
struct Day {
    host: Host,
    words: VecDeque<String>,
    kept: Vec<String>,
    operator: Value,
}

/// Works the day in a folder of archives.
pub fn work(data: &Path) {
    let (world, clock) = cartella_testkit::world(500);
    let mut day = Day {
        host: Host::new(data.to_owned(), world),
        words: markers().into(),
        kept: Vec::new(),
        operator: Value::Null,
    };
    let passphrase = day.typed(5);
    day.create(&passphrase);
    let people = day.people();
    let cases = day.cases(&people);
    clock.pass_minutes(60);
    day.diary(&cases);
    day.agenda(&cases);
    day.drafts(&cases);
    day.searches();
    day.refusals(&people);
    day.attached(&cases);
    day.main("archive.backup", json!({}));
    let another = day.typed(5);
    day.main(
        "archive.change_passphrase",
        json!({ "present": passphrase, "new": another }),
    );
    day.the_rest(&cases);
    clock.pass_minutes(60 * 24 * 40);
    day.main("archive.backup", json!({}));
    assert!(day.words.is_empty(), "every marker was used");
    day.all_are_kept();
    println!("\n{OPEN}");
    io::stdin().read_line(&mut String::new()).unwrap();
    day.lock_and_open(&passphrase, &another);
    println!("\n{LOCKED}");
}

impl Day {
    /// Words that are typed and must not be kept at all: passphrases, searches, what is refused.
    fn typed(&mut self, count: usize) -> String {
        let words: Vec<String> = self.words.drain(..count).collect();
        words.join(" ")
    }

    /// Words that the archive keeps.
    fn some(&mut self, count: usize) -> String {
        let words: Vec<String> = self.words.drain(..count).collect();
        self.kept.extend(words.iter().cloned());
        words.join(" ")
    }

    fn one(&mut self) -> String {
        self.some(1)
    }

    fn call(&mut self, window: Window, name: &str, input: Value) -> Result<Value, cartella_app::Error> {
        dispatch(&mut self.host, window, name, input).map(|answer| answer.value)
    }

    fn main(&mut self, name: &str, input: Value) -> Value {
        self.call(Window::Main, name, input)
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// A command that must be refused; the refusal is printed as the window would get it.
    fn refused(&mut self, window: Window, name: &str, input: Value) {
        match self.call(window, name, input) {
            Ok(_) => panic!("{name} was not refused"),
            Err(error) => println!("{error} {error:?} {}", json!(error)),
        }
    }

    fn create(&mut self, passphrase: &str) {
        let input = json!({
            "surname": "Neri", "name": "Sara", "qualifica": "ASSISTENTE_SOCIALE",
            "passphrase": passphrase, "no_recovery_understood": true,
        });
        self.call(Window::Lock, "archive.create", input).unwrap();
        self.operator = self.main("session.info", json!({}))["operator"].clone();
    }

    fn people(&mut self) -> Vec<Value> {
        let mut people = Vec::new();
        for number in 0..8 {
            let (surname, name, alias, town) = (self.one(), self.one(), self.one(), self.one());
            let (language, doctor, note) = (self.one(), self.one(), self.some(2));
            let (street, care_of, about) = (self.one(), self.one(), self.one());
            let (mail, whose) = (self.one(), self.one());
            let input = json!({
                "person": {
                    "surname": surname, "name": name, "aliases": [alias], "birth": "2012-05",
                    "birth_town": town, "language": language, "note": note,
                    "doctor": { "name": doctor },
                },
                "addresses": [{ "protected": number % 3 == 0, "address": {
                    "location": { "street": street, "number": "7", "care_of": care_of }, "note": about,
                }}],
                "contacts": [{ "protected": number % 4 == 0, "contact": {
                    "kind": "EMAIL", "value": format!("{mail}@example.org"), "whose": { "words": whose },
                }}],
            });
            people.push(self.main("people.create", input)["id"].clone());
        }
        for pair in people.chunks(2) {
            let (note, reason, label, value) = (self.one(), self.one(), self.one(), self.one());
            self.main("people.save_relation", json!({
                "id": null, "one": pair[0], "other": pair[1], "kind": "FRATELLO", "note": note, "seen": [],
            }));
            self.main(
                "people.save_alert",
                json!({
                    "id": null, "person": pair[0], "kind": "CANE", "reason": reason, "seen": [],
                }),
            );
            self.main("people.save_household", json!({
                "id": null, "person": pair[0], "seen": [],
                "household": { "label": label, "members": [{ "person": pair[0], "period": {}, "group": "CONVIVENTE" }] },
            }));
            self.main("people.save_contact", json!({
                "id": null, "protected": true, "seen": [],
                "contact": { "person": pair[1], "kind": "TELEFONO", "value": "0331 123456", "note": value },
            }));
        }
        people
    }

    fn cases(&mut self, people: &[Value]) -> Vec<Value> {
        let mut cases = Vec::new();
        for (person, service) in people
            .iter()
            .zip(["TM", "AES", "SAD", "AFF"].iter().cycle())
            .take(6)
        {
            let (protocol, paper, text, caller) = (self.one(), self.one(), self.some(3), self.one());
            let opened = self.main("cases.open", json!({
                "people": [person], "service": service, "responsible": self.operator, "paper_number": paper,
                "referral": { "on": "2026-02", "protocol": protocol, "source": null, "urgent": false },
            }));
            let case = opened["cases"][0].clone();
            self.main(
                "cases.leave_message",
                json!({ "case": case, "text": text, "caller": caller }),
            );
            self.main("cases.get", json!({ "case": case }));
            cases.push(case);
        }
        cases
    }

    /// An entry of every kind, through every level; saved while typing, then signed.
    fn diary(&mut self, cases: &[Value]) {
        let mut signed = Vec::new();
        for (number, kind) in EntryKind::ALL.iter().enumerate() {
            let level = Confidentiality::ALL[number % 4];
            let content = self.entry(*kind, level, &cases[number % cases.len()]);
            let draft = self.saved("diary_entry", &content);
            let answer = self.main("diary.sign", json!({ "draft": draft, "content": content }));
            assert_eq!(answer["type"], "signed", "{kind:?} {level:?}: {answer}");
            signed.push(answer["entries"][0].clone());
        }
        for entry in signed.iter().take(4) {
            let (reason, right) = (self.one(), self.some(2));
            let shown = self.main("diary.get", json!({ "id": entry }));
            let segment = shown["entries"][0]["segments"][0]["id"].clone();
            self.main(
                "diary.rectify",
                json!({
                    "entry": entry, "reason": reason, "corrections": [{ "segment": segment, "text": right }],
                }),
            );
        }
        let note = self.one();
        self.main(
            "diary.annul",
            json!({ "entry": signed[5], "reason": "ALTRO", "note": note }),
        );
        self.main("diary.list", json!({ "case": cases[0] }));
    }

    fn entry(&mut self, kind: EntryKind, level: Confidentiality, case: &Value) -> Value {
        let (place, name, role) = (self.one(), self.one(), self.one());
        let (said, who, seen) = (self.some(2), self.one(), self.some(2));
        let (whole, action) = (self.one(), self.one());
        let readers = if level == Confidentiality::Secret {
            json!([self.operator])
        } else {
            json!([])
        };
        json!({
            "occurred_on": "2026-03-02",
            "header": {
                "kind": kind, "place": { "kind": "elsewhere", "detail": place },
                "participants": [{ "type": "other", "name": name, "role": role }],
                "outcome": { "type": "held" }, "time": { "minutes": 30, "proposed": false, "travel": null },
            },
            "texts": [{
                "files": [case],
                "segments": [
                    { "text": said, "category": { "type": "reported", "by": who, "verbatim": true } },
                    { "text": seen, "category": { "type": "observed" } },
                    { "text": whole, "read_by": { "level": level, "readers": readers } },
                ],
                "actions": [{ "what": action, "due": "2026-03-20" }],
            }],
        })
    }

    /// A draft kept three times, as typing keeps it.
    fn saved(&mut self, kind: &str, content: &Value) -> Value {
        let mut id = Value::Null;
        for _ in 0..3 {
            let saved = self.main(
                "draft.save",
                json!({ "id": id, "kind": kind, "content": content }),
            );
            id = saved["id"].clone();
        }
        id
    }

    fn agenda(&mut self, cases: &[Value]) {
        for case in cases.iter().take(4) {
            let (what, place, note, todo, why) = (self.one(), self.one(), self.one(), self.one(), self.one());
            let made = self.main("agenda.create", json!({
                "slot": { "on": "2026-03-02", "starts": "10:00", "ends": "11:00" }, "kind": "COLLOQUIO", "what": what,
                "place": { "kind": "elsewhere", "detail": place }, "participants": [], "cases": [case],
                "operators": [], "note": note,
            }));
            self.main(
                "agenda.action_create",
                json!({ "case": case, "what": todo, "due": "2026-03-09" }),
            );
            self.main(
                "agenda.not_happened",
                json!({
                    "id": made["id"], "outcome": { "type": "absent" }, "note": why, "in_diary": true,
                }),
            );
        }
        self.main("today.today", json!({}));
    }

    /// What is typed and not signed: open drafts of entries and of a form, one thrown away, the page left open.
    fn drafts(&mut self, cases: &[Value]) {
        for case in cases.iter().take(3) {
            let content = self.entry(EntryKind::Colloquio, Confidentiality::Service, case);
            self.saved("diary_entry", &content);
        }
        let (surname, thrown, view) = (self.one(), self.some(4), self.one());
        self.saved("person", &json!({ "surname": surname }));
        let gone = self.saved("case_message", &json!({ "text": thrown }));
        self.main("draft.discard", json!({ "id": gone, "confirmed": true }));
        let page = json!({ "pages": [{ "name": "person.new", "view": { "surname": view } }] });
        self.main("session.keep_view", json!({ "view": page.to_string() }));
    }

    fn searches(&mut self) {
        let found = self.kept[0].clone();
        for length in [2, 3, found.len()] {
            let hits = self.main(
                "find.anything",
                json!({ "text": found.get(..length).unwrap(), "settled": true }),
            );
            assert!(!hits["people"].as_array().unwrap().is_empty());
        }
        for _ in 0..5 {
            let nothing = self.typed(2);
            self.main("find.anything", json!({ "text": nothing, "settled": true }));
            self.main("people.list", json!({ "filter": nothing }));
        }
    }

    /// What is refused quotes nothing of what was typed.
    fn refusals(&mut self, people: &[Value]) {
        let other_shape = self.typed(2);
        self.refused(
            Window::Main,
            "people.create",
            json!({ "person": { "surname": [other_shape] } }),
        );
        self.refused(Window::Main, "diary.sign", json!({ "draft": other_shape }));
        let not_there = self.typed(1);
        self.refused(Window::Main, &format!("people.{not_there}"), json!({}));
        let nameless = self.typed(1);
        self.refused(
            Window::Main,
            "people.create",
            json!({ "person": { "note": nameless } }),
        );
        let weak = self.typed(1);
        self.refused(
            Window::Main,
            "archive.change_passphrase",
            json!({ "present": weak, "new": weak }),
        );
        let number = self.typed(1);
        let reversed = json!({ "person": people[0], "kind": "EMAIL", "value": number,
            "period": { "from": "2026-01-01", "until": "2025-01-01" } });
        self.refused(
            Window::Main,
            "people.save_contact",
            json!({ "id": null, "protected": false, "contact": reversed }),
        );
    }

    /// Files on a note: their names are kept in the archive, their words beside it, sealed.
    fn attached(&mut self, cases: &[Value]) {
        let content = self.entry(EntryKind::Colloquio, Confidentiality::Service, &cases[0]);
        let draft = self.saved("diary_entry", &content);
        let answer = self.main("diary.sign", json!({ "draft": draft, "content": content }));
        let on = json!({ "kind": 30, "id": answer["entries"][0] });
        for _ in 0..3 {
            let (name, title, words) = (self.one(), self.one(), self.typed(4));
            // Longer than a chunk, so that the words stand in the middle of one too.
            let paper = format!("%PDF-1.7 {words} {} {words}", " ".repeat(90_000));
            let file =
                json!({ "name": format!("{name}.pdf"), "title": title, "content": STANDARD.encode(&paper) });
            let made = self.main("files.add", json!({ "on": on, "file": file }));
            let opened = self.main("files.open", json!({ "id": made["id"] }));
            assert_eq!(opened["content"], STANDARD.encode(&paper));
        }
        self.main("files.of_case", json!({ "case": cases[0] }));
    }

    /// One long entry with every word that is left.
    fn the_rest(&mut self, cases: &[Value]) {
        let rest = self.some(self.words.len());
        let content = json!({
            "occurred_on": "2026-03-02", "header": { "kind": "NOTA_DI_PROCESSO" },
            "texts": [{ "files": [cases[0]], "segments": [{ "text": rest }] }],
        });
        let draft = self.saved("diary_entry", &content);
        let answer = self.main("diary.sign", json!({ "draft": draft }));
        assert_eq!(answer["type"], "signed", "{answer}");
    }

    /// The markers are in the archive: what the key decrypts holds every word that was kept, and none of the others.
    fn all_are_kept(&mut self) {
        let mut scan = Scan::new(&markers());
        let db = self.host.session().unwrap().archive().db();
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let mut tables = db.prepare(sql).unwrap();
        let names: Vec<String> = tables
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for name in names {
            let Ok(mut rows) = db.prepare(&format!("SELECT * FROM \"{name}\"")) else {
                continue;
            };
            let columns = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap_or(None) {
                for column in 0..columns {
                    if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(column).unwrap() {
                        scan.bytes(Path::new(&name), bytes);
                    }
                }
            }
        }
        let kept = self.kept.iter().map(String::as_str).collect();
        assert_eq!(scan.found(), kept, "what the archive keeps");
        println!(
            "{} markers kept, {} only typed",
            self.kept.len(),
            markers().len() - self.kept.len()
        );
    }

    /// Locks; a wrong passphrase, the one before, the right one; a last search; locks again.
    fn lock_and_open(&mut self, before: &str, passphrase: &str) {
        let found = self.kept[1].clone();
        self.host.leave().unwrap();
        let id = self.call(Window::Lock, "archive.list", json!({})).unwrap()[0]["id"].clone();
        for wrong in [found.as_str(), before] {
            self.refused(
                Window::Lock,
                "archive.unlock",
                json!({ "id": id, "passphrase": wrong }),
            );
        }
        self.call(
            Window::Lock,
            "archive.unlock",
            json!({ "id": id, "passphrase": passphrase }),
        )
        .unwrap();
        self.main("find.anything", json!({ "text": found, "settled": true }));
        self.host.leave().unwrap();
    }
}
