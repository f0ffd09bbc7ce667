//! A right is lost: not a word of the scope is left in any page of the file.

use crate::{
    laptop::{Laptop, NOW, refused, taken, verdicts},
    pages::pages,
    world::Dice,
};
use cartella_archive::drafts::Draft;
use cartella_domain::{
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use cartella_sync::{
    device::{DeviceDelta, FetchedPage, Told, Want},
    ids::ScopeRef,
    signer::DeviceKeys,
};
use std::collections::HashSet;
use uuid::Uuid;

fn purge(scopes: &[ScopeId], acl: u64) -> DeviceDelta {
    DeviceDelta::Purge {
        scopes: scopes.iter().map(|scope| ScopeRef::from(*scope)).collect(),
        acl,
        at: Instant(NOW),
    }
}

/// A word of 12 letters that no text has.
fn marker(n: usize) -> String {
    let mut dice = Dice::new(n as u64 + 1);
    (0..12)
        .map(|_| char::from(b'a' + u8::try_from(dice.below(26)).unwrap()))
        .collect()
}

/// How many of the markers are in the bytes. Only their last 8 letters are looked for: the index leaves out the
/// beginning that a word has in common with the one before it.
fn hits(bytes: &[u8], markers: usize) -> usize {
    let tails: HashSet<Vec<u8>> = (0..markers).map(|n| marker(n).as_bytes()[4..].to_vec()).collect();
    let found: HashSet<&[u8]> = bytes
        .windows(8)
        .filter(|window| window[0].is_ascii_lowercase() && tails.contains(*window))
        .collect();
    found.len()
}

/// How many markers are words of the index.
fn words_of_index(laptop: &Laptop, markers: usize) -> usize {
    let db = laptop.db();
    db.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.text_words USING fts5vocab(main, search_text, row);
         CREATE VIRTUAL TABLE IF NOT EXISTS temp.person_words USING fts5vocab(main, search_person, row);",
    )
    .unwrap();
    let has = |n: &usize| {
        db.query_row(
            "SELECT EXISTS (SELECT 1 FROM temp.text_words WHERE term = ?1)
                 OR EXISTS (SELECT 1 FROM temp.person_words WHERE term = ?1)",
            [marker(*n)],
            |row| row.get(0),
        )
        .unwrap()
    };
    (0..markers).filter(has).count()
}

/// Cases with an entry, a person and a long text each, written by a colleague and fetched here.
fn filled(cases: usize) -> (Laptop, Vec<(ScopeId, ScopeId)>) {
    let (mut author, mut reader) = (Laptop::new(21), Laptop::new(22));
    let mut scopes = Vec::new();
    for n in 0..cases {
        let (_, person) = author.person(&marker(n));
        let diary = ScopeId::new(Uuid::from_u128(1_000 + n as u128), ScopeKind::CaseDiary);
        author.sign(
            diary,
            &format!("visita a {} {}", marker(n), "parola ".repeat(n % 50 * 40)),
        );
        author.sign(diary, &format!("telefonata con {}", marker(n)));
        scopes.push((person, diary));
    }
    let all = author.pending();
    let moment = reader.moment();
    for (person, diary) in &scopes {
        for scope in [person, diary] {
            let of =
                |change: &&cartella_sync::change::Change| change.header().scope == ScopeRef::from(*scope);
            let mut changes: Vec<_> = all
                .iter()
                .filter(of)
                .zip(1..)
                .map(|(one, seq)| taken(one, seq))
                .collect();
            changes.reverse();
            let upto = changes.len() as u64;
            let welcome = DeviceDelta::Welcomed {
                epoch: 1,
                acl: 1,
                offset_ms: 0,
                enter: vec![(*scope).into()],
                settled: vec![],
            };
            let page = DeviceDelta::Fetched {
                pages: vec![FetchedPage {
                    scope: (*scope).into(),
                    upto,
                    from: 1,
                    to: upto,
                    changes,
                    fetch: None,
                    again: false,
                }],
            };
            reader.archive.keep(&welcome, moment).unwrap();
            reader.archive.keep(&page, moment).unwrap();
        }
    }
    // One who stays, so that the tables and the index do not end up empty.
    reader.person("Rimasti");
    (reader, scopes)
}

#[test]
fn after_two_hundred_revocations_no_page_holds_a_marker() {
    let (mut laptop, scopes) = filled(200);
    let control = (hits(&pages(laptop.db()), 200), words_of_index(&laptop, 200));
    assert_eq!(
        control,
        (200, 200),
        "the control: without the purge every marker is found"
    );
    for (n, (person, diary)) in scopes.iter().enumerate() {
        let moment = laptop.moment();
        laptop
            .archive
            .keep(&purge(&[*person, *diary], 2 + n as u64), moment)
            .unwrap();
    }
    let wal = laptop.path.with_extension("db-wal");
    assert_eq!(
        std::fs::metadata(&wal).map_or(0, |file| file.len()),
        0,
        "the log is empty"
    );
    assert_eq!(
        (hits(&pages(laptop.db()), 200), words_of_index(&laptop, 200)),
        (0, 0)
    );
    assert_eq!((laptop.finds("rimasti"), laptop.finds("telefonata")), (1, 0));
    assert_eq!(laptop.archive.compare_with_log().unwrap(), []);
    let Told::Receipts(receipts) = laptop.archive.told(&Want::Receipts).unwrap() else {
        unreachable!()
    };
    assert_eq!(receipts.len(), 400);
    let mut keys = DeviceKeys::default();
    let device = keys.add(&laptop.archive.identity().public_key()).unwrap();
    assert!(
        receipts
            .iter()
            .all(|receipt| receipt.verify(&device, &keys).is_ok())
    );
    laptop.keep(&DeviceDelta::Noted {
        scopes: receipts.iter().map(|receipt| receipt.scope).collect(),
    });
    assert_eq!(
        laptop.archive.told(&Want::Receipts).unwrap(),
        Told::Receipts(vec![])
    );
}

#[test]
fn what_waits_is_never_purged_and_goes_with_the_next_session() {
    let mut laptop = Laptop::new(23);
    let diary = ScopeId::new(Uuid::from_u128(77), ScopeKind::CaseDiary);
    laptop.sign(diary, "prima");
    laptop.accepted_from(1);
    let (_, waiting) = laptop.sign(diary, "scritta lunedì");
    laptop.keep(&purge(&[diary], 5));
    assert_eq!(
        laptop.finds("lunedi"),
        1,
        "the purge passes over a scope of which something waits"
    );
    assert_eq!(
        laptop.archive.told(&Want::Receipts).unwrap(),
        Told::Receipts(vec![])
    );
    laptop.keep(&verdicts(vec![refused(&waiting)]));
    laptop.keep(&purge(&[diary], 5));
    assert_eq!((laptop.finds("lunedi"), laptop.finds("prima")), (0, 0));
    let refused = cartella_archive::agreement::overview::refused(laptop.db(), Instant(i64::MAX)).unwrap();
    assert_eq!(
        refused.len(),
        1,
        "what was refused stays with its author until somebody settles it"
    );
    assert_eq!(laptop.fetch_of(diary), None);
}

#[test]
fn a_receipt_is_due_also_where_nothing_was_held_and_her_drafts_stay_hers() {
    let mut laptop = Laptop::new(24);
    let diary = ScopeId::new(Uuid::from_u128(78), ScopeKind::CaseDiary);
    let operator = laptop.archive.identity().operator.to_string();
    let draft = Draft {
        id: "bozza".into(),
        kind: "entry".into(),
        operator: operator.clone(),
        subject: Some(Uuid::from_u128(78).to_string()),
        content: serde_json::json!({ "text": "ancora da firmare" }),
        started_from: serde_json::json!({}),
        created_at: Instant(NOW),
        saved_at: Instant(NOW),
    };
    laptop.archive.save_draft(&draft).unwrap();
    laptop.sign(diary, "prima");
    laptop.accepted_from(1);
    let other = ScopeId::new(Uuid::from_u128(79), ScopeKind::CaseDiary);
    laptop.keep(&purge(&[diary, other], 6));
    let Told::Receipts(receipts) = laptop.archive.told(&Want::Receipts).unwrap() else {
        unreachable!()
    };
    assert_eq!(receipts.len(), 2);
    let kept = cartella_archive::drafts::list(laptop.db(), &operator).unwrap();
    assert_eq!(kept, [draft]);
}

#[test]
fn who_writes_again_in_a_scope_that_she_gave_back_gives_another_receipt() {
    let mut laptop = Laptop::new(25);
    let diary = ScopeId::new(Uuid::from_u128(80), ScopeKind::CaseDiary);
    laptop.sign(diary, "prima");
    laptop.accepted_from(1);
    laptop.keep(&purge(&[diary], 7));
    laptop.keep(&DeviceDelta::Noted {
        scopes: vec![diary.into()],
    });
    let (_, again) = laptop.sign(diary, "scritta ancora");
    laptop.keep(&verdicts(vec![refused(&again)]));
    laptop.keep(&DeviceDelta::Purge {
        scopes: vec![diary.into()],
        acl: 7,
        at: Instant(NOW + 1),
    });
    let Told::Receipts(receipts) = laptop.archive.told(&Want::Receipts).unwrap() else {
        unreachable!()
    };
    assert_eq!(
        receipts.len(),
        1,
        "the rights did not change, and yet the office waits for it"
    );
    assert_eq!(receipts[0].at, Instant(NOW + 1));
}
