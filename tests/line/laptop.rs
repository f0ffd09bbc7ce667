//! What a laptop does, through the verbs, over `cartella_link` as the program does.

use cartella_app::{
    Session,
    diary::{Sign, SignAnswer, sign},
    drafts::{SaveDraft, save},
    office::{
        Came, Carry, JoinAnswer, JoinOffice, Server, SyncReport, ToSend, TroubleCode, Turn, ask_to_join,
        joined, turn,
    },
    people::{CreatePerson, create},
};
use cartella_archive::rows;
use cartella_domain::{
    diary::{DraftSegment, DraftText, EntryDraft, FORM_ENTRY},
    ids::{CaseId, EntryId, PersonId},
    people::Person,
    services::Service,
    staff::Operator,
};
use cartella_link::{Address, Line, Outgoing, Stop};
use serde_json::json;
use std::{cell::RefCell, net::SocketAddr};

/// A laptop's line: one connection that is kept, and what went over it.
pub struct Wire {
    line: Line,
    server: Server,
    /// What was said and heard, in the clear.
    pub passed: RefCell<Vec<u8>>,
    /// Where the last request went.
    pub last: RefCell<&'static str>,
}

impl Wire {
    pub fn to(address: SocketAddr, certificate: &str) -> Self {
        let server = Server {
            host: address.to_string(),
            certificate: certificate.to_owned(),
        };
        let address = Address::from_parts(&server.host, certificate).unwrap();
        Self {
            line: Line::new(&address, Stop::default()).unwrap(),
            server,
            passed: RefCell::default(),
            last: RefCell::new(""),
        }
    }
}

impl Carry for Wire {
    fn carry(&self, request: &ToSend) -> Came {
        assert_eq!(request.server, self.server);
        *self.last.borrow_mut() = request.path;
        let came = self.line.post(&Outgoing {
            path: request.path,
            signature: request.signature.clone(),
            body: request.body.clone(),
        });
        let mut passed = self.passed.borrow_mut();
        passed.extend(&request.body);
        passed.extend(came.iter().flatten());
        came
    }
}

/// Her own card says in which service she works.
pub fn works_in(session: &mut Session, service: Service) {
    let operator = session.operator();
    let row = rows::get::<Operator>(session.archive().db(), &operator.to_string());
    let card = Operator {
        services: [service].into_iter().collect(),
        ..row.unwrap().unwrap().value
    };
    session
        .write(|act| act.edit(operator.uuid(), &card, None))
        .unwrap();
}

/// Joins the office.
pub fn join(session: &mut Session, wire: &Wire, code: &str) {
    let input = JoinOffice {
        server: wire.server.clone(),
        code: code.to_owned(),
        label: "portatile".to_owned(),
    };
    let mut request = ask_to_join(session, &input, 0).unwrap();
    while let JoinAnswer::Again(again) = joined(session, &input, wire.carry(&request)).unwrap() {
        request = again;
    }
}

/// One session, to its end or to where the line broke.
pub fn exchange(session: &mut Session, wire: &Wire) -> SyncReport {
    let mut came = None;
    loop {
        match turn(session, came.take()).unwrap() {
            Turn::Send(request) => came = Some(wire.carry(&request)),
            Turn::Again => {}
            Turn::Done(report) => return report,
        }
    }
}

/// A session that must come to its end, with nothing left to say and equal sums. An office that is busy is asked again, as
/// the program does by itself.
pub fn agreed(session: &mut Session, wire: &Wire) -> SyncReport {
    let mut report = exchange(session, wire);
    for _ in 0..9 {
        if report.trouble == Some(TroubleCode::Busy) {
            report = exchange(session, wire);
        }
    }
    assert_eq!(
        (report.trouble, report.waiting, report.refused, report.same_print),
        (None, 0, 0, true),
        "{report:?}"
    );
    report
}

pub fn person(session: &mut Session, surname: &str) -> PersonId {
    let person = Person {
        surname: Some(surname.to_owned()),
        ..Person::default()
    };
    let new = CreatePerson {
        person,
        ..CreatePerson::default()
    };
    PersonId(create(session, new).unwrap().id.uuid())
}

/// A case of a new person, hers until the office decides.
pub fn case(session: &mut Session, surname: &str, service: Service) -> CaseId {
    numbered_case(session, surname, service, "7/2026")
}

/// The same, with the number of its paper file.
pub fn numbered_case(session: &mut Session, surname: &str, service: Service, number: &str) -> CaseId {
    let person = person(session, surname);
    case_of(session, person, service, number)
}

/// A case of a person.
pub fn case_of(session: &mut Session, person: PersonId, service: Service, number: &str) -> CaseId {
    let wanted = json!({
        "people": [person], "service": service, "responsible": session.operator(), "paper_number": number,
    });
    let wanted = serde_json::from_value(wanted).unwrap();
    cartella_app::cases::open(session, wanted).unwrap().cases[0]
}

/// A paragraph for whoever may read the case.
pub fn paragraph(text: &str) -> DraftSegment {
    DraftSegment {
        text: text.to_owned(),
        ..DraftSegment::default()
    }
}

/// Writes and signs an entry of today.
pub fn entry(session: &mut Session, case: CaseId, segments: Vec<DraftSegment>) -> EntryId {
    let text = DraftText {
        files: vec![case],
        segments,
        ..DraftText::default()
    };
    let draft = EntryDraft {
        occurred_on: Some(session.today()),
        texts: vec![text],
        ..EntryDraft::default()
    };
    let form = SaveDraft {
        id: None,
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content: serde_json::to_value(draft).unwrap(),
        started_from: None,
    };
    let draft = save(session, form).unwrap().id;
    match sign(session, Sign { draft, content: None }).unwrap() {
        SignAnswer::Signed { entries, .. } => entries[0],
        SignAnswer::NotYet { findings } => panic!("not signed: {findings:?}"),
    }
}

/// The ids of a case's signed entries in the archive.
pub fn entries(session: &Session, case: CaseId) -> Vec<String> {
    let db = session.archive().db();
    let mut statement = db
        .prepare_cached("SELECT id FROM diary_entry WHERE case_id = ?1 ORDER BY id")
        .unwrap();
    let rows = statement.query_map([case.to_string()], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}
