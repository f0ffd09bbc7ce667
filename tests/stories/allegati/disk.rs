//! What becomes of files when the disk, the process or a copy does what it should not.

use super::{PAPER, attached, content, on_order, paper};
use crate::{
    files::case,
    tutela::{coming_in, order},
};
use cartella_app::{
    Code, Host, Session,
    archives::{self, CreateArchive, RestoreArchive, UnlockArchive},
    cases::OneCase,
    commands::Nothing,
    files::{FileHere, of_case},
    tutela::register_order,
};
use cartella_archive::keys::OsRandom;
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile},
    files::AttachedTo,
    ids::{CaseId, PersonId, RecordId},
    people::Person,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::{FakeClock, Office};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

const PASSPHRASE: &str = "ginestra sasso lampada cortile vento";

fn office_with_files(seed: u64, contents: &[&[u8]]) -> (Office, CaseId, Vec<RecordId>) {
    let mut office = Office::new(seed).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    let session = &mut office.session;
    let orders = register_order(session, coming_in(&[case], order("MONIT"), Vec::new())).unwrap();
    let on = on_order(orders.orders[0]);
    let files = contents
        .iter()
        .map(|content| attached(session, on, paper("decreto.pdf", content)).unwrap())
        .collect();
    (office, case, files)
}

fn sealed(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder.join("files"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

fn here(session: &mut Session, case: CaseId) -> Vec<FileHere> {
    let files = of_case(session, OneCase { case }).unwrap().files;
    files.iter().map(|file| file.here).collect()
}

#[test]
fn sealed_bytes_without_a_record_are_swept_and_no_others() {
    let (office, case, files) = office_with_files(71, &[PAPER]);
    // The process dies between the bytes and the record, and while the bytes are written.
    office
        .session
        .archive()
        .keep_file(b"%PDF-1.7 senza record", &OsRandom)
        .unwrap();
    let folder = office.folder().join("files");
    fs::write(folder.join(".in-corso-0190"), b"half").unwrap();
    assert_eq!(sealed(&office.folder()).len(), 3);
    let mut office = office.restarted().unwrap();
    assert_eq!(office.session.archive().sweep_files().unwrap(), 2);
    assert_eq!(sealed(&office.folder()).len(), 1);
    assert_eq!(content(&mut office.session, files[0]), Ok(PAPER.to_vec()));
    assert_eq!(here(&mut office.session, case), [FileHere::Here]);
    assert_eq!(office.session.archive().sweep_files().unwrap(), 0);
}

#[test]
fn a_file_of_a_refused_change_is_not_swept() {
    let (office, _, _) = office_with_files(72, &[PAPER]);
    let db = office.session.archive().db();
    // As if the office had refused it: the row goes, the words stay in the log until somebody settles it.
    db.execute_batch("SAVEPOINT refused; UPDATE change SET verdict = 1; DELETE FROM allegato;")
        .unwrap();
    assert_eq!(office.session.archive().sweep_files().unwrap(), 0);
    db.execute_batch("ROLLBACK TO refused; RELEASE refused;").unwrap();
    assert_eq!(sealed(&office.folder()).len(), 1);
}

#[test]
fn what_changed_on_the_disk_is_not_shown() {
    let long = [b"%PDF-1.7".as_slice(), &[b'x'; 200_000]].concat();
    let (mut office, case, files) = office_with_files(73, &[&long, &long]);
    let places = sealed(&office.folder());
    let good: Vec<Vec<u8>> = places.iter().map(|place| fs::read(place).unwrap()).collect();
    let opened = |office: &mut Office| {
        let session = &mut office.session;
        let answers: Vec<Result<Vec<u8>, Code>> = files.iter().map(|file| content(session, *file)).collect();
        answers.into_iter().filter(Result::is_ok).count()
    };
    assert_eq!(opened(&mut office), 2);
    assert!(
        !good[0].windows(8).any(|window| window == b"%PDF-1.7"),
        "nothing in clear"
    );
    // A flipped bit, a cut, the two exchanged: refused, and nothing of them is shown.
    for at in [0, 30, good[0].len() / 2, good[0].len() - 1] {
        let mut flipped = good[0].clone();
        flipped[at] ^= 1;
        fs::write(&places[0], flipped).unwrap();
        assert_eq!(opened(&mut office), 1, "byte {at}");
    }
    for length in [0, 19, 65_571, good[0].len() - 1] {
        fs::write(&places[0], &good[0][..length]).unwrap();
        assert_eq!(opened(&mut office), 1, "cut at {length}");
    }
    fs::write(&places[0], &good[1]).unwrap();
    fs::write(&places[1], &good[0]).unwrap();
    assert_eq!(opened(&mut office), 0, "exchanged");
    assert_eq!(content(&mut office.session, files[0]), Err(Code::FileDamaged));
    fs::write(&places[0], &good[0]).unwrap();
    fs::write(&places[1], &good[1]).unwrap();
    assert_eq!(opened(&mut office), 2);
    fs::remove_dir_all(office.folder().join("files")).unwrap();
    assert_eq!(content(&mut office.session, files[0]), Err(Code::FileNotHere));
    assert_eq!(here(&mut office.session, case), [FileHere::Missing; 2]);
}

/// An archive with a case and a file, entered as a person does.
fn at_home() -> (Host, Arc<FakeClock>, tempfile::TempDir, RecordId, AttachedTo) {
    let folder = tempfile::tempdir().unwrap();
    let (world, clock) = cartella_testkit::world(74);
    let mut host = Host::new(folder.path().to_owned(), world);
    let order = CreateArchive {
        surname: "Colombo".into(),
        name: "Elena".into(),
        qualifica: Role::AssistenteSociale,
        services: Vec::new(),
        passphrase: PASSPHRASE.into(),
        no_recovery_understood: true,
        office_key: None,
    };
    archives::create(&mut host, order).unwrap();
    let session = host.session().unwrap();
    let case = a_case(session);
    let orders = register_order(
        session,
        coming_in(&[case], crate::tutela::order("MONIT"), Vec::new()),
    )
    .unwrap();
    let on = on_order(orders.orders[0]);
    let file = attached(session, on, paper("decreto.pdf", PAPER)).unwrap();
    (host, clock, folder, file, on)
}

fn a_case(session: &mut Session) -> CaseId {
    let (person, case): (PersonId, CaseId) = (session.id(), session.id());
    let (mine, me): (RecordId, _) = (session.id(), session.operator());
    let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    session
        .write(|act| {
            act.create(
                ScopeId::new(person.uuid(), ScopeKind::Person),
                person,
                &Person::default(),
            )?;
            let file = CaseFile {
                person: Some(person),
                service: Some(Service::TutelaMinori),
                ..CaseFile::default()
            };
            act.create(core, case, &file)?;
            let assignment = Assignment {
                case: Some(case),
                operator: Some(me),
                role: AssignmentRole::Responsabile,
                ..Assignment::default()
            };
            act.create(core, mine, &assignment)
        })
        .unwrap();
    case
}

fn store(folder: &tempfile::TempDir) -> PathBuf {
    let archives = folder.path().join("archives");
    fs::read_dir(archives).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_copy_takes_the_files_along_and_gives_back_what_was_lost() {
    let (mut host, clock, folder, file, on) = at_home();
    let store = store(&folder);
    let session = host.session().unwrap();
    let first = archives::backup(session, Nothing {}).unwrap();
    let later = attached(session, on, paper("verbale.pdf", b"%PDF-1.7 verbale")).unwrap();
    clock.pass_minutes(60 * 24);
    archives::backup(session, Nothing {}).unwrap();
    // Given two copies: each holds all that its records name, and they share what both have
    let copies: Vec<PathBuf> = {
        let mut copies: Vec<PathBuf> = fs::read_dir(store.join("backups"))
            .unwrap()
            .map(|copy| copy.unwrap().path())
            .collect();
        copies.sort();
        copies
    };
    assert_eq!(
        copies.iter().map(|copy| sealed(copy).len()).collect::<Vec<_>>(),
        [1, 2]
    );
    // When the archive's own files are gone, they come back from the copies
    fs::remove_dir_all(store.join("files")).unwrap();
    assert_eq!(content(host.session().unwrap(), file), Ok(PAPER.to_vec()));
    assert_eq!(sealed(&store).len(), 1, "put back");
    // And when one is damaged
    fs::write(&sealed(&store)[0], b"something else").unwrap();
    assert_eq!(content(host.session().unwrap(), file), Ok(PAPER.to_vec()));
    assert_eq!(
        content(host.session().unwrap(), later),
        Ok(b"%PDF-1.7 verbale".to_vec())
    );
    // When she goes back to the first copy, its file is there; what came after is kept aside
    host.leave().unwrap();
    let id = archives::list(&mut host, Nothing {}).unwrap()[0].id;
    let input = RestoreArchive {
        id,
        taken: first.copy.taken,
        passphrase: PASSPHRASE.into(),
    };
    archives::restore(&mut host, input).unwrap();
    assert_eq!(sealed(&store).len(), 1);
    assert_eq!(content(host.session().unwrap(), file), Ok(PAPER.to_vec()));
    let aside = fs::read_dir(&store)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("prima-del-"))
        })
        .unwrap();
    assert_eq!(sealed(&aside).len(), 2);
}

#[test]
fn unlocking_sweeps_what_nothing_names() {
    let (mut host, _, folder, file, _) = at_home();
    let store = store(&folder);
    let session = host.session().unwrap();
    session
        .archive()
        .keep_file(b"%PDF-1.7 a meta", &OsRandom)
        .unwrap();
    assert_eq!(sealed(&store).len(), 2);
    host.leave().unwrap();
    let id = archives::list(&mut host, Nothing {}).unwrap()[0].id;
    let input = UnlockArchive {
        id,
        passphrase: PASSPHRASE.into(),
    };
    archives::unlock(&mut host, input).unwrap();
    assert_eq!(sealed(&store).len(), 1);
    assert_eq!(content(host.session().unwrap(), file), Ok(PAPER.to_vec()));
}
