//! Questions that a screen asks of the derived tables, one file a concept.

pub mod agenda;
pub mod assessments;
pub mod cases;
pub mod deadlines;
pub mod desk;
pub mod diary;
pub mod family;
pub mod imports;
pub mod names;
pub mod people;
pub mod placements;
pub mod plans;
pub mod schools;
pub mod spazio_neutro;
pub mod tutela;
