//! What was asked of the office, and what became of it.

use super::{clashes::readable, subjects};
use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_archive::agreement::requests::{self, RequestRow};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    requests::{Asked, RequestOutcome},
    rights::{Action, Subject},
    scope::ScopeId,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AskRequests {
    /// About this case or person, whoever asked; her own about anything without.
    pub subject: Option<RecordId>,
}

/// A request.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct RequestView {
    /// Its id.
    pub id: RecordId,
    /// The case or person it is about.
    pub subject: Option<RecordId>,
    /// What was asked; none if it is of a newer program.
    pub asked: Option<Asked>,
    /// Who asked.
    pub by: Option<OperatorId>,
    /// When, by her clock.
    pub at: Instant,
    /// It has not gone to the office yet.
    pub waits: bool,
    /// How it ended; none while the office has not decided.
    pub outcome: Option<RequestOutcome>,
    /// What those in it are called.
    pub names: Names,
}

/// The requests, those that wait first, then the newest.
///
/// # Errors
/// `not_found` or `forbidden` by the table of rights; the archive does not answer.
pub fn requests(session: &mut Session, input: AskRequests) -> Result<Vec<RequestView>> {
    match input.subject {
        Some(subject) => drop(readable(session, subject)?),
        None => session.allow(Action::OfficeSynchronise, &Subject::nobody())?,
    }
    let me = session.operator();
    let mut found = Vec::new();
    for row in requests::requests(session.archive().db())? {
        let subject = subjects::subject(&row.scope);
        let wanted = match input.subject {
            Some(_) => subject == input.subject,
            None => row.record.by == Some(me),
        };
        if wanted {
            found.push(view(session, subject, row)?);
        }
    }
    found.sort_by_key(|one| (one.outcome.is_some(), std::cmp::Reverse(one.at)));
    Ok(found)
}

/// Whether the same was asked already and waits for the office.
pub(super) fn waits_already(session: &Session, scope: ScopeId, asked: &Asked) -> Result<bool> {
    let scope = scope.to_string();
    let rows = requests::requests(session.archive().db())?;
    Ok(rows
        .iter()
        .any(|row| row.scope == scope && row.record.outcome.is_none() && row.asked.as_ref() == Some(asked)))
}

fn view(session: &Session, subject: Option<RecordId>, row: RequestRow) -> Result<RequestView> {
    let mut ids: Vec<Uuid> = subject.map(RecordId::uuid).into_iter().collect();
    ids.extend(row.record.by.map(OperatorId::uuid));
    ids.extend(row.record.outcome.as_ref().map(|outcome| outcome.by.uuid()));
    match &row.asked {
        Some(Asked::Assign { assignment }) => ids.push(assignment.operator.uuid()),
        Some(Asked::Merge(merge)) => ids.extend([merge.kept.uuid(), merge.absorbed.uuid()]),
        _ => {}
    }
    Ok(RequestView {
        id: row.id,
        subject,
        names: names(session, ids)?,
        asked: row.asked,
        by: row.record.by,
        at: row.at,
        waits: row.waits,
        outcome: row.record.outcome,
    })
}
