//! An office that answers nonsense, or a line that changed its words: the laptop says so and nothing else happens.

#[path = "../../../crates/sync/tests/support/rng.rs"]
mod rng;

use cartella_app::office::{held, settled_held};
use cartella_testkit::Office;
use rng::Rng;

/// Answers of the office to a question beside a session.
const ANSWERS: [&str; 4] = [
    r#"{"held":[{"key":"00ff","author":"019b7d00-0000-7000-8000-000000000001","scope":{"owner":"019b7d00-0000-7000-8000-000000000002","kind":11},"code":2,"bytes":"86a10102ff"}]}"#,
    r#"{"held":[{"key":"","author":"019b7d00-0000-7000-8000-000000000001","scope":{"owner":"019b7d00-0000-7000-8000-000000000002","kind":255},"code":255,"bytes":null}]}"#,
    r#"{"settled":true}"#,
    r#"{"problem":7}"#,
];
const TELLING: [&str; 12] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "null",
    "-1",
    "1e999",
    "\\ud800",
    "99999999999999999999",
    "é",
    "[[[[[[[[",
];

fn mutated(rng: &mut Rng) -> Vec<u8> {
    let mut bytes = ANSWERS[rng.below(ANSWERS.len())].as_bytes().to_vec();
    for _ in 0..=rng.below(4) {
        let at = rng.below(bytes.len());
        match rng.below(4) {
            0 => bytes[at] ^= 1 << rng.below(8),
            1 => bytes.truncate(at.max(1)),
            2 => drop(bytes.splice(at..at, TELLING[rng.below(TELLING.len())].bytes())),
            _ => {
                let end = (at + rng.below(12)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'{');
        }
    }
    bytes
}

#[test]
fn nonsense_of_the_office_is_an_error_and_changes_nothing() {
    let mut office = Office::new(91).unwrap();
    let written = |office: &Office| -> i64 {
        let db = office.session.archive().db();
        db.query_row("SELECT count(*) FROM change", [], |row| row.get(0))
            .unwrap()
    };
    let before = written(&office);
    let inputs: usize = std::env::var("CARTELLA_FUZZ")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(20_000);
    let mut rng = Rng(0x5EED);
    let mut listed = 0;
    for _ in 0..inputs {
        let answer = mutated(&mut rng);
        listed += usize::from(held(&office.session, Ok(answer.clone())).is_ok());
        // Whatever came, it is settled or it is not; a panic ends the test.
        drop(settled_held(&mut office.session, Ok(answer)));
    }
    assert!(listed > 0 && listed < inputs);
    assert_eq!(written(&office), before);
}
