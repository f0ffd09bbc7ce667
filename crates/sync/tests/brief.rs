//! A session in one exchange: prints say where two sides differ, and where they cannot, hello does.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use cartella_domain::time::Instant;
use cartella_sync::{
    chain::{Tip, seal},
    change::Change,
    device::{DeviceDelta, DeviceState, HeldScope, Outcome, Pace, Session, Step, Told, Want},
    digest::Digest,
    hub::{DeviceRow, Hold, HoldRow, NearLoaded, NearRow, near},
    ids::{Hlc, ScopeRef},
    messages::{
        Accepted, Answer, Brief, Briefed, Bytes, Have, Judged, Near, PROTOCOL, Pages, Part, Problem, Request,
        Sum, Verdict,
    },
    op::Act,
    print::{Moved, Print, Prints, whole},
    signer::Signer as _,
};
use std::collections::BTreeMap;
use support::{AUTHOR, heading, key, scope};
use uuid::Uuid;

const NOW: Instant = Instant(1_800_000_000_000);

/// Scopes with ids as random as those of a laptop.
fn many(count: u64, seq: u64) -> BTreeMap<ScopeRef, u64> {
    let id = |n: u64| u128::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    let scope = |n: u64| ScopeRef {
        owner: Uuid::from_u128(id(n)),
        kind: u8::try_from(n % 4).unwrap(),
    };
    (1..=count).map(|n| (scope(n), seq + n)).collect()
}

#[test]
fn prints_of_the_same_are_the_same_and_one_scope_that_moved_is_found() {
    let here = many(600, 5);
    let prints = Prints::of(&here);
    assert_eq!(prints.compare(&here), []);
    let (moved, seq) = here.iter().nth(300).map(|(scope, seq)| (*scope, *seq)).unwrap();
    for by in [1, 2, 64] {
        let mut office = here.clone();
        office.insert(moved, seq + by);
        assert_eq!(prints.compare(&office), [Moved::One(moved, seq)], "{by}");
    }
}

#[test]
fn what_cannot_be_told_is_listed_with_all_of_its_part() {
    let here = many(600, 5);
    let prints = Prints::of(&here);
    let (moved, seq) = here.iter().next().map(|(scope, seq)| (*scope, *seq)).unwrap();
    let part = prints.part_of(moved);
    let listed = |office: &BTreeMap<ScopeRef, u64>| match &prints.compare(office)[..] {
        [Moved::Part(number, scopes)] => {
            assert_eq!(*number, part);
            scopes.len()
        }
        other => panic!("{other:?}"),
    };
    let of_part = here
        .keys()
        .filter(|scope| prints.part_of(**scope) == part)
        .count();
    assert!((4..120).contains(&of_part), "parts are about even: {of_part}");
    // Far behind, ahead, not there at all, and one that is not held.
    let mut office = here.clone();
    office.insert(moved, seq + 65);
    assert_eq!(listed(&office), of_part);
    office.insert(moved, seq - 1);
    assert_eq!(listed(&office), of_part);
    office.remove(&moved);
    assert_eq!(listed(&office), of_part - 1);
    // Two that moved in one part.
    let two: Vec<_> = here
        .keys()
        .filter(|scope| prints.part_of(**scope) == part)
        .take(2)
        .collect();
    let mut office = here.clone();
    two.into_iter()
        .for_each(|scope| *office.get_mut(scope).unwrap() += 1);
    assert_eq!(listed(&office), of_part);
}

#[test]
fn the_print_over_all_hangs_on_scope_number_and_sum_and_not_on_the_order() {
    let one = (scope(1), 4, Digest([1; 32]));
    let two = (scope(2), 9, Digest([2; 32]));
    let all = whole([one, two]);
    assert_eq!(whole([two, one]), all);
    for other in [
        vec![one],
        vec![one, (scope(2), 8, two.2)],
        vec![one, (scope(3), 9, two.2)],
        vec![one, (scope(2), 9, Digest([3; 32]))],
    ] {
        assert_ne!(whole(other), all);
    }
}

fn brief(held: &BTreeMap<ScopeRef, u64>) -> Brief {
    Brief {
        protocol: PROTOCOL,
        schema_ver: 1,
        tip: Tip::start(1),
        epoch: 1,
        acl_seen: 0,
        prints: Prints::of(held),
        flagged: Vec::new(),
        changes: Vec::new(),
        max_bytes: 1_000,
        sent_at: NOW,
    }
}

fn loaded(rows: Vec<(u128, Hold, Option<u64>)>) -> NearLoaded {
    let row = |(n, hold, head): (u128, Hold, Option<u64>)| NearRow {
        row: HoldRow {
            scope: scope(n),
            hold,
            acl: 1,
            left: None,
        },
        scope: head.map(|head| (head, Digest([7; 32]))),
    };
    NearLoaded {
        device: DeviceRow {
            device: key(1).device_id(),
            operator: AUTHOR,
            state: cartella_sync::hub::DeviceState::Active,
            chain: Tip::start(1),
        },
        rows: rows.into_iter().map(row).collect(),
        new: BTreeMap::new(),
    }
}

#[test]
fn the_office_says_what_is_new_or_asks_for_a_hello() {
    let held = [(scope(1), 4), (scope(2), 6)].into();
    let asked = brief(&held);
    let live = |head| vec![(1, Hold::Live, Some(4)), (2, Hold::Live, Some(head))];
    let standing = near(&asked, &loaded(live(7))).unwrap();
    let have = Have {
        scope: scope(2),
        seq: 6,
    };
    assert_eq!((standing.moved, standing.parts), (vec![have], vec![]));
    // What came along is not news.
    let mut own = loaded(live(7));
    own.new.insert(scope(2), 1);
    let standing = near(&asked, &own).unwrap();
    assert_eq!((standing.moved.len(), standing.parts.len()), (0, 0));
    assert_eq!(
        standing.whole,
        whole([(scope(1), 4, Digest([7; 32])), (scope(2), 7, Digest([7; 32]))])
    );
    // Given back, or granted and opened by nobody: nothing to say.
    let mut rows = live(6);
    rows.extend([(3, Hold::Left, Some(3)), (4, Hold::Enter, None)]);
    assert!(near(&asked, &loaded(rows)).is_some());
    for other in [
        (3, Hold::Enter, Some(1)),
        (3, Hold::Leave, Some(1)),
        (3, Hold::Leave, None),
    ] {
        let mut rows = live(6);
        rows.push(other);
        assert_eq!(near(&asked, &loaded(rows)), None, "{other:?}");
    }
    let mut suspended = loaded(live(6));
    suspended.device.state = cartella_sync::hub::DeviceState::Suspended;
    assert_eq!(near(&asked, &suspended), None);
}

/// A session that may be brief, up to what it sends.
fn calling(pending: Vec<Bytes>) -> (Session, Brief) {
    let pace = Pace {
        agreed: true,
        ..Pace::default()
    };
    let mut session = Session::new(pace, NOW);
    session.told(state(4), NOW);
    assert!(matches!(
        session.next(),
        Step::Load(Want::Pending { above: 0, .. })
    ));
    session.told(Told::Pending(pending), NOW);
    let Step::Send(Request::Brief(brief)) = session.next().clone() else {
        panic!("{:?}", session.next());
    };
    (session, brief)
}

fn state(have: u64) -> Told {
    Told::State(DeviceState {
        tip: Tip::start(1),
        epoch: 1,
        acl: 0,
        schema_ver: 1,
        scopes: vec![HeldScope {
            scope: scope(1),
            have,
            fetch: None,
        }],
        flagged: Vec::new(),
    })
}

fn sums(seq: u64) -> Vec<Sum> {
    vec![Sum {
        scope: scope(1),
        seq,
        digest: Digest([7; 32]),
    }]
}

fn answer(verdicts: Vec<Judged>, whole: Print, parts: Vec<Part>) -> Answer {
    Answer::Brief(Briefed {
        verdicts,
        near: Some(Near {
            acl: 2,
            pages: Pages {
                pages: Vec::new(),
                refused: Vec::new(),
            },
            parts,
            whole,
            settled: Vec::new(),
        }),
        received_at: NOW,
        answered_at: NOW,
    })
}

fn there(seq: u64) -> Print {
    whole([(scope(1), seq, Digest([7; 32]))])
}

/// Goes on from the last thing written to the sums.
fn to_sums(session: &mut Session, seq: u64) {
    session.told(Told::Pending(Vec::new()), NOW);
    session.told(Told::Receipts(Vec::new()), NOW);
    assert_eq!(*session.next(), Step::Load(Want::Sums));
    session.told(
        Told::Sums {
            sums: sums(seq),
            pending: 0,
        },
        NOW,
    );
}

/// The office took it with this number.
fn taken(change: &Change, dev_seq: u64, seq: u64) -> Judged {
    Judged {
        change: change.id(),
        dev_seq,
        verdict: Verdict::Accepted(Accepted {
            seq,
            eff_hlc: Hlc(0),
            received_at: NOW,
            flags: 0,
            dead: 0,
        }),
    }
}

/// The verdict on the second came with a page, and the laptop died before it wrote down that on the first.
#[test]
fn what_waits_with_a_gap_goes_stretch_by_stretch() {
    let ops = [Act::OpenScope { of: None }.into()];
    let mut tip = Tip::start(1);
    let chain = [9, 10, 11].map(|id| {
        let (change, next) = seal(&tip, &heading(id, scope(1)), &ops, [1; 16], &key(1)).unwrap();
        tip = next;
        change
    });
    let [first, _, third] = &chain;
    let waits = [first, third].map(|change| Bytes(change.encode()));
    let (mut session, sent) = calling(waits.to_vec());
    assert_eq!(sent.changes, waits[..1]);
    session.answered(answer(vec![taken(first, 1, 5)], there(7), Vec::new()), NOW);
    session.stored(NOW);
    session.stored(NOW);
    assert!(matches!(
        session.next(),
        Step::Load(Want::Pending { above: 1, .. })
    ));
    session.told(Told::Pending(waits[1..].to_vec()), NOW);
    let Step::Send(Request::Push(push)) = session.next() else {
        panic!("{:?}", session.next());
    };
    assert_eq!(push.changes, waits[1..]);
}

#[test]
fn one_change_goes_and_is_confirmed_with_one_request() {
    let ops = [Act::OpenScope { of: None }.into()];
    let (change, _) = seal(&Tip::start(1), &heading(9, scope(1)), &ops, [1; 16], &key(1)).unwrap();
    let (mut session, sent) = calling(vec![Bytes(change.encode())]);
    assert_eq!(sent.changes.len(), 1);
    let verdict = taken(&change, 1, 5);
    session.answered(answer(vec![verdict], there(5), Vec::new()), NOW);
    assert!(matches!(
        session.next(),
        Step::Store(DeviceDelta::Welcomed { acl: 2, .. })
    ));
    session.stored(NOW);
    let Step::Store(DeviceDelta::Judged { have, .. }) = session.next().clone() else {
        panic!("{:?}", session.next());
    };
    assert_eq!((have[0].scope, have[0].seq), (scope(1), 5));
    session.stored(NOW);
    to_sums(&mut session, 5);
    assert!(matches!(session.next(), Step::Store(DeviceDelta::Finished(_))));
    session.stored(NOW);
    let Step::Done(Outcome::Finished(summary)) = session.next() else {
        panic!("{:?}", session.next());
    };
    assert_eq!((summary.confirmed, summary.same, summary.differ), (1, 1, 0));
    assert!(session.pace().agreed);
}

#[test]
fn where_the_prints_over_all_differ_scopes_are_compared_one_by_one() {
    let (mut session, _) = calling(Vec::new());
    session.answered(answer(Vec::new(), there(9), Vec::new()), NOW);
    session.stored(NOW);
    to_sums(&mut session, 4);
    assert!(matches!(session.next(), Step::Send(Request::Digests(_))));
}

#[test]
fn a_listed_part_is_pulled_and_one_that_cannot_be_explained_asks_for_hello() {
    let part = |scopes: &[(u128, u64)]| Part {
        number: 0,
        scopes: scopes
            .iter()
            .map(|(n, seq)| Have {
                scope: scope(*n),
                seq: *seq,
            })
            .collect(),
    };
    let (mut session, _) = calling(Vec::new());
    session.answered(answer(Vec::new(), there(90), vec![part(&[(1, 90)])]), NOW);
    session.stored(NOW);
    session.told(Told::Pending(Vec::new()), NOW);
    let Step::Send(Request::Pull(pull)) = session.next() else {
        panic!("{:?}", session.next());
    };
    assert_eq!(pull.scopes[0].seq, 4);
    for odd in [part(&[(1, 3)]), part(&[(1, 4), (2, 1)]), part(&[])] {
        let (mut session, _) = calling(Vec::new());
        session.answered(answer(Vec::new(), there(90), vec![odd]), NOW);
        session.stored(NOW);
        assert_eq!(*session.next(), Step::Load(Want::State));
        session.told(state(4), NOW);
        assert!(matches!(session.next(), Step::Send(Request::Hello(_))));
    }
}

#[test]
fn an_office_that_wants_a_hello_gets_one() {
    let hellos = |answer: Answer| {
        let (mut session, _) = calling(Vec::new());
        session.answered(answer, NOW);
        assert_eq!(*session.next(), Step::Load(Want::State));
        session.told(state(4), NOW);
        assert!(matches!(session.next(), Step::Send(Request::Hello(_))));
    };
    hellos(Answer::Brief(Briefed {
        verdicts: Vec::new(),
        near: None,
        received_at: NOW,
        answered_at: NOW,
    }));
    hellos(Answer::Problem(Problem::BadRequest));
    // So does a laptop that agreed, and has begun a scope since.
    let pace = Pace {
        agreed: true,
        ..Pace::default()
    };
    let mut session = Session::new(pace, NOW);
    session.told(state(0), NOW);
    assert!(matches!(session.next(), Step::Send(Request::Hello(_))));
}
