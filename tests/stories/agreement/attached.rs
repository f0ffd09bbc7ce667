//! Files and the office: the record travels, the bytes wait; a right that goes takes the key, never the only bytes.

use super::{
    hub::{Hub, agreed},
    laptop,
};
use crate::files::{assign, case, draft, paragraph, signed};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code, Session,
    cases::OneCase,
    commands::Nothing,
    files::{AddFile, FileHere, FileRef, NewFile, add, of_case, open},
    office::status,
};
use cartella_domain::{
    cases::AssignmentRole,
    diary::DiaryEntry,
    files::AttachedTo,
    ids::{CaseId, RecordId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    services::Service,
};

const PAPER: &[u8] = b"%PDF-1.7 il certificato";

fn content(session: &mut Session, id: RecordId) -> Result<Vec<u8>, Code> {
    open(session, FileRef { id })
        .map(|opened| STANDARD.decode(opened.content).unwrap())
        .map_err(|error| error.code)
}

fn here(session: &mut Session, case: CaseId) -> Vec<FileHere> {
    let files = of_case(session, OneCase { case }).unwrap().files;
    files.iter().map(|file| file.here).collect()
}

#[test]
fn the_record_travels_and_the_bytes_wait_for_the_office() {
    let hub = Hub::new();
    let (mut one, mut two) = (laptop(1, &hub), laptop(2, &hub));
    let file = case(&mut one, Service::Aes, "Esposito");
    let (from, to) = (one.session.operator(), two.session.operator());
    assign(&mut one, file, to, AssignmentRole::MiniEquipe);
    let text = draft(&one, &[file], vec![paragraph("prima visita")]);
    let entry = signed(&mut one, &text)[0];
    let input = AddFile {
        on: AttachedTo {
            kind: DiaryEntry::KIND.number,
            id: RecordId(entry.uuid()),
        },
        file: NewFile {
            name: "certificato.pdf".into(),
            content: STANDARD.encode(PAPER),
            title: None,
            purpose: None,
            dated: None,
            reason: None,
        },
        everywhere: false,
    };
    let attached = add(&mut one.session, input).unwrap().id;
    agreed(&mut one, &hub);
    let waits = |session: &mut Session| status(session, Nothing {}).unwrap().files_waiting;
    assert_eq!(waits(&mut one.session), 1);
    // When the case passes to a colleague, she sees that there is a file and that it is not here yet
    let scopes = [ScopeKind::CaseCore, ScopeKind::CaseDiary].map(|kind| ScopeId::new(file.uuid(), kind));
    for scope in scopes {
        hub.turn(from, scope);
        hub.turn(to, scope);
    }
    agreed(&mut one, &hub);
    agreed(&mut two, &hub);
    assert_eq!(here(&mut two.session, file), [FileHere::Elsewhere]);
    assert_eq!(content(&mut two.session, attached), Err(Code::FileNotHere));
    assert_eq!(waits(&mut two.session), 0, "it waits where it is");
    // On the laptop that lost the right the key is gone; the only bytes are not, and still wait
    assert_eq!(content(&mut one.session, attached), Err(Code::NotFound));
    let left = std::fs::read_dir(one.folder().join("files")).unwrap().count();
    assert_eq!((left, waits(&mut one.session)), (1, 1));
    one.session.archive().sweep_files().unwrap();
    // When the right comes back, so does the file
    for scope in scopes {
        hub.turn(from, scope);
    }
    agreed(&mut one, &hub);
    assert_eq!(content(&mut one.session, attached), Ok(PAPER.to_vec()));
}
