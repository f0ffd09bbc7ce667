//! Kill -9 at random moments of a writing session: the archive opens, every acknowledged write, draft and signature
//! is there, a draft that was being signed is either still a draft or signed and never both or neither, the audit
//! chain is whole and the rows follow from the log.
//!
//! `CARTELLA_KILLS` says how often (40 when not said).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing
)]

mod emergency;
mod said;
mod writer;

use cartella_app::{
    Session,
    cases::{OpenCase, open},
    commands::Nothing,
    diary::{EntryRef, get},
    drafts::{self, DraftRef},
    find::{Find, anything},
    people::{CreatePerson, create},
    session::settings,
};
use cartella_archive::audit;
use cartella_domain::{
    ids::{CaseId, DraftId, EntryId},
    people::Person,
    rights::Role,
    services::Service,
    staff::Operator,
};
use cartella_testkit::{SeededRandom, session_in};
use said::{Said, write_until_killed};

/// The case that the writer signs its entries into.
fn office(session: &mut Session, service: Service) -> CaseId {
    let card = Operator {
        qualifica: Some(Role::AssistenteSociale),
        ..Operator::default()
    };
    let (org, own) = (session.org(), session.operator());
    session.write(|act| act.create(org, own, &card)).unwrap();
    let person = CreatePerson {
        person: Person {
            surname: Some("Bianchi".to_owned()),
            ..Person::default()
        },
        ..CreatePerson::default()
    };
    let person = create(session, person).unwrap().id;
    let wanted = serde_json::json!({ "people": [person], "service": service, "responsible": own });
    let wanted: OpenCase = serde_json::from_value(wanted).unwrap();
    open(session, wanted).unwrap().cases[0]
}

/// The entries that a search for the note's own word finds.
fn found(session: &mut Session, number: u64) -> Vec<EntryId> {
    let find = Find {
        text: writer::word_of(number),
        settled: false,
        limit: None,
    };
    let hits = anything(session, find).unwrap().diary;
    hits.into_iter().map(|hit| hit.id).collect()
}

fn is_signed(session: &mut Session, number: u64, entry: EntryId) {
    let page = get(session, EntryRef { id: entry }).unwrap();
    let text = page.entries[0].segments[0].text.clone();
    assert_eq!(text, Some(writer::text_of(number)), "signature {number}");
}

/// Every note whose draft was acknowledged in this round is whole in one of its two states.
fn notes_are_whole(session: &mut Session, said: &Said) {
    for (number, draft) in &said.kept {
        let entries = found(session, *number);
        let open = drafts::get(session, DraftRef { id: *draft }).is_ok();
        assert!(
            entries.len() == usize::from(!open),
            "note {number}: {} times in the diary, draft there: {open}",
            entries.len()
        );
    }
    for (number, entry) in &said.signed {
        assert_eq!(found(session, *number), [*entry], "signature {number}");
        is_signed(session, *number, *entry);
    }
}

/// The settings, the form that is autosaved, the chain and the rows.
fn session_is_whole(session: &mut Session, all: &Said) {
    let hints = settings(session, Nothing {}).unwrap().hints_read.0;
    for number in &all.written {
        assert!(hints.contains(&number.to_string()), "write {number} is lost");
    }
    let id = DraftId(writer::FORM.parse().unwrap());
    let saved = drafts::get(session, DraftRef { id }).ok();
    let saved = saved.and_then(|draft| draft.content["number"].as_u64());
    let last = all.drafted.last().copied();
    assert!(saved >= last, "draft {last:?} is lost, {saved:?} is there");
    let chain = audit::verify(session.archive().db()).unwrap();
    assert!(matches!(chain, audit::Verdict::Whole(_)));
    assert!(session.archive().compare_with_log().unwrap().is_empty());
}

#[test]
fn nothing_acknowledged_is_lost_by_kill_minus_nine() {
    if writer::is_asked() {
        return;
    }
    let rounds: u64 = std::env::var("CARTELLA_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(40);
    let folder = tempfile::tempdir().unwrap();
    let random = SeededRandom::new(2026);
    let case = office(&mut session_in(folder.path(), 1 << 41).unwrap(), Service::Aes);
    let mut all = Said::default();
    let mut unanswered = 0;
    for round in 0..rounds {
        let from = round * 1_000_000;
        let said = write_until_killed(folder.path(), case, from, &random);
        println!("round {round}: {}", said.summary());
        let mut session = session_in(folder.path(), (1 << 42) + round).unwrap();
        notes_are_whole(&mut session, &said);
        unanswered += usize::from(said.kept.len() > said.signed.len());
        all.add(said);
        session_is_whole(&mut session, &all);
    }
    let mut session = session_in(folder.path(), 1 << 43).unwrap();
    for (number, entry) in &all.signed {
        is_signed(&mut session, *number, *entry);
    }
    assert!(!all.written.is_empty(), "the writer was never let write");
    assert!(!all.signed.is_empty(), "the writer was never let sign");
    println!(
        "{rounds} kills, {unanswered} of them while a note was being signed; {}, all there",
        all.summary()
    );
}
