//! Locking ends the process that saw the record: nothing of it stays in any memory or file, and she comes back to
//! where she was.

use std::path::Path;
use std::time::{Duration, Instant};

use memchr::memmem;
use serde_json::json;
use xtask::say;

use crate::memory;
use crate::stage::Stage;

/// How long until the lock window stands after a lock (the product's promise).
const LOCK_WITHIN: Duration = Duration::from_secs(3);

/// A word that no program has in it, made at run time.
fn marker() -> String {
    format!("marca{}sambuco", std::process::id())
}

/// How often the word lies in the memories of the program's processes.
fn in_memory(stage: &Stage, word: &str) -> usize {
    stage
        .processes()
        .into_iter()
        .map(|process| memory::copies(process, word))
        .sum()
}

/// The files under a folder that hold the word.
fn in_files(folder: &Path, word: &str) -> Vec<String> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |bytes: &[u8], word: &[u8]| memmem::find(bytes, word).is_some();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(in_files(&path, word));
        } else if kind.is_file() {
            let bytes = std::fs::read(&path).unwrap_or_default();
            if holds(&bytes, word.as_bytes()) || holds(&bytes, &wide) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn after_lock_no_memory_and_no_file_holds_a_word_of_the_record() {
    let mut stage = Stage::open();
    if std::fs::File::open(format!("/proc/{}/mem", stage.process())).is_err() {
        // Only root may look into a process that is closed to others, which is what makes it closed.
        say::line("the memory cannot be looked into: this test needs root");
        return;
    }
    let word = marker();
    stage.create_archive();
    stage.driver.click("Agenda");
    stage.ask("session.keep_view", &json!({ "view": format!("/prova/{word}") }));
    stage
        .driver
        .run("document.title = arguments[0]; return null", &[json!(word)]);
    assert!(
        in_memory(&stage, &word) > 1,
        "the word must be there before, or the search finds nothing ever"
    );

    let (before, pressed) = (stage.process(), Instant::now());
    let old = stage.processes();
    stage.driver.call_and_leave("main", "shell.lock", &json!({}));
    stage.after_lock(before);
    let took = pressed.elapsed();
    stage.driver.see("Sblocca l’archivio");

    let survivors: Vec<u32> = stage
        .processes()
        .into_iter()
        .filter(|process| old.contains(process))
        .collect();
    assert_eq!(survivors, Vec::<u32>::new(), "processes that saw the record");
    assert_eq!(in_memory(&stage, &word), 0);
    assert_eq!(in_files(stage.display.home(), &word), Vec::<String>::new());
    say::line(&format!(
        "lock window after {took:?} (aim: {LOCK_WITHIN:?}, release build)"
    ));

    stage.unlock();
    let title = stage.driver.title();
    assert_eq!(title, "Agenda", "she comes back to the same page");
}
