//! Two who wrote about the same child without seeing each other, and how it is decided.

use super::{
    hub::{Hub, agreed},
    laptop,
};
use crate::cases::person;
use cartella_app::{
    Code,
    office::{AskClashes, AskMerge, ClashChoice, ClashView, SettleClash, ask_merge, clashes, settle_clash},
    people::{EditPerson, edit},
};
use cartella_archive::rows;
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::Person,
    scope::{ScopeId, ScopeKind},
};
use cartella_testkit::Office;
use serde_json::json;

/// A child on both laptops.
fn child_of_both(hub: &Hub) -> (Office, Office, PersonId) {
    let (mut one, mut two) = (laptop(1, hub), laptop(2, hub));
    let child = person(&mut one, "Rossi", "Luca", "2016-03");
    agreed(&mut one, hub);
    hub.turn(
        two.session.operator(),
        ScopeId::new(child.uuid(), ScopeKind::Person),
    );
    agreed(&mut two, hub);
    (one, two, child)
}

fn shown(office: &Office, child: PersonId) -> Person {
    let row = rows::get::<Person>(office.session.archive().db(), &child.to_string());
    row.unwrap().unwrap().value
}

fn write(office: &mut Office, child: PersonId, change: impl FnOnce(&mut Person)) {
    let mut person = shown(office, child);
    change(&mut person);
    let seen = office.session.archive().seen(&child.to_string()).unwrap().0;
    let input = EditPerson {
        id: child,
        person,
        seen,
        draft: None,
    };
    edit(&mut office.session, input).unwrap();
}

fn clashes_of(office: &mut Office, child: PersonId) -> Vec<ClashView> {
    let subject = RecordId(child.uuid());
    clashes(&mut office.session, AskClashes { subject }).unwrap()
}

fn decide(office: &mut Office, child: PersonId, clash: &ClashView, choice: ClashChoice) -> Result<(), Code> {
    let input = SettleClash {
        subject: RecordId(child.uuid()),
        record: clash.record,
        field: clash.field.clone(),
        choice,
        seen: clash.seen.clone(),
    };
    settle_clash(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| error.code)
}

/// Both write another surname; everybody has everything.
fn clashing(hub: &Hub) -> (Office, Office, PersonId) {
    let (mut one, mut two, child) = child_of_both(hub);
    write(&mut one, child, |person| person.surname = Some("Rosso".into()));
    write(&mut two, child, |person| person.surname = Some("De Rossi".into()));
    agreed(&mut one, hub);
    agreed(&mut two, hub);
    agreed(&mut one, hub);
    (one, two, child)
}

#[test]
fn what_both_wrote_is_kept_and_shown_until_one_decides() {
    let hub = Hub::new();
    let (mut one, mut two, child) = clashing(&hub);
    for office in [&mut one, &mut two] {
        let found = clashes_of(office, child);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].field.as_deref(), Some("surname"));
        let values: Vec<_> = found[0].values.iter().map(|value| value.value.clone()).collect();
        assert_eq!(values, [json!("De Rossi"), json!("Rosso")]);
        assert!(found[0].may_keep_both && !found[0].strictest_counts);
        assert_eq!(shown(office, child).surname.as_deref(), Some("De Rossi"));
    }
    let found = clashes_of(&mut one, child).remove(0);
    assert_eq!(found.values[1].by, Some(one.session.operator()));
    assert_eq!(found.values[0].by, Some(two.session.operator()));
    let write = found.values[1].write.clone();
    decide(&mut one, child, &found, ClashChoice::Keep { write }).unwrap();
    assert!(clashes_of(&mut one, child).is_empty());
    agreed(&mut one, &hub);
    agreed(&mut two, &hub);
    assert!(clashes_of(&mut two, child).is_empty());
    assert_eq!(shown(&two, child).surname.as_deref(), Some("Rosso"));
    assert_eq!(
        decide(&mut two, child, &found, ClashChoice::Both),
        Err(Code::ClashGone),
        "what was decided meanwhile is not decided again"
    );
}

#[test]
fn both_are_kept_or_a_third_is_written_and_nonsense_is_not() {
    let hub = Hub::new();
    let (mut one, _, child) = clashing(&hub);
    let found = clashes_of(&mut one, child).remove(0);
    let third = |value| ClashChoice::Write { value };
    assert_eq!(
        decide(&mut one, child, &found, third(json!(7))),
        Err(Code::ClashChoiceInvalid)
    );
    decide(&mut one, child, &found, ClashChoice::Both).unwrap();
    assert_eq!(shown(&one, child).surname.as_deref(), Some("De Rossi / Rosso"));
    let (mut one, _, child) = clashing(&Hub::new());
    let found = clashes_of(&mut one, child).remove(0);
    decide(&mut one, child, &found, third(json!("Rossi Bianchi"))).unwrap();
    assert_eq!(shown(&one, child).surname.as_deref(), Some("Rossi Bianchi"));
}

#[test]
fn different_fields_do_not_clash_and_what_was_typed_before_the_sync_sees_what_came() {
    let hub = Hub::new();
    let (mut one, mut two, child) = child_of_both(&hub);
    write(&mut one, child, |person| person.name = Some("Luca Maria".into()));
    write(&mut two, child, |person| person.surname = Some("Verdi".into()));
    agreed(&mut one, &hub);
    agreed(&mut two, &hub);
    agreed(&mut one, &hub);
    for office in [&mut one, &mut two] {
        assert!(clashes_of(office, child).is_empty());
        let person = shown(office, child);
        assert_eq!(
            (person.name.as_deref(), person.surname.as_deref()),
            (Some("Luca Maria"), Some("Verdi"))
        );
    }
}

#[test]
fn a_value_that_came_after_she_looked_stays_beside_her_choice() {
    let hub = Hub::new();
    let (mut one, mut two, child) = clashing(&hub);
    let found = clashes_of(&mut one, child).remove(0);
    write(&mut two, child, |person| person.surname = Some("Terzo".into()));
    agreed(&mut two, &hub);
    agreed(&mut one, &hub);
    let choice = ClashChoice::Write {
        value: json!("Quarto"),
    };
    // What she saw is not what is there any more: her choice replaces what she saw, and no more.
    match decide(&mut one, child, &found, choice) {
        Ok(()) => {
            let values = clashes_of(&mut one, child).remove(0).values;
            let values: Vec<_> = values.iter().map(|value| value.value.clone()).collect();
            assert!(values.contains(&json!("Terzo")) && values.contains(&json!("Quarto")));
        }
        Err(code) => assert_eq!(code, Code::ClashGone),
    }
}

#[test]
fn joining_two_records_is_asked_of_the_office() {
    let hub = Hub::new();
    let mut one = laptop(5, &hub);
    let kept = person(&mut one, "Rossi", "Luca", "2016-03");
    let absorbed = person(&mut one, "Rosi", "Luca", "2016-03");
    agreed(&mut one, &hub);
    let input = AskMerge {
        kept,
        absorbed,
        reason: Some("stesso bambino".into()),
    };
    ask_merge(&mut one.session, input).unwrap();
    assert_eq!(
        agreed(&mut one, &hub).confirmed,
        1,
        "the request goes up like any change"
    );
}
