//! Where two people wrote without seeing each other: both values, who wrote each and when.

use super::subjects;
use crate::{
    Code, Result, Session,
    names::{Names, names},
};
use cartella_archive::{
    Seen,
    agreement::overview::{self, ClashRow},
    rows,
};
use cartella_domain::{
    clash::keeps_both,
    ids::{CaseId, ChangeId, OperatorId, PersonId, RecordId},
    record::Shape,
    registry,
    rights::{Action, Confidentiality, Subject},
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

/// Which case or person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct AskClashes {
    /// The case or the person.
    pub subject: RecordId,
}

/// One of several values.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ClashValue {
    /// The write that gave it: what a choice names.
    pub write: String,
    /// The value; none where the field was emptied.
    #[ts(type = "unknown")]
    pub value: Value,
    /// Who wrote it.
    pub by: Option<OperatorId>,
    /// When, by the clock of her laptop as far as the office believes it.
    pub at: Option<Instant>,
    /// It waits to go to the office.
    pub waits: bool,
    /// It was accepted although the case had changed hands.
    pub late: bool,
}

/// A field with more than one value, or a record that was deleted by one and edited by another.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ClashView {
    /// The record.
    pub record: RecordId,
    /// The name of its kind.
    pub kind: String,
    /// The field; none where the question is whether the record stays.
    pub field: Option<String>,
    /// The values, the shown one first; empty where the question is whether the record stays.
    pub values: Vec<ClashValue>,
    /// Until somebody decides the earliest date, or the highest level, counts.
    pub strictest_counts: bool,
    /// Both can be kept: they are texts.
    pub may_keep_both: bool,
    /// The live writes of the record that are on the screen now: a choice gives them back.
    #[ts(type = "string[]")]
    pub seen: Seen,
    /// What the writers are called.
    pub names: Names,
}

/// The clashes of a case or a person, as far as she may read them.
///
/// # Errors
/// `not_found` or `forbidden` by the table of rights; the archive does not answer.
pub fn clashes(session: &mut Session, input: AskClashes) -> Result<Vec<ClashView>> {
    let subject = readable(session, input.subject)?;
    let mut found = Vec::new();
    for row in overview::clashes(session.archive.db(), None)? {
        if subjects::subject(&row.scope) == Some(input.subject) && may_read(session, &subject, &row)? {
            found.extend(views(session, &row)?);
        }
    }
    Ok(found)
}

/// Goes on only if she may read the case or person.
pub(super) fn readable(session: &Session, record: RecordId) -> Result<Subject> {
    match session.case_subject(CaseId(record.uuid())) {
        Ok(subject) => {
            session.allow(Action::CaseRead, &subject)?;
            Ok(subject)
        }
        Err(_) => {
            let subject = session.person_subject(PersonId(record.uuid()))?;
            session.allow(Action::PersonRead, &subject)?;
            Ok(subject)
        }
    }
}

/// Whether she may read what stands in the clash's scope.
pub(super) fn may_read(session: &Session, subject: &Subject, row: &ClashRow) -> Result<bool> {
    let scope: ScopeId = row.scope.parse().map_err(|_| Code::NotFound)?;
    let asked = match scope.kind {
        ScopeKind::PersonProtected => {
            let subject = session.protected_subject(PersonId(scope.owner))?;
            return Ok(session
                .decide(Action::PersonReadProtected, &subject)?
                .is_allowed());
        }
        ScopeKind::CaseDiary => (Action::EntryRead, Confidentiality::Service),
        ScopeKind::CaseReserved => (Action::EntryRead, Confidentiality::Reserved),
        ScopeKind::CaseCourt => (Action::CourtRead, Confidentiality::Service),
        ScopeKind::CaseHealth => (Action::HealthRead, Confidentiality::Service),
        ScopeKind::CaseMoney => (Action::MoneyRead, Confidentiality::Service),
        ScopeKind::ServiceSad => (Action::HomeCareRead, Confidentiality::Service),
        _ => return Ok(true),
    };
    Ok(session.decide(asked.0, &subject.at(asked.1))?.is_allowed())
}

fn views(session: &Session, row: &ClashRow) -> Result<Vec<ClashView>> {
    let Some(kind) = registry::kind(row.kind) else {
        return Ok(Vec::new());
    };
    let id = row.record.parse::<Uuid>().map_err(|_| Code::NotFound)?;
    let clashes = rows::clashes(session.archive.db(), kind, &row.record)?;
    let seen = session.archive.seen(&row.record)?;
    let mut found = Vec::new();
    for (name, values) in clashes {
        let values: Vec<ClashValue> = values
            .into_iter()
            .map(|value| one(session, value))
            .collect::<Result<_>>()?;
        let shape = kind.field_named(&name).map(|field| field.shape);
        let writers = values.iter().filter_map(|value| value.by.map(|by| by.uuid()));
        found.push(ClashView {
            record: RecordId(id),
            kind: kind.name.to_owned(),
            strictest_counts: matches!(shape, Some(Shape::Earliest | Shape::Highest)),
            may_keep_both: keeps_both(row.kind, &name, values.iter().map(|value| &value.value)).is_some(),
            names: names(session, writers)?,
            field: Some(name),
            values,
            seen: seen.clone(),
        });
    }
    if row.contested {
        found.push(ClashView {
            record: RecordId(id),
            kind: kind.name.to_owned(),
            field: None,
            values: Vec::new(),
            strictest_counts: false,
            may_keep_both: false,
            seen,
            names: Names::new(),
        });
    }
    Ok(found)
}

fn one(session: &Session, value: rows::ClashValue) -> Result<ClashValue> {
    let change = value.change.parse::<Uuid>().map_err(|_| Code::NotFound)?;
    let written = overview::written(session.archive.db(), ChangeId(change))?;
    Ok(ClashValue {
        write: format!("{}#{}", value.change, value.op),
        value: value.value,
        by: written.as_ref().map(|written| written.author),
        at: written.as_ref().map(|written| written.at),
        waits: written.as_ref().is_some_and(|written| written.waits),
        late: written.is_some_and(|written| written.late),
    })
}
