//! Another end with its reason, an extension asked for, granted or denied, met, not met after all.

use super::of_case::all;
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::queries;
use cartella_domain::{
    deadlines::{Aspect, Deadline, DeadlineChange, Decision, Moment, TermKey, Whose, live},
    ids::{CaseId, RecordId},
    rights::Action,
    scope::ScopeId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A decision about a deadline.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct DecideDeadline {
    /// The case in which it stands.
    pub case: CaseId,
    /// Which deadline.
    pub key: TermKey,
    /// What is decided; what the rule says is noted by the program.
    pub decision: Decision,
    /// Why.
    pub reason: Option<String>,
}

/// Signs a decision beside the record that says the term, in view of those that are live here.
///
/// # Errors
/// `not_found` if no such deadline stands in the case, `reason_missing` where one is asked for, `day_in_future`,
/// `forbidden`.
pub fn decide(session: &mut Session, input: DecideDeadline) -> Result<Nothing> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::AgendaWrite, &subject)?;
    let deadline = all(session, input.case)?
        .into_iter()
        .map(|one| one.deadline)
        .find(|deadline| deadline.key == input.key)
        .ok_or(Code::NotFound)?;
    let reason = input
        .reason
        .map(|reason| reason.trim().to_owned())
        .filter(|reason| !reason.is_empty());
    if reason.is_none() && input.decision.asks_reason() {
        return Err(Error::field(Code::ReasonMissing, "reason"));
    }
    let decision = checked(session, &deadline, input.decision)?;
    let record = input.key.record;
    let (_, scope) = session.archive().place(&record.to_string())?;
    let scope: ScopeId = scope.parse().map_err(|_| Error::new(Code::NotFound))?;
    let change = DeadlineChange {
        record,
        code: Some(input.key.code),
        nth: input.key.nth,
        case: Some(input.case),
        person: match deadline.whose {
            Whose::Person(person) => Some(person),
            Whose::Case(_) => None,
        },
        replaces: replaced(session, input.key, &decision)?,
        decision: Some(decision),
        reason,
        author: session.operator(),
        signed_at: session.now(),
    };
    let (id, today): (RecordId, String) = (session.id(), session.today().to_string());
    session.write(|act| {
        act.about(input.case);
        act.sign(scope, id, &change, &today)
    })?;
    Ok(Nothing {})
}

/// What was decided lies in the past; another end bears what the rule says today.
fn checked(session: &Session, deadline: &Deadline, decision: Decision) -> Result<Decision> {
    let said = match &decision {
        Decision::ExtensionAsked { on, .. }
        | Decision::ExtensionGranted { on, .. }
        | Decision::ExtensionDenied { on } => Some(*on),
        Decision::Met { at, .. } => Some(at.date()),
        Decision::Moved { .. } | Decision::Restored | Decision::Reopened => None,
    };
    if said.is_some_and(|day| day > session.today()) {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    Ok(match decision {
        // Where hours count a day alone would end too early or too late: its last minute is meant.
        Decision::Moved { to, .. } => Decision::Moved {
            to: match (to, deadline.due) {
                (Moment::Day(day), Moment::At(due)) => {
                    let at = cartella_domain::time::Instant::in_rome(day, due.rome_time());
                    at.map_or(to, Moment::At)
                }
                (to, _) => to,
            },
            computed: deadline.computed,
        },
        decision => decision,
    })
}

/// The live decisions that a new one takes the place of.
fn replaced(session: &Session, key: TermKey, decision: &Decision) -> Result<Vec<RecordId>> {
    let found = queries::deadlines::decisions(session.archive().db(), key.record)?;
    let mut own = Vec::new();
    for row in found {
        let id: RecordId = row.typed_id()?;
        if row.value.key() == Some(key) {
            own.push((id, row.value));
        }
    }
    let mut replaced: Vec<RecordId> = [Aspect::End, Aspect::Extension, Aspect::Met]
        .into_iter()
        .filter(|aspect| decision.is_about(*aspect))
        .flat_map(|aspect| live(&own, aspect).into_iter().map(|(id, _)| id))
        .collect();
    replaced.sort_unstable();
    replaced.dedup();
    Ok(replaced)
}
