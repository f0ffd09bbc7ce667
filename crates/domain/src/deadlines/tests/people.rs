//! What a person's card says of terms.

use super::{
    super::{of_record, sources::Said},
    *,
};
use crate::{people::Person, record::Record};
use serde_json::json;

fn said(person: serde_json::Value) -> Said {
    of_record(Person::KIND.number, record(1), person.as_object().unwrap())
}

fn ends(person: serde_json::Value) -> Vec<(String, String)> {
    let terms = said(person).terms.into_iter().filter(|term| !term.lapsed);
    terms
        .map(|term| (term.key.code.code().to_owned(), shown(computed(&term).due)))
        .collect()
}

#[test]
fn a_birth_a_permit_and_a_health_code_have_terms() {
    let person = json!({
        "birth": "2009-02-03",
        "residence_permit": { "expires": "2026-12-31" },
        "identifiers": [
            { "kind": "STP", "value": "STP0301230000001", "period": { "from": "2026-02-28" } },
            { "kind": "STP", "value": "STP0301230000002", "period": { "from": "2026-08-31" } },
        ],
    });
    let expected = [
        ("MAGGIORE_ETA", "2027-02-03"),
        ("PROSIEGUO_FINE", "2030-02-03"),
        ("PERMESSO_SOGGIORNO", "2026-11-01"),
        ("STP_SCADENZA", "2027-02-28"),
    ];
    assert_eq!(
        ends(person),
        expected.map(|(code, end)| (code.into(), end.into()))
    );
}

#[test]
fn a_last_day_that_was_written_down_counts_and_a_codice_fiscale_ends_the_matter() {
    let with = |more: serde_json::Value| {
        let mut identifiers = vec![json!({ "kind": "STP", "value": "STP0301230000001",
            "period": { "from": "2026-08-31", "until": "2027-03-15" } })];
        identifiers.extend(more.as_array().unwrap().clone());
        ends(json!({ "identifiers": identifiers }))
    };
    assert_eq!(with(json!([])), [("STP_SCADENZA".into(), "2027-03-15".into())]);
    assert_eq!(
        with(json!([{ "kind": "CF", "value": "RSSMRA85M01H501Q" }])),
        Vec::<(String, String)>::new()
    );
}

#[test]
fn a_birth_half_known_counts_from_its_first_day_and_says_that_it_is_a_guess() {
    let terms = said(json!({ "birth": "2009" })).terms;
    assert!(terms[0].estimated);
    assert_eq!(shown(computed(&terms[0]).due), "2027-01-01");
    assert!(computed(&terms[0]).explanation.estimated);
    assert_eq!(ends(json!({ "birth": "2009-02-03", "death": "2020" })), []);
    assert_eq!(said(json!({})), Said::default());
}

#[test]
fn what_was_decided_about_a_paper_says_nothing_of_the_next() {
    let key = |expires: &str| said(json!({ "residence_permit": { "expires": expires } })).terms[0].key;
    assert_ne!(key("2026-12-31"), key("2027-12-31"));
}
