//! A tie to what stands around a person is added or changed: school, work, a parish, neighbours.

use super::{
    Saved,
    save_address::{Place, in_order, save},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::Seen;
use cartella_domain::{
    ids::RecordId,
    people::{SocialTie, Surrounding, tidy},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A tie as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveSocialTie {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub tie: SocialTie,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a tie.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `relation_unsaid` for "other" without a name; `period_reversed`; the disk is
/// full.
pub fn save_social_tie(session: &mut Session, input: SaveSocialTie) -> Result<Saved> {
    let mut tie = input.tie;
    in_order(&tie.period)?;
    tie.label = tidy::text(tie.label);
    tie.note = tidy::lines(tie.note);
    if tie.surrounding.is_none_or(|one| one == Surrounding::Other) && tie.label.is_none() {
        return Err(Error::field(Code::RelationUnsaid, "label"));
    }
    let place = Place {
        id: input.id,
        person: tie.person,
        protected: false,
        seen: Seen(input.seen),
    };
    save(session, place, &tie)
}
