//! A household is added, or its members change.

use super::Saved;
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Household, tidy},
    rights::Action,
    scope::{ScopeId, ScopeKind},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A household as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveHousehold {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Whose page it is: one of the members.
    pub person: PersonId,
    /// All of it.
    pub household: Household,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a household.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `household_empty` without the person among its members; `period_reversed`;
/// the disk is full.
pub fn save_household(session: &mut Session, input: SaveHousehold) -> Result<Saved> {
    session.allow_person(Action::PersonWrite, input.person)?;
    let same = session.same_person(input.person)?;
    let mut household = input.household;
    household.label = tidy::text(household.label);
    household.note = tidy::lines(household.note);
    let belongs = |household: &Household| {
        household
            .members
            .iter()
            .any(|member| same.contains(&member.person))
    };
    if household.members.iter().any(|member| member.period.is_reversed()) {
        return Err(Error::field(Code::PeriodReversed, "members"));
    }
    let before = match input.id {
        None => None,
        Some(id) => {
            let row = rows::get::<Household>(session.archive().db(), &id.to_string())?;
            Some(row.ok_or_else(|| Error::new(Code::NotFound))?.value)
        }
    };
    if !before.as_ref().map_or_else(|| belongs(&household), belongs) || household.members.0.is_empty() {
        return Err(Error::field(Code::HouseholdEmpty, "members"));
    }
    for member in household.members.iter() {
        let known = before
            .iter()
            .flat_map(|before| before.members.iter())
            .any(|old| old.person == member.person);
        if !known {
            session.allow_person(Action::PersonList, member.person)?;
        }
    }
    let id = input.id.unwrap_or_else(|| session.id());
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.person);
        if input.id.is_some() {
            act.edit(id, &household, Some(&seen))?;
        } else {
            act.create(ScopeId::new(id.0, ScopeKind::Household), id, &household)?;
        }
        Ok(Saved { id })
    })
}
