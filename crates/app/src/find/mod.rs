//! Finding anything: people, cases, diary, files, from one line of typing, shown only as far as rights go.

mod anything;
mod file;
mod snippet;

pub(crate) use anything::cases_of;
pub use anything::{CaseHit, DiaryHit, Find, Hits, PersonHit, anything};
pub use file::FileHit;
pub use snippet::{Piece, pieces};
