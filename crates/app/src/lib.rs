//! Use cases: one folder a concept, one file a verb.
//!
//! A verb asks the rights, decides with domain functions, and writes through the one door (`Session::write`),
//! which commits log, rows, search text and audit together. The same verb runs from the window, from a test
//! and from the development bridge: `commands` is the one list.

pub mod access;
pub mod accesso_atti;
pub mod agenda;
mod alarm;
pub mod archives;
pub mod assessments;
pub mod board;
pub mod cases;
pub mod commands;
pub mod deadlines;
pub mod desk;
pub mod diary;
mod door;
pub mod drafts;
mod error;
pub mod files;
pub mod find;
mod host;
pub mod imports;
mod names;
pub mod office;
pub mod people;
pub mod phases;
pub mod pictures;
pub mod placements;
pub mod plans;
mod ports;
mod print;
pub mod schools;
pub mod session;
pub mod spazio_neutro;
pub mod staff;
pub mod substitutions;
pub mod today;
pub mod tutela;
pub mod upkeep;
pub mod visits;

pub use door::{Act, MAX_TEXT};
pub use error::{Code, Error, ErrorKind, Param, Result};
pub use host::Host;
pub use names::{AskNames, Name, Names, names_of};
pub use ports::{Clock, SystemClock, World, rome_date, rome_time};
pub use print::PaperHead;
pub use session::Session;
