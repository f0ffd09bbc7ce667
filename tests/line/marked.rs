//! 200 scopes with 200 marker words are taken from a laptop: afterwards not one of them is in any page of its archive,
//! nor in anything that was ever sent to a colleague without the right, nor in what anybody said to a log. The control:
//! without the purge all of them are found.

use crate::{
    hub::Founded,
    laptop::{self, Wire, agreed, entry, paragraph},
    pages::pages,
    sink::Sink,
};
use cartella_domain::{
    cases::AssignmentRole,
    diary::DraftSegment,
    ids::{CaseId, OperatorId},
    rights::Confidentiality,
    services::Service,
};
use cartella_testkit::{Office, SeededRandom};
use std::{collections::BTreeSet, net::SocketAddr};

/// How many cases: each has a person, a core, a diary and a reserved scope, with a marker each.
const CASES: usize = 50;
const MARKERS: usize = CASES * 4;

/// Words of 12 letters that no text has.
fn markers() -> Vec<String> {
    let random = SeededRandom::new(200);
    let letter = || char::from(b'a' + (random.next() % 26) as u8);
    (0..MARKERS)
        .map(|_| (0..12).map(|_| letter()).collect())
        .collect()
}

/// The markers in these bytes. Only their last 8 letters are looked for: the index leaves out the beginning that a word
/// has in common with the one before it.
fn found(bytes: &[u8], markers: &[String]) -> usize {
    let tails: BTreeSet<&[u8]> = markers.iter().map(|word| &word.as_bytes()[4..]).collect();
    let hits: BTreeSet<&[u8]> = bytes
        .windows(8)
        .filter(|window| window[0].is_ascii_lowercase() && tails.contains(window))
        .collect();
    hits.len()
}

/// Everything that stands on this laptop's disk of its archive, decrypted.
fn on_disk(laptop: &Office, markers: &[String]) -> usize {
    let archive = laptop.session.archive();
    let log = laptop.folder().join("archive.db-wal");
    // Only what was folded in is in the pages: the rest must be nothing.
    archive
        .db()
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    assert_eq!(std::fs::metadata(log).map_or(0, |file| file.len()), 0);
    found(&pages(archive.db()), markers)
}

/// How many of the markers are words of the index.
fn in_index(laptop: &Office, markers: &[String]) -> usize {
    let db = laptop.session.archive().db();
    db.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.text_words USING fts5vocab(main, search_text, row);
         CREATE VIRTUAL TABLE IF NOT EXISTS temp.person_words USING fts5vocab(main, search_person, row);",
    )
    .unwrap();
    let sql = "SELECT EXISTS (SELECT 1 FROM temp.text_words WHERE term = ?1)
                   OR EXISTS (SELECT 1 FROM temp.person_words WHERE term = ?1)";
    let has = |word: &&String| db.query_row(sql, [word], |row| row.get::<_, bool>(0)).unwrap();
    markers.iter().filter(has).count()
}

/// Cases with four markers each, in four scopes.
fn write(author: &mut Office, markers: &[String]) -> Vec<CaseId> {
    let mut cases = Vec::new();
    for words in markers.chunks(4) {
        let case = laptop::numbered_case(&mut author.session, &words[0], Service::TutelaMinori, &words[3]);
        let reserved = DraftSegment {
            read_by: Some(Confidentiality::Reserved.into()),
            ..paragraph(&format!("riservato {}", words[2]))
        };
        let open = paragraph(&format!("visita {} e poi a casa", words[1]));
        entry(&mut author.session, case, vec![open, reserved]);
        cases.push(case);
    }
    cases
}

fn joined(office: &Founded, server: SocketAddr, n: u8, service: Service) -> (Office, Wire, OperatorId) {
    let mut laptop = Office::on_device(820 + u64::from(n), [n; 32]).unwrap();
    let wire = Wire::to(server, &office.fingerprint());
    laptop::works_in(&mut laptop.session, service);
    let (staff, code) = office.staff("Prova", service);
    laptop::join(&mut laptop.session, &wire, &code);
    (laptop, wire, staff)
}

#[test]
fn what_was_given_back_is_nowhere_any_more_and_was_never_sent_to_others() {
    let logs = tempfile::tempdir().unwrap();
    Sink::install(&logs.path().join("log.txt"));
    let words = markers();
    let office = Founded::new();
    let server = office.serve().address;
    let (mut author, to_author, own) = joined(&office, server, 1, Service::TutelaMinori);
    let (mut loses, to_her, hers) = joined(&office, server, 2, Service::Aes);
    let (mut other, to_other, _) = joined(&office, server, 3, Service::Sad);
    let foreign = laptop::case(&mut other.session, "Altra", Service::Sad);
    entry(&mut other.session, foreign, vec![paragraph("tutt'altro")]);
    let cases = write(&mut author, &words);
    agreed(&mut author.session, &to_author);
    for case in &cases {
        office.assign(*case, own, AssignmentRole::Responsabile);
        office.assign(*case, hers, AssignmentRole::MiniEquipe);
    }
    let came = agreed(&mut loses.session, &to_her);
    assert!(came.entered >= MARKERS as u64, "{came:?}");
    agreed(&mut other.session, &to_other);

    // The control: she holds them, those of names and texts in her index too, and she was sent them.
    assert_eq!(
        (on_disk(&loses, &words), in_index(&loses, &words)),
        (MARKERS, CASES * 3)
    );
    assert_eq!(found(&to_her.passed.take(), &words), MARKERS);

    for case in &cases {
        office.unassign(*case, hers);
    }
    let gone = agreed(&mut loses.session, &to_her);
    assert!(gone.left >= MARKERS as u64, "{gone:?}");
    assert_eq!((on_disk(&loses, &words), in_index(&loses, &words)), (0, 0));
    assert_eq!(found(&to_her.passed.borrow(), &words), 0);

    // What is written after that goes to nobody who may not read it.
    let later = vec![paragraph(&format!("di nuovo {}", words.join(" ")))];
    entry(&mut author.session, cases[0], later);
    agreed(&mut author.session, &to_author);
    agreed(&mut loses.session, &to_her);
    agreed(&mut other.session, &to_other);
    assert_eq!(found(&to_her.passed.borrow(), &words), 0);
    assert_eq!((on_disk(&loses, &words), on_disk(&other, &words)), (0, 0));
    assert!(!to_other.passed.borrow().is_empty());
    assert_eq!(found(&to_other.passed.borrow(), &words), 0);
    assert_eq!(on_disk(&author, &words), MARKERS, "who has the right keeps them");
    let log = std::fs::read(logs.path().join("log.txt")).unwrap();
    assert!(!log.is_empty());
    assert_eq!(found(&log, &words), 0, "in a log");
    office.is_whole();
}
