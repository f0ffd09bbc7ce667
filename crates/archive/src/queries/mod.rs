//! Questions that a screen asks of the derived tables, one file a concept.

pub mod accesso_atti;
pub mod agenda;
pub mod assessments;
pub mod board;
pub mod cases;
mod columns;
pub mod deadlines;
pub mod desk;
pub mod diary;
pub mod family;
pub mod files;
pub mod imports;
pub mod names;
pub mod people;
pub mod phases;
pub mod placements;
pub mod plans;
pub mod schools;
pub mod spazio_neutro;
pub mod substitutions;
pub mod tutela;

/// The states at the end of a case, in which nothing is pending any more.
const ENDED: &str = "('trasferito', 'non_accolto', 'chiuso')";
