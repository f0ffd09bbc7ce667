//! The generated azienda: believable, repeatable, and whole.

use cartella_app::find::{Find, anything};
use cartella_archive::audit;
use cartella_testkit::{
    Office,
    azienda::{Size, grow},
};

const SMALL: Size = Size {
    operators: 12,
    cases: 30,
    people: 90,
    entries: 200,
};

#[test]
fn an_azienda_grows_whole_and_is_found() {
    let mut office = Office::new(40).unwrap();
    let grown = grow(&mut office.session, &office.clock, SMALL, 7).unwrap();
    assert_eq!(grown.cases.len(), SMALL.cases);
    assert!(grown.people >= SMALL.people);
    let db = office.session.archive().db();
    let entries: i64 = db
        .query_row("SELECT count(*) FROM diary_entry", [], |row| row.get(0))
        .unwrap();
    assert_eq!(entries, 200);
    assert!(matches!(audit::verify(db).unwrap(), audit::Verdict::Whole(_)));
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
    let find = |text: &str| Find {
        text: text.into(),
        settled: false,
        limit: Some(20),
    };
    let hits = anything(&mut office.session, find("riferisce")).unwrap();
    assert!(
        !hits.diary.is_empty(),
        "her own cases' diaries are found by a word"
    );
    assert!(
        hits.diary
            .iter()
            .any(|hit| hit.pieces.iter().any(|piece| piece.hit))
    );
}
