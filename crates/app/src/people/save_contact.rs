//! A phone or mail address is added or changed, openly or hidden.

use super::{
    Saved,
    save_address::{Place, accepted_contact, save},
};
use crate::{Result, Session};
use cartella_archive::Seen;
use cartella_domain::{ids::RecordId, people::Contact};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A contact as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveContact {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub contact: Contact,
    /// Hidden (recapiti protetti).
    pub protected: bool,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a contact.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `contact_empty`; `period_reversed`; the disk is full.
pub fn save_contact(session: &mut Session, input: SaveContact) -> Result<Saved> {
    let contact = accepted_contact(input.contact)?;
    let place = Place {
        id: input.id,
        person: contact.person,
        protected: input.protected,
        seen: Seen(input.seen),
    };
    save(session, place, &contact)
}
