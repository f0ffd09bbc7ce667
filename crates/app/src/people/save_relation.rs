//! A family tie is added or changed, as seen from the person whose page it is.

use super::{Saved, same::scope_of, save_address::in_order};
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Bond, Closeness, Ends, Period, Person, Relation, RelationKind, tidy},
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A tie as it shall be: "`other` is the `kind` of `one`".
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveRelation {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Whose page it is.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// What the other is to the one.
    pub kind: RelationKind,
    /// By what it came about.
    pub bond: Option<Bond>,
    /// Its days.
    #[serde(default)]
    pub period: Period,
    /// The other looks after the one day by day (or the one after the other, if so stored).
    pub caregiver: Option<bool>,
    /// How the two get on.
    #[serde(default)]
    pub closeness: Option<Closeness>,
    /// Anything else.
    pub note: Option<String>,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a tie. It is stored in the scope of the one it speaks of; if an edit turns it round it becomes a
/// new record there.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `relation_with_self`; `relation_unsaid` for "other" without a note;
/// `period_reversed`; the disk is full.
pub fn save_relation(session: &mut Session, input: SaveRelation) -> Result<Saved> {
    session.allow_person(Action::PersonWrite, input.one)?;
    session.allow_person(Action::PersonList, input.other)?;
    let relation = accepted(session, &input)?;
    let before = match input.id {
        None => None,
        Some(id) => {
            let row = rows::get::<Relation>(session.archive().db(), &id.to_string())?;
            let row = row.ok_or_else(|| Error::new(Code::NotFound))?;
            if ![row.value.subject, row.value.other].contains(&input.one) {
                return Err(Code::NotFound.into());
            }
            Some((id, row.value.subject == relation.subject))
        }
    };
    let kept = before.and_then(|(id, in_place)| in_place.then_some(id));
    let saved = kept.unwrap_or_else(|| session.id());
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.one);
        if kept.is_some() {
            act.edit(saved, &relation, Some(&seen))?;
        } else {
            if let Some((turned, _)) = before {
                act.delete(turned, "turned")?;
            }
            act.create(scope_of(relation.subject, false), saved, &relation)?;
        }
        Ok(Saved { id: saved })
    })
}

fn accepted(session: &Session, input: &SaveRelation) -> Result<Relation> {
    in_order(&input.period)?;
    if session.same_person(input.one)?.contains(&input.other) {
        return Err(Error::field(Code::RelationWithSelf, "other"));
    }
    let note = tidy::lines(input.note.clone());
    if input.kind == RelationKind::Other && note.is_none() {
        return Err(Error::field(Code::RelationUnsaid, "note"));
    }
    let one = rows::get::<Person>(session.archive().db(), &input.one.to_string())?;
    let sex = one.and_then(|row| row.value.sex);
    let ends = Ends::canonical(input.one, input.other, input.kind, sex);
    Ok(Relation {
        subject: ends.subject,
        other: ends.other,
        kind: Some(ends.kind),
        bond: input.bond,
        period: input.period,
        caregiver: input.caregiver,
        closeness: input.closeness,
        note,
    })
}
