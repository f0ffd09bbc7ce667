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
    let mut found = 0;
    for (start, end) in regions(&maps) {
        let mut at = start;
        while at < end {
            let length = usize::try_from(end - at).unwrap_or(PIECE).min(PIECE);
            // The engine reserves many gigabytes that it never touches.
            if is_there(&pages, at, length) {
                found += count(&memory, at, length, &[&narrow, &wide]);
            }
            at += length as u64;
        }
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

/// The readable parts of the memory.
fn regions(maps: &str) -> impl Iterator<Item = (u64, u64)> {
    maps.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (start, end) = words.next()?.split_once('-')?;
        let readable = words.next()?.starts_with('r');
        // The kernel's own pages cannot be read this way.
        let kernel =
            line.ends_with("[vvar]") || line.ends_with("[vsyscall]") || line.ends_with("[vvar_vclock]");
        let region = (
            u64::from_str_radix(start, 16).ok()?,
            u64::from_str_radix(end, 16).ok()?,
        );
        (readable && !kernel).then_some(region)
    })
}

/// Counts the words that begin in a piece; they may end behind it.
fn count(memory: &File, at: u64, length: usize, words: &[&[u8]]) -> usize {
    let overlap = words.iter().map(|word| word.len()).max().unwrap_or(1) - 1;
    let mut piece = vec![0; length + overlap];
    // A part that cannot be read (a device's, or taken back meanwhile) holds nothing of ours.
    let read = memory.read_at(&mut piece, at).unwrap_or(0);
    let in_reach = |word: &[u8]| {
        memmem::find_iter(&piece[..read], word)
            .filter(|from| *from < length)
            .count()
    };
    words.iter().map(|word| in_reach(word)).sum()
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
