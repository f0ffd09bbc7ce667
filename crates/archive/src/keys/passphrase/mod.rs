//! Passphrases: the one that the program offers, and how good one's own is.
//!
//! What is asked of them is set by what a guess costs (security of the slots: 256 MiB of Argon2id a guess): five words of our
//! list are 55 bits, and one's own must come to 50 by a count that takes what people choose for what it is.

mod check;
mod generate;
mod known;
mod words;

pub use check::{LEAST_BITS, LEAST_LENGTH, Reason, Verdict, check};
pub use generate::{WORDS, generate};
