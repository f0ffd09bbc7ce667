//! A person's school year is added or changed.

use super::{
    Saved,
    save_address::{Place, in_order, save},
};
use crate::{Result, Session};
use cartella_archive::Seen;
use cartella_domain::{ids::RecordId, people::tidy, schools::SchoolEnrolment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A school year as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveEnrolment {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub enrolment: SchoolEnrolment,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a school year.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `period_reversed`; the disk is full.
pub fn save_enrolment(session: &mut Session, input: SaveEnrolment) -> Result<Saved> {
    let mut enrolment = input.enrolment;
    in_order(&enrolment.period)?;
    enrolment.note = tidy::lines(enrolment.note);
    let place = Place {
        id: input.id,
        person: enrolment.person,
        protected: false,
        seen: Seen(input.seen),
    };
    save(session, place, &enrolment)
}
