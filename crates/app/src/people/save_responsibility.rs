//! Who decides for a minor is added or changed.

use super::{
    Saved,
    save_address::{Place, in_order, save},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::Seen;
use cartella_domain::{
    ids::RecordId,
    people::{ParentalResponsibility, tidy},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A parental responsibility as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveResponsibility {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub responsibility: ParentalResponsibility,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a parental responsibility. It is the minor's: who may write of the minor writes it.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `relation_with_self`; `relation_unsaid` without its kind;
/// `period_reversed`; the disk is full.
pub fn save_responsibility(session: &mut Session, input: SaveResponsibility) -> Result<Saved> {
    let mut held = input.responsibility;
    in_order(&held.period)?;
    if held.kind.is_none() {
        return Err(Error::field(Code::RelationUnsaid, "kind"));
    }
    if session.same_person(held.minor)?.contains(&held.adult) {
        return Err(Error::field(Code::RelationWithSelf, "adult"));
    }
    held.limits = tidy::lines(held.limits);
    held.order = tidy::lines(held.order);
    let place = Place {
        id: input.id,
        person: held.minor,
        protected: false,
        seen: Seen(input.seen),
    };
    save(session, place, &held)
}
