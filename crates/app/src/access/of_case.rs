//! The accesses of one case, newest first.

use super::ActKey;
use crate::{Result, Session, names::names};
use cartella_archive::audit;
use cartella_domain::{
    ids::{CaseId, OperatorId},
    rights::Action,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use std::str::FromStr as _;
use ts_rs::TS;
use uuid::Uuid;

/// Which accesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccessSort {
    /// Those that looked.
    Reads,
    /// Those that wrote.
    Writes,
}

/// Which case, which of its accesses, from where on.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OfCase {
    /// The case.
    pub case: CaseId,
    /// Events before this one; the newest when not said.
    pub before: Option<i64>,
    /// One person's alone.
    pub operator: Option<OperatorId>,
    /// Reads alone, or writes alone.
    pub sort: Option<AccessSort>,
}

/// One access.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Access {
    /// Its number in the chain.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub operator: OperatorId,
    /// What she did; none for the act of a newer program.
    pub act: Option<ActKey>,
    /// How many, where the act counts.
    pub count: Option<u64>,
}

/// Somebody of whom there is an access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reader {
    /// Who.
    pub operator: OperatorId,
    /// Surname and name, if her card is here.
    pub name: Option<String>,
}

/// A page of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessPage {
    /// The accesses.
    pub accesses: Vec<Access>,
    /// Where the next page begins; none at the end.
    pub next: Option<i64>,
    /// Everybody of whom the case has an access, on this page or not, by name.
    pub readers: Vec<Reader>,
}

const PAGE: u32 = 100;

/// The accesses of a case; looking at them is one itself.
///
/// # Errors
/// `forbidden` or `not_found` by the table of rights; the archive does not answer.
pub fn of_case(session: &mut Session, input: OfCase) -> Result<AccessPage> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::CaseAccesses, &subject)?;
    if input.before.is_none() {
        session.note(audit::Event::new(audit::Act::ReadAudit).about(input.case))?;
    }
    let case = input.case.to_string();
    let operator = input.operator.map(|operator| operator.to_string());
    let wanted = audit::Wanted {
        before: input.before,
        operator: operator.as_deref(),
        writing: input.sort.map(|sort| sort == AccessSort::Writes),
    };
    let events = audit::about(session.archive.db(), &case, wanted, PAGE)?;
    let next = events
        .last()
        .filter(|_| events.len() == PAGE as usize)
        .map(|event| event.seq);
    let accesses = events.into_iter().map(|event| Access {
        seq: event.seq,
        at: event.at,
        operator: operator_id(&event.operator),
        act: audit::Act::from_number(event.act).map(ActKey),
        count: event.count,
    });
    Ok(AccessPage {
        accesses: accesses.collect(),
        next,
        readers: readers(session, &case)?,
    })
}

fn operator_id(text: &str) -> OperatorId {
    OperatorId(Uuid::from_str(text).unwrap_or_default())
}

fn readers(session: &Session, case: &str) -> Result<Vec<Reader>> {
    let operators = audit::operators_about(session.archive.db(), case)?;
    let operators: Vec<_> = operators.iter().map(|operator| operator_id(operator)).collect();
    let mut names = names(session, operators.iter().map(|operator| operator.0))?;
    let mut readers: Vec<_> = operators
        .into_iter()
        .map(|operator| Reader {
            operator,
            name: names.remove(&operator.to_string()).map(|named| named.name),
        })
        .collect();
    readers.sort_by(|one, other| (&one.name, one.operator).cmp(&(&other.name, other.operator)));
    Ok(readers)
}
