//! The office's rights: `domain::rights` asked with what the office knows, now and at every change of rights before.
//!
//! What rights hang on is kept as *facts*: a row for a case or a member of the staff at each change of rights that
//! touched it ([`facts`]). A [`book::Book`] holds the facts that a question needs, and answers it as of any number; so
//! "she had it when she wrote, and lost it with number 41" is the same rule asked twice, not a second rule. Grants
//! (`device_scope`) are compiled from the newest facts in the transaction that changes them ([`compile`], [`grants`]).
//!
//! Who opened a scope holds it until the office decides: for a case, until somebody else who may assign has assigned
//! in it; for a person or household, until a case that names them is decided.

pub mod ask;
mod asked;
pub mod book;
pub mod compile;
pub mod facts;
pub mod gather;
pub mod grants;
mod observe;
pub mod stored;
pub mod touched;
