//! The deadlines of a case: when, why then, where each stands, what was decided.

use crate::{
    Result, Session,
    cases::OneCase,
    names::{Names, names},
};
use cartella_archive::queries::{self, deadlines::InCase};
use cartella_domain::{
    deadlines::{Deadline, Decision, Source, Standing},
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    time::Instant,
};
use serde::Serialize;
use ts_rs::TS;

/// A decision about a deadline.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionView {
    /// Its id.
    pub id: RecordId,
    /// What was decided.
    pub decision: Decision,
    /// Why.
    pub reason: Option<String>,
    /// Who decided.
    pub author: OperatorId,
    /// When it was signed.
    pub signed_at: Instant,
}

/// A deadline on the screen.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineView {
    /// The deadline.
    pub deadline: Deadline,
    /// Where it stands now.
    pub standing: Standing,
    /// Where its rule comes from.
    pub source: Source,
    /// Somebody read the rule at its source; else the office checks it.
    pub verified: bool,
    /// What was decided about it, the first first.
    pub decisions: Vec<DecisionView>,
}

/// The deadlines of a case.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct CaseDeadlines {
    /// The moment at which they stand so.
    pub now: Instant,
    /// What is still to be done, the earliest first.
    pub open: Vec<DeadlineView>,
    /// What was met or no longer matters, the last first.
    pub past: Vec<DeadlineView>,
    /// She may decide about them.
    pub may_decide: bool,
    /// What the people in it are called.
    pub names: Names,
}

/// The deadlines of a case, and those of its person.
///
/// # Errors
/// `forbidden` or `not_found` if she does not work on it.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<CaseDeadlines> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::AgendaRead, &subject)?;
    let now = session.now();
    let db = session.archive().db();
    let office = queries::deadlines::office(db)?;
    let (mut open, mut past) = (Vec::new(), Vec::new());
    for InCase {
        deadline, running, ..
    } in all(session, input.case)?
    {
        let is_open = running && deadline.is_open();
        let list = if is_open { &mut open } else { &mut past };
        list.push(DeadlineView {
            decisions: decisions(session, &deadline)?,
            standing: deadline.standing(now, &office),
            source: deadline.key.code.rule().source,
            verified: deadline.key.code.rule().source.verified(),
            deadline,
        });
    }
    past.reverse();
    let authors = open.iter().chain(&past).flat_map(|view| &view.decisions);
    let names = names(session, authors.map(|decision| decision.author.uuid()))?;
    Ok(CaseDeadlines {
        now,
        open,
        past,
        may_decide: session.allow(Action::AgendaWrite, &subject).is_ok(),
        names,
    })
}

/// Every deadline that stands in a case, the earliest first.
pub(super) fn all(session: &Session, case: CaseId) -> Result<Vec<InCase>> {
    let facts = session.case_facts(case)?;
    let persons = session.same_person(facts.person)?;
    let db = session.archive().db();
    Ok(queries::deadlines::of_case(db, case, &persons)?)
}

fn decisions(session: &Session, deadline: &Deadline) -> Result<Vec<DecisionView>> {
    let found = queries::deadlines::decisions(session.archive().db(), deadline.key.record)?;
    let mut views = Vec::new();
    for row in found {
        let id = row.typed_id()?;
        if row.value.key() != Some(deadline.key) {
            continue;
        }
        if let Some(decision) = row.value.decision {
            views.push(DecisionView {
                id,
                decision,
                reason: row.value.reason,
                author: row.value.author,
                signed_at: row.value.signed_at,
            });
        }
    }
    Ok(views)
}
