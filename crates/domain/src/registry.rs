//! The registry of every kind of record: what a number in a change means. It only ever grows.
//!
//! `registry.lock` is its printed form, committed; a test compares them, so that a number cannot be taken
//! back or given a new meaning unnoticed.

use crate::{
    agenda::Appointment,
    diary::{Activity, Annulment, Classification, DiaryEntry, NextAction, Rectification, ReservedSegment},
    record::{KindDef, Record as _},
    settings::Setting,
};

/// Version of the registry, written into every change's header.
pub const VERSION: u32 = 1;

/// Every kind, in the order of their numbers. One line a kind.
pub const KINDS: &[&KindDef] = &[
    DiaryEntry::KIND,      // 30
    ReservedSegment::KIND, // 31
    Rectification::KIND,   // 32
    Annulment::KIND,       // 33
    Classification::KIND,  // 34
    NextAction::KIND,      // 35
    Appointment::KIND,     // 36
    Activity::KIND,        // 37
    Setting::KIND,         // 50
];

/// The kind of a number, if this program knows it.
#[must_use]
pub fn kind(number: u16) -> Option<&'static KindDef> {
    KINDS.iter().copied().find(|kind| kind.number == number)
}
