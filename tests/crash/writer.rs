//! The process that is killed: it writes for ever, through the verbs, and says what was acknowledged.

use cartella_app::{
    Session,
    diary::{Sign, SignAnswer, sign},
    drafts::{SaveDraft, save},
    session::{ChangeSettings, change_settings},
};
use cartella_domain::{
    diary::{DraftSegment, DraftText, EntryDraft, FORM_ENTRY},
    ids::{CaseId, DraftId, EntryId},
};
use cartella_testkit::session_in;
use serde_json::{Value, json};
use std::{io::Write as _, path::Path};

/// The folder of the archive; a process that has it in its environment is the writer.
pub const FOLDER: &str = "CARTELLA_CRASH_FOLDER";
/// The case that the notes go into.
pub const CASE: &str = "CARTELLA_CRASH_CASE";
/// The number of the first note.
pub const FROM: &str = "CARTELLA_CRASH_FROM";
/// The form that stays open and is autosaved again and again.
pub const FORM: &str = "0190a000-0000-7000-8000-00000000c0de";
/// The end of a whole line.
pub const END: &str = "said";

/// Is this process the one that writes?
pub fn is_asked() -> bool {
    std::env::var_os(FOLDER).is_some()
}

/// The one word that only this note has.
pub fn word_of(number: u64) -> String {
    format!("segno{number}fine")
}

/// What a note says.
pub fn text_of(number: u64) -> String {
    format!(
        "{} {}",
        word_of(number),
        "La madre riferisce che dorme poco.".repeat(17)
    )
}

fn note(session: &Session, case: CaseId, number: u64) -> EntryDraft {
    let paragraph = DraftSegment {
        text: text_of(number),
        ..DraftSegment::default()
    };
    EntryDraft {
        occurred_on: Some(session.today()),
        texts: vec![DraftText {
            files: vec![case],
            segments: vec![paragraph],
            ..DraftText::default()
        }],
        ..EntryDraft::default()
    }
}

fn keep(session: &mut Session, id: Option<DraftId>, content: Value) -> DraftId {
    let form = SaveDraft {
        id,
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content,
        started_from: None,
    };
    save(session, form).unwrap().id
}

fn signed(session: &mut Session, draft: DraftId) -> EntryId {
    match sign(session, Sign { draft, content: None }).unwrap() {
        SignAnswer::Signed { entries, .. } => entries[0],
        SignAnswer::NotYet { findings } => panic!("not signed: {findings:?}"),
    }
}

/// One line on the pipe, at once: said is said.
fn say(what: &str, number: u64, id: impl std::fmt::Display) {
    let mut out = std::io::stdout();
    writeln!(out, "\n{what} {number} {id} {END}").unwrap();
    out.flush().unwrap();
}

/// Does nothing unless it is asked to.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let from: u64 = std::env::var(FROM).unwrap().parse().unwrap();
    let case = CaseId(std::env::var(CASE).unwrap().parse().unwrap());
    let form = DraftId(FORM.parse().unwrap());
    let mut session = session_in(Path::new(&folder), from + 1).unwrap();
    for number in from.. {
        let content = json!({ "text": "parola ".repeat(200), "number": number });
        keep(&mut session, Some(form), content);
        say("draft", number, form);
        let write = ChangeSettings {
            hint_read: Some(number.to_string()),
            ..ChangeSettings::default()
        };
        change_settings(&mut session, write).unwrap();
        say("write", number, form);
        let content = serde_json::to_value(note(&session, case, number)).unwrap();
        let draft = keep(&mut session, None, content);
        say("kept", number, draft);
        let entry = signed(&mut session, draft);
        say("signed", number, entry);
    }
}
