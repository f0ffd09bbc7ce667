//! What the office refused of hers: with the reason, and what she wrote, so that nothing is lost.

use super::subjects;
use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_archive::agreement::overview::{self, Refused};
use cartella_domain::{
    files::Allegato,
    ids::{ChangeId, RecordId},
    record::{KindDef, Record as _},
    registry,
    rights::{Action, Subject},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    messages::Code as Verdict,
    op::{Act, Op},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// For how many days an author is told what became of a change of hers that was refused.
const TOLD_DAYS: i64 = 14;

/// Which refused changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct AskRefused {
    /// Those too that a person at the office adopted or closed long ago; what was settled lately is always told.
    pub settled_too: bool,
}

/// Why the office refused a change; each has its text and what to do on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusedReason {
    /// She had no right to write it.
    NotAuthorised,
    /// The right was lost meanwhile, and it changes what is there: the new responsible takes it over or closes it.
    LateEdit,
    /// It is not what the office's rules allow.
    Invalid,
    /// Its signature is not this laptop's.
    BadSignature,
    /// Nothing at the office is there to write it in.
    ScopeUnknown,
    /// A reason of a newer program.
    Other,
}

impl From<Verdict> for RefusedReason {
    fn from(code: Verdict) -> Self {
        match code {
            Verdict::NotAuthorised => Self::NotAuthorised,
            Verdict::LateEdit => Self::LateEdit,
            Verdict::Invalid => Self::Invalid,
            Verdict::BadSignature => Self::BadSignature,
            Verdict::ScopeUnknown => Self::ScopeUnknown,
            Verdict::Other(_) => Self::Other,
        }
    }
}

/// What she wrote about one record.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct RefusedPart {
    /// The record.
    pub record: Option<RecordId>,
    /// The name of its kind, if it is known here.
    pub kind: Option<String>,
    /// It was to be deleted.
    pub deleted: bool,
    /// The values by field name; of a signed record all of them.
    #[ts(type = "Record<string, unknown>")]
    pub fields: BTreeMap<String, Value>,
}

/// A change that the office refused.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct RefusedView {
    /// The change.
    pub change: ChangeId,
    /// When she wrote it.
    pub at: Instant,
    /// The case or person it is about.
    pub subject: Option<RecordId>,
    /// Why it was refused.
    pub reason: RefusedReason,
    /// What she wrote.
    pub parts: Vec<RefusedPart>,
    /// A person at the office took it over.
    pub adopted: bool,
    /// A person at the office closed it, and why.
    pub closed: Option<String>,
    /// When this laptop heard of that.
    pub settled_at: Option<Instant>,
    /// What the subject is called.
    pub names: Names,
}

/// What was refused, the newest first.
///
/// # Errors
/// The archive does not answer.
pub fn refused(session: &mut Session, input: AskRefused) -> Result<Vec<RefusedView>> {
    session.allow(Action::OfficeSynchronise, &Subject::nobody())?;
    let since = match input.settled_too {
        true => Instant(0),
        false => session.now().plus_millis(-TOLD_DAYS * 86_400_000),
    };
    overview::refused(session.archive.db(), since)?
        .into_iter()
        .map(|one| view(session, &one))
        .collect()
}

fn view(session: &Session, one: &Refused) -> Result<RefusedView> {
    let subject = subjects::subject(&one.scope);
    let settled = one.settled.as_ref();
    Ok(RefusedView {
        change: one.change.id(),
        at: one.at,
        subject,
        reason: one.code.into(),
        parts: parts_of(session, &one.change)?,
        adopted: settled.is_some_and(|settled| settled.adopted),
        closed: settled
            .filter(|settled| !settled.adopted)
            .map(|settled| settled.reason.clone()),
        settled_at: settled.and_then(|settled| settled.at),
        names: names(session, subject.map(|subject| subject.uuid()))?,
    })
}

/// What a change writes, record by record.
pub(super) fn parts_of(session: &Session, change: &Change) -> Result<Vec<RefusedPart>> {
    let mut found: Vec<(Option<RecordId>, Vec<&Op>)> = Vec::new();
    for op in change.ops() {
        let record = op.effect().record;
        match found.iter_mut().find(|(known, _)| *known == record) {
            Some((_, ops)) => ops.push(op),
            None => found.push((record, vec![op])),
        }
    }
    found.retain(|(_, ops)| !ops.iter().all(|op| matches!(op.act, Act::OpenScope { .. })));
    found
        .into_iter()
        .map(|(record, ops)| part(session, record, &ops))
        .collect()
}

fn part(session: &Session, record: Option<RecordId>, ops: &[&Op]) -> Result<RefusedPart> {
    let said = ops.iter().find_map(|op| match &op.act {
        Act::Create { kind, .. } => Some(*kind),
        Act::Sign { content, .. } => Some(content.kind),
        _ => None,
    });
    let number = match (said, record) {
        (Some(kind), _) => Some(kind),
        (None, Some(record)) => match session.archive.place(&record.to_string()) {
            Ok((kind, _)) => Some(kind),
            Err(cartella_archive::Error::NotFound) => None,
            Err(error) => return Err(error.into()),
        },
        (None, None) => None,
    };
    let kind: Option<&KindDef> = number.and_then(registry::kind);
    let mut fields = BTreeMap::new();
    for op in ops {
        take_fields(kind, &op.act, &mut fields);
    }
    // The key of a file is nothing to look at.
    if number == Some(Allegato::KIND.number) {
        fields.remove("sealed");
    }
    Ok(RefusedPart {
        record,
        kind: kind.map(|kind| kind.name.to_owned()),
        deleted: ops.iter().any(|op| matches!(op.act, Act::Delete { .. })),
        fields,
    })
}

fn take_fields(kind: Option<&KindDef>, act: &Act, fields: &mut BTreeMap<String, Value>) {
    let named = |number: u16| {
        kind.and_then(|kind| kind.field(number))
            .map_or_else(|| number.to_string(), |field| field.name.to_owned())
    };
    match act {
        Act::Set { field, value, .. } => drop(fields.insert(named(*field), value.clone())),
        Act::Add { field, item, .. } => {
            if let Value::Array(items) = fields
                .entry(named(*field))
                .or_insert_with(|| Value::Array(Vec::new()))
            {
                items.push(item.clone());
            }
        }
        Act::Sign { content, .. } => {
            let body = content.body.as_object().cloned().unwrap_or_default();
            fields.extend(body);
        }
        Act::Request { command, .. } => drop(fields.insert("request".to_owned(), command.clone())),
        _ => {}
    }
}
