//! What the columns of a table mean, and its lines as people and cases not yet judged.
//!
//! The meaning of a column is suggested from its heading, the user corrects it, and the choice is remembered
//! under the signature of the headings. Nothing that stands in a mapped column is dropped in silence: what its
//! field cannot hold goes to the notes, with a finding.

mod convert;
mod field;
mod headings;
mod repeats;
mod row;
mod vocabulary;
mod words;

pub use convert::convert;
pub use field::Field;
pub use headings::{Mapping, ServiceName, knows, signature, suggest};
pub use row::{Address, Identifier, ImportedRow, ImportedState, Note};
