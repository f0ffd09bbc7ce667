//! Looks for a word in the whole memory of a process, in the two shapes in which programs keep text.

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use memchr::memmem;

/// Read at a time; a word that lies across two pieces is found by the overlap.
const PIECE: usize = 1 << 20;
/// Bytes of a page, and of its line in the page map, of which the upper two bits say that the page is there.
const PAGE: usize = 4096;
const LINE: usize = 8;

/// How often the word lies in the memory of a process, as UTF-8 and as UTF-16. A process that ended has none.
pub fn copies(process: u32, word: &str) -> usize {
    let narrow = word.as_bytes().to_vec();
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let place = format!("/proc/{process}");
    let Ok(maps) = std::fs::read_to_string(format!("{place}/maps")) else {
        return 0;
    };
    let Ok(pages) = File::open(format!("{place}/pagemap")) else {
        return 0;
    };
    let memory = File::open(format!("{place}/mem")).expect("the memory of our processes: run as root");
    regions(&maps)
        .map(|region| in_region(&memory, &pages, region, &[&narrow, &wide]))
        .sum()
}

/// How often the words lie in one region, read piece by piece.
fn in_region(memory: &File, pages: &File, (start, end): (u64, u64), words: &[&[u8]]) -> usize {
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(1) - 1;
    let mut found = 0;
    // The end of the piece before, for a word that lies across. Never read ahead: to read a page that is not there
    // would put it there, and the engine reserves 64 gigabytes that it never touches.
    let mut tail = Vec::new();
    let mut at = start;
    while at < end {
        let length = usize::try_from(end - at).unwrap_or(PIECE).min(PIECE);
        if is_there(pages, at, length) {
            let before = tail.len();
            tail.resize(before + length, 0);
            // A part that cannot be read (a device's, or taken back meanwhile) holds nothing of ours.
            let read = memory.read_at(&mut tail[before..], at).unwrap_or(0);
            let both = &tail[..before + read];
            for word in words {
                let from = before.saturating_sub(word.len() - 1);
                found += memmem::find_iter(&both[from..], word).count();
            }
            tail = both[both.len().saturating_sub(longest)..].to_vec();
        } else {
            tail.clear();
        }
        at += length as u64;
    }
    found
}

/// Is any page of this piece in memory or swapped out?
fn is_there(pages: &File, at: u64, length: usize) -> bool {
    let mut lines = vec![0; length / PAGE * LINE];
    let read = pages
        .read_at(&mut lines, at / PAGE as u64 * LINE as u64)
        .unwrap_or(0);
    lines[..read]
        .chunks_exact(LINE)
        .any(|line| line[LINE - 1] & 0b1100_0000 != 0)
}

/// The parts of the memory that can be read and that the process may have written: not the programs' own files.
fn regions(maps: &str) -> impl Iterator<Item = (u64, u64)> {
    maps.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (start, end) = words.next()?.split_once('-')?;
        let rights = words.next()?;
        let file = words.nth(3).unwrap_or_default();
        // The kernel's own pages cannot be read this way.
        let kernel = file.starts_with("[vvar") || file == "[vsyscall]";
        let program = file.starts_with("/usr/") && !rights.contains('w');
        let region = (
            u64::from_str_radix(start, 16).ok()?,
            u64::from_str_radix(end, 16).ok()?,
        );
        (rights.starts_with('r') && !kernel && !program).then_some(region)
    })
}

#[test]
fn a_word_in_our_own_memory_is_found_in_both_shapes() {
    // Put together at run time, so that the program's own text does not hold it.
    let word = ["prova", "memoria", "sessantuno"].join("-");
    let before = copies(std::process::id(), &word);
    let wide: Vec<u16> = word.encode_utf16().collect();
    let narrow = word.clone();
    let now = copies(std::process::id(), &word);
    assert!(now >= before + 2, "{before} before, {now} with two more copies");
    assert_eq!((wide.len(), narrow.len()), (24, 24));
}
