//! The generated azienda: believable, repeatable, and whole. What is believable is said here as rules over everything in it.

mod diaries;
mod people;

use cartella_app::find::{Find, anything};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
    record::Record,
    time::{CivilDate, Instant},
};
use cartella_testkit::{
    Office,
    azienda::{Grown, Size, grow},
};
use std::sync::OnceLock;

const SMALL: Size = Size {
    operators: 12,
    cases: 60,
    people: 260,
    entries: 900,
};

/// An azienda that has lived until a moment.
struct Azienda {
    office: Office,
    grown: Grown,
}

impl Azienda {
    fn of(size: Size, seed: u64) -> Self {
        let mut office = Office::new(40).unwrap();
        let until: Instant = office.session.now().plus_millis(size.days() * 86_400_000);
        let grown = grow(&mut office.session, &office.clock, size, seed, until).unwrap();
        Self { office, grown }
    }

    fn all<T: Record>(&self) -> Vec<Row<T>> {
        rows::select(self.office.session.archive().db(), "NOT deleted ORDER BY id", &[]).unwrap()
    }

    fn one<T: Record>(&self, id: impl std::fmt::Display) -> T {
        let row = rows::get::<T>(self.office.session.archive().db(), &id.to_string()).unwrap();
        row.unwrap().value
    }

    fn count(&self, sql: &str) -> i64 {
        let db = self.office.session.archive().db();
        db.query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn an_azienda_grows_to_its_size_and_is_found() {
    let mut azienda = Azienda::of(SMALL, 7);
    assert_eq!(azienda.grown.cases.len(), SMALL.cases);
    assert!(azienda.grown.people >= SMALL.people);
    assert_eq!(azienda.count("SELECT count(*) FROM diary_entry"), 900);
    assert_eq!(azienda.count("SELECT count(*) FROM operator"), 13);
    people::fit(&azienda);
    people::attend_their_school(&azienda);
    diaries::stand_in_their_case(&azienda);
    diaries::are_of_working_hours(&azienda);
    diaries::nobody_is_in_two_places(&azienda);
    diaries::read_well(&azienda);
    diaries::have_everything(&azienda);
    let find = |text: &str| Find {
        text: text.into(),
        settled: false,
        limit: Some(20),
    };
    let hits = anything(&mut azienda.office.session, find("riferisce")).unwrap();
    assert!(
        hits.diary
            .iter()
            .any(|hit| hit.pieces.iter().any(|piece| piece.hit)),
        "her own cases' diaries are found by a word"
    );
}

#[test]
fn one_seed_grows_one_azienda() {
    const TINY: Size = Size {
        operators: 12,
        cases: 12,
        people: 40,
        entries: 60,
    };
    static FIRST: OnceLock<i64> = OnceLock::new();
    let sum = |seed| {
        let azienda = Azienda::of(TINY, seed);
        azienda.count("SELECT sum(length(body) * (1 + unicode(substr(body, 200)))) FROM diary_entry")
    };
    let first = *FIRST.get_or_init(|| sum(3));
    assert_eq!(sum(3), first);
    assert_ne!(sum(4), first);
}
