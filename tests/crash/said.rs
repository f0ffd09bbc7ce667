//! What the writing process acknowledged before it was killed.

use crate::writer;
use cartella_domain::ids::{CaseId, DraftId, EntryId};
use cartella_testkit::SeededRandom;
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
};

/// Acknowledgements, in their order.
#[derive(Default)]
pub struct Said {
    /// Autosaves of the one form that stays open.
    pub drafted: Vec<u64>,
    /// Changes of the settings.
    pub written: Vec<u64>,
    /// Notes kept as drafts.
    pub kept: Vec<(u64, DraftId)>,
    /// Notes signed.
    pub signed: Vec<(u64, EntryId)>,
}

impl Said {
    /// Takes one line of the writer's. A line that was cut in the middle is none.
    fn take(&mut self, line: &str) {
        let mut words = line.split(' ');
        let Some(what) = words.next() else { return };
        let Some(number) = words.next().and_then(|word| word.parse().ok()) else {
            return;
        };
        let Some(id) = words.next().and_then(|word| word.parse().ok()) else {
            return;
        };
        if words.next() != Some(writer::END) {
            return;
        }
        match what {
            "draft" => self.drafted.push(number),
            "write" => self.written.push(number),
            "kept" => self.kept.push((number, DraftId(id))),
            "signed" => self.signed.push((number, EntryId(id))),
            _ => {}
        }
    }

    /// Puts a round's after those of the rounds before.
    pub fn add(&mut self, round: Self) {
        self.drafted.extend(round.drafted);
        self.written.extend(round.written);
        self.kept.extend(round.kept);
        self.signed.extend(round.signed);
    }

    /// How much of each.
    pub fn summary(&self) -> String {
        format!(
            "{} autosaves, {} settings, {} notes kept, {} signatures acknowledged",
            self.drafted.len(),
            self.written.len(),
            self.kept.len(),
            self.signed.len()
        )
    }
}

/// Lets a process write from this number on, kills it at a moment that nobody chose, and gives what it had said.
pub fn write_until_killed(folder: &Path, case: CaseId, from: u64, random: &SeededRandom) -> Said {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer::writer", "--nocapture"])
        .env(writer::FOLDER, folder)
        .env(writer::CASE, case.to_string())
        .env(writer::FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Said::default();
    for line in lines.by_ref().take((random.next() % 60) as usize) {
        said.take(&line.unwrap());
    }
    // A moment within what the child is doing, not only at the end of an act.
    for _ in 0..random.next() % 4_000_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the end counts as said.
    for line in lines.map_while(Result::ok) {
        said.take(&line);
    }
    said
}
