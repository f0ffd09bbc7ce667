//! A session where the simulation never goes: batches that are too large, an office that is not the same any more,
//! answers that make no sense; and the pace.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use cartella_domain::time::Instant;
use cartella_sync::{
    chain::{Tip, seal},
    device::{
        DeviceDelta, DeviceState, FIRST_WAIT_MS, LONGEST_WAIT_MS, Outcome, Pace, START_BYTES, START_CHANGES,
        Session, Step, Told, Trouble, Want,
    },
    messages::{Answer, Bytes, LeftNoted, MAX_BATCH, MAX_CHANGES, Problem, Request, Verdicts, Welcome},
    op::Act,
};
use support::{heading, key, scope};

const NOW: Instant = Instant(1_800_000_000_000);

fn state(epoch: u64) -> Told {
    Told::State(DeviceState {
        tip: Tip::start(1),
        epoch,
        acl: 0,
        schema_ver: 1,
        scopes: Vec::new(),
        flagged: Vec::new(),
    })
}

fn welcome(epoch: u64) -> Answer {
    Answer::Welcome(Welcome {
        protocol: 1,
        oldest: 1,
        epoch,
        chain: Tip::start(1),
        acl: 3,
        enter: Vec::new(),
        leave: Vec::new(),
        news: Vec::new(),
        settled: Vec::new(),
        received_at: Instant(NOW.0 + 700_000),
        answered_at: Instant(NOW.0 + 700_000),
    })
}

/// A session up to the question what is pending.
fn welcomed() -> Session {
    let mut session = Session::new(Pace::default(), NOW);
    session.told(state(1), NOW);
    assert!(matches!(session.next(), Step::Send(Request::Hello(_))));
    session.answered(welcome(1), NOW);
    let Step::Store(DeviceDelta::Welcomed { acl, offset_ms, .. }) = session.next() else {
        panic!("{:?}", session.next());
    };
    assert_eq!((*acl, *offset_ms), (3, 700_000));
    session.stored(NOW);
    session
}

fn pending(count: u64) -> Told {
    let mut tip = Tip::start(1);
    let changes = (1..=count).map(|n| {
        let ops = [Act::OpenScope { of: None }.into()];
        let (change, next) = seal(&tip, &heading(n.into(), scope(1)), &ops, [1; 16], &key(1)).unwrap();
        tip = next;
        Bytes(change.encode())
    });
    Told::Pending(changes.collect())
}

fn outcome(session: &Session) -> Trouble {
    match session.next() {
        Step::Done(Outcome::Stopped(trouble, _)) => *trouble,
        step => panic!("{step:?}"),
    }
}

#[test]
fn a_batch_that_is_too_large_is_halved_and_sent_again() {
    let mut session = welcomed();
    let Step::Load(Want::Pending {
        above: 0,
        changes,
        bytes,
    }) = *session.next()
    else {
        panic!("{:?}", session.next());
    };
    assert_eq!((changes, bytes), (START_CHANGES, START_BYTES));
    session.told(pending(3), NOW);
    session.answered(Answer::Problem(Problem::TooLarge), NOW);
    let again = Want::Pending {
        above: 0,
        changes: START_CHANGES / 2,
        bytes: START_BYTES / 2,
    };
    assert_eq!(*session.next(), Step::Load(again));
    // One alone cannot be halved.
    session.told(pending(1), NOW);
    session.answered(Answer::Problem(Problem::TooLarge), NOW);
    assert_eq!(outcome(&session), Trouble::Problem(Problem::TooLarge));
    assert_eq!(session.pace().failures, 1);
}

#[test]
fn a_session_without_work_ends_with_a_receipt() {
    let mut session = welcomed();
    session.told(Told::Pending(Vec::new()), NOW);
    assert_eq!(*session.next(), Step::Load(Want::Receipts));
    session.told(Told::Receipts(Vec::new()), NOW);
    assert_eq!(*session.next(), Step::Load(Want::Sums));
    session.told(
        Told::Sums {
            sums: Vec::new(),
            pending: 2,
        },
        NOW,
    );
    assert!(matches!(session.next(), Step::Store(DeviceDelta::Finished(_))));
    session.stored(Instant(NOW.0 + 9));
    let Step::Done(Outcome::Finished(summary)) = session.next() else {
        panic!("{:?}", session.next());
    };
    assert_eq!(
        (summary.waiting, summary.confirmed, summary.offset_ms),
        (2, 0, 700_000)
    );
}

#[test]
fn an_office_of_another_epoch_changes_nothing_here() {
    let mut session = Session::new(Pace::default(), NOW);
    session.told(state(1), NOW);
    session.answered(welcome(2), NOW);
    assert_eq!(outcome(&session), Trouble::Problem(Problem::EpochChanged(2)));
}

#[test]
fn answers_that_make_no_sense_stop_the_session() {
    let mut session = welcomed();
    session.told(pending(2), NOW);
    let none = Verdicts {
        chain: Tip::start(1),
        verdicts: Vec::new(),
    };
    session.answered(Answer::Verdicts(none), NOW);
    assert_eq!(outcome(&session), Trouble::Nonsense);
    let mut session = welcomed();
    session.told(pending(2), NOW);
    session.answered(Answer::Left(LeftNoted { scopes: Vec::new() }), NOW);
    assert_eq!(outcome(&session), Trouble::Nonsense);
    let mut session = welcomed();
    session.told(pending(2), NOW);
    session.answered(Answer::Problem(Problem::Busy(4_000)), NOW);
    assert_eq!(outcome(&session), Trouble::Problem(Problem::Busy(4_000)));
}

#[test]
fn a_time_out_halves_and_a_success_doubles() {
    let mut session = welcomed();
    session.told(pending(2), NOW);
    session.failed(Trouble::Timeout, NOW);
    assert_eq!(outcome(&session), Trouble::Timeout);
    assert_eq!(session.pace().changes, START_CHANGES / 2);
    let mut pace = Pace::default();
    (0..40).for_each(|_| pace.faster());
    assert_eq!((pace.changes, pace.bytes), (MAX_CHANGES, MAX_BATCH));
    (0..40).for_each(|_| pace.slower());
    assert_eq!(pace.changes, 1);
    assert!(pace.bytes > 0);
}

#[test]
fn waits_grow_from_two_seconds_to_five_minutes_with_jitter() {
    let wait = |failures, random| {
        Pace {
            failures,
            ..Pace::default()
        }
        .wait_ms(random)
    };
    for random in [0, 1, 77, 12_345, u64::MAX] {
        assert_eq!(wait(1, random), FIRST_WAIT_MS);
        assert!((4_000..=8_000).contains(&wait(3, random)), "{}", wait(3, random));
        for failures in [9, 20, u32::MAX] {
            assert!((LONGEST_WAIT_MS / 2..=LONGEST_WAIT_MS).contains(&wait(failures, random)));
        }
    }
    assert_ne!(wait(5, 3), wait(5, 9_999));
}
