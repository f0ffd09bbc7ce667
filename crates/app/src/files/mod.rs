//! Allegati: files that hang on a record, shown inside the window and nowhere else.
//!
//! A file asks for the right of what it hangs on, each time: who may not read a note knows neither that it has a photo
//! nor what the photo is called. Opening one is in the audit before its bytes are given.

mod add;
mod carry;
mod holder;
mod list;
mod open;
mod page;
mod remove;
mod view;

pub use add::{AddFile, NewFile, add};
pub(crate) use add::{accepted, attach};
pub(crate) use carry::Carried;
pub(crate) use holder::Holder;
pub use list::{FilesOf, list, of_case};
pub use open::{FileContent, FileRef, open};
pub use page::{FilesPage, HangsOn, page};
pub use remove::{RemoveFile, remove};
pub use view::{FileHere, FileView};
