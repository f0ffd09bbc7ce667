//! Whole use cases through the application with real encrypted archives: Given, When, Then.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod access;
mod accesso_atti;
mod activities;
mod agenda;
mod agreement;
mod allegati;
mod archives;
mod assessments;
mod azienda;
mod board;
mod cases;
mod clashes;
mod confidentiality;
mod confirmations;
mod deadlines;
mod desk;
mod diary;
mod draft_copies;
mod drafts;
mod files;
mod imports;
mod log;
mod office;
mod office_post;
mod people;
mod phases;
mod placements;
mod plans;
mod readings;
mod rights;
mod searching;
mod spazio_neutro;
mod substitutions;
mod tutela;
mod upkeep;
mod visits;
