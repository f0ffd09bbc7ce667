//! No two people with one code.

use crate::{Code, Error, Result, Session};
use cartella_archive::{rows, search};
use cartella_domain::{
    ids::PersonId,
    people::{Identifier, IdentifierKind, Person},
    rights::Action,
};

/// The person who has one of these identifiers already; `except` are the records of the person being written.
pub(super) fn holder(
    session: &Session,
    identifiers: &[Identifier],
    except: &[PersonId],
) -> Result<Option<PersonId>> {
    let db = session.archive().db();
    for identifier in identifiers.iter().filter(|i| i.kind != IdentifierKind::None) {
        for found in search::people(db, &search::words(&identifier.value), 20)? {
            let Some(row) = rows::get::<Person>(db, &found.subject)? else {
                continue;
            };
            let id: PersonId = row.typed_id()?;
            let same = |other: &Identifier| other.kind == identifier.kind && other.value == identifier.value;
            if !row.deleted && !except.contains(&id) && row.value.identifiers.iter().any(same) {
                return Ok(Some(id));
            }
        }
    }
    Ok(None)
}

/// Goes on only if nobody else has one of these identifiers.
///
/// # Errors
/// `person_code_taken` with the person; `person_code_taken_hidden` where the operator may not know whose it is.
pub(super) fn free(session: &Session, identifiers: &[Identifier], except: &[PersonId]) -> Result<()> {
    let Some(holder) = holder(session, identifiers, except)? else {
        return Ok(());
    };
    let subject = session.person_subject(holder)?;
    if session.decide(Action::PersonList, &subject)?.is_allowed() {
        Err(Error::field(Code::PersonCodeTaken, "identifiers").with("person", holder.uuid()))
    } else {
        Err(Error::field(Code::PersonCodeTakenHidden, "identifiers"))
    }
}
