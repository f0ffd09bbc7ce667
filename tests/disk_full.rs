//! The disk is full while somebody writes: a clear error, nothing acknowledged is lost, nothing half written,
//! and it goes on when there is room. Needs the right to mount a small file system (root on Linux).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

#[allow(dead_code, reason = "shared with the archive's tests, which use all of it")]
#[path = "../crates/archive/tests/small_disk/mod.rs"]
mod small_disk;

use cartella_app::{
    Code, Session,
    commands::Nothing,
    session::{ChangeSettings, change_settings, settings},
};
use cartella_archive::{
    audit,
    drafts::{self, Draft},
};
use cartella_testkit::session_in;
use serde_json::json;
use small_disk::SmallDisk;

fn hint(text: String) -> ChangeSettings {
    ChangeSettings {
        hint_read: Some(text),
        ..ChangeSettings::default()
    }
}

fn draft(session: &Session, number: u64) -> Draft {
    Draft {
        id: "d".into(),
        kind: "entry".into(),
        operator: session.operator().to_string(),
        subject: None,
        content: json!({ "number": number, "text": "parola ".repeat(400) }),
        started_from: json!({}),
        created_at: session.now(),
        saved_at: session.now(),
    }
}

/// Writes until the disk refuses; what was acknowledged.
fn write_until_full(session: &mut Session) -> (Vec<u64>, Option<u64>) {
    let (mut written, mut drafted) = (Vec::new(), None);
    for number in 0..10_000_u64 {
        if session.archive().save_draft(&draft(session, number)).is_ok() {
            drafted = Some(number);
        }
        match change_settings(session, hint(number.to_string())) {
            Ok(_) => written.push(number),
            Err(error) => {
                assert_eq!(error.code, Code::DiskFull);
                return (written, drafted);
            }
        }
    }
    panic!("the disk never got full");
}

fn assert_whole(session: &Session) {
    let verdict = audit::verify(session.archive().db()).unwrap();
    assert!(matches!(verdict, audit::Verdict::Whole(_)));
    assert!(session.archive().compare_with_log().unwrap().is_empty());
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let Some(disk) = SmallDisk::mounted(4 * 1024) else {
        eprintln!("skipped: no right to mount a small file system");
        return;
    };
    let mut session = session_in(disk.path(), 5).unwrap();
    disk.fill();
    let (written, drafted) = write_until_full(&mut session);
    disk.make_room();
    let hints = settings(&mut session, Nothing {}).unwrap().hints_read.0;
    assert_eq!(
        hints.len(),
        written.len(),
        "exactly what was acknowledged is there"
    );
    assert!(written.iter().all(|number| hints.contains(&number.to_string())));
    let owner = session.operator().to_string();
    let saved = drafts::get(session.archive().db(), &owner, "d").unwrap();
    assert!(saved.and_then(|draft| draft.content.get("number").and_then(|n| n.as_u64())) >= drafted);
    assert_whole(&session);
    change_settings(&mut session, hint("dopo".into())).unwrap();
    drop(session);
    assert_whole(&session_in(disk.path(), 6).unwrap());
}
