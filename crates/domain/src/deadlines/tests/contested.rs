//! Two wrote the same record without seeing each other: which of its terms count meanwhile.

use super::{
    super::{deadline, of_record, readings, strictest},
    *,
};
use crate::{record::Record, tutela::Mandato};
use serde_json::{Value, json};

fn said(body: &Value, clashes: &Value) -> Vec<(String, bool, bool)> {
    let (body, clashes) = (body.as_object().unwrap(), clashes.as_object().unwrap());
    let readings = readings(body, clashes);
    let of = |body| {
        let terms = of_record(Mandato::KIND.number, record(1), body).terms;
        let office = Office::default();
        terms
            .into_iter()
            .filter_map(move |term| deadline(&term, &office, &[], &[]))
            .next()
    };
    let found = readings.iter().filter_map(of).collect();
    strictest(found, readings.len())
        .map(|one| (shown(one.due), one.is_open(), one.contested))
        .into_iter()
        .collect()
}

fn mandate(term: Value) -> Value {
    json!({ "case": Uuid::from_u128(9), "starts_on": "2026-04-02", "term": term })
}

fn by(on: &str) -> Value {
    json!({ "is": "entro", "on": on })
}

#[test]
fn of_two_terms_of_a_mandate_the_earlier_counts_whichever_is_shown() {
    let both = json!({ "term": [{ "value": by("2026-06-30") }, { "value": by("2026-05-30") }] });
    for on_screen in ["2026-06-30", "2026-05-30"] {
        assert_eq!(
            said(&mandate(by(on_screen)), &both),
            [("2026-05-30".to_owned(), true, true)]
        );
    }
    assert_eq!(
        said(&mandate(by("2026-06-30")), &json!({})),
        [("2026-06-30".to_owned(), true, false)]
    );
}

#[test]
fn two_fields_at_once_are_looked_at_in_every_combination() {
    let clashes = json!({
        "starts_on": [{ "value": "2026-04-02" }, { "value": "2026-03-02" }],
        "term": [{ "value": { "is": "mesi", "months": 6 } }, { "value": { "is": "mesi", "months": 2 } }],
    });
    let found = said(&mandate(json!({ "is": "mesi", "months": 6 })), &clashes);
    // Two months from 2 March: neither writer had both.
    assert_eq!(found, [("2026-05-04".to_owned(), true, true)]);
}

#[test]
fn what_one_says_is_done_and_the_other_not_stays_open() {
    let done = json!({ "is": "adempiuto", "on": "2026-04-20" });
    let mut body = mandate(by("2026-06-30"));
    body["state"] = done.clone();
    let clashes =
        json!({ "state": [{ "value": done }, { "value": { "is": "aperto" } }], "-deleted": [{ "op": 0 }] });
    assert_eq!(said(&body, &clashes), [("2026-06-30".to_owned(), true, true)]);
}

#[test]
fn a_start_that_one_took_away_still_counts_and_many_clashes_are_bounded() {
    let clashes = json!({ "starts_on": [{ "value": null }, { "value": "2026-04-02" }] });
    let mut body = mandate(json!({ "is": "mesi", "months": 1 }));
    body.as_object_mut().unwrap().remove("starts_on");
    assert_eq!(said(&body, &clashes), [("2026-05-04".to_owned(), true, true)]);
    let many: serde_json::Map<String, Value> = (0..20)
        .map(|n| (format!("f{n}"), json!([{ "value": 1 }, { "value": 2 }])))
        .collect();
    assert!(readings(body.as_object().unwrap(), &many).len() <= 64);
}
