//! Files found again: all those of a case in one list, and by what they are called.

use super::{PAPER, attached, on_order, paper, picture};
use crate::{
    files::{assign, case, draft, paragraph, signed},
    tutela::{as_other, coming_in, order},
};
use cartella_app::{
    Session,
    cases::OneCase,
    files::{HangsOn, NewFile, RemoveFile, page, remove},
    find::{FileHit, Find, anything},
    tutela::register_order,
};
use cartella_domain::{
    cases::AssignmentRole,
    diary::DiaryEntry,
    files::{AttachedTo, Purpose},
    ids::{CaseId, RecordId},
    record::Record as _,
    rights::{Confidentiality, Role},
    services::Service,
};
use cartella_testkit::Office;

fn found(session: &mut Session, text: &str) -> Vec<FileHit> {
    let input = Find {
        text: text.into(),
        settled: false,
        limit: None,
    };
    anything(session, input).unwrap().files
}

fn title(hit: &FileHit) -> String {
    hit.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// A case with the paper of an order, and a photo on a reserved note; the ids of both files.
fn with_files(office: &mut Office) -> (CaseId, RecordId, RecordId) {
    let case = case(office, Service::TutelaMinori, "Rossi");
    let orders = register_order(
        &mut office.session,
        coming_in(&[case], order("MONIT"), Vec::new()),
    )
    .unwrap();
    let decree = paper("Decreto 812.pdf", PAPER);
    let decree = attached(&mut office.session, on_order(orders.orders[0]), decree).unwrap();
    let mut content = draft(office, &[case], vec![paragraph("Visita domiciliare.")]);
    content.read_by = Some(Confidentiality::Reserved.into());
    let on = AttachedTo {
        kind: DiaryEntry::KIND.number,
        id: RecordId(signed(office, &content)[0].uuid()),
    };
    let photo = NewFile {
        title: Some("Muffa in camera".into()),
        purpose: Some(Purpose::Photo),
        reason: Some("umidità".into()),
        ..paper("IMG_1.png", &picture())
    };
    let photo = attached(&mut office.session, on, photo).unwrap();
    (case, decree, photo)
}

#[test]
fn the_list_of_a_case_says_what_each_file_hangs_on_and_that_something_is_reserved() {
    let mut office = Office::new(69).unwrap();
    let (case, decree, photo) = with_files(&mut office);
    let service = office.colleague("Gialli", Role::Pedagogista).unwrap();
    let all = page(&mut office.session, OneCase { case }).unwrap();
    let ids: Vec<RecordId> = all.all.files.iter().map(|file| file.id).collect();
    assert_eq!(ids, [decree, photo]);
    assert!(!all.withheld && all.label.starts_with("Rossi"));
    let hangs: Vec<&HangsOn> = all
        .all
        .files
        .iter()
        .map(|file| &all.hang[&file.on.unwrap().id])
        .collect();
    assert!(matches!(
        hangs[..],
        [HangsOn::Order { kind: Some(_), .. }, HangsOn::Entry { .. }]
    ));
    // Who may not read the note is told that there is one, and nothing of its photo
    let theirs = as_other(&mut office.session, service, |session| {
        page(session, OneCase { case })
    })
    .unwrap();
    assert!(theirs.withheld);
    assert!(
        theirs.all.files.iter().all(|file| file.id != photo) && theirs.hang.len() == theirs.all.files.len()
    );
}

#[test]
fn a_file_is_found_by_what_it_is_called_as_far_as_what_it_hangs_on_may_be_read() {
    let mut office = Office::new(70).unwrap();
    let (case, decree, photo) = with_files(&mut office);
    let team = office.colleague("Verdi", Role::Psicologo).unwrap();
    assign(&mut office, case, team, AssignmentRole::Psicologo);
    let service = office.colleague("Gialli", Role::Pedagogista).unwrap();
    let session = &mut office.session;
    let hits = found(session, "decreto 81");
    assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [decree]);
    assert_eq!(
        (title(&hits[0]).as_str(), hits[0].reserved),
        ("Decreto 812.pdf", false)
    );
    assert!(
        hits[0]
            .name
            .as_deref()
            .is_some_and(|name| name.starts_with("Rossi"))
    );
    // Reserved words are found by who may read them, and said when the file is opened
    for text in ["muffa", "umidita"] {
        as_other(session, team, |session| {
            let hits = found(session, text);
            assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [photo]);
            assert!(hits[0].reserved && hits[0].pieces.is_empty());
        });
        as_other(session, service, |session| {
            assert!(found(session, text).is_empty())
        });
    }
    // What is taken off is found no more
    let input = RemoveFile {
        id: decree,
        reason: "Fascicolo sbagliato".into(),
    };
    remove(session, input).unwrap();
    assert!(found(session, "decreto").is_empty());
}
