//! Files of notes: taken during a visit, gone along with the signature, read by whom the note may be read.

use super::{PAPER, attached, content, files_of, paper, picture};
use crate::{
    files::{assign, case, draft, keep, paragraph, signed},
    tutela::as_other,
};
use cartella_app::{
    Code,
    cases::OneCase,
    diary::{Annul, PlaceEntry, Sign, SignAnswer, annul, place, sign},
    files::{NewFile, RemoveFile, list, of_case, remove},
};
use cartella_archive::rows;
use cartella_domain::{
    cases::AssignmentRole,
    diary::{AnnulmentReason, DiaryEntry, ReadBy},
    drafts::DraftCopy,
    files::{Allegato, AttachedTo, Purpose},
    ids::{CaseId, EntryId, RecordId},
    record::Record as _,
    rights::{Confidentiality, Role},
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::Office;

fn on_entry(entry: EntryId) -> AttachedTo {
    AttachedTo {
        kind: DiaryEntry::KIND.number,
        id: RecordId(entry.uuid()),
    }
}

fn entry_at(office: &mut Office, case: CaseId, read_by: ReadBy) -> EntryId {
    let mut content = draft(office, &[case], vec![paragraph("Visita domiciliare.")]);
    content.read_by = Some(read_by);
    signed(office, &content)[0]
}

fn scope_of(office: &Office, file: RecordId) -> String {
    let row = rows::get::<Allegato>(office.session.archive().db(), &file.to_string());
    row.unwrap().unwrap().scope
}

#[test]
fn a_photo_taken_during_a_visit_goes_with_the_note_into_each_of_its_files() {
    let mut office = Office::new(65).unwrap();
    let cases = ["Rossi", "Russo"].map(|surname| case(&mut office, Service::TutelaMinori, surname));
    let written = draft(&office, &cases, vec![paragraph("Umidità in camera.")]);
    let draft = keep(&mut office, &written);
    let on = AttachedTo {
        kind: DraftCopy::KIND.number,
        id: RecordId(draft.uuid()),
    };
    let photo = NewFile {
        purpose: Some(Purpose::Photo),
        reason: Some("Muffa sopra il letto".into()),
        ..paper("IMG_1.png", &picture())
    };
    // Given a photo and a signature on the draft, for her eyes alone
    let taken = attached(&mut office.session, on, photo).unwrap();
    let signature = NewFile {
        purpose: Some(Purpose::Signature),
        title: Some("Firma di Rita Bianchi".into()),
        ..paper("firma.png", &picture())
    };
    attached(&mut office.session, on, signature).unwrap();
    let other = office.colleague("Verdi", Role::Coordinatore).unwrap();
    as_other(&mut office.session, other, |session| {
        assert_eq!(
            list(session, on).err().map(|error| error.code),
            Some(Code::NotFound)
        );
        assert_eq!(content(session, taken), Err(Code::NotFound));
    });
    assert_eq!(scope_of(&office, taken), office.session.own().to_string());
    // When she signs
    let answer = sign(&mut office.session, Sign { draft, content: None }).unwrap();
    let SignAnswer::Signed { entries, .. } = answer else {
        panic!("not signed");
    };
    // Then both hang on the note in each file, reserved as the note is, and on the draft no more
    for (case, entry) in cases.into_iter().zip(entries) {
        let files = files_of(&mut office.session, case);
        assert_eq!(files.len(), 2);
        let reserved = ScopeId::new(case.uuid(), ScopeKind::CaseReserved).to_string();
        for file in files {
            assert_eq!(file.on, Some(on_entry(entry)));
            assert_eq!(scope_of(&office, file.id), reserved);
            assert_eq!(content(&mut office.session, file.id), Ok(picture()));
        }
    }
    assert_eq!(content(&mut office.session, taken), Err(Code::NotFound));
    // And the bytes are on the disk once
    let folder = office.folder().join("files");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 2);
}

#[test]
fn what_was_taken_off_a_draft_does_not_go_along_with_its_note() {
    let mut office = Office::new(69).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let written = draft(&office, &[case], vec![paragraph("Visita domiciliare.")]);
    let draft = keep(&mut office, &written);
    let on = AttachedTo {
        kind: DraftCopy::KIND.number,
        id: RecordId(draft.uuid()),
    };
    let session = &mut office.session;
    let [_, off] = ["resta.pdf", "via.pdf"].map(|name| attached(session, on, paper(name, PAPER)).unwrap());
    let input = RemoveFile {
        id: off,
        reason: "di un'altra famiglia".into(),
    };
    remove(session, input).unwrap();
    sign(session, Sign { draft, content: None }).unwrap();
    let names: Vec<_> = files_of(session, case)
        .into_iter()
        .filter_map(|file| file.name)
        .collect();
    assert_eq!(names, ["resta.pdf"]);
}

#[test]
fn a_file_is_read_by_whom_its_note_may_be_read_at_every_level() {
    let mut office = Office::new(66).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let team = office.colleague("Verdi", Role::Psicologo).unwrap();
    assign(&mut office, case, team, AssignmentRole::Psicologo);
    let named = office.colleague("Blu", Role::Psicologo).unwrap();
    let service = office.colleague("Gialli", Role::Pedagogista).unwrap();
    for (level, readers) in [
        (Confidentiality::Service, vec![team, named, service]),
        (Confidentiality::Reserved, vec![team]),
        (Confidentiality::Private, vec![]),
        (Confidentiality::Secret, vec![named]),
    ] {
        let read_by = ReadBy {
            level,
            readers: if level == Confidentiality::Secret {
                vec![named]
            } else {
                Vec::new()
            },
        };
        let entry = entry_at(&mut office, case, read_by);
        let session = &mut office.session;
        let file = attached(session, on_entry(entry), paper("referto.pdf", PAPER)).unwrap();
        assert_eq!(content(session, file), Ok(PAPER.to_vec()), "{level:?}: her own");
        for reader in [team, named, service] {
            let may = readers.contains(&reader);
            as_other(session, reader, |session| {
                let shown = of_case(session, OneCase { case }).unwrap().files;
                assert_eq!(shown.iter().any(|one| one.id == file), may, "{level:?}");
                assert_eq!(content(session, file).is_ok(), may, "{level:?}");
                assert_eq!(list(session, on_entry(entry)).is_ok(), may, "{level:?}");
            });
        }
        // It lies where its note does: a laptop without the note has neither its name nor its key.
        let scope = match level {
            Confidentiality::Service => ScopeKind::CaseDiary,
            Confidentiality::Reserved => ScopeKind::CaseReserved,
            Confidentiality::Private => ScopeKind::Private,
            Confidentiality::Secret => ScopeKind::Secret,
        };
        let lies: ScopeId = scope_of(&office, file).parse().unwrap();
        assert_eq!(lies.kind, scope);
        // Who reads it does not take it off for her.
        for reader in readers {
            as_other(&mut office.session, reader, |session| {
                let input = RemoveFile {
                    id: file,
                    reason: "non serve".into(),
                };
                assert!(remove(session, input).is_err(), "{level:?}");
            });
        }
    }
}

#[test]
fn annulled_as_of_another_family_a_note_takes_its_files_out_of_sight() {
    let mut office = Office::new(67).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let team = office.colleague("Verdi", Role::Psicologo).unwrap();
    assign(&mut office, case, team, AssignmentRole::Psicologo);
    let entry = entry_at(&mut office, case, Confidentiality::Service.into());
    let session = &mut office.session;
    let file = attached(session, on_entry(entry), paper("altri.pdf", PAPER)).unwrap();
    as_other(session, team, |session| assert!(content(session, file).is_ok()));
    let input = Annul {
        entry,
        reason: AnnulmentReason::FascicoloSbagliato,
        note: None,
    };
    let again = annul(session, input).unwrap().draft.unwrap();
    as_other(session, team, |session| {
        assert_eq!(content(session, file), Err(Code::NotFound));
        assert!(files_of(session, case).is_empty());
    });
    assert!(content(session, file).is_ok(), "it stays with its author");
    // And it is on the draft that the text opened again as, for the right file
    let on = AttachedTo {
        kind: DraftCopy::KIND.number,
        id: RecordId(again.uuid()),
    };
    assert_eq!(list(session, on).unwrap().files.len(), 1);
}

#[test]
fn a_note_that_waited_for_its_file_takes_its_photo_there() {
    let mut office = Office::new(68).unwrap();
    let case = case(&mut office, Service::Sad, "Rossi");
    let written = draft(&office, &[], vec![paragraph("Telefonata in corridoio.")]);
    let waiting = signed(&mut office, &written)[0];
    let session = &mut office.session;
    attached(session, on_entry(waiting), paper("foglio.pdf", PAPER)).unwrap();
    let input = PlaceEntry {
        entry: waiting,
        files: vec![case],
    };
    let SignAnswer::Signed { entries, .. } = place(session, input).unwrap() else {
        panic!("not placed");
    };
    let files = files_of(session, case);
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].on, Some(on_entry(entries[0])));
    assert_eq!(content(session, files[0].id), Ok(PAPER.to_vec()));
    assert!(list(session, on_entry(waiting)).unwrap().files.is_empty());
}
