//! Plaintext: after a scripted day with 500 marker words not one of them stands in any file of the program's: the
//! database with its write-ahead log while it is open and after, key slots, card, copies, temporary files, logs,
//! what was printed, names of files.
//!
//! The day is worked by a process of its own, whose home, temporary folder and output are in one private folder. It
//! first proves that the markers are really in the archive: what the key decrypts holds every one that was kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod day;
mod scan;
mod sink;

use scan::{Scan, markers};
use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

const FOLDER: &str = "CARTELLA_PLAINTEXT_FOLDER";

/// The process that works: nothing unless it is asked to.
#[test]
fn worker() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let folder = Path::new(&folder);
        sink::Sink::install(&folder.join("log.txt"));
        day::work(&folder.join("data"));
    }
}

fn start(folder: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "worker", "--nocapture"])
        .env(FOLDER, folder)
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(File::create(folder.join("stderr.txt")).unwrap());
    for name in ["data", "home", "tmp"] {
        fs::create_dir(folder.join(name)).unwrap();
    }
    for name in ["TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"] {
        command.env(name, folder.join("tmp"));
    }
    for name in ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"] {
        command.env(name, folder.join("home"));
    }
    for name in ["CONFIG", "DATA", "CACHE", "STATE"] {
        command.env(format!("XDG_{name}_HOME"), folder.join("home"));
    }
    command.spawn().unwrap()
}

/// Takes in what the process prints until it says this line; whether it did.
fn until(said: &mut BufReader<ChildStdout>, line: &str, all: &mut Vec<u8>) -> bool {
    loop {
        let before = all.len();
        if said.read_until(b'\n', all).unwrap() == 0 {
            return false;
        }
        if all[before..].trim_ascii() == line.as_bytes() {
            return true;
        }
    }
}

#[test]
fn a_day_of_five_hundred_marker_words_leaves_none_of_them_in_any_file() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let markers = markers();
    assert_eq!(markers.len(), 500);
    let private = tempfile::tempdir().unwrap();
    let mut child = start(private.path());
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut printed = Vec::new();

    // A failure of the worker is told by its own words.
    let told = |printed: &[u8]| {
        let errors = fs::read_to_string(private.path().join("stderr.txt")).unwrap_or_default();
        format!("{}\n{errors}", String::from_utf8_lossy(printed))
    };
    let is_open = until(&mut said, day::OPEN, &mut printed);
    assert!(is_open, "{}", told(&printed));
    let mut open = Scan::new(&markers);
    open.folder(private.path());
    open.open_files(child.id());
    assert!(
        open.saw("-wal"),
        "the write-ahead log was looked into: {:?}",
        open.seen
    );

    writeln!(child.stdin.take().unwrap(), "go on").unwrap();
    let is_locked = until(&mut said, day::LOCKED, &mut printed);
    said.read_to_end(&mut printed).unwrap();
    assert!(is_locked && child.wait().unwrap().success(), "{}", told(&printed));
    let mut after = Scan::new(&markers);
    after.folder(private.path());
    after.bytes(Path::new("(printed)"), &printed);
    println!(
        "{} files and names while open, {} after",
        open.seen.len(),
        after.seen.len()
    );
    for ending in ["archive.db", "log.txt", "(printed)"] {
        assert!(
            after.saw(ending),
            "{ending} was not looked into: {:?}",
            after.seen
        );
    }
    for scan in [&open, &after] {
        assert_eq!(scan.hits, [], "plaintext: {}", told(&printed));
    }
}

/// The scan finds what is there: as it stands, in capitals, in UTF-16LE, at the file's ends, in a name.
#[test]
fn the_same_scan_finds_a_marker_in_a_plain_file() {
    let markers = markers();
    let folder = tempfile::tempdir().unwrap();
    let wide = |word: &str| -> Vec<u8> { word.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("plain"), format!("\0\0ha visto {} ieri", markers[0])).unwrap();
    fs::write(inside.join("capitals"), markers[1].to_uppercase()).unwrap();
    fs::write(inside.join("wide"), wide(&markers[2])).unwrap();
    fs::write(
        inside.join("wide and odd"),
        [b"x", wide(&markers[3]).as_slice()].concat(),
    )
    .unwrap();
    fs::write(inside.join(format!("{}.tmp", markers[4])), "").unwrap();
    let cut = markers[5].get(..11).unwrap();
    fs::write(inside.join("cut"), format!("{cut} qz {cut}")).unwrap();
    let mut scan = Scan::new(&markers);
    scan.folder(folder.path());
    let expected = markers[..5].iter().map(String::as_str).collect();
    assert_eq!(scan.found(), expected);
    assert_eq!(scan.hits.len(), 5);
}
