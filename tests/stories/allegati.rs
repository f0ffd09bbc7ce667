//! Allegati: attached, shown to who may read what they hang on, sealed on the disk, back after whatever happens to it.

mod disk;
mod found;
mod notes;

use crate::{
    files::case,
    tutela::{as_other, coming_in, order},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code, Session,
    cases::OneCase,
    files::{AddFile, FileRef, FileView, NewFile, RemoveFile, add, list, of_case, open, remove},
    tutela::register_order,
};
use cartella_archive::audit;
use cartella_domain::{
    files::{AttachedTo, Media, Purpose},
    ids::{CaseId, RecordId},
    record::Record as _,
    rights::Role,
    services::Service,
    tutela::Provvedimento,
};
use cartella_testkit::Office;

const PAPER: &[u8] = b"%PDF-1.7 il decreto del tribunale";

fn paper(name: &str, content: &[u8]) -> NewFile {
    NewFile {
        name: name.to_owned(),
        content: STANDARD.encode(content),
        title: None,
        purpose: None,
        dated: None,
        reason: None,
    }
}

/// A picture of one point.
fn picture() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
    bytes.extend([0; 20]);
    bytes
}

fn on_order(id: RecordId) -> AttachedTo {
    AttachedTo {
        kind: Provvedimento::KIND.number,
        id,
    }
}

fn attached(session: &mut Session, on: AttachedTo, file: NewFile) -> Result<RecordId, Code> {
    let input = AddFile {
        on,
        file,
        everywhere: false,
    };
    add(session, input)
        .map(|file| file.id)
        .map_err(|error| error.code)
}

fn content(session: &mut Session, id: RecordId) -> Result<Vec<u8>, Code> {
    open(session, FileRef { id })
        .map(|opened| STANDARD.decode(opened.content).unwrap())
        .map_err(|error| error.code)
}

fn files_of(session: &mut Session, case: CaseId) -> Vec<FileView> {
    of_case(session, OneCase { case }).unwrap().files
}

fn openings(session: &Session) -> i64 {
    let sql = format!(
        "SELECT count(*) FROM audit WHERE action = {}",
        audit::Act::ReadFile.number()
    );
    let db = session.archive().db();
    db.query_row(&sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_order_comes_in_with_its_file_once_for_all_its_minors() {
    let mut office = Office::new(61).unwrap();
    let cases = ["Rossi", "Russo"].map(|surname| case(&mut office, Service::TutelaMinori, surname));
    let session = &mut office.session;
    // Given an order for two minors, registered with its file
    let mut input = coming_in(&cases, order("MONIT"), Vec::new());
    input.papers = vec![paper(r"C:\fakepath\Decreto 812.pdf", PAPER)];
    let registered = register_order(session, input).unwrap();
    // Then it hangs on the order in both files, under its name, and opens
    for (case, order) in cases.iter().zip(&registered.orders) {
        let files = files_of(session, *case);
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].on, Some(on_order(*order)));
        assert_eq!(
            (files[0].name.as_deref(), files[0].media, files[0].size),
            (Some("Decreto 812.pdf"), Some(Media::Pdf), Some(33))
        );
        assert_eq!(content(session, files[0].id), Ok(PAPER.to_vec()));
    }
    assert_eq!(openings(session), 2, "each opening is in the audit");
    // When one more comes for both, and one for one of them
    let both = AddFile {
        on: on_order(registered.orders[0]),
        file: paper("verbale.pdf", b"%PDF-1.7 verbale"),
        everywhere: true,
    };
    add(session, both).unwrap();
    attached(
        session,
        on_order(registered.orders[1]),
        paper("nota.pdf", b"%PDF-1.7 nota"),
    )
    .unwrap();
    assert_eq!(cases.map(|case| files_of(session, case).len()), [2, 3]);
}

#[test]
fn a_file_is_taken_for_what_is_in_it() {
    let mut office = Office::new(62).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let session = &mut office.session;
    let orders = register_order(session, coming_in(&[case], order("MONIT"), Vec::new())).unwrap();
    let on = on_order(orders.orders[0]);
    // A PDF that calls itself a picture is a PDF.
    let disguised = attached(session, on, paper("foto.jpg", PAPER)).unwrap();
    let shown = open(session, FileRef { id: disguised }).unwrap();
    assert_eq!(
        (shown.media, shown.mime.as_str()),
        (Some(Media::Pdf), "application/pdf")
    );
    for (content, code) in [
        (&b"MZ a program"[..], Code::FileKindUnknown),
        (b"", Code::FileEmpty),
        (b"\x89PNG\r\n\x1a\n", Code::FileBroken),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\0\0\0\0\0\0\0",
            Code::FileTooManyPixels,
        ),
    ] {
        assert_eq!(attached(session, on, paper("decreto.pdf", content)), Err(code));
    }
    let photo = |reason: Option<&str>, content: &[u8]| NewFile {
        purpose: Some(Purpose::Photo),
        reason: reason.map(str::to_owned),
        ..paper("foto.png", content)
    };
    assert_eq!(
        attached(session, on, photo(Some("  "), &picture())),
        Err(Code::ReasonMissing)
    );
    assert_eq!(
        attached(session, on, photo(Some("umidità"), PAPER)),
        Err(Code::FileKindUnknown)
    );
    attached(session, on, photo(Some("umidità"), &picture())).unwrap();
    assert_eq!(files_of(session, case).len(), 2, "what was refused hangs nowhere");
}

#[test]
fn who_may_not_read_the_order_knows_of_no_file() {
    let mut office = Office::new(63).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let clerk = office.colleague("Verdi", Role::Amministrativo).unwrap();
    let school = office.colleague("Blu", Role::Counselor).unwrap();
    let session = &mut office.session;
    let orders = register_order(session, coming_in(&[case], order("MONIT"), Vec::new())).unwrap();
    let on = on_order(orders.orders[0]);
    // The segreteria attaches what came by certified mail.
    let file = as_other(session, clerk, |session| {
        attached(session, on, paper("pec.pdf", PAPER))
    })
    .unwrap();
    assert_eq!(content(session, file), Ok(PAPER.to_vec()));
    // A counselor of the service sees the case in the list, and nothing of the court's.
    as_other(session, school, |session| {
        assert!(files_of(session, case).is_empty());
        assert_eq!(
            list(session, on).err().map(|error| error.code),
            Some(Code::Forbidden)
        );
        assert_eq!(content(session, file), Err(Code::Forbidden));
        assert_eq!(attached(session, on, paper("x.pdf", PAPER)), Err(Code::Forbidden));
        let input = RemoveFile {
            id: file,
            reason: "prova".into(),
        };
        assert_eq!(remove(session, input).unwrap_err().code, Code::Forbidden);
    });
    assert_eq!(openings(session), 1, "what was refused was not opened");
}

#[test]
fn a_file_taken_off_leaves_its_trace_and_its_bytes() {
    let mut office = Office::new(64).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let clerk = office.colleague("Verdi", Role::Amministrativo).unwrap();
    let session = &mut office.session;
    let orders = register_order(session, coming_in(&[case], order("MONIT"), Vec::new())).unwrap();
    let file = attached(
        session,
        on_order(orders.orders[0]),
        paper("altra famiglia.pdf", PAPER),
    )
    .unwrap();
    let off = |reason: &str| RemoveFile {
        id: file,
        reason: reason.to_owned(),
    };
    assert_eq!(remove(session, off(" ")).unwrap_err().code, Code::ReasonMissing);
    remove(session, off("Fascicolo sbagliato")).unwrap();
    as_other(session, clerk, |session| {
        let shown = files_of(session, case).remove(0);
        assert_eq!(
            shown.removed.as_ref().map(|off| off.reason.as_str()),
            Some("Fascicolo sbagliato")
        );
        assert_eq!(shown.name, None, "it may name another family");
        assert_eq!(content(session, file), Err(Code::FileRemoved));
    });
    assert_eq!(
        content(session, file),
        Ok(PAPER.to_vec()),
        "who attached it still can"
    );
}
