//! Marker words and the scan that looks for them: in UTF-8 and UTF-16LE, in any case, in contents and in names.

use cartella_testkit::SeededRandom;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// How long each marker is; each begins with `BEGIN`, which Italian never has and noise seldom.
const LENGTH: usize = 12;
const BEGIN: &[u8; 2] = b"qz";

/// The markers of the day, always the same: distinct, of one length, of letters alone.
pub fn markers() -> Vec<String> {
    let random = SeededRandom::new(500);
    let mut words = BTreeSet::new();
    while words.len() < 500 {
        let letters = (BEGIN.len()..LENGTH).map(|_| char::from(b'a' + (random.next() % 26) as u8));
        words.insert(BEGIN.iter().map(|b| char::from(*b)).chain(letters).collect());
    }
    words.into_iter().collect()
}

/// What a scan has found.
#[derive(Default)]
pub struct Scan {
    words: BTreeSet<Vec<u8>>,
    /// What was looked into, with its size.
    pub seen: Vec<(PathBuf, u64)>,
    /// Markers found, and where.
    pub hits: Vec<(String, PathBuf)>,
}

impl Scan {
    /// A scan for these markers.
    pub fn new(markers: &[String]) -> Self {
        Self {
            words: markers.iter().map(|word| word.clone().into_bytes()).collect(),
            ..Self::default()
        }
    }

    /// The distinct markers found so far.
    pub fn found(&self) -> BTreeSet<&str> {
        self.hits.iter().map(|(word, _)| word.as_str()).collect()
    }

    /// Looks into bytes.
    pub fn bytes(&mut self, name: &Path, bytes: &[u8]) {
        for step in [1, 2] {
            let last = bytes.len().saturating_sub((LENGTH - 1) * step);
            for at in 0..last {
                if !bytes[at].eq_ignore_ascii_case(&BEGIN[0])
                    || !bytes[at + step].eq_ignore_ascii_case(&BEGIN[1])
                {
                    continue;
                }
                let word: Vec<u8> = (0..LENGTH)
                    .map(|letter| bytes[at + letter * step].to_ascii_lowercase())
                    .collect();
                if self.words.contains(&word) {
                    self.hits
                        .push((String::from_utf8(word).unwrap(), name.to_owned()));
                }
            }
        }
        self.seen.push((name.to_owned(), bytes.len() as u64));
    }

    /// Looks into every file of a folder, and at their names.
    pub fn folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            self.bytes(&folder.join("(a name)"), name.as_bytes());
            if path.is_dir() {
                self.folder(&path);
            } else {
                // A file may go while we look: SQLite's own come and go.
                self.bytes(&path, &fs::read(&path).unwrap_or_default());
            }
        }
    }

    /// Looks into the files that a process holds open, those without a name any more included (Linux).
    pub fn open_files(&mut self, process: u32) {
        let Ok(open) = fs::read_dir(format!("/proc/{process}/fd")) else {
            return;
        };
        for file in open.flatten().map(|entry| entry.path()) {
            if fs::metadata(&file).is_ok_and(|found| found.is_file()) {
                self.bytes(&file, &fs::read(&file).unwrap_or_default());
            }
        }
    }

    /// Whether something of this ending that is not empty was looked into.
    pub fn saw(&self, ending: &str) -> bool {
        self.seen
            .iter()
            .any(|(path, size)| *size > 0 && path.to_string_lossy().ends_with(ending))
    }
}
