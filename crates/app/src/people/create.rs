//! A new person: a surname or an alias is enough.

use super::{
    Saved, codes,
    same::scope_of,
    save_address::{accepted_address, accepted_contact},
};
use crate::{Act, Code, Error, Result, Session};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Address, Contact, Person},
    rights::{Action, Subject},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person as typed, with where she is found.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CreatePerson {
    /// Who she is.
    pub person: Person,
    /// Where she lives.
    pub addresses: Vec<NewAddress>,
    /// How she is reached.
    pub contacts: Vec<NewContact>,
    /// The draft of the form, which ends with this.
    pub draft: Option<String>,
}

/// An address beside a new person.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
pub struct NewAddress {
    /// The address; its person is the new one.
    pub address: Address,
    /// Hidden (recapiti protetti).
    pub protected: bool,
}

/// A contact beside a new person.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
pub struct NewContact {
    /// The contact; its person is the new one.
    pub contact: Contact,
    /// Hidden (recapiti protetti).
    pub protected: bool,
}

/// Adds a person.
///
/// # Errors
/// `forbidden` by her role; `person_nameless` without surname, name or alias; `person_code_taken` if another has
/// the same code; an empty address or contact; the disk is full.
pub fn create(session: &mut Session, input: CreatePerson) -> Result<Saved> {
    let beginning = Beginning::of(session, input)?;
    session.write(|act| {
        act.about(beginning.id);
        beginning.write(act)?;
        Ok(Saved {
            id: RecordId(beginning.id.uuid()),
        })
    })
}

/// A new person, judged and ready to be written: alone, or in one act with what begins for her.
pub(crate) struct Beginning {
    /// Who she will be.
    pub id: PersonId,
    person: Person,
    addresses: Vec<(RecordId, bool, Address)>,
    contacts: Vec<(RecordId, bool, Contact)>,
    draft: Option<String>,
}

impl Beginning {
    /// Judges it; as [`create`].
    pub(crate) fn of(session: &Session, input: CreatePerson) -> Result<Self> {
        session.allow(Action::PersonCreate, &Subject::nobody())?;
        let person = accepted_person(input.person)?;
        codes::free(session, &person.identifiers.0, &[])?;
        let id: PersonId = session.id();
        let mut addresses = Vec::new();
        for NewAddress { address, protected } in input.addresses {
            let address = accepted_address(Address {
                person: id,
                ..address
            })?;
            addresses.push((session.id(), protected, address));
        }
        let mut contacts = Vec::new();
        for NewContact { contact, protected } in input.contacts {
            let contact = accepted_contact(Contact {
                person: id,
                ..contact
            })?;
            contacts.push((session.id(), protected, contact));
        }
        Ok(Self {
            id,
            person,
            addresses,
            contacts,
            draft: input.draft,
        })
    }

    /// Writes her.
    pub(crate) fn write(&self, act: &mut Act<'_>) -> Result<()> {
        act.create(scope_of(self.id, false), self.id, &self.person)?;
        for (id, protected, address) in &self.addresses {
            act.create(scope_of(self.id, *protected), *id, address)?;
        }
        for (id, protected, contact) in &self.contacts {
            act.create(scope_of(self.id, *protected), *id, contact)?;
        }
        if let Some(draft) = &self.draft {
            act.end_draft(draft, self.id)?;
        }
        Ok(())
    }
}

/// The person as stored, if she can be called anything.
pub(super) fn accepted_person(person: Person) -> Result<Person> {
    let person = person.tidied();
    if person.display_name().is_empty() {
        return Err(Error::field(Code::PersonNameless, "surname"));
    }
    Ok(person)
}
