//! What the office sends, and to whom: hello, pages, receipts, sums, enrolment, the signature of a request.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines
)]

mod support;

use cartella_domain::time::Instant;
use cartella_sync::{
    chain::{Tip, seal},
    digest::Digest,
    hub::{
        BackfillScope, CodeRow, DeviceRow, DeviceState, Hold, HoldRow, Office, PullScope, ScopeRow, Stored,
        WelcomeLoaded, backfill_pages, compare, decide_enrol, note_left, pages, regrant, same_epoch, welcome,
    },
    ids::{DeviceId, Hash32, Hlc, ScopeRef},
    messages::{Accepted, Backfill, Digests, Enrol, Have, Hello, Left, Portion, Problem, Pull, Receipt, Sum},
    op::Act,
    request::{Line, check, is_fresh, sign},
    signer::{DeviceKey, DeviceKeys, Signer as _},
};
use std::collections::{BTreeMap, BTreeSet};
use support::{AUTHOR, heading, key, scope};
use uuid::Uuid;

const NOW: Instant = Instant(1_800_000_000_000);

fn keys() -> DeviceKeys {
    let mut keys = DeviceKeys::default();
    keys.add(&key(1).public_key()).unwrap();
    keys
}

fn device() -> DeviceId {
    key(1).device_id()
}

fn row(state: DeviceState) -> DeviceRow {
    DeviceRow {
        device: device(),
        operator: AUTHOR,
        state,
        chain: Tip::start(1),
    }
}

fn hello(held: Vec<Have>) -> Hello {
    Hello {
        protocol: 1,
        schema_ver: 1,
        tip: Tip::start(1),
        epoch: 1,
        acl_seen: 0,
        held,
        flagged: Vec::new(),
        sent_at: Instant(NOW.0 - 500),
    }
}

fn hold(n: u128, hold: Hold) -> HoldRow {
    HoldRow {
        scope: scope(n),
        hold,
        acl: 2,
        left: None,
    }
}

#[test]
fn a_hello_says_what_to_fetch_and_what_to_give_back() {
    let heads = |n: u128| (scope(n), 10);
    let mut facts = WelcomeLoaded {
        epoch: 1,
        acl: 7,
        device: row(DeviceState::Active),
        holds: vec![
            hold(1, Hold::Enter),
            hold(2, Hold::Live),
            hold(3, Hold::Leave),
            hold(4, Hold::Left),
            hold(5, Hold::Enter),
        ],
        heads: [1, 2, 3, 4, 6].map(heads).into(),
        priority: BTreeMap::new(),
        settled: Vec::new(),
    };
    let held = [2, 4, 6]
        .map(|n| Have {
            scope: scope(n),
            seq: 4,
        })
        .to_vec();
    let (delta, answer) = welcome(&hello(held.clone()), &facts, NOW, NOW).unwrap();
    let scopes = |list: Vec<ScopeRef>| list.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(
        answer.enter.iter().map(|enter| enter.scope).collect::<Vec<_>>(),
        [scope(1)]
    );
    assert_eq!(
        answer.news,
        [Have {
            scope: scope(2),
            seq: 10
        }]
    );
    assert_eq!(scopes(answer.leave), [3, 4, 6].map(scope).into());
    assert_eq!((answer.acl, delta.offset_ms), (7, 500));
    let turned: Vec<_> = delta
        .holds
        .iter()
        .map(|turn| (turn.after.scope, turn.before.is_some(), turn.after.hold))
        .collect();
    assert_eq!(
        turned,
        [(scope(4), true, Hold::Leave), (scope(6), false, Hold::Leave)]
    );
    // The most pressing first.
    facts.holds.push(hold(7, Hold::Enter));
    facts.heads.insert(scope(7), 1);
    facts.priority.insert(scope(1), 5);
    let (_, answer) = welcome(&hello(held.clone()), &facts, NOW, NOW).unwrap();
    assert_eq!(
        answer.enter.iter().map(|enter| enter.scope).collect::<Vec<_>>(),
        [scope(7), scope(1)]
    );
    // Suspended: nothing to fetch, but what is lost is given back.
    facts.device = row(DeviceState::Suspended);
    let (_, answer) = welcome(&hello(held.clone()), &facts, NOW, NOW).unwrap();
    assert!(answer.enter.is_empty() && answer.news.is_empty() && answer.leave.len() == 3);
    facts.device = row(DeviceState::Revoked);
    assert_eq!(
        welcome(&hello(held), &facts, NOW, NOW).map(drop),
        Err(Problem::Revoked)
    );
}

#[test]
fn rights_turn_rows_and_receipts_close_them() {
    let rows = [
        hold(1, Hold::Live),
        hold(2, Hold::Leave),
        hold(3, Hold::Left),
        hold(4, Hold::Live),
    ];
    let granted = [2, 4, 5].map(scope).into();
    let turned: Vec<_> = regrant(&rows, &granted, 9)
        .iter()
        .map(|row| (row.scope, row.hold, row.acl))
        .collect();
    assert_eq!(
        turned,
        [
            (scope(1), Hold::Leave, 9),
            (scope(2), Hold::Enter, 9),
            (scope(5), Hold::Enter, 9)
        ]
    );

    let left = |n: u128, acl: u64| Left {
        epoch: 1,
        receipts: vec![Receipt::seal(scope(n), acl, NOW, &key(1))],
    };
    let note = |left: &Left| note_left(left, &device(), &rows, &keys()).map(|(rows, _)| rows);
    let after = note(&left(2, 2)).unwrap();
    assert_eq!(
        after,
        [HoldRow {
            hold: Hold::Left,
            left: Some(2),
            ..rows[1]
        }]
    );
    // A receipt older than the leaving does not close it, one for a right given again only counts as read.
    assert_eq!(
        note(&left(2, 1)).unwrap(),
        [HoldRow {
            left: Some(1),
            ..rows[1]
        }]
    );
    assert_eq!(
        note(&left(1, 8)).unwrap(),
        [HoldRow {
            left: Some(8),
            ..rows[0]
        }]
    );
    assert_eq!(note(&left(9, 8)).unwrap(), []);
    let mut forged = left(2, 2);
    forged.receipts[0].acl = 3;
    assert_eq!(note(&forged), Err(Problem::Unauthorised));
}

fn stored(seq: u64, bytes: usize) -> Stored {
    Stored {
        bytes: vec![0; bytes],
        place: Accepted {
            seq,
            eff_hlc: Hlc(0),
            received_at: NOW,
            flags: 0,
            dead: 0,
        },
    }
}

#[test]
fn pages_keep_to_the_bytes_and_always_go_on() {
    let ask = |max_bytes| Pull {
        epoch: 1,
        scopes: vec![
            Have {
                scope: scope(1),
                seq: 4,
            },
            Have {
                scope: scope(2),
                seq: 0,
            },
            Have {
                scope: scope(3),
                seq: 0,
            },
        ],
        max_bytes,
    };
    let facts = || -> BTreeMap<ScopeRef, PullScope> {
        let scope_of = |from: u64| PullScope {
            head: from + 3,
            rows: (from + 1..=from + 3).map(|n| stored(n, 100)).collect(),
        };
        [(scope(1), scope_of(4)), (scope(2), scope_of(0))].into()
    };
    let sizes = |max| -> Vec<(u64, usize)> {
        let answer = pages(&ask(max), facts());
        answer
            .pages
            .iter()
            .map(|page| (page.to, page.changes.len()))
            .collect()
    };
    assert_eq!(sizes(1), [(5, 1)]);
    assert_eq!(sizes(250), [(6, 2)]);
    assert_eq!(sizes(450), [(7, 3), (1, 1)]);
    assert_eq!(sizes(10_000), [(7, 3), (3, 3)]);
    assert_eq!(pages(&ask(10_000), facts()).refused, [scope(3)]);
    assert_eq!(same_epoch(1, 2), Err(Problem::EpochChanged(2)));
}

fn portion(n: u128, upto: Option<u64>, below: Option<u64>) -> Portion {
    Portion {
        scope: scope(n),
        upto,
        below,
    }
}

/// What is live of these numbers, at most three rows at a time.
fn live_of(live: &[u64], head: u64, below: Option<u64>) -> BackfillScope {
    let mut rest = live
        .iter()
        .filter(|seq| below.is_none_or(|below| **seq < below))
        .map(|seq| stored(*seq, 100));
    BackfillScope {
        head,
        rows: rest.by_ref().take(3).collect(),
        more: rest.next().is_some(),
    }
}

#[test]
fn a_backfill_speaks_of_every_number_once() {
    let live: Vec<u64> = vec![9, 8, 5, 4, 2];
    let granted = [scope(1)].into();
    let (mut upto, mut below) = (None, None);
    let (mut spoken, mut sent) = (Vec::new(), Vec::new());
    loop {
        let asked = Backfill {
            epoch: 1,
            scopes: vec![portion(1, upto, below)],
            max_bytes: 250,
        };
        let loaded = [(scope(1), live_of(&live, 10, below))].into();
        let answer = backfill_pages(&asked, &granted, loaded);
        let page = &answer.pages[0];
        assert_eq!(page.upto, 10);
        spoken.push((page.from, page.to));
        sent.extend(page.changes.iter().map(|one| one.place.seq));
        if page.from == 1 {
            break;
        }
        (upto, below) = (Some(page.upto), Some(page.from));
    }
    assert_eq!(sent, live);
    assert_eq!(spoken, [(8, 10), (4, 7), (1, 3)]);
}

#[test]
fn many_scopes_come_in_one_answer_as_far_as_the_bytes_go() {
    let ask = |max_bytes| Backfill {
        epoch: 1,
        scopes: [3, 1, 9, 2].map(|n| portion(n, None, None)).to_vec(),
        max_bytes,
    };
    let granted = [1, 2, 3].map(scope).into();
    let loaded = || {
        [
            (scope(1), live_of(&[4, 3], 4, None)),
            (scope(2), live_of(&[2], 2, None)),
            (scope(3), live_of(&[], 0, None)),
        ]
        .into()
    };
    let come = |max_bytes| -> Vec<(ScopeRef, u64, usize)> {
        let answer = backfill_pages(&ask(max_bytes), &granted, loaded());
        assert_eq!(answer.refused, [scope(9)]);
        let pages = answer.pages.iter();
        pages
            .map(|page| (page.scope, page.from, page.changes.len()))
            .collect()
    };
    assert_eq!(
        come(1),
        [(scope(3), 1, 0), (scope(1), 4, 1)],
        "one change always comes"
    );
    assert_eq!(come(200), [(scope(3), 1, 0), (scope(1), 1, 2)]);
    assert_eq!(come(300), [(scope(3), 1, 0), (scope(1), 1, 2), (scope(2), 1, 1)]);
    // What the office did not read is not refused: it is asked for again.
    let unread = backfill_pages(&ask(300), &granted, BTreeMap::new());
    assert_eq!((unread.pages.len(), unread.refused), (0, vec![scope(9)]));
}

#[test]
fn sums_are_compared_at_one_number_only() {
    let digest = Digest([4; 32]);
    let facts = [1, 2, 3]
        .map(|n| {
            (
                scope(n),
                ScopeRow {
                    scope: scope(n),
                    head: 5,
                    digest,
                },
            )
        })
        .into();
    let sum = |n: u128, seq, digest| Sum {
        scope: scope(n),
        seq,
        digest,
    };
    let sums = vec![
        sum(1, 5, digest),
        sum(2, 5, Digest::default()),
        sum(3, 4, Digest::default()),
        sum(4, 5, digest),
    ];
    let answer = compare(&Digests { epoch: 1, sums }, &facts);
    assert_eq!(answer.same, [scope(1)]);
    assert_eq!(answer.differ, [sum(2, 5, digest)]);
}

#[test]
fn a_code_enrols_one_laptop_once() {
    let office = Office {
        epoch: 1,
        id: Uuid::from_u128(8),
        name: "Azienda".into(),
    };
    let ask = |key: &DeviceKey| Enrol {
        protocol: 1,
        code: "A".into(),
        public_key: key.public_key(),
        operator: AUTHOR,
        own_office: Uuid::from_u128(4),
        label: "portatile".into(),
        tip: Tip {
            incarnation: 1,
            seq: 900,
            hash: Hash32([1; 32]),
        },
    };
    let fresh = CodeRow {
        until: NOW,
        used_by: None,
    };
    let enrol =
        |key: &DeviceKey, code, row: Option<&DeviceRow>, at| decide_enrol(&ask(key), code, row, &office, at);
    let (delta, answer) = enrol(&key(1), Some(fresh), None, NOW).unwrap();
    let enrolled = delta.unwrap();
    assert_eq!(
        (enrolled.device.clone(), answer.operator),
        (row(DeviceState::Active), AUTHOR)
    );
    // The answer was lost: the same again, and nothing to store.
    let used = CodeRow {
        used_by: Some(device()),
        ..fresh
    };
    assert_eq!(
        enrol(&key(1), Some(used), Some(&enrolled.device), Instant(NOW.0 + 9)).unwrap(),
        (None, answer)
    );
    let refused = |key: &DeviceKey, code, row: Option<&DeviceRow>, at| enrol(key, code, row, at).unwrap_err();
    assert_eq!(refused(&key(2), Some(used), None, NOW), Problem::CodeRefused);
    assert_eq!(
        refused(&key(1), Some(fresh), None, Instant(NOW.0 + 1)),
        Problem::CodeRefused
    );
    assert_eq!(refused(&key(1), None, None, NOW), Problem::CodeRefused);
    assert_eq!(
        refused(&key(1), Some(used), Some(&row(DeviceState::Revoked)), NOW),
        Problem::Revoked
    );
}

#[test]
fn a_request_is_signed_with_its_place_its_body_and_its_time() {
    let line = Line {
        method: "POST",
        path: "/v1/push",
        body: Hash32::of(b"x"),
        at: NOW,
        nonce: [3; 16],
    };
    let signature = sign(&line, &key(1));
    assert_eq!(check(&line, &device(), &signature, &keys()), Ok(()));
    for other in [
        Line {
            method: "PUT",
            ..line
        },
        Line {
            path: "/v1/pull",
            ..line
        },
        Line {
            body: Hash32::of(b"y"),
            ..line
        },
        Line {
            at: Instant(NOW.0 + 1),
            ..line
        },
        Line {
            nonce: [4; 16],
            ..line
        },
    ] {
        assert!(
            check(&other, &device(), &signature, &keys()).is_err(),
            "{other:?}"
        );
    }
    assert!(is_fresh(NOW, Instant(NOW.0 + 300_000)) && !is_fresh(NOW, Instant(NOW.0 + 300_001)));
    // No header begins as a request's or a receipt's signed bytes do.
    let (change, _) = seal(
        &Tip::start(1),
        &heading(1, scope(1)),
        &[Act::OpenScope { of: None }.into()],
        [1; 16],
        &key(1),
    )
    .unwrap();
    assert!((0x90..=0x98).contains(&change.header_bytes()[0]) && b'c' != change.header_bytes()[0]);
}
