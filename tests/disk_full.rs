//! The disk is full while somebody writes: a clear error, nothing acknowledged is lost, nothing half written,
//! and it goes on when there is room. Needs the right to mount a small file system (root on Linux).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

#[allow(dead_code, reason = "shared with the archive's tests, which use all of it")]
#[path = "../crates/archive/tests/small_disk/mod.rs"]
mod small_disk;

use cartella_app::{
    Code,
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

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let Some(disk) = SmallDisk::mounted(4 * 1024) else {
        eprintln!("skipped: no right to mount a small file system");
        return;
    };
    let mut session = session_in(disk.path(), 5).unwrap();
    let draft = |number: u64| Draft {
        id: "d".into(),
        kind: "entry".into(),
        operator: session.operator().to_string(),
        subject: None,
        content: json!({ "number": number, "text": "parola ".repeat(400) }),
        started_from: json!({}),
        created_at: session.now(),
        saved_at: session.now(),
    };
    let first = draft(0);
    let numbered = |number: u64| Draft {
        content: json!({ "number": number, "text": "parola ".repeat(400) }),
        ..first.clone()
    };
    disk.fill();
    let (mut written, mut drafted) = (Vec::new(), None);
    for number in 0..10_000_u64 {
        let saved = session.archive().save_draft(&numbered(number));
        if saved.is_ok() {
            drafted = Some(number);
        }
        let input = ChangeSettings {
            hint_read: Some(number.to_string()),
            ..ChangeSettings::default()
        };
        match change_settings(&mut session, input) {
            Ok(_) => written.push(number),
            Err(error) => {
                assert_eq!(error.code, Code::DiskFull);
                break;
            }
        }
        assert!(number < 9_999, "the disk never got full");
    }
    let check = |session: &mut cartella_app::Session, written: &[u64]| {
        let hints = settings(session, Nothing {}).unwrap().hints_read.0;
        assert_eq!(
            hints.len(),
            written.len(),
            "exactly what was acknowledged is there"
        );
        assert!(written.iter().all(|number| hints.contains(&number.to_string())));
        let owner = session.operator().to_string();
        let saved = drafts::get(session.archive().db(), &owner, "d").unwrap();
        assert!(saved.and_then(|draft| draft.content.get("number").and_then(|n| n.as_u64())) >= drafted);
        assert!(matches!(
            audit::verify(session.archive().db()).unwrap(),
            audit::Verdict::Whole(_)
        ));
    };
    check(&mut session, &written);
    disk.make_room();
    let input = ChangeSettings {
        hint_read: Some("dopo".into()),
        ..ChangeSettings::default()
    };
    change_settings(&mut session, input).unwrap();
    drop(session);
    let session = session_in(disk.path(), 6).unwrap();
    assert!(session.archive().compare_with_log().unwrap().is_empty());
    assert!(matches!(
        audit::verify(session.archive().db()).unwrap(),
        audit::Verdict::Whole(_)
    ));
}
