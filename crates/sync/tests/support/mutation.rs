//! Input that is not what it should be, for every decoder's tests: mutations of samples, and what a decoder holds while it
//! reads one. `CARTELLA_FUZZ` says how many inputs each decoder is given.

use super::rng::Rng;
use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

/// Counts what this thread holds, and the most that it held.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _gone = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _gone = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

// The one way to see what is allocated.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Most bytes held for each byte of input, and beside.
const FACTOR: usize = 200;
const BESIDE: usize = 64 * 1024;

/// Heads that promise much, and other bytes that mean something.
const TELLING: &[&[u8]] = &[
    &[0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0xBB, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
    &[0x5A, 0x7F, 0xFF, 0xFF, 0xFF],
    &[0x9A, 0, 1, 0, 0],
    &[0x9F],
    &[0xBF],
    &[0xFF],
    &[0xF6],
    &[0xF9, 0x3C, 0],
    &[0x18, 0x01],
    &[0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81],
    &[0xC0],
    &[0x80],
    &[0xA0],
];

pub fn mutate(from: &[u8], other: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = from.to_vec();
    for _ in 0..=rng.below(4) {
        let at = rng.below(bytes.len());
        match rng.below(8) {
            0 | 1 if !bytes.is_empty() => bytes[at] ^= 1 << rng.below(8),
            2 if !bytes.is_empty() => bytes[at] = rng.next() as u8,
            3 => bytes.truncate(at),
            4 => {
                let telling = TELLING[rng.below(TELLING.len())];
                let end = (at + rng.below(3)).min(bytes.len());
                drop(bytes.splice(at..end, telling.iter().copied()));
            }
            5 => {
                let end = (at + rng.below(40)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            6 => {
                let from = rng.below(other.len());
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
            _ => bytes.extend((0..rng.below(12)).map(|_| rng.next() as u8)),
        }
    }
    bytes
}

/// How many inputs each decoder is given.
pub fn inputs() -> usize {
    let asked = std::env::var("CARTELLA_FUZZ").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(50_000)
}

/// Gives `read` mutations of these inputs; it says whether what it understood has one form. Says how many it understood.
pub fn bear_mutations(seeds: &[Vec<u8>], read: impl Fn(&[u8]) -> Option<bool>) -> usize {
    bear_mutations_holding(seeds, BESIDE, read)
}

/// The same for what may hold so much beside a multiple of its input.
pub fn bear_mutations_holding(
    seeds: &[Vec<u8>],
    beside: usize,
    read: impl Fn(&[u8]) -> Option<bool>,
) -> usize {
    let mut rng = Rng(0x5EED);
    let (mut understood, mut most) = (0, 0);
    for n in 0..inputs() {
        let from = &seeds[n % seeds.len()];
        let other = &seeds[rng.below(seeds.len())];
        let input = mutate(from, other, &mut rng);
        let before = HELD.get();
        MOST.set(before);
        let said = read(&input);
        let held = usize::try_from(MOST.get() - before).unwrap();
        assert!(
            held <= input.len() * FACTOR + beside,
            "{held} bytes for {} of input",
            input.len()
        );
        assert!(said != Some(false), "two forms of one thing: {input:02x?}");
        understood += usize::from(said.is_some());
        most = most.max(held);
    }
    println!(
        "{} inputs, {understood} understood, at most {most} bytes held",
        inputs()
    );
    understood
}
