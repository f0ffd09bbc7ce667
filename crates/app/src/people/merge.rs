//! Unisci doppioni: two records are one person.

use super::{Saved, same::scope_of};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows;
use cartella_domain::{
    people::{Person, PersonMerge, tidy},
    rights::Action,
};

pub use cartella_domain::requests::MergePeople;

/// Joins two people. Neither record is touched: diary, relations and cases of both show under the one kept.
///
/// # Errors
/// `forbidden` or `not_found` by rights on either; `already_one_person`; the disk is full.
pub fn merge(session: &mut Session, input: MergePeople) -> Result<Saved> {
    for person in [input.kept, input.absorbed] {
        let row = rows::get::<Person>(session.archive().db(), &person.to_string())?;
        row.filter(|row| !row.deleted)
            .ok_or_else(|| Error::new(Code::NotFound))?;
        session.allow_person(Action::PersonMerge, person)?;
    }
    let kept = session.standing_record(input.kept)?;
    let absorbed = session.standing_record(input.absorbed)?;
    if kept == absorbed {
        return Err(Error::field(Code::AlreadyOnePerson, "absorbed"));
    }
    let merge = PersonMerge {
        kept,
        absorbed,
        by: session.operator(),
        at: Some(session.now()),
        reason: tidy::lines(input.reason),
        undone: None,
    };
    let id = session.id();
    session.write(|act| {
        act.about(kept);
        act.create(scope_of(kept, false), id, &merge)?;
        Ok(Saved { id })
    })
}
