//! Finding anything: people, cases, diary, from one line of typing, shown only as far as rights go.

mod anything;
mod snippet;

pub(crate) use anything::cases_of;
pub use anything::{CaseHit, DiaryHit, Find, Hits, PersonHit, anything};
pub use snippet::{Piece, pieces};
