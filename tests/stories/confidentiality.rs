//! Confidentiality in use: a family with a word of its own in every text, and every command of the main window asked by every kind
//! of reader. No answer holds a word that its reader may not read; each word is read by somebody who may.
//!
//! All of it lies in one archive, where a laptop would not hold the half: here nothing but the verbs keeps it apart. A
//! command is tried as soon as it is in the list, with all ids that there are; one that reads and never answers is to be given
//! an input in `inputs`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Host, Session,
    commands::{Run, Window, all, dispatch},
};
use cartella_domain::{
    cases::AssignmentRole,
    ids::OperatorId,
    record::AddSet,
    rights::{Office as Answering, Role},
    services::Service,
    staff::Operator,
};
use cartella_testkit::{Folder, Office};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Who reads.
const READERS: [&str; 13] = [
    "team",
    "coordinator",
    "service",
    "named",
    "counselor",
    "clerk",
    "comune",
    "educator",
    "outsider",
    "management",
    "auditor",
    "system",
    "desk",
];

/// A word, where it stands, and who may read it besides its author. What each may is the table of rights in
/// `crates/domain/src/rights/table.txt`, for one who stands as the reader does.
const WORDS: &[(&str, &str, &[&str])] = &[
    (
        "marcadiario",
        "a note for the service",
        &["team", "coordinator", "service", "named", "counselor"],
    ),
    (
        "marcanomediario",
        "the name of its file",
        &["team", "coordinator", "service", "named", "counselor"],
    ),
    ("marcariservata", "a reserved note", &["team", "coordinator"]),
    (
        "marcaluogoriservato",
        "where it took place",
        &["team", "coordinator"],
    ),
    (
        "marcaimpegnoriservato",
        "what was agreed in it",
        &["team", "coordinator"],
    ),
    (
        "marcanomeriservato",
        "the name of its file",
        &["team", "coordinator"],
    ),
    (
        "marcamotivoriservato",
        "why the photo was taken",
        &["team", "coordinator"],
    ),
    (
        "marcaparagrafo",
        "a reserved paragraph of a note for the service",
        &["team", "coordinator"],
    ),
    (
        "marcaprivata",
        "a note for author and responsible",
        &["coordinator"],
    ),
    ("marcaimpegnoprivato", "what was agreed in it", &["coordinator"]),
    ("marcanomeprivato", "the name of its file", &["coordinator"]),
    ("marcasegreta", "a secret note", &["named"]),
    ("marcaluogosegreto", "where it took place", &["named"]),
    ("marcaimpegnosegreto", "what was agreed in it", &["named"]),
    ("marcanomesegreto", "the name of its file", &["named"]),
    (
        "marcaprovvedimento",
        "an order",
        &["team", "coordinator", "clerk"],
    ),
    ("marcamandato", "what it asks", &["team", "coordinator", "clerk"]),
    (
        "marcanomedecreto",
        "the name of its file",
        &["team", "coordinator", "clerk"],
    ),
    (
        "marcaobiettivo",
        "a goal of the plan",
        &["team", "coordinator", "educator"],
    ),
    (
        "marcavia",
        "a hidden address of the child",
        &["team", "coordinator"],
    ),
    (
        "3331239876",
        "a hidden phone of the child",
        &["team", "coordinator"],
    ),
    (
        "marcarifugio",
        "a hidden address of the mother, with whom the case does not work",
        &[],
    ),
    (
        "marcanotapersona",
        "a note on the child's card",
        &["team", "coordinator", "clerk", "comune", "educator"],
    ),
    (
        "marcaavvertenza",
        "a warning about the mother",
        &["team", "coordinator", "clerk", "comune", "educator"],
    ),
    (
        "marcaappuntamento",
        "an appointment",
        &["team", "coordinator", "clerk"],
    ),
    ("marcasportello", "a card of the desk", &["desk"]),
    (
        "marcafinale",
        "the final report of the case",
        &["team", "coordinator"],
    ),
    (
        "marcamessaggio",
        "a message for the responsible",
        &["coordinator"],
    ),
    ("marcabozza", "a draft", &[]),
];

/// What a command is called that reads: it must come to an answer in the walk.
const READING: &[&str] = &[
    "get",
    "list",
    "of_case",
    "range",
    "count",
    "prepare",
    "today",
    "anything",
    "activities",
    "time_line",
    "messages",
    "my_messages",
    "genogram",
    "ecomap",
    "calendar",
    "readers",
    "files",
    "actions",
    "heard",
    "page",
    "board",
    "view",
    "report",
    "open_of",
];
/// Commands of such a name that tell nothing of a record.
const NEVER: &[&str] = &["import.report"];

struct Stage {
    host: Host,
    author: OperatorId,
    readers: BTreeMap<&'static str, OperatorId>,
    case: Value,
    child: Value,
    mother: Value,
    ids: Vec<String>,
    _folder: Folder,
}

/// A member of staff.
fn colleague(session: &mut Session, name: &str, role: Role, service: Option<Service>) -> OperatorId {
    let services = AddSet(service.into_iter().collect());
    let card = Operator {
        surname: Some(name.to_owned()),
        qualifica: Some(role),
        coordinates: if role == Role::Coordinatore {
            services.clone()
        } else {
            AddSet::default()
        },
        services,
        comune: (role == Role::AssistenteSocialeComune).then(|| "E514".to_owned()),
        ..Operator::default()
    };
    let id: OperatorId = session.id();
    let org = session.org();
    session.write(|act| act.create(org, id, &card)).unwrap();
    id
}

fn readers(session: &mut Session) -> BTreeMap<&'static str, OperatorId> {
    let (tm, sad) = (Some(Service::TutelaMinori), Some(Service::Sad));
    let roles = [
        (Role::Psicologo, tm),
        (Role::Coordinatore, tm),
        (Role::Pedagogista, tm),
        (Role::Psicologo, tm),
        (Role::Counselor, tm),
        (Role::Amministrativo, tm),
        (Role::AssistenteSocialeComune, sad),
        (Role::EducatoreEnte, sad),
        (Role::AssistenteSociale, sad),
        (Role::Direzione, sad),
        (Role::DpoAuditor, sad),
        (Role::AmmSistema, sad),
        (Role::AssistenteSociale, Some(Service::ServizioSocialeDiBase)),
    ];
    READERS
        .into_iter()
        .zip(roles)
        .map(|(name, (role, service))| (name, colleague(session, name, role, service)))
        .collect()
}

impl Stage {
    fn new() -> Self {
        let mut office = Office::new(97).unwrap();
        let readers = readers(&mut office.session);
        let author = office.session.operator();
        let (session, world, folder) = office.into_parts().unwrap();
        let mut host = Host::new(folder.path(), world);
        host.enter(session);
        let mut stage = Self {
            host,
            author,
            readers,
            case: Value::Null,
            child: Value::Null,
            mother: Value::Null,
            ids: Vec::new(),
            _folder: folder,
        };
        stage.family();
        stage.notes();
        stage.papers();
        stage.host.session().unwrap().answer_to(Answering::Enrolled);
        stage
    }

    fn main(&mut self, name: &str, input: Value) -> Value {
        let answer = dispatch(&mut self.host, Window::Main, name, input);
        let value = answer.unwrap_or_else(|error| panic!("{name}: {error:?}")).value;
        self.keep(&value);
        value
    }

    /// Every id that an answer says is asked for later.
    fn keep(&mut self, value: &Value) {
        match value {
            Value::String(text)
                if text.len() == 36 && !self.ids.contains(text) && !self.is_colleague(text) =>
            {
                self.ids.push(text.clone())
            }
            Value::Array(items) => items.iter().for_each(|item| self.keep(item)),
            Value::Object(fields) => fields.values().for_each(|field| self.keep(field)),
            _ => {}
        }
    }

    fn is_colleague(&self, id: &str) -> bool {
        let colleagues = self.readers.values().chain([&self.author]);
        colleagues.into_iter().any(|operator| operator.to_string() == id)
    }

    fn person(&mut self, surname: &str, street: &str, note: &str, phone: Option<&str>) -> Value {
        let contacts: Vec<Value> = phone
            .map(|phone| json!({ "protected": true, "contact": { "kind": "CELLULARE", "value": phone } }))
            .into_iter()
            .collect();
        let hidden =
            json!({ "protected": true, "address": { "location": { "street": street, "number": "7" } } });
        let input = json!({
            "person": { "surname": surname, "name": "Luca", "birth": "2014-05-07", "note": note },
            "addresses": [hidden], "contacts": contacts,
        });
        self.main("people.create", input)["id"].clone()
    }

    fn family(&mut self) {
        self.child = self.person("Verdi", "Via marcavia", "marcanotapersona", Some("3331239876"));
        self.mother = self.person("Bianchi", "Via marcarifugio", "", None);
        let (child, mother) = (self.child.clone(), self.mother.clone());
        let comuni = json!({ "residence": "E514", "in_charge": "E514" });
        let input = json!({
            "people": [child], "service": "TM", "responsible": self.author, "involved": [mother], "comuni": comuni,
            "running": { "is": "in_carico", "on": "2026-01-12" },
        });
        self.case = self.main("cases.open", input)["cases"][0].clone();
        let living = |person: &Value| json!({ "person": person, "period": {}, "group": "CONVIVENTE" });
        let household = json!({ "members": [living(&child), living(&mother)] });
        self.main(
            "people.save_household",
            json!({ "id": null, "person": child, "household": household, "seen": [] }),
        );
        let relation = json!({ "id": null, "one": mother, "other": child, "kind": "GENITORE", "period": {}, "seen": [] });
        self.main("people.save_relation", relation);
        let alert =
            json!({ "id": null, "person": mother, "kind": "CANE", "reason": "marcaavvertenza", "seen": [] });
        self.main("people.save_alert", alert);
        for (reader, role) in [
            ("team", AssignmentRole::Psicologo),
            ("educator", AssignmentRole::Educatore),
        ] {
            let operator = self.readers[reader];
            let input =
                json!({ "case": self.case, "operator": operator, "role": role, "from": "2026-01-12" });
            self.main("cases.assign", input);
        }
        self.main(
            "cases.leave_message",
            json!({ "case": self.case, "text": "marcamessaggio" }),
        );
    }

    /// A note of a level, with an agreement and a file.
    fn note(&mut self, level: &str, words: [&str; 3], file: &str, reason: &str) {
        let readers = if level == "secret" {
            json!([self.readers["named"]])
        } else {
            json!([])
        };
        let content = json!({
            "occurred_on": "2026-03-02", "read_by": { "level": level, "readers": readers },
            "header": {
                "kind": "COLLOQUIO", "place": { "kind": "elsewhere", "detail": words[1] }, "participants": [],
                "outcome": { "type": "held" }, "time": { "minutes": 30, "proposed": false, "travel": null },
            },
            "texts": [{
                "files": [self.case],
                "segments": [
                    { "text": words[0] },
                    { "text": "marcaparagrafo", "read_by": { "level": "reserved", "readers": [] } },
                ],
                "actions": [{ "what": words[2], "due": "2026-03-20" }],
            }],
        });
        let content = if level == "service" {
            content
        } else {
            without_paragraph(content)
        };
        let draft = self.main(
            "draft.save",
            json!({ "id": null, "kind": "diary_entry", "content": content }),
        )["id"]
            .clone();
        let signed = self.main("diary.sign", json!({ "draft": draft }));
        assert_eq!(signed["type"], "signed", "{signed}");
        let file = json!({
            "name": format!("{file}.png"), "content": STANDARD.encode(picture()), "purpose": "photo", "reason": reason,
        });
        let on = json!({ "kind": 30, "id": signed["entries"][0] });
        self.main("files.add", json!({ "on": on, "file": file }));
    }

    fn notes(&mut self) {
        self.note(
            "service",
            ["marcadiario", "in sede", "Richiamare"],
            "marcanomediario",
            "motivo",
        );
        let reserved = ["marcariservata", "marcaluogoriservato", "marcaimpegnoriservato"];
        self.note("reserved", reserved, "marcanomeriservato", "marcamotivoriservato");
        self.note(
            "private",
            ["marcaprivata", "in sede", "marcaimpegnoprivato"],
            "marcanomeprivato",
            "motivo",
        );
        self.note(
            "secret",
            ["marcasegreta", "marcaluogosegreto", "marcaimpegnosegreto"],
            "marcanomesegreto",
            "motivo",
        );
        let content = json!({ "occurred_on": "2026-03-03", "texts": [{ "files": [self.case], "segments": [{ "text": "marcabozza" }] }] });
        self.main(
            "draft.save",
            json!({ "id": null, "kind": "diary_entry", "subject": self.case, "content": content }),
        );
    }

    fn papers(&mut self) {
        let input = json!({
            "slot": { "on": "2026-03-20", "starts": "10:00" }, "kind": "COLLOQUIO", "what": "marcaappuntamento",
            "participants": [], "cases": [self.case], "operators": [],
        });
        self.main("agenda.create", input);
        self.main(
            "desk.save",
            json!({ "card": { "need": "marcasportello" }, "seen": [] }),
        );
        let order = json!({
            "kind": { "list": "CARTELLA-TIPO-PROVVEDIMENTO", "version": "1", "code": "MONIT" }, "autorita": "TM-MI",
            "issued_on": "2026-02-20", "arrived_on": "2026-03-02", "summary": "marcaprovvedimento",
        });
        let paper = json!({ "name": "marcanomedecreto.pdf", "content": STANDARD.encode("%PDF-1.7 decreto") });
        let input = json!({
            "cases": [self.case], "order": order, "mandates": [{ "words": "marcamandato" }], "papers": [paper],
        });
        self.main("tutela.register_order", input);
        let court = self.main("tutela.of_case", json!({ "case": self.case }));
        let mandate = court["orders"][0]["mandates"][0]["mandate"]["id"].clone();
        let period = json!({ "mandate": mandate, "from": "2026-02-01", "to": "2026-12-31" });
        self.main("tutela.start_report", period);
        let goal = json!({ "goal": { "term": "short", "text": "marcaobiettivo" }, "seen": [] });
        let plan = json!({ "kind": null, "parties": [] });
        self.main(
            "plans.save",
            json!({ "case": self.case, "plan": plan, "goals": [goal], "seen": [] }),
        );
        let begun = self.main("tutela.start_final_report", json!({ "case": self.case }));
        let mut text = self.main("tutela.report", begun.clone())["text"].clone();
        text["value"]["assessment"] = json!("marcafinale");
        let edit = json!({ "report": begun["report"], "text": text["value"], "seen": text["seen"] });
        self.main("tutela.edit_report", edit);
        // All that hangs on the case by an id of its own.
        for name in [
            "cases.get",
            "tutela.of_case",
            "plans.list",
            "files.of_case",
            "diary.list",
            "agenda.actions",
        ] {
            self.main(name, json!({ "case": self.case }));
        }
    }

    /// What a command may be asked: made for it, or all that any is asked, by one id after the other.
    fn inputs(&self, name: &str) -> Option<Vec<Value>> {
        let (case, child) = (&self.case, &self.child);
        let words = || WORDS.iter().map(|(word, ..)| *word).chain(["Verdi", ""]);
        let few = ["Verdi", "marcavia", "3331239876", "marcarifugio", ""];
        Some(match name {
            "find.anything" => words()
                .map(|word| json!({ "text": word, "settled": true, "limit": 50 }))
                .collect(),
            "people.list" => few.map(|word| json!({ "filter": word })).into(),
            "cases.list" => few.map(|word| json!({ "text": word })).into(),
            "people.suggest_duplicates" => vec![json!({
                "person": { "surname": "Verdi", "name": "Luca", "birth": "2014-05-07" }, "except": null,
                "addresses": [{ "protected": false, "address": { "location": { "street": "Via marcavia", "number": "7" } } }],
                "contacts": [{ "protected": false, "contact": { "kind": "CELLULARE", "value": "3331239876" } }],
            })],
            "agenda.range" => ["day", "week", "month"]
                .into_iter()
                .flat_map(|view| ["2026-03-02", "2026-03-20"].map(|day| json!({ "view": view, "day": day })))
                .collect(),
            "pictures.ecomap" => [child, &self.mother]
                .into_iter()
                .map(|person| json!({ "person": person, "words": {} }))
                .collect(),
            "pictures.save" => vec![
                json!({ "picture": { "genogram": { "person": child } }, "title": "Genogramma", "by": "file" }),
                json!({ "picture": { "ecomap": { "person": child, "words": {} } }, "title": "Ecomappa", "by": "file" }),
            ],
            "files.list" => self
                .ids
                .iter()
                .flat_map(|id| [30, 122].map(|kind| json!({ "kind": kind, "id": id })))
                .collect(),
            "deadlines.calendar" => vec![json!({ "title": "Scadenze", "codes": {} })],
            "diary.readers" => vec![json!({ "cases": [case], "read_by": null, "segments": [] })],
            "office.refused" => vec![json!({ "settled_too": true })],
            "desk.count" => vec![json!({ "from": "2026-01-01", "to": "2026-12-31" })],
            "desk.list" => ["waiting", "all"].map(|view| json!({ "view": view })).into(),
            "cases.my_messages" => [true, false].map(|settled| json!({ "settled": settled })).into(),
            _ => return None,
        })
    }

    fn anything(&self, id: &str) -> Value {
        json!({
            "id": id, "case": self.case, "cases": [self.case], "ids": self.ids, "records": self.ids, "subject": id,
            "person": self.child, "entry": id, "act": id, "draft": id, "measure": id, "report": id,
        })
    }
}

fn without_paragraph(mut content: Value) -> Value {
    if let Some(segments) = content["texts"][0]["segments"].as_array_mut() {
        segments.truncate(1);
    }
    content
}

fn picture() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
    bytes.extend([0; 20]);
    bytes
}

/// Asks as if nobody had: what a command writes is taken back.
fn ask(host: &mut Host, name: &str, input: Value) -> Option<String> {
    let db = |host: &mut Host, sql: &str| {
        host.session().unwrap().archive().db().execute_batch(sql).unwrap();
    };
    db(host, "SAVEPOINT walk");
    let answer = dispatch(host, Window::Main, name, input);
    db(host, "ROLLBACK TO walk; RELEASE walk");
    Some(answer.ok()?.value.to_string())
}

/// All that a reader hears from a command.
fn heard(stage: &mut Stage, name: &str) -> Vec<String> {
    if let Some(inputs) = stage.inputs(name) {
        return inputs
            .into_iter()
            .filter_map(|input| ask(&mut stage.host, name, input))
            .collect();
    }
    let inputs: Vec<Value> = stage.ids.iter().map(|id| stage.anything(id)).collect();
    let mut answers = BTreeSet::new();
    for (asked, input) in inputs.into_iter().enumerate() {
        answers.extend(ask(&mut stage.host, name, input));
        // The same to three ids: it does not hear which.
        if asked == 2 && answers.len() == 1 {
            break;
        }
    }
    answers.into_iter().collect()
}

#[test]
fn no_command_says_a_word_to_whom_may_not_read_it() {
    let mut stage = Stage::new();
    let mut leaks = Vec::new();
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut answered = BTreeSet::new();
    let people: Vec<(&str, OperatorId)> = std::iter::once(("author", stage.author))
        .chain(stage.readers.iter().map(|(name, operator)| (*name, *operator)))
        .collect();
    for (reader, operator) in people {
        stage.host.session().unwrap().act_as(operator);
        for command in all() {
            if command.window != Window::Main || !matches!(command.run, Run::Held(_)) {
                continue;
            }
            let answers = heard(&mut stage, command.name);
            if !answers.is_empty() {
                answered.insert(command.name);
            }
            for (word, of, may) in WORDS {
                if !answers.iter().any(|answer| answer.contains(word)) {
                    continue;
                }
                told.insert((reader, word));
                if reader != "author" && !may.contains(&reader) {
                    leaks.push(format!("{} tells {reader} {word} ({of})", command.name));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    for (word, of, may) in WORDS {
        for reader in may.iter().copied() {
            assert!(
                told.contains(&(reader, *word)),
                "nothing told {reader} {word} ({of})"
            );
        }
    }
    let silent: Vec<&str> = all()
        .iter()
        .filter(|command| command.window == Window::Main && matches!(command.run, Run::Held(_)))
        .map(|command| command.name)
        .filter(|name| name.split('.').nth(1).is_some_and(|verb| READING.contains(&verb)))
        .filter(|name| !answered.contains(name) && !NEVER.contains(name))
        .collect();
    assert!(
        silent.is_empty(),
        "give these an input in `inputs`, or say in `NEVER` that they tell nothing: {silent:?}"
    );
}
