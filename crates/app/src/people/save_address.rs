//! An address is added or changed, openly or hidden.

use super::{
    Saved,
    same::{is_protected_scope, scope_of},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::Seen;
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Address, Contact, Period},
    record::Record,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An address as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveAddress {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub address: Address,
    /// Hidden (recapiti protetti).
    pub protected: bool,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes an address. One that becomes hidden, or ceases to be, goes to the other scope as a new record:
/// what others saw of it before they have seen.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `address_empty`; `period_reversed`; the disk is full.
pub fn save_address(session: &mut Session, input: SaveAddress) -> Result<Saved> {
    let address = accepted_address(input.address)?;
    let place = Place {
        id: input.id,
        person: address.person,
        protected: input.protected,
        seen: Seen(input.seen),
    };
    save(session, place, &address)
}

/// Where a record that hangs on a person goes.
pub(super) struct Place {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Whose.
    pub person: PersonId,
    /// Hidden.
    pub protected: bool,
    /// What was on the screen.
    pub seen: Seen,
}

/// Writes a record that hangs on a person into the scope where it belongs.
pub(super) fn save<T: Record>(session: &mut Session, place: Place, record: &T) -> Result<Saved> {
    let Place {
        id,
        person,
        protected,
        seen,
    } = place;
    session.allow_contact_write(person, protected)?;
    let moves = match id {
        None => false,
        Some(id) => {
            let (_, scope) = session.archive().place(&id.to_string())?;
            let was = is_protected_scope(&scope);
            session.allow_contact_write(person, was)?;
            was != protected
        }
    };
    let kept = id.filter(|_| !moves);
    let saved = kept.unwrap_or_else(|| session.id());
    session.write(|act| {
        act.about(person);
        if kept.is_some() {
            act.edit(saved, record, Some(&seen))?;
        } else {
            if let Some(before) = id {
                act.delete(before, if protected { "protected" } else { "unprotected" })?;
            }
            act.create(scope_of(person, protected), saved, record)?;
        }
        Ok(Saved { id: saved })
    })
}

/// The address as stored, if it says where.
pub(super) fn accepted_address(address: Address) -> Result<Address> {
    let address = address.tidied();
    in_order(&address.period)?;
    if address.says_where() {
        Ok(address)
    } else {
        Err(Error::field(Code::AddressEmpty, "location"))
    }
}

/// The contact as stored, if it has a number or address.
pub(super) fn accepted_contact(contact: Contact) -> Result<Contact> {
    let contact = contact.tidied();
    in_order(&contact.period)?;
    if contact.value.is_empty() {
        Err(Error::field(Code::ContactEmpty, "value"))
    } else {
        Ok(contact)
    }
}

/// Goes on only with days in their order.
pub(super) fn in_order(period: &Period) -> Result<()> {
    if period.is_reversed() {
        Err(Error::field(Code::PeriodReversed, "period"))
    } else {
        Ok(())
    }
}
