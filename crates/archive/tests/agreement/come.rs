//! What others wrote: pulled in order, fetched from the beginning, stated dead, fetched again.

use crate::laptop::{Laptop, accepted, stretch, taken, verdicts};
use cartella_archive::agreement::overview;
use cartella_sync::{
    device::{DeviceDelta, Fetch, FetchedPage, Incident, Taken},
    digest::Digest,
};

/// A person written on one laptop, accepted, and held on another.
fn shared() -> (
    Laptop,
    Laptop,
    (cartella_domain::ids::RecordId, cartella_domain::scope::ScopeId),
) {
    let (mut one, mut two) = (Laptop::new(11), Laptop::new(12));
    let who = one.person("Rossi");
    let first = one.pending().remove(0);
    one.accepted_from(1);
    two.welcomed(&[who.1]);
    two.fetched(who.1, 1, vec![taken(&first, 1)]);
    (one, two, who)
}

#[test]
fn two_who_wrote_unseen_clash_until_one_decides_and_both_agree() {
    let (mut one, mut two, who) = shared();
    assert_eq!(two.surname(who.0).as_deref(), Some("Rossi"));
    let (a, b) = (one.rename(who, "Neri"), two.rename(who, "Verdi"));
    one.keep(&verdicts(vec![accepted(&a, 2)]));
    two.keep(&verdicts(vec![accepted(&b, 3)]));
    one.keep(&stretch(who.1, 1, vec![taken(&a, 2), taken(&b, 3)]));
    two.keep(&stretch(who.1, 1, vec![taken(&a, 2), taken(&b, 3)]));
    for laptop in [&one, &two] {
        assert_eq!(
            laptop.surname(who.0).as_deref(),
            Some("Verdi"),
            "the office's later one shows"
        );
        assert_eq!(overview::clashes(laptop.db(), None).unwrap().len(), 1);
    }
    assert_eq!(one.digest(who.1), two.digest(who.1));
    let c = one.rename(who, "Neri Verdi");
    one.keep(&verdicts(vec![accepted(&c, 4)]));
    two.keep(&stretch(who.1, 3, vec![taken(&c, 4)]));
    assert_eq!(two.surname(who.0).as_deref(), Some("Neri Verdi"));
    assert!(overview::clashes(two.db(), None).unwrap().is_empty());
    let written = overview::written(two.db(), c.id()).unwrap().unwrap();
    assert_eq!(written.author, one.archive.identity().operator);
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    let mut one = Laptop::new(13);
    let who = one.person("Rossi");
    for n in 0..6 {
        one.rename(who, &format!("Rossi {n}"));
    }
    let all: Vec<Taken> = one
        .pending()
        .iter()
        .zip(1..)
        .map(|(change, seq)| taken(change, seq))
        .collect();
    one.accepted_from(1);
    let mut two = Laptop::new(14);
    two.welcomed(&[who.1]);
    let mut upwards = all.clone();
    upwards.reverse();
    two.fetched(who.1, 7, upwards);
    let mut three = Laptop::new(15);
    three.welcomed(&[who.1]);
    three.fetched(who.1, 0, vec![]);
    three.keep(&stretch(who.1, 0, all));
    one.keep(&stretch(who.1, 0, vec![]));
    assert_eq!(two.digest(who.1), three.digest(who.1));
    assert_eq!(two.surname(who.0), three.surname(who.0));
}

#[test]
fn what_the_office_states_dead_dies_and_never_rises_by_a_rebuild() {
    let (mut one, mut two, who) = shared();
    let a = one.rename(who, "Neri");
    one.keep(&verdicts(vec![accepted(&a, 2)]));
    // Replaced meanwhile by a change that is dead itself and never sent.
    let mut dead = taken(&a, 2);
    dead.place.dead = 1;
    two.keep(&stretch(who.1, 1, vec![dead]));
    assert_eq!(
        two.surname(who.0),
        None,
        "the old value was replaced, the new one is dead"
    );
    two.archive.rebuild().unwrap();
    assert_eq!(two.surname(who.0), None);
    two.keep(&stretch(who.1, 2, vec![]));
}

#[test]
fn a_page_states_dead_what_it_does_not_send_and_is_written_once() {
    let (mut one, mut two, who) = shared();
    let changes: Vec<_> = (0..3).map(|n| one.rename(who, &format!("Neri {n}"))).collect();
    one.accepted_from(2);
    two.keep(&stretch(who.1, 1, vec![taken(&changes[0], 2)]));
    // Left and come back: fetched from the beginning, the newest first, and only what is live.
    two.welcomed(&[who.1]);
    let page = |changes: Vec<Taken>, from: u64, to: u64, rest: Option<u64>| DeviceDelta::Fetched {
        pages: vec![FetchedPage {
            scope: who.1.into(),
            upto: 4,
            from,
            to,
            changes,
            fetch: rest.map(|below| Fetch {
                upto: Some(4),
                below: Some(below),
                again: false,
            }),
            again: false,
        }],
    };
    two.keep(&page(vec![taken(&changes[2], 4)], 3, 4, Some(3)));
    assert_eq!(two.fetch_of(who.1).unwrap().0, 0);
    two.keep(&page(vec![], 1, 2, None));
    assert_eq!(two.fetch_of(who.1), Some((4, None)));
    assert_eq!(two.surname(who.0).as_deref(), Some("Neri 2"));
    // An old page does not set the cursor back.
    two.keep(&page(vec![taken(&changes[2], 4)], 3, 4, Some(3)));
    assert_eq!(two.fetch_of(who.1), Some((4, None)));
}

#[test]
fn a_scope_whose_sums_differ_is_fetched_beside_and_what_waits_stays() {
    let (mut one, mut two, who) = shared();
    let a = one.rename(who, "Neri");
    one.keep(&verdicts(vec![accepted(&a, 2)]));
    // A fault: the live write is taken for dead here.
    let mut wrong = taken(&a, 2);
    wrong.place.dead = 1;
    two.keep(&stretch(who.1, 1, vec![wrong]));
    two.rename(who, "Verdi");
    two.keep(&DeviceDelta::Differ {
        incidents: vec![Incident {
            scope: who.1.into(),
            seq: 2,
            here: Digest::default(),
            there: Digest::default(),
        }],
    });
    let first = one_of_all(&one, 1);
    two.keep(&DeviceDelta::Fetched {
        pages: vec![FetchedPage {
            scope: who.1.into(),
            upto: 2,
            from: 1,
            to: 2,
            changes: vec![taken(&a, 2), first],
            fetch: None,
            again: true,
        }],
    });
    let row = cartella_archive::rows::get::<cartella_domain::people::Person>(two.db(), &who.0.to_string());
    let row = row.unwrap().unwrap();
    assert_eq!(
        row.value.surname.as_deref(),
        Some("Verdi"),
        "her own write is still there"
    );
    assert!(
        row.clashes.is_some(),
        "and what was wrongly dead stands beside it"
    );
    assert_eq!(two.pending().len(), 1);
}

/// The change of a laptop's log with a number, as the office sends it: its first operation replaced.
fn one_of_all(laptop: &Laptop, seq: u64) -> Taken {
    let mut statement = laptop
        .db()
        .prepare("SELECT header, signature, salt, payload FROM change WHERE scope_seq = ?1")
        .unwrap();
    let mut rows = statement.query([i64::try_from(seq).unwrap()]).unwrap();
    let row = rows.next().unwrap().unwrap();
    let content = Some((row.get(2).unwrap(), row.get(3).unwrap()));
    let change =
        cartella_sync::change::Change::from_parts(row.get(0).unwrap(), row.get(1).unwrap(), content).unwrap();
    taken(&change, seq)
}

#[test]
fn a_kind_that_only_a_newer_program_knows_passes_through() {
    use cartella_sync::{ids::ScopeRef, op::Act};
    let (mut one, mut two, who) = shared();
    let record = cartella_domain::ids::RecordId(one.id());
    let ops = vec![
        Act::Create { record, kind: 9_000 }.into(),
        Act::Set {
            record,
            field: 77,
            value: "domani".into(),
            replaces: vec![],
        }
        .into(),
    ];
    let change = one.write(who.1, ops).remove(0);
    one.keep(&verdicts(vec![accepted(&change, 2)]));
    two.keep(&stretch(who.1, 1, vec![taken(&change, 2)]));
    one.keep(&stretch(who.1, 1, vec![taken(&change, 2)]));
    assert_eq!(one.digest(who.1), two.digest(who.1));
    // So does a scope of an unknown kind.
    let unknown = ScopeRef {
        owner: uuid::Uuid::from_u128(3),
        kind: 200,
    };
    two.keep(&DeviceDelta::Welcomed {
        epoch: 1,
        acl: 4,
        offset_ms: 0,
        enter: vec![unknown],
        settled: vec![],
    });
    two.keep(&DeviceDelta::Fetched {
        pages: vec![FetchedPage {
            scope: unknown,
            upto: 0,
            from: 1,
            to: 0,
            changes: vec![],
            fetch: None,
            again: false,
        }],
    });
}
