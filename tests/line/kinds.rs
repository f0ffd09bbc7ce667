//! Every kind of record that there is, over a real line and a real PostgreSQL, with a word of its own in every field: two
//! who write the same fields without a network clash, nothing is lost and both copies and the office say the same; each
//! clash is told and can be decided; and when a right goes, not one word of any field is left in the archive.
//!
//! A word in a field that is no text is what a later program may write there: it cannot be read here, and it is kept,
//! clashes and goes like any other. A new kind of record is in this test as soon as [`home`] says where it lives.

use crate::{
    hub::Founded,
    laptop::{self, Wire, agreed},
    pages::pages,
};
use cartella_app::{
    Act, Session,
    office::{AskClashes, ClashChoice, SettleClash, clashes, settle_clash},
};
use cartella_domain::{
    cases::AssignmentRole,
    clash::reads,
    ids::{CaseId, OperatorId, PersonId, RecordId},
    record::{Body, Decoded, FieldDef, KindDef, Record, Shape},
    registry::KINDS,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::{Office, SeededRandom};
use serde::{Deserialize, Serialize, de::MapAccess};
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    collections::{BTreeMap, HashSet},
    net::SocketAddr,
};
use uuid::Uuid;

/// Where records of a kind live in this test.
enum Home {
    /// In a scope of the case.
    Case(ScopeKind),
    /// With the child whose case it is.
    Child,
    /// In the scope of the child's household.
    Household,
    /// In one of the office's scopes, from which nobody is ever sent away.
    Office(ScopeKind),
    /// Not here, and why.
    Apart(&'static str),
}

fn home(kind: &KindDef) -> Home {
    use ScopeKind::{
        Activities, CaseCore, CaseCourt, CaseDiary, CaseHealth, CaseMoney, CaseReserved, Desk, Org,
    };
    match kind.number {
        1 | 9 | 22 => Home::Apart("rights hang on it: whoever writes nonsense there loses them"),
        51 => Home::Apart("its author's alone, on one laptop"),
        60 => Home::Apart("who asks writes it and the office answers"),
        24 => Home::Apart("between its author and the responsible"),
        33 | 38 => Home::Apart("it speaks of a signed entry, and only so"),
        2..=5 | 7 | 8 | 12 | 160 => Home::Child,
        6 => Home::Household,
        20 | 21 | 23 | 142..=146 | 166 | 175 | 176 => Home::Case(CaseCore),
        30 | 32 | 34..=36 | 110 | 141 => Home::Case(CaseDiary),
        31 | 129 | 130 | 132 | 170 => Home::Case(CaseReserved),
        121..=128 | 131 | 135 | 151 | 155..=159 => Home::Case(CaseCourt),
        147 => Home::Case(CaseHealth),
        152..=154 => Home::Case(CaseMoney),
        37 => Home::Office(Activities),
        140 => Home::Office(Desk),
        10 | 11 | 40..=42 | 50 | 120 | 150 | 165 | 177 | 178 => Home::Office(Org),
        other => panic!("say here where records of kind {other} ({}) live", kind.name),
    }
}

/// Fields that say whose a record is, who wrote it or who holds it: what stands in them is right, and the same for both.
fn fixed(kind: &KindDef, field: &str, scene: &Scene, author: OperatorId) -> Option<Value> {
    Some(match (kind.number, field) {
        // The case itself: rights hang on whose it is and who is involved.
        (
            20,
            "person" | "service" | "comuni" | "past_comuni" | "involved" | "protected" | "opened_together",
        ) => Value::Null,
        (6, "members") => json!([{ "person": scene.child, "period": {}, "group": "CONVIVENTE" }]),
        (5, "subject") | (2.., "person") if field != "person" || kind.number < 20 => json!(scene.child),
        (21.., "case") => json!(scene.case),
        (_, "author") => json!(author),
        // What the office decides about everybody's terms is tried where terms are.
        (50, "deadlines") => Value::Null,
        _ => return None,
    })
}

const fn kind_of(number: u16) -> &'static KindDef {
    let mut at = 0;
    while at < KINDS.len() {
        if KINDS[at].number == number {
            return KINDS[at];
        }
        at += 1;
    }
    panic!("no such kind")
}

/// A record of a kind as its bare fields.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
struct Bare<const N: u16>(Body);

impl<const N: u16> Record for Bare<N> {
    const KIND: &'static KindDef = kind_of(N);

    fn decode(body: &Body) -> Decoded<Self> {
        Decoded {
            value: Self(body.clone()),
            unread: Vec::new(),
        }
    }

    fn visit<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut body = Body::new();
        while let Some((name, value)) = map.next_entry()? {
            body.insert(name, value);
        }
        Ok(Self(body))
    }
}

/// What is done with a bare record.
enum Deed {
    Begin(ScopeId),
    Edit,
    Sign(ScopeId),
}

fn does<const N: u16>(act: &mut Act<'_>, deed: &Deed, id: Uuid, body: Body) {
    match deed {
        Deed::Begin(scope) => act.create(*scope, id, &Bare::<N>(body)),
        Deed::Edit => act.edit(id, &Bare::<N>(body), None),
        Deed::Sign(scope) => act.sign(*scope, id, &Bare::<N>(body), "2026-03-02"),
    }
    .unwrap();
}

macro_rules! kinds {
    ($($number:literal)*) => {
        fn done(act: &mut Act<'_>, kind: &KindDef, deed: &Deed, id: Uuid, body: Body) {
            match kind.number {
                $($number => does::<$number>(act, deed, id, body),)*
                other => panic!("add {other} to the list of kinds"),
            }
        }
    };
}

kinds! {
    2 3 4 5 6 7 8 10 11 12 20 21 23 30 31 32 34 35 36 37 40 41 42 50 110 120 121 122 123 124 125 126 127 128 129 130 131 132
    135 140 141 142 143 144 145 146 147 150 151 152 153 154 155 156 157 158 159 160 165 166 170 175 176 177 178
}

/// The family and what was written about it.
struct Scene {
    case: CaseId,
    child: PersonId,
    household: Uuid,
    office: Uuid,
    /// Kind and id of the records that both write.
    records: Vec<(&'static KindDef, Uuid)>,
    words: SeededRandom,
    /// The words in scopes that the second laptop loses.
    losing: RefCell<Vec<String>>,
}

impl Scene {
    fn of(session: &Session, case: CaseId, child: PersonId) -> Self {
        Self {
            case,
            child,
            household: session.id::<RecordId>().uuid(),
            office: session.archive().identity().office,
            records: Vec::new(),
            words: SeededRandom::new(400),
            losing: RefCell::default(),
        }
    }

    /// A word of 12 letters that no text has.
    fn word(&self, kind: &KindDef) -> String {
        let letter = || char::from(b'a' + (self.words.next() % 26) as u8);
        let word: String = (0..12).map(|_| letter()).collect();
        if !matches!(home(kind), Home::Office(_)) {
            self.losing.borrow_mut().push(word.clone());
        }
        word
    }

    fn scope(&self, kind: &KindDef) -> Option<ScopeId> {
        match home(kind) {
            Home::Case(scope) => Some(ScopeId::new(self.case.uuid(), scope)),
            Home::Child => Some(ScopeId::new(self.child.uuid(), ScopeKind::Person)),
            Home::Household => Some(ScopeId::new(self.household, ScopeKind::Household)),
            Home::Office(scope) => Some(ScopeId::new(self.office, scope)),
            Home::Apart(_) => None,
        }
    }

    /// What a field gets: a word, also where this program looks for a number.
    fn value(&self, kind: &KindDef, field: &FieldDef) -> Value {
        let word = self.word(kind);
        if field.shape == Shape::Set {
            return json!([word]);
        }
        value(kind, field.name, word)
    }

    /// A record with another word in each field.
    fn body(&self, kind: &KindDef, author: OperatorId) -> Body {
        let mut body = Body::new();
        for field in kind.fields {
            let fixed = fixed(kind, field.name, self, author);
            let value = fixed.unwrap_or_else(|| self.value(kind, field));
            if !value.is_null() {
                body.insert(field.name.to_owned(), value);
            }
        }
        body
    }

    /// Where the case, the person and the household themselves stand: they are there before.
    fn id(&self, kind: &KindDef, session: &Session) -> (Uuid, bool) {
        match kind.number {
            2 => (self.child.uuid(), true),
            20 => (self.case.uuid(), true),
            6 => (self.household, false),
            _ => (session.id::<RecordId>().uuid(), false),
        }
    }
}

/// The word as this field can hold it; where it can hold none, as a later program may have written it.
fn value(kind: &KindDef, field: &str, word: String) -> Value {
    let listed = json!([word]);
    let word = Value::from(word);
    if !reads(kind.number, field, &word) && reads(kind.number, field, &listed) {
        return listed;
    }
    word
}

fn writable() -> impl Iterator<Item = &'static KindDef> {
    KINDS
        .iter()
        .copied()
        .filter(|kind| !matches!(home(kind), Home::Apart(_)))
}

/// The first laptop begins a record of every kind and signs one of every kind that is signed.
fn begin(session: &mut Session, scene: &mut Scene) {
    let author = session.operator();
    let mut records = Vec::new();
    for kind in writable() {
        let (id, there) = scene.id(kind, session);
        let scope = scene.scope(kind).unwrap();
        let deed = match (kind.signed, there) {
            (true, _) => Deed::Sign(scope),
            (false, true) => Deed::Edit,
            (false, false) => Deed::Begin(scope),
        };
        let body = if there {
            over(session, kind, id, scene.body(kind, author))
        } else {
            scene.body(kind, author)
        };
        session
            .write(|act| {
                done(act, kind, &deed, id, body);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error:?}", kind.name));
        records.push((kind, id));
    }
    scene.records = records;
}

/// What stands in the row, with these fields in place of its own.
fn over(session: &Session, kind: &KindDef, id: Uuid, fields: Body) -> Body {
    let mut body = row(session, kind, id).0;
    body.extend(fields);
    body
}

/// Every field of every record gets another word.
fn rewrite(session: &mut Session, scene: &Scene) {
    let author = session.operator();
    for (kind, id) in &scene.records {
        if kind.signed {
            continue;
        }
        let mut fields = scene.body(kind, author);
        // Who wrote it first stays its author.
        fields.remove("author");
        let body = over(session, kind, *id, fields);
        session
            .write(|act| {
                done(act, kind, &Deed::Edit, *id, body);
                Ok(())
            })
            .unwrap();
    }
}

/// Body and clashes of a row.
fn row(session: &Session, kind: &KindDef, id: Uuid) -> (Body, Body) {
    let sql = format!("SELECT body, clashes FROM {} WHERE id = ?1", kind.name);
    let read = |text: Option<String>| text.map(|text| serde_json::from_str(&text).unwrap());
    session
        .archive()
        .db()
        .query_row(&sql, [id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .map(|(body, clashes)| (read(body).unwrap_or_default(), read(clashes).unwrap_or_default()))
        .unwrap_or_else(|error| panic!("{} {id}: {error}", kind.name))
}

/// The fields that both wrote, of which each copy must have both values.
fn clashing<'a>(scene: &'a Scene, kind: &'static KindDef) -> impl Iterator<Item = &'static str> + 'a {
    let written =
        move |name: &str| name != "author" && fixed(kind, name, scene, OperatorId::default()).is_none();
    let registers = kind.fields.iter().filter(|field| field.shape != Shape::Set);
    registers
        .map(|field| field.name)
        .filter(move |name| written(name))
}

fn both_have_both(scene: &Scene, one: &Session, two: &Session, first: &Rows, second: &Rows) {
    for (kind, id) in scene.records.iter().filter(|(kind, _)| !kind.signed) {
        let (here, there) = (row(one, kind, *id), row(two, kind, *id));
        assert_eq!(here, there, "{} is the same on both laptops", kind.name);
        for name in clashing(scene, kind) {
            let values = here.1.get(name).and_then(Value::as_array);
            let values: Vec<&Value> = values.into_iter().flatten().map(|one| &one["value"]).collect();
            let wrote = [&first[id][name], &second[id][name]];
            assert!(
                values.len() == 2 && wrote.iter().all(|value| values.contains(value)),
                "{}.{name}: {values:?} of {wrote:?}",
                kind.name
            );
            // Of dates and levels the shown value is the stricter one, and it is one of the two in any case.
            assert!(wrote.contains(&&here.0[name]), "{}.{name}", kind.name);
        }
        for field in kind.fields.iter().filter(|field| field.shape == Shape::Set) {
            let members = here
                .0
                .get(field.name)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let wrote = [first, second].map(|rows| rows[id].get(field.name).cloned());
            for member in wrote.iter().flatten().filter_map(Value::as_array).flatten() {
                assert!(members.contains(member), "{}.{}", kind.name, field.name);
            }
        }
    }
}

type Rows = BTreeMap<Uuid, Body>;

fn bodies(session: &Session, scene: &Scene) -> Rows {
    let of = |(kind, id): &(&'static KindDef, Uuid)| (*id, row(session, kind, *id).0);
    scene.records.iter().map(of).collect()
}

/// What a person is told of the clashes of the case and of the child, and decides: all of them.
fn decide(session: &mut Session, scene: &Scene) -> usize {
    let mut decided = 0;
    for subject in [RecordId(scene.case.uuid()), RecordId(scene.child.uuid())] {
        for clash in clashes(session, AskClashes { subject }).unwrap() {
            let kept = clash.values.last().expect("two values");
            assert!(kept.by.is_some() && clash.names.len() == 2, "who wrote is told");
            let input = SettleClash {
                subject,
                record: clash.record,
                field: clash.field.clone(),
                choice: ClashChoice::Keep {
                    write: kept.write.clone(),
                },
                seen: clash.seen.clone(),
            };
            settle_clash(session, input)
                .unwrap_or_else(|error| panic!("{} {:?}: {error:?}", clash.kind, clash.field));
            decided += 1;
        }
    }
    decided
}

/// Everything of this laptop's archive, decrypted: how many of the words are in it.
fn on_disk(laptop: &Office, words: &[String]) -> usize {
    let db = laptop.session.archive().db();
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let tails: HashSet<&[u8]> = words.iter().map(|word| &word.as_bytes()[4..]).collect();
    let bytes = pages(db);
    let hits: HashSet<&[u8]> = bytes
        .windows(8)
        .filter(|window| window[0].is_ascii_lowercase() && tails.contains(window))
        .collect();
    hits.len()
}

fn joined(office: &Founded, server: SocketAddr, n: u8, service: Service) -> (Office, Wire, OperatorId) {
    let mut laptop = Office::on_device(840 + u64::from(n), [40 + n; 32]).unwrap();
    let wire = Wire::to(server, &office.fingerprint());
    laptop::works_in(&mut laptop.session, service);
    let services = [service, Service::ServizioSocialeDiBase];
    let (staff, code) = office.staff_as("Prova", Role::Coordinatore, &services);
    laptop::join(&mut laptop.session, &wire, &code);
    (laptop, wire, staff)
}

/// The kinds that are not in it.
fn told_apart() {
    for kind in KINDS {
        if let Home::Apart(why) = home(kind) {
            println!("{}: {why}", kind.name);
        }
    }
}

#[test]
fn every_kind_travels_clashes_is_decided_and_goes() {
    let office = Founded::new();
    let server = office.serve().address;
    told_apart();
    let (mut one, to_one, own) = joined(&office, server, 1, Service::TutelaMinori);
    // She coordinates another service: of this case she has what the assignment gives her.
    let (mut two, to_two, hers) = joined(&office, server, 2, Service::Aes);
    let child = laptop::person(&mut one.session, "Romano");
    let case = laptop::case_of(&mut one.session, child, Service::TutelaMinori, "7/2026");
    agreed(&mut one.session, &to_one);
    office.assign(case, own, AssignmentRole::Responsabile);
    office.assign(case, hers, AssignmentRole::MiniEquipe);
    agreed(&mut one.session, &to_one);
    let mut scene = Scene::of(&one.session, case, child);
    begin(&mut one.session, &mut scene);
    agreed(&mut one.session, &to_one);
    agreed(&mut two.session, &to_two);
    for (kind, id) in &scene.records {
        let (here, there) = (row(&one.session, kind, *id), row(&two.session, kind, *id));
        assert_eq!(here, there, "{} came", kind.name);
    }

    // Nobody has a network, and both write everything.
    rewrite(&mut one.session, &scene);
    rewrite(&mut two.session, &scene);
    let (first, second) = (bodies(&one.session, &scene), bodies(&two.session, &scene));
    agreed(&mut one.session, &to_one);
    agreed(&mut two.session, &to_two);
    agreed(&mut one.session, &to_one);
    both_have_both(&scene, &one.session, &two.session, &first, &second);
    office.is_whole();

    // One of them decides, each clash as her page tells it.
    let there_are: usize = scene
        .records
        .iter()
        .filter(|(kind, _)| !kind.signed && matches!(home(kind), Home::Case(_) | Home::Child))
        .map(|(kind, _)| clashing(&scene, kind).count())
        .sum();
    assert_eq!(decide(&mut one.session, &scene), there_are, "every clash is told");
    agreed(&mut one.session, &to_one);
    agreed(&mut two.session, &to_two);
    for session in [&one.session, &two.session] {
        for (kind, id) in &scene.records {
            if matches!(home(kind), Home::Case(_) | Home::Child) {
                assert!(row(session, kind, *id).1.is_empty(), "{}: decided", kind.name);
            }
        }
    }

    // The right goes, and every word with it; the control is what she held.
    let words = scene.losing.take();
    let held = on_disk(&two, &words);
    assert_eq!(held, words.len(), "the control");
    office.unassign(case, hers);
    let gone = agreed(&mut two.session, &to_two);
    assert!(gone.left >= 6, "{gone:?}");
    assert_eq!(on_disk(&two, &words), 0);
    assert_eq!(on_disk(&one, &words), words.len(), "who has the right keeps them");
    office.is_whole();
}
