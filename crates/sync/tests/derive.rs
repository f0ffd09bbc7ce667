//! Rows: which value is shown, what clashes, what is deleted, what is left unread; and edits that make them.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_domain::record::{Difference, FieldDef, KindDef, Shape};
use cartella_domain::time::Instant;
use cartella_sync::{
    canonical::json as canonical,
    clock::{self, Clock},
    derive::{CONTESTED, Deletion, LiveWrite, Rank, Row, derive},
    edit::{delete, edit},
    ids::{DeviceId, Hlc, WriteId},
    op::{Act, DELETION},
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use support::{change_id, record};

const fn field(number: u16, name: &'static str, shape: Shape) -> FieldDef {
    FieldDef { number, name, shape }
}

const KIND: &KindDef = &KindDef {
    number: 999,
    name: "sample",
    signed: false,
    fields: &[
        field(1, "surname", Shape::Register),
        field(2, "tags", Shape::Set),
        field(3, "due", Shape::Earliest),
        field(4, "risk", Shape::Highest),
    ],
};

fn rank(id: u128) -> Rank {
    Rank {
        pending: None,
        scope_seq: None,
        eff_hlc: Hlc(1),
        device: DeviceId([0; 32]),
        write: WriteId::new(change_id(id), 0),
    }
}

fn live(id: u128, act: Act) -> LiveWrite {
    LiveWrite { rank: rank(id), act }
}

fn set(id: u128, field: u16, value: Value) -> LiveWrite {
    live(
        id,
        Act::Set {
            record: record(1),
            field,
            value,
            replaces: Vec::new(),
        },
    )
}

fn add(id: u128, item: Value) -> LiveWrite {
    live(
        id,
        Act::Add {
            record: record(1),
            field: 2,
            item,
        },
    )
}

fn gone(id: u128, saw: &[u128]) -> LiveWrite {
    let saw = saw.iter().map(|n| WriteId::new(change_id(*n), 0)).collect();
    live(
        id,
        Act::Delete {
            record: record(1),
            reason: String::new(),
            replaces: Vec::new(),
            saw,
        },
    )
}

fn candidates(row: &Row, name: &str) -> Vec<Value> {
    let clash = row.clashes.iter().find(|clash| clash.field.name == name);
    clash
        .into_iter()
        .flat_map(|clash| clash.values.iter().map(|c| c.value.clone()))
        .collect()
}

#[test]
fn a_row_is_the_canonical_text_of_its_shown_values() {
    let row = derive(
        KIND,
        &[
            add(3, json!("z")),
            set(1, 1, json!("Rossi")),
            add(2, json!("a")),
            set(4, 3, Value::Null),
        ],
    );
    assert_eq!(row.body_json(), r#"{"surname":"Rossi","tags":["a","z"]}"#);
    assert_eq!((row.clashes_json().as_str(), row.deletion), ("{}", Deletion::No));
    assert!(row.unread.is_empty());
}

#[test]
fn own_pending_first_then_the_offices_order_then_stamp_device_and_change() {
    let with = |id: u128, change: fn(&mut Rank)| {
        let mut write = set(id, 1, json!(id as u64));
        change(&mut write.rank);
        write
    };
    let ladder = [
        with(1, |r| (r.pending, r.eff_hlc) = (Some(9), Hlc(0))),
        with(2, |r| (r.pending, r.eff_hlc) = (Some(8), Hlc(99))),
        with(3, |r| (r.scope_seq, r.eff_hlc) = (Some(7), Hlc(0))),
        with(4, |r| (r.scope_seq, r.eff_hlc) = (Some(6), Hlc(99))),
        with(5, |r| r.eff_hlc = Hlc(5)),
        with(6, |r| (r.eff_hlc, r.device) = (Hlc(4), DeviceId([2; 32]))),
        with(9, |r| (r.eff_hlc, r.device) = (Hlc(4), DeviceId([1; 32]))),
        with(8, |r| (r.eff_hlc, r.device) = (Hlc(4), DeviceId([1; 32]))),
    ];
    let mut backwards = ladder.to_vec();
    backwards.reverse();
    let row = derive(KIND, &backwards);
    assert_eq!(row.body["surname"], json!(1));
    let expected: Vec<Value> = [1, 2, 3, 4, 5, 6, 9, 8].map(|n: u64| json!(n)).into();
    assert_eq!(candidates(&row, "surname"), expected);
}

#[test]
fn the_earliest_date_and_the_highest_risk_count_until_someone_chooses() {
    let mut writes = vec![
        set(9, 3, json!("2026-12-01")),
        set(8, 3, json!("2026-11-30")),
        set(7, 3, Value::Null),
    ];
    writes.extend([set(9, 4, json!(2)), set(8, 4, json!(10)), set(7, 4, Value::Null)]);
    let row = derive(KIND, &writes);
    assert_eq!(row.body_json(), r#"{"due":"2026-11-30","risk":10}"#);
    assert_eq!(
        candidates(&row, "due"),
        [json!("2026-11-30"), json!("2026-12-01"), Value::Null]
    );
    assert_eq!(candidates(&row, "risk"), [json!(10), json!(2), Value::Null]);
}

#[test]
fn equal_values_are_no_clash_and_a_cleared_field_beside_a_value_is_one() {
    let row = derive(KIND, &[set(1, 1, json!("a")), set(2, 1, json!("a"))]);
    assert_eq!(
        (row.clashes.len(), row.body_json().as_str()),
        (0, r#"{"surname":"a"}"#)
    );
    let row = derive(KIND, &[set(1, 1, json!("a")), set(2, 1, Value::Null)]);
    assert_eq!(candidates(&row, "surname"), [Value::Null, json!("a")]);
    assert_eq!(row.body_json(), "{}");
    let clashes: Value = serde_json::from_str(&row.clashes_json()).unwrap();
    assert_eq!(clashes["surname"][1]["value"], json!("a"));
    assert_eq!(clashes["surname"][0]["change"], json!(change_id(2).to_string()));
}

#[test]
fn a_member_added_twice_is_shown_once() {
    let row = derive(
        KIND,
        &[
            add(1, json!({"b": 1, "a": 2})),
            add(2, json!({"a": 2, "b": 1})),
            add(3, json!("x")),
        ],
    );
    assert_eq!(row.body_json(), r#"{"tags":["x",{"a":2,"b":1}]}"#);
    assert!(row.clashes.is_empty());
}

#[test]
fn what_is_not_known_is_named_and_stands_in_nobodys_way() {
    let later = Act::Unknown {
        code: 99,
        record: Some(record(1)),
        field: Some(1),
        replaces: Vec::new(),
        value: None,
    };
    let row = derive(
        KIND,
        &[
            set(1, 77, json!("new")),
            set(2, 1, json!("a")),
            live(3, later),
            set(4, 2, json!("x")),
        ],
    );
    assert_eq!(row.body_json(), r#"{"surname":"a"}"#);
    assert_eq!(row.unread.into_iter().collect::<Vec<_>>(), [1, 2, 77]);
}

#[test]
fn an_edit_that_the_deleter_did_not_see_keeps_the_record_visible() {
    let seen = set(1, 1, json!("a"));
    assert_eq!(
        derive(KIND, &[seen.clone(), gone(2, &[1])]).deletion,
        Deletion::Yes
    );
    let edited = [seen.clone(), gone(2, &[1]), set(3, 3, json!("2026-01-01"))];
    let row = derive(KIND, &edited);
    assert_eq!((row.deletion, row.body.len()), (Deletion::Contested, 2));
    let deletion = row.deletions.first().unwrap().change;
    assert_eq!(
        row.clashes_json(),
        format!(r#"{{"{CONTESTED}":[{{"change":"{deletion}","op":0}}]}}"#)
    );
    assert!(row.is_clashed() && row.clashes.is_empty());
    assert!(!derive(KIND, &[seen.clone(), gone(2, &[1])]).is_clashed());
    // Two deleted it, each having seen a part: together they saw all.
    assert_eq!(
        derive(
            KIND,
            &[seen.clone(), set(3, 3, json!("x")), gone(2, &[1]), gone(4, &[3])]
        )
        .deletion,
        Deletion::Yes
    );
    let restored = Act::Restore {
        record: record(1),
        reason: String::new(),
        replaces: Vec::new(),
    };
    assert_eq!(
        derive(KIND, &[seen.clone(), gone(2, &[1]), live(5, restored.clone())]).deletion,
        Deletion::Contested
    );
    assert_eq!(derive(KIND, &[seen, live(5, restored)]).deletion, Deletion::No);
}

#[test]
fn an_edit_names_what_was_on_screen_and_reaches_through_what_is_pending() {
    let shown = [
        set(1, 1, json!("a")),
        set(2, 1, json!("b")),
        add(3, json!("x")),
        add(4, json!("x")),
        gone(5, &[]),
    ];
    let write = |n| WriteId::new(change_id(n), 0);
    let before = [write(8)];
    let pending = |w| (w == write(2)).then_some(before.as_slice());
    let acts = edit(
        record(1),
        vec![
            Difference::Set(1, json!("c")),
            Difference::Removed(2, json!("x")),
            Difference::Removed(2, json!("never there")),
            Difference::Added(2, json!("y")),
        ],
        &shown,
        pending,
    );
    let expected = [
        Act::Set {
            record: record(1),
            field: 1,
            value: json!("c"),
            replaces: vec![write(1), write(2), write(8)],
        },
        Act::Remove {
            record: record(1),
            field: 2,
            adds: vec![write(3), write(4)],
        },
        Act::Add {
            record: record(1),
            field: 2,
            item: json!("y"),
        },
    ];
    assert!(acts == expected);
    let deletion = delete(record(1), "doppio".into(), &shown, pending);
    let saw = [1, 2, 3, 4, 8].map(write).to_vec();
    let expected = Act::Delete {
        record: record(1),
        reason: "doppio".into(),
        replaces: vec![write(5)],
        saw,
    };
    assert!(deletion == expected);
    assert_eq!(deletion.effect().register, Some((record(1), DELETION)));
}

proptest! {
    #[test]
    fn the_order_of_the_writes_makes_no_difference(
        (writes, mixed) in vec((1..40_u128, 1..6_u16, 0..4_u8, 0..3_u64), 0..12).prop_flat_map(|list| {
            let writes: Vec<LiveWrite> = list.into_iter().map(|(id, field, value, hlc)| {
                let mut write = if field == 2 { add(id, json!(value)) } else { set(id, field, json!(value)) };
                write.rank.eff_hlc = Hlc(hlc);
                write.rank.write.op = u8::try_from(field).unwrap();
                write
            }).collect();
            // One write has one content.
            let mut once = std::collections::BTreeSet::new();
            let writes: Vec<_> = writes.into_iter().filter(|w| once.insert(w.id())).collect();
            (Just(writes.clone()), Just(writes).prop_shuffle())
        })
    ) {
        let (a, b) = (derive(KIND, &writes), derive(KIND, &mixed));
        prop_assert!(a == b);
        prop_assert_eq!(a.clashes_json(), b.clashes_json());
        let body: Value = serde_json::from_str(&a.body_json()).unwrap();
        prop_assert_eq!(canonical(&body), a.body_json());
    }

    #[test]
    fn stamps_only_rise_whatever_the_wall_clock_does(
        steps in vec((-400_000_000_000_i64..400_000_000_000, any::<bool>(), 0..u64::MAX / 2), 1..40)
    ) {
        let mut clock = Clock::default();
        let mut last = Hlc(0);
        for (at, hears, foreign) in steps {
            if hears {
                clock.observe(Hlc(foreign));
                last = last.max(Hlc(foreign));
            }
            let reading = clock.tick(Instant(at), 0);
            prop_assert!(reading.hlc > last);
            prop_assert!(reading.hlc >= Hlc::at(Instant(at)));
            last = reading.hlc;
            clock = Clock::resume(clock.last(), None);
        }
    }
}

#[test]
fn the_clock_says_what_is_wrong_with_it() {
    let mut clock = Clock::default();
    let first = clock.tick(Instant(1_000_000), 0);
    assert_eq!(
        (first.hlc, first.flags),
        (Hlc(1_000_000 << 16), clock::UNMEASURED)
    );
    clock.measured(-700_000, Instant(1_000_010), 10);
    let second = clock.tick(Instant(1_000_020), 20);
    assert_eq!((second.offset_ms, second.flags), (-700_000, clock::SKEWED));
    clock.measured(5, Instant(1_000_030), 30);
    let jumped = clock.tick(Instant(990_000), 40);
    assert_eq!(
        (jumped.hlc, jumped.flags),
        (Hlc(second.hlc.0 + 1), clock::BEHIND | clock::JUMPED)
    );
    assert_eq!(
        clock.tick(Instant(1_000_060), 60).flags,
        clock::JUMPED,
        "until measured again"
    );
    clock.measured(5, Instant(1_000_070), 70);
    assert_eq!(clock.tick(Instant(1_000_080), 80).flags, 0);
}

#[test]
fn a_stamp_from_the_future_orders_at_most_a_minute_after_its_receipt() {
    let received = Instant(5_000_000);
    assert_eq!(clock::effective(Hlc(7), received), Hlc(7));
    let future = Hlc::at(Instant(9_000_000_000));
    assert_eq!(clock::effective(future, received).instant(), Instant(5_060_000));
    assert_eq!(
        clock::offset(Instant(100), Instant(1_150), Instant(1_160), Instant(210)),
        1_000
    );
}
