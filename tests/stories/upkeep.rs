//! What the program does in the pauses: the index is merged before a write would have to, and every day has its copy.

use cartella_app::{
    Host,
    archives::{self, CreateArchive, copies_here},
    commands::Nothing,
    people::{self, CreatePerson, ListPeople},
    upkeep::{Step, Upkeep},
};
use cartella_domain::{people::Person, rights::Role};
use cartella_testkit::FakeClock;
use std::{
    fs,
    sync::{Arc, Mutex},
};
use tempfile::TempDir;

fn open() -> (Mutex<Host>, Arc<FakeClock>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (world, clock) = cartella_testkit::world(19);
    let mut host = Host::new(folder.path().to_owned(), world);
    let order = CreateArchive {
        surname: "Colombo".into(),
        name: "Elena".into(),
        qualifica: Role::AssistenteSociale,
        services: Vec::new(),
        passphrase: "ginestra sasso lampada cortile vento".into(),
        office_key: None,
        no_recovery_understood: true,
    };
    archives::create(&mut host, order).unwrap();
    (Mutex::new(host), clock, folder)
}

fn add(host: &Mutex<Host>, surname: &str) {
    let person = Person {
        surname: Some(surname.into()),
        ..Person::default()
    };
    let input = CreatePerson {
        person,
        ..CreatePerson::default()
    };
    people::create(host.lock().unwrap().session().unwrap(), input).unwrap();
}

/// How many pieces the index of persons is in.
fn pieces(host: &Mutex<Host>) -> i64 {
    let mut host = host.lock().unwrap();
    // What lies in front are the index's own notes; a piece's number stands above the lowest 37 bits.
    let question = "SELECT count(DISTINCT id >> 37) FROM search_person_data WHERE id > 10";
    let db = host.session().unwrap().archive().db();
    db.query_row(question, [], |row| row.get(0)).unwrap()
}

fn copies(host: &Mutex<Host>) -> usize {
    let mut host = host.lock().unwrap();
    copies_here(host.session().unwrap(), Nothing {}).unwrap().len()
}

fn until_rest(upkeep: &Upkeep, host: &Mutex<Host>) -> Vec<Step> {
    let steps = std::iter::repeat_with(|| upkeep.step(host).unwrap());
    steps.take_while(|step| *step != Step::Rest).collect()
}

#[test]
fn what_the_last_writes_left_in_pieces_is_merged_in_a_pause() {
    let (host, _clock, _folder) = open();
    for number in 0..14 {
        add(&host, &format!("Colombo{number}"));
    }
    assert!(pieces(&host) > 10);
    let steps = until_rest(&Upkeep::new(|_| ()), &host);
    assert!(steps.contains(&Step::Merged));
    assert!(pieces(&host) < 4, "{} pieces", pieces(&host));
    let mut host = host.lock().unwrap();
    let asked = ListPeople {
        filter: "colombo1".into(),
        ..ListPeople::default()
    };
    let found = people::list(host.session().unwrap(), asked).unwrap();
    assert_eq!(found.lines.len(), 5, "Colombo1 and Colombo10 to Colombo13");
}

#[test]
fn every_day_has_its_copy_and_one_is_enough() {
    let (host, clock, _folder) = open();
    let upkeep = Upkeep::new(|_| ());
    assert!(until_rest(&upkeep, &host).contains(&Step::Copied));
    add(&host, "Ferrari");
    assert!(!until_rest(&upkeep, &host).contains(&Step::Copied));
    assert_eq!(copies(&host), 1);
    clock.pass_minutes(24 * 60);
    assert!(until_rest(&upkeep, &host).contains(&Step::Copied));
    assert_eq!(copies(&host), 2);
}

#[test]
fn a_copy_that_cannot_be_made_harms_nothing_and_a_closed_archive_rests() {
    let (host, clock, folder) = open();
    let upkeep = Upkeep::new(|_| ());
    until_rest(&upkeep, &host);
    clock.pass_minutes(24 * 60);
    // Key slots that end too early: what would be copied could not be opened again.
    let store = fs::read_dir(folder.path().join("archives")).unwrap().flatten();
    let slots = store.map(|entry| entry.path().join("keyslots.cbor"));
    let slots = slots.into_iter().find(|path| path.exists()).unwrap();
    let good = fs::read(&slots).unwrap();
    fs::write(&slots, &good[..good.len() - 1]).unwrap();
    assert!(upkeep.step(&host).is_err());
    assert_eq!(copies(&host), 1, "the older one is still there");
    add(&host, "Ferrari");
    fs::write(&slots, good).unwrap();
    assert!(until_rest(&upkeep, &host).contains(&Step::Copied));
    host.lock().unwrap().leave().unwrap();
    assert_eq!(upkeep.step(&host).unwrap(), Step::Rest);
}
