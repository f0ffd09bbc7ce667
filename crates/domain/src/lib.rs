//! What a case record is: its records, states, rules, deadlines and rights.
//!
//! Nothing here reads a clock, a file, a network or a random number: time, ids and stored rows come in as
//! arguments, so every rule can be tried with a table of examples. The Italian terms that a law or an
//! institution fixed keep their names; `docs/GLOSSARIO.md` lists them.

pub mod accesso_atti;
pub mod agenda;
pub mod assessments;
pub mod board;
pub mod canonical;
pub mod cases;
pub mod clash;
pub mod codes;
pub mod codice_fiscale;
pub mod deadlines;
pub mod desk;
pub mod diary;
pub mod drafts;
pub mod files;
pub mod ids;
pub mod imports;
pub mod money;
pub mod people;
pub mod phases;
pub mod placements;
pub mod places;
pub mod plans;
pub mod record;
pub mod registry;
pub mod requests;
pub mod rights;
pub mod schools;
pub mod scope;
pub mod search;
pub mod services;
pub mod settings;
pub mod spazio_neutro;
pub mod staff;
pub mod time;
pub mod tutela;
