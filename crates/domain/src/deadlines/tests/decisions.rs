//! What people decide about a term, and what other records meet.

use super::{
    super::{Aspect, Deadline, DeadlineChange, Decision, Extension, Met, State, TermKey, deadline, live},
    *,
};
use crate::{ids::OperatorId, record::Record};
use proptest::prelude::*;

fn order() -> Term {
    term(Code::TmAssegnazione, day("2026-04-02"))
}

fn decision(id: u128, decision: Decision, replaces: &[u128]) -> (RecordId, DeadlineChange) {
    let key = order().key;
    let change = DeadlineChange {
        record: key.record,
        code: Some(key.code),
        nth: key.nth,
        decision: Some(decision),
        reason: Some("accordo con il giudice".into()),
        replaces: replaces.iter().map(|id| record(*id)).collect(),
        author: OperatorId(Uuid::from_u128(id)),
        ..DeadlineChange::default()
    };
    (record(id), change)
}

fn moved(id: u128, to: &str, replaces: &[u128]) -> (RecordId, DeadlineChange) {
    let moved = Decision::Moved {
        to: day(to).into(),
        computed: Some(day("2026-04-14").into()),
    };
    decision(id, moved, replaces)
}

fn with(changes: &[(RecordId, DeadlineChange)]) -> Deadline {
    deadline(&order(), &Office::default(), changes, &[]).unwrap()
}

#[test]
fn another_end_with_its_reason_holds_until_the_rule_does_again() {
    let set = with(&[moved(1, "2026-04-30", &[])]);
    assert_eq!((shown(set.due), set.contested), ("2026-04-30".into(), false));
    let by = set.overridden.clone().unwrap();
    assert_eq!(
        (by.reason.as_deref(), by.outdated),
        (Some("accordo con il giudice"), false)
    );
    assert_eq!(set.computed, Some(day("2026-04-14").into()));
    let restored = with(&[moved(1, "2026-04-30", &[]), decision(2, Decision::Restored, &[1])]);
    assert_eq!(shown(restored.due), "2026-04-14");
    assert!(restored.overridden.is_none() && !restored.contested);
}

#[test]
fn a_start_that_changes_computes_the_term_anew_and_shows_what_was_set_before_as_outdated() {
    let later = Term {
        starts: day("2026-04-09").into(),
        ..order()
    };
    let computed = deadline(&later, &Office::default(), &[], &[]).unwrap();
    assert_eq!(shown(computed.due), "2026-04-20");
    let set = deadline(&later, &Office::default(), &[moved(1, "2026-04-30", &[])], &[]).unwrap();
    assert_eq!(shown(set.due), "2026-04-30");
    assert!(set.overridden.unwrap().outdated);
}

#[test]
fn of_two_ends_set_by_two_who_did_not_see_each_other_the_earlier_holds() {
    let both = with(&[moved(1, "2026-04-30", &[]), moved(2, "2026-04-20", &[])]);
    assert_eq!((shown(both.due), both.contested), ("2026-04-20".into(), true));
    let settled = with(&[
        moved(1, "2026-04-30", &[]),
        moved(2, "2026-04-20", &[]),
        moved(3, "2026-04-30", &[1, 2]),
    ]);
    assert_eq!(
        (shown(settled.due), settled.contested),
        ("2026-04-30".into(), false)
    );
}

#[test]
fn until_an_extension_is_granted_the_old_date_counts() {
    let on = day("2026-04-10");
    let asked = decision(
        1,
        Decision::ExtensionAsked {
            on,
            until: Some(day("2026-05-14")),
        },
        &[],
    );
    let found = with(std::slice::from_ref(&asked));
    assert_eq!(shown(found.due), "2026-04-14");
    assert!(matches!(found.extension, Some(Extension::Asked { .. })));
    let until = day("2026-05-04");
    let granted = decision(2, Decision::ExtensionGranted { on, until }, &[1]);
    let found = with(&[asked.clone(), granted.clone()]);
    assert_eq!((shown(found.due), found.contested), ("2026-05-04".into(), false));
    assert_eq!(found.extension, Some(Extension::Granted { on, until }));
    let denied = decision(3, Decision::ExtensionDenied { on }, &[1]);
    let found = with(&[asked.clone(), denied]);
    assert_eq!(shown(found.due), "2026-04-14");
    assert_eq!(found.extension, Some(Extension::Denied { on }));
    // Moved by hand afterwards: that it was granted stays to be seen.
    let found = with(&[asked, granted, moved(4, "2026-05-20", &[2])]);
    assert_eq!(shown(found.due), "2026-05-20");
    assert_eq!(found.extension, Some(Extension::Granted { on, until }));
}

#[test]
fn met_by_hand_taken_back_and_met_by_a_record() {
    let office = Office::default();
    let met = decision(
        1,
        Decision::Met {
            at: day("2026-04-15").into(),
            by: None,
        },
        &[],
    );
    let found = with(std::slice::from_ref(&met));
    assert_eq!(
        found.standing(at("2026-05-01 09:00"), &office).state,
        State::MetLate
    );
    assert!(!found.is_open());
    let found = with(&[met, decision(2, Decision::Reopened, &[1])]);
    assert_eq!(
        found.standing(at("2026-05-01 09:00"), &office).state,
        State::Overdue
    );
    let assignment = Met {
        key: order().key,
        at: day("2026-04-14").into(),
        by: record(7),
    };
    let other = Met {
        key: TermKey {
            nth: 1,
            ..order().key
        },
        at: day("2026-04-03").into(),
        by: record(8),
    };
    let found = deadline(&order(), &office, &[], &[other, assignment]).unwrap();
    assert_eq!(
        (found.met, found.met_by),
        (Some(day("2026-04-14").into()), Some(record(7)))
    );
    assert_eq!(found.standing(at("2026-05-01 09:00"), &office).state, State::Met);
}

#[test]
fn a_decision_about_one_report_says_nothing_of_the_next() {
    let next = Term {
        key: TermKey {
            nth: 1,
            ..order().key
        },
        ..order()
    };
    let found = deadline(&next, &Office::default(), &[moved(1, "2026-04-30", &[])], &[]).unwrap();
    assert_eq!(shown(found.due), "2026-04-14");
}

#[test]
fn what_no_longer_matters_is_not_open_and_a_term_that_nobody_dates_is_none() {
    let revoked = Term {
        lapsed: true,
        ..order()
    };
    let found = deadline(&revoked, &Office::default(), &[], &[]).unwrap();
    assert!(!found.is_open());
    let state = found.standing(at("2027-01-01 09:00"), &Office::default()).state;
    assert_eq!(state, State::Lapsed);
    let plan = term(Code::PaiVerifica, day("2026-04-02"));
    assert_eq!(deadline(&plan, &Office::default(), &[], &[]), None);
}

#[test]
fn a_change_is_read_back_and_one_of_a_later_program_hides_its_field_only() {
    let (_, change) = moved(1, "2026-04-30", &[2]);
    let body = change.body().unwrap();
    assert_eq!(DeadlineChange::decode(&body).value, change);
    let mut later = body;
    later.insert("code".into(), "TERMINE_NUOVO".into());
    let read = DeadlineChange::decode(&later);
    assert_eq!((read.unread, read.value.key()), (vec!["code"], None));
}

proptest! {
    #[test]
    fn the_order_in_which_decisions_come_makes_no_difference(
        dates in prop::collection::vec((0i64..60, prop::collection::vec(0u128..8, 0..3)), 1..8),
        turn in 0usize..8,
    ) {
        let mut changes: Vec<_> = dates
            .iter()
            .enumerate()
            .map(|(index, (offset, replaced))| {
                // A decision names only earlier ones, as people can.
                let replaced: Vec<u128> = replaced.iter().copied().filter(|id| *id < index as u128).collect();
                moved(index as u128, &day("2026-04-01").plus_days(*offset).to_string(), &replaced)
            })
            .collect();
        let before = with(&changes);
        let shift = turn % changes.len();
        changes.rotate_left(shift);
        changes.reverse();
        prop_assert_eq!(&with(&changes), &before);
        let ends = live(&changes, Aspect::End);
        prop_assert!(!ends.is_empty(), "the last one is never replaced");
        prop_assert_eq!(before.contested, ends.len() > 1);
    }
}
