//! The index of texts: what is typed finds every word that begins so, however the question is put to the index.

use crate::files::{case, draft, paragraph, signed};
use cartella_archive::search;
use cartella_domain::services::Service;
use cartella_testkit::Office;

/// What the index itself says of the beginnings of words.
fn by_beginnings(office: &Office, typed: &str, limit: u32) -> Vec<String> {
    let expression: Vec<String> = search::words(typed)
        .iter()
        .map(|word| format!("\"{word}\"*"))
        .collect();
    let db = office.session.archive().db();
    let mut statement = db
        .prepare(
            "SELECT d.id FROM search_text AS t JOIN search_doc AS d ON d.rowid = t.rowid
             WHERE search_text MATCH ?1 ORDER BY t.rowid DESC LIMIT ?2",
        )
        .unwrap();
    let rows = statement.query_map((expression.join(" "), limit), |row| row.get(0));
    rows.unwrap().map(Result::unwrap).collect()
}

fn found(office: &Office, typed: &str, limit: u32) -> Vec<String> {
    let words = search::words(typed);
    let found = search::texts(office.session.archive().db(), &words, limit).unwrap();
    found.into_iter().map(|hit| hit.id).collect()
}

#[test]
fn whole_words_answer_as_beginnings_do() {
    let mut office = Office::new(401).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    for day in 0..40_i64 {
        let text = format!(
            "La scuola{} chiama; famigli{} presente, comun{} letta, parola{day}a.",
            if day % 3 == 0 { "bus" } else { "" },
            ["a", "e", "are", "ari"][usize::try_from(day % 4).unwrap()],
            ["e", "i", "ità", "icazione", "icazioni"][usize::try_from(day % 5).unwrap()],
        );
        let mut content = draft(&office, &[aes], vec![paragraph(&text)]);
        content.occurred_on = Some(office.session.today().plus_days(-day));
        signed(&mut office, &content);
    }
    for typed in [
        "s",
        "sc",
        "scu",
        "scuo",
        "scuola",
        "scuolab",
        "scuolabusx",
        "famigli",
        "famiglia",
        "comun",
        "comunita",
        "COMUNITÀ",
        "scuola comunic",
        "scuolabus famiglia",
        "scuola assente",
        "parola",
        "parola1",
        "parola12a",
    ] {
        for limit in [1, 7, 100] {
            assert_eq!(
                found(&office, typed, limit),
                by_beginnings(&office, typed, limit),
                "{typed}, {limit}"
            );
        }
    }
    assert_eq!(found(&office, "scuola", 100).len(), 40);
    assert!(found(&office, "scuola assente", 100).is_empty());
}

#[test]
fn a_beginning_of_more_words_than_are_put_in_its_place_is_asked_as_one() {
    let mut office = Office::new(402).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let many: Vec<String> = (0..60).map(|number| format!("parola{number}")).collect();
    let content = draft(&office, &[aes], vec![paragraph(&many.join(" "))]);
    signed(&mut office, &content);
    assert_eq!(found(&office, "parol", 10).len(), 1);
    assert_eq!(found(&office, "parola5", 10).len(), 1);
    assert!(found(&office, "parola6", 10).len() == 1 && found(&office, "parola61", 10).is_empty());
}
