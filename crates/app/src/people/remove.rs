//! Something that hangs on a person was entered by mistake: it is marked so, and stays in the log.

use super::same::is_protected_scope;
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::rows;
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Address, Alert, Contact, Household, ParentalResponsibility, Relation, SocialTie, tidy},
    record::Record,
    schools::SchoolEnrolment,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was entered by mistake.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RemoveFromPerson {
    /// Whose page it is.
    pub person: PersonId,
    /// The record.
    pub id: RecordId,
    /// Why.
    pub reason: Option<String>,
}

/// Marks a record that hangs on a person as entered by mistake.
///
/// # Errors
/// `forbidden` or `not_found` by rights, and for a record of another kind or person; the disk is full.
pub fn remove(session: &mut Session, input: RemoveFromPerson) -> Result<Nothing> {
    let (kind, scope) = session.archive().place(&input.id.to_string())?;
    let same = session.same_person(input.person)?;
    let owners = owners(session, kind, input.id)?;
    if !owners.iter().any(|owner| same.contains(owner)) {
        return Err(Code::NotFound.into());
    }
    session.allow_contact_write(input.person, is_protected_scope(&scope))?;
    let reason = tidy::lines(input.reason).unwrap_or_else(|| "mistake".to_owned());
    session.write(|act| {
        act.about(input.person);
        act.delete(input.id, &reason)?;
        Ok(Nothing {})
    })
}

/// The people on whose pages a record stands.
fn owners(session: &Session, kind: u16, id: RecordId) -> Result<Vec<PersonId>> {
    Ok(match kind {
        k if k == Address::KIND.number => vec![read::<Address>(session, id)?.person],
        k if k == Contact::KIND.number => vec![read::<Contact>(session, id)?.person],
        k if k == Alert::KIND.number => vec![read::<Alert>(session, id)?.person],
        k if k == SchoolEnrolment::KIND.number => vec![read::<SchoolEnrolment>(session, id)?.person],
        k if k == SocialTie::KIND.number => vec![read::<SocialTie>(session, id)?.person],
        k if k == Relation::KIND.number => {
            let relation = read::<Relation>(session, id)?;
            vec![relation.subject, relation.other]
        }
        // Of a responsibility only the minor's page may write.
        k if k == ParentalResponsibility::KIND.number => {
            vec![read::<ParentalResponsibility>(session, id)?.minor]
        }
        k if k == Household::KIND.number => {
            let household = read::<Household>(session, id)?;
            household.members.iter().map(|member| member.person).collect()
        }
        _ => Vec::new(),
    })
}

fn read<T: Record>(session: &Session, id: RecordId) -> Result<T> {
    let row = rows::get::<T>(session.archive().db(), &id.to_string())?;
    Ok(row.ok_or_else(|| Error::new(Code::NotFound))?.value)
}
