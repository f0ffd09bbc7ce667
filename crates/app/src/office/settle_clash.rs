//! A person decides between what two wrote: one of the values, both, or a third.

use super::clashes::{may_read, readable};
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{
    Seen,
    agreement::overview::{self, ClashRow},
    rows,
};
use cartella_domain::{
    clash::{keeps_both, reads},
    ids::RecordId,
    registry,
    rights::{Subject, Written, actions_of, level_of},
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// What she decided.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClashChoice {
    /// One of the values: the write that gave it.
    Keep {
        /// As the clash names it.
        write: String,
    },
    /// Both, one after the other: for texts.
    Both,
    /// A third; none empties the field.
    Write {
        /// The value.
        #[ts(type = "unknown")]
        value: Value,
    },
    /// The record stays, though it was deleted.
    Restore,
    /// The record stays deleted, though it was edited.
    Delete {
        /// Why.
        reason: String,
    },
}

/// Which clash, and what she decided.
#[derive(Clone, PartialEq, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SettleClash {
    /// The case or person on whose page it stands.
    pub subject: RecordId,
    /// The record.
    pub record: RecordId,
    /// The field; none where the question is whether the record stays.
    pub field: Option<String>,
    /// What she decided.
    pub choice: ClashChoice,
    /// The live writes that were on her screen: a value that came meanwhile stays beside her choice.
    #[ts(type = "string[]")]
    pub seen: Seen,
}

/// Writes what she decided: one write that replaces all those on her screen.
///
/// # Errors
/// `clash_gone` if it was decided meanwhile; `clash_choice_invalid` if the value is none of this field; `not_found`,
/// `forbidden`; the disk is full.
pub fn settle_clash(session: &mut Session, input: SettleClash) -> Result<Nothing> {
    let name = input.record.to_string();
    let row = overview::clashes(session.archive.db(), None)?
        .into_iter()
        .find(|row| row.record == name)
        .ok_or(Code::ClashGone)?;
    let subject = readable(session, input.subject)?;
    if super::subjects::subject(&row.scope) != Some(input.subject) || !may_read(session, &subject, &row)? {
        return Err(Code::NotFound.into());
    }
    match &input.field {
        Some(field) => settle_field(session, &subject, &row, field, &input),
        None => settle_record(session, &subject, &row, &input),
    }
}

fn settle_field(
    session: &mut Session,
    subject: &Subject,
    row: &ClashRow,
    field: &str,
    input: &SettleClash,
) -> Result<Nothing> {
    let kind = registry::kind(row.kind).ok_or(Code::NotFound)?;
    let def = kind.field_named(field).ok_or(Code::NotFound)?;
    may_write(session, subject, row, Written::Field(def.number))?;
    let values = rows::clashes(session.archive.db(), kind, &row.record)?
        .remove(field)
        .ok_or(Code::ClashGone)?;
    let invalid = || Error::field(Code::ClashChoiceInvalid, field);
    let value = match &input.choice {
        ClashChoice::Keep { write } => values
            .iter()
            .find(|value| format!("{}#{}", value.change, value.op) == *write)
            .map(|value| value.value.clone())
            .ok_or(Code::ClashGone)?,
        ClashChoice::Both => {
            keeps_both(row.kind, field, values.iter().map(|value| &value.value)).ok_or_else(invalid)?
        }
        ClashChoice::Write { value } if reads(row.kind, field, value) => value.clone(),
        _ => return Err(invalid()),
    };
    let (record, seen) = (input.record, &input.seen);
    session.write(|act| {
        act.set(record, def.number, value, seen)?;
        act.about(input.subject);
        Ok(Nothing {})
    })
}

fn settle_record(
    session: &mut Session,
    subject: &Subject,
    row: &ClashRow,
    input: &SettleClash,
) -> Result<Nothing> {
    may_write(session, subject, row, Written::Mark)?;
    if !row.contested {
        return Err(Code::ClashGone.into());
    }
    let record = input.record;
    session.write(|act| {
        match &input.choice {
            ClashChoice::Restore => act.restore(record)?,
            ClashChoice::Delete { reason } => act.delete(record.uuid(), reason)?,
            _ => return Err(Code::ClashChoiceInvalid.into()),
        }
        act.about(input.subject);
        Ok(Nothing {})
    })
}

/// Goes on only if she may write this field of this record.
fn may_write(session: &Session, subject: &Subject, row: &ClashRow, written: Written) -> Result<()> {
    let scope: ScopeId = row.scope.parse().map_err(|_| Code::NotFound)?;
    let subject = subject.at(level_of(scope.kind));
    let asked = actions_of(registry::kind(row.kind), scope.kind, written);
    let mut refusal = Err(Code::Forbidden.into());
    for action in asked {
        match session.allow(*action, &subject) {
            Ok(()) => return Ok(()),
            Err(error) => refusal = Err(error),
        }
    }
    refusal
}
