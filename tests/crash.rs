//! Kill -9 at random moments of a writing session: the archive opens, every acknowledged write and every
//! acknowledged draft is there, the audit chain is whole and the rows follow from the log.
//!
//! `CARTELLA_KILLS` says how often (40 when not said).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use cartella_app::{
    Session,
    commands::Nothing,
    session::{ChangeSettings, change_settings, settings},
};
use cartella_archive::{
    audit,
    drafts::{self, Draft},
};
use cartella_testkit::{SeededRandom, session_in};
use serde_json::json;
use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

const FOLDER: &str = "CARTELLA_CRASH_FOLDER";
const FROM: &str = "CARTELLA_CRASH_FROM";
const DRAFT: &str = "draft-of-the-crash-test";

fn draft(session: &Session, number: u64) -> Draft {
    Draft {
        id: DRAFT.into(),
        kind: "entry".into(),
        operator: session.operator().to_string(),
        subject: None,
        content: json!({ "text": "parola ".repeat(200), "number": number }),
        started_from: json!({}),
        created_at: session.now(),
        saved_at: session.now(),
    }
}

/// The writing process: writes for ever and says what was acknowledged. Does nothing unless it is asked to.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let from: u64 = std::env::var(FROM).unwrap().parse().unwrap();
    let mut session = session_in(Path::new(&folder), from + 1).unwrap();
    let mut out = std::io::stdout();
    for number in from.. {
        session.archive().save_draft(&draft(&session, number)).unwrap();
        writeln!(out, "\ndraft {number}").unwrap();
        let write = ChangeSettings {
            hint_read: Some(number.to_string()),
            ..ChangeSettings::default()
        };
        change_settings(&mut session, write).unwrap();
        writeln!(out, "\nwrite {number}").unwrap();
        out.flush().unwrap();
    }
}

/// What was acknowledged before the process died: the last draft and the last write.
fn write_until_killed(folder: &Path, from: u64, random: &SeededRandom) -> (Option<u64>, Option<u64>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture"])
        .env(FOLDER, folder)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (mut drafted, mut written) = (None, None);
    let mut take = |line: String| {
        if let Some(number) = line.strip_prefix("draft ") {
            drafted = number.parse().ok();
        } else if let Some(number) = line.strip_prefix("write ") {
            written = number.parse().ok();
        }
    };
    for line in lines.by_ref().take((random.next() % 40) as usize) {
        take(line.unwrap());
    }
    // A moment within what the child is doing, not only at the end of an act.
    for _ in 0..random.next() % 4_000_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the end counts as said; a line cut in the middle does not.
    for line in lines.map_while(Result::ok) {
        take(line);
    }
    (drafted, written)
}

#[test]
fn nothing_acknowledged_is_lost_by_kill_minus_nine() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let rounds: u64 = std::env::var("CARTELLA_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(40);
    let folder = tempfile::tempdir().unwrap();
    let random = SeededRandom::new(2026);
    drop(session_in(folder.path(), 1 << 41).unwrap());
    let mut kept = 0;
    let (mut drafted, mut written): (Option<u64>, Vec<u64>) = (None, Vec::new());
    for round in 0..rounds {
        let from = round * 1_000_000;
        let (draft, write) = write_until_killed(folder.path(), from, &random);
        drafted = draft.or(drafted);
        written.extend(write.map(|last| from..=last).into_iter().flatten());
        let mut session = session_in(folder.path(), 1 << 40).unwrap();
        let hints = settings(&mut session, Nothing {}).unwrap().hints_read.0;
        for number in &written {
            assert!(
                hints.contains(&number.to_string()),
                "round {round}: write {number} is lost"
            );
        }
        kept += write.is_some() as u64;
        let saved = drafts::get(session.archive().db(), &session.operator().to_string(), DRAFT).unwrap();
        let saved = saved.and_then(|draft| draft.content["number"].as_u64());
        assert!(
            saved >= drafted,
            "round {round}: draft {drafted:?} is lost, {saved:?} is there"
        );
        assert!(matches!(
            audit::verify(session.archive().db()).unwrap(),
            audit::Verdict::Whole(_)
        ));
        assert!(
            session.archive().compare_with_log().unwrap().is_empty(),
            "round {round}"
        );
    }
    assert!(kept > 0, "the writer was never let write");
    println!("{rounds} kills, {} acknowledged writes, all there", written.len());
}
