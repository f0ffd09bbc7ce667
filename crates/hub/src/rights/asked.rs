//! What a change says, as far as rights ask.

use super::touched::person_of;
use cartella_domain::{
    cases::CaseFile,
    diary::{Annulment, DiaryEntry, Rectification, ReservedSegment},
    ids::RecordId,
    record::Record as _,
    rights::{Confidentiality, Written, level_of},
    scope::ScopeKind,
    services::Service,
};
use cartella_sync::{
    change::Change,
    ids::ScopeRef,
    op::{Act, Op, Signed},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// One change while it is asked about.
pub(super) struct Asked<'a> {
    pub(super) change: &'a Change,
    pub(super) scope: ScopeRef,
    /// Records that begin in it.
    pub(super) begun: BTreeMap<RecordId, u16>,
    pub(super) of: Option<uuid::Uuid>,
    pub(super) acl: u64,
}

impl<'a> Asked<'a> {
    /// Asks about a change as of this change of rights.
    pub(super) fn new(change: &'a Change, acl: u64) -> Self {
        let begun = change.ops().iter().filter_map(|op| match &op.act {
            Act::Create { record, kind } => Some((*record, *kind)),
            Act::Sign { entry, content } => Some((*entry, content.kind)),
            _ => None,
        });
        let of = match change.ops().first().map(|op| &op.act) {
            Some(Act::OpenScope { of }) => *of,
            _ => None,
        };
        Asked {
            scope: change.header().scope,
            begun: begun.collect(),
            of,
            acl,
            change,
        }
    }
}

/// The record that an operation writes and what it does to it; none for what asks for nothing.
pub(super) fn written(asked: &Asked<'_>, op: &Op) -> Option<(Option<RecordId>, Written)> {
    let effect = op.effect();
    let begun = |record: RecordId, written: Written| {
        if asked.begun.contains_key(&record) {
            Written::Begin
        } else {
            written
        }
    };
    match &op.act {
        Act::OpenScope { .. } | Act::Request { .. } => None,
        Act::Create { record, .. } | Act::Sign { entry: record, .. } => Some((Some(*record), Written::Begin)),
        Act::Set { record, field, .. }
        | Act::Add { record, field, .. }
        | Act::Remove { record, field, .. } => Some((Some(*record), begun(*record, Written::Field(*field)))),
        Act::Unknown {
            field: Some(field), ..
        } => Some((effect.record, Written::Field(*field))),
        _ => Some((effect.record, Written::Mark)),
    }
}

/// A stub in the diary is written by who may write at the level of its text.
pub(super) fn level_of_text(op: &Op, scope: ScopeKind) -> Confidentiality {
    let own = match &op.act {
        Act::Sign { content, .. } if scope == ScopeKind::CaseDiary => level_in(content),
        _ => None,
    };
    own.unwrap_or(level_of(scope))
}

pub(super) fn level_in(content: &Signed) -> Option<Confidentiality> {
    [DiaryEntry::KIND.number, ReservedSegment::KIND.number]
        .contains(&content.kind)
        .then(|| serde_json::from_value(content.body.get("level")?.clone()).ok())?
}

pub(super) fn speaks_of_an_entry(kind: u16) -> bool {
    kind == Rectification::KIND.number || kind == Annulment::KIND.number
}

pub(super) fn entry_of(body: &Value) -> Option<RecordId> {
    body.get("entry")
        .and_then(person_of)
        .map(|id| RecordId(id.uuid()))
}

pub(super) fn entry_of_classification(change: &Change, record: RecordId) -> Option<RecordId> {
    change.ops().iter().find_map(|op| match &op.act {
        Act::Set {
            record: it,
            field: 1,
            value,
            ..
        } if *it == record => person_of(value).map(|id| RecordId(id.uuid())),
        _ => None,
    })
}

/// Service and comuni of a case that a change begins.
pub(super) fn of_new_case(change: &Change) -> (Option<Service>, Vec<String>) {
    let mut file = cartella_domain::record::Body::new();
    let card = change.ops().iter().find_map(|op| match &op.act {
        Act::Create { record, kind } if *kind == CaseFile::KIND.number => Some(*record),
        _ => None,
    });
    for op in change.ops() {
        if let Act::Set {
            record, field, value, ..
        } = &op.act
            && Some(*record) == card
            && let Some(name) = CaseFile::KIND.field(*field).map(|field| field.name)
        {
            file.entry(name.to_owned()).or_insert_with(|| value.clone());
        }
    }
    let file = CaseFile::decode(&file).value;
    (file.service, file.comuni_for_rights())
}
